#include "pdf/text_writer.h"

#include "pdf/operations.h"
#include "pdf/syntax.h"

namespace taisho {
namespace {

// Two bytes inside a literal string.
void append_code(std::string& content, std::uint16_t cid) {
    append_string_byte(content, static_cast<char>(cid >> 8));
    append_string_byte(content, static_cast<char>(cid & 0xff));
}

} // namespace

void TextWriter::begin_line(const PlacedText& placed) {
    const Length x = rounded(placed.x), y = rounded(pages_.height - placed.y);
    append_operation(content_, {x - x_, y - y_}, "Td");
    x_ = x, y_ = y;
    owed_ = 0;
}

void TextWriter::write(const PlacedText& placed, std::uint32_t first, std::uint32_t last) {
    const ShapedText& shaped = pages_.texts[placed.text];
    const std::string_view text = shaped.utf8;
    for (std::uint32_t i = first; i < last; ++i) {
        const Glyph& glyph = shaped.glyphs[i];
        const ShownGlyph shown = find_code(fonts_, glyph, text.substr(glyph.begin, glyph.end - glyph.begin));
        if (!page_.emphases.empty()) set_emphasis(placed, i);
        set_font(shown.font, placed.size);
        show(shown.cid, owed_ + shown.x_offset);
        owed_ = glyph.advance - shown.x_offset - shown.width;
        if (placed.adjustment >= 0 && i < placed.last)
            owed_ += page_.adjustments[static_cast<std::size_t>(placed.adjustment) + (i - placed.first)];
    }
    end_show();
}

// The emphases stand in the order of the texts, as texts are written.
void TextWriter::set_emphasis(const PlacedText& placed, std::uint32_t glyph) {
    const auto text = static_cast<std::uint32_t>(&placed - page_.texts.data());
    const std::vector<Emphasis>& all = page_.emphases;
    const auto passed = [&](const Emphasis& one) {
        return one.text < text || (one.text == text && one.last <= glyph);
    };
    while (emphasis_ < all.size() && passed(all[emphasis_])) ++emphasis_;
    const bool inside =
        emphasis_ < all.size() && all[emphasis_].text == text && all[emphasis_].first <= glyph;
    if (inside)
        set_look(all[emphasis_].bold, all[emphasis_].colour, placed.size);
    else
        set_look(false, black, placed.size);
}

// No font file is bold: the outlines are filled and drawn with a line (ISO 32000-1 9.3.6).
void TextWriter::set_look(bool bold, Colour colour, Length size) {
    constexpr std::int32_t line = 33; // thickness, 1/1000 em
    if (bold == bold_ && colour == colour_ && (!bold || size == stroked_)) return;
    end_show();
    if (colour != colour_) append_fill_colour(content_, colour), append_stroke_colour(content_, colour);
    if (bold && (!bold_ || size != stroked_)) append_operation(content_, {from_em(line, size)}, "w");
    if (bold != bold_) content_ += bold ? "2 Tr\n" : "0 Tr\n";
    bold_ = bold, colour_ = colour, stroked_ = size;
}

void TextWriter::end_text() { set_look(false, black, size_); }

void TextWriter::set_font(std::uint16_t font, Length size) {
    if (font_ == font && size_ == size) return;
    end_show();
    content_ += "/F";
    append_integer(content_, font);
    content_.push_back(' ');
    append_operation(content_, {size}, "Tf");
    font_ = font;
    size_ = size;
}

void TextWriter::show(std::uint16_t cid, std::int32_t move) {
    if (move != 0) {
        if (!shown_.empty()) shown_.push_back(')');
        append_integer(shown_, -std::int64_t{move}); // TJ counts to the left (9.4.3)
        shown_.push_back('(');
        has_moves_ = true;
    } else if (shown_.empty()) {
        shown_.push_back('(');
    }
    append_code(shown_, cid);
}

void TextWriter::end_show() {
    if (shown_.empty()) return;
    if (has_moves_) content_.push_back('[');
    content_ += shown_;
    content_ += has_moves_ ? ")]TJ\n" : ")Tj\n";
    shown_.clear();
    has_moves_ = false;
}

} // namespace taisho
