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
        set_font(shown.font, placed.size);
        show(shown.cid, owed_ + shown.x_offset);
        owed_ = glyph.advance - shown.x_offset - shown.width;
        if (placed.adjustment >= 0 && i < placed.last)
            owed_ += page_.adjustments[static_cast<std::size_t>(placed.adjustment) + (i - placed.first)];
    }
    end_show();
}

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
