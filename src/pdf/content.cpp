// Content streams. What a page weighs and how long it takes to deflate is decided here, so a text is shown by
// one operator, its codes as bytes (half of what hexadecimal takes), and a new position, font, grey or line
// width is written only when it changes.

#include "pdf/content.h"

#include "pdf/syntax.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace taisho {
namespace {

Length rounded(Length length) { return {(length.mpt + (length.mpt < 0 ? -5 : 5)) / 10 * 10}; }

// Numbers, then the operator. Two decimals are a three hundredth of a millimetre.
void append_operation(std::string& content, std::initializer_list<Length> operands,
                      std::string_view operation) {
    for (const Length operand : operands) {
        append_decimal(content, rounded(operand).mpt);
        content.push_back(' ');
    }
    content.append(operation);
    content.push_back('\n');
}

void append_grey(std::string& content, std::uint8_t grey) {
    append_decimal(content, (grey * 1000 + 127) / 255);
    content += " g\n";
}

void append_fills(std::string& content, std::span<const PlacedFill> fills, Length page_height) {
    if (fills.empty()) return;
    for (std::size_t i = 0; i < fills.size(); ++i) {
        const PlacedFill& fill = fills[i];
        if (i == 0 || fill.grey != fills[i - 1].grey) append_grey(content, fill.grey);
        append_operation(content, {fill.x, page_height - fill.y - fill.height, fill.width, fill.height},
                         "re");
        const bool last_of_grey = i + 1 == fills.size() || fills[i + 1].grey != fill.grey;
        if (last_of_grey) content += "f\n";
    }
    append_grey(content, 0);
}

void append_rules(std::string& content, std::span<const PlacedRule> rules, Length page_height) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const PlacedRule& rule = rules[i];
        if (i == 0 || rule.width != rules[i - 1].width) append_operation(content, {rule.width}, "w");
        append_operation(content, {rule.x1, page_height - rule.y1}, "m");
        append_operation(content, {rule.x2, page_height - rule.y2}, "l");
        const bool last_of_width = i + 1 == rules.size() || rules[i + 1].width != rule.width;
        if (last_of_width) content += "S\n";
    }
}

// Two bytes inside a literal string.
void append_code(std::string& content, std::uint16_t cid) {
    append_string_byte(content, static_cast<char>(cid >> 8));
    append_string_byte(content, static_cast<char>(cid & 0xff));
}

// ---- texts ----

// The content of a page that is open at a place in its stream: none, an artifact (14.8.2.2), or a part of a
// stretch of the structure.
enum class Opened : std::uint8_t { none, artifact, stretch };

// Opens and closes what the texts of a page belong to. Texts of one stretch that follow each other share one
// sequence.
class Marker {
public:
    Marker(std::string& content, const Structure& structure, MarkedPage& marked)
        : content_(content), structure_(structure), marked_(marked) {}

    void artifact() {
        if (opened_ == Opened::artifact) return;
        close();
        content_ += "/Artifact<</Type/Pagination>>BDC\n";
        opened_ = Opened::artifact;
    }

    void stretch(std::uint32_t index) {
        if (opened_ == Opened::stretch && marked_.marks.back() == index) return;
        close();
        std::uint32_t empty = index;
        while (empty > marked_.first_new && is_empty(empty - 1)) --empty;
        for (; empty < index; ++empty) open(empty), close();
        open(index);
        const bool in_order = structure_.stretches[index].at.block != paper_number_block;
        if (in_order) marked_.first_new = std::max(marked_.first_new, index + 1);
    }

    void close() {
        if (opened_ != Opened::none) content_ += "EMC\n";
        opened_ = Opened::none;
    }

private:
    bool is_empty(std::uint32_t index) const {
        return structure_.stretches[index].begin == structure_.stretches[index].end;
    }

    void open(std::uint32_t index) {
        content_.push_back('/');
        content_ += tag_of(structure_.elements[structure_.stretches[index].element]);
        content_ += "<</MCID ";
        append_integer(content_, static_cast<std::int64_t>(marked_.marks.size()));
        content_ += ">>BDC\n";
        marked_.marks.push_back(index);
        opened_ = Opened::stretch;
    }

    std::string& content_;
    const Structure& structure_;
    MarkedPage& marked_;
    Opened opened_ = Opened::none;
};

// The stretch that holds byte `offset` of the paragraph at `at`.
std::optional<std::uint32_t> stretch_at(const Structure& structure, const Origin& at, std::uint32_t offset) {
    const std::vector<Stretch>& all = structure.stretches;
    const auto place = [](const Stretch& stretch) { return std::pair(stretch.at, stretch.begin); };
    const auto behind = std::ranges::upper_bound(all, std::pair(at, offset), {}, place) - all.begin();
    if (behind == 0 || all[static_cast<std::size_t>(behind) - 1].at != at) return std::nullopt;
    return static_cast<std::uint32_t>(behind) - 1;
}

// A reader of the PDF would take characters that stand an em apart for words of their own; it is told what
// they say (14.9.4).
void open_spread(std::string& content, const ShapedText& shaped, std::uint32_t first, std::uint32_t last) {
    const std::uint32_t begin = shaped.glyphs[first].begin, end = shaped.glyphs[last - 1].end;
    content += "/Span<</ActualText<feff";
    append_utf16_hex(content, std::string_view(shaped.utf8).substr(begin, end - begin));
    content += ">>>BDC\n";
}

// The texts of a page, one text object (9.4) for all of them.
class TextWriter {
public:
    TextWriter(std::string& content, const Page& page, const Pages& pages, EmbeddedFonts& fonts)
        : content_(content), page_(page), pages_(pages), fonts_(fonts) {}

    void begin_line(const PlacedText& placed) {
        const Length x = rounded(placed.x), y = rounded(pages_.height - placed.y);
        append_operation(content_, {x - x_, y - y_}, "Td");
        x_ = x, y_ = y;
        owed_ = 0;
    }

    // Glyphs [first, last) of the line that was begun; those before them were written.
    void write(const PlacedText& placed, std::uint32_t first, std::uint32_t last) {
        const ShapedText& shaped = pages_.texts[placed.text];
        const std::string_view text = shaped.utf8;
        for (std::uint32_t i = first; i < last; ++i) {
            const Glyph& glyph = shaped.glyphs[i];
            const ShownGlyph shown =
                find_code(fonts_, glyph, text.substr(glyph.begin, glyph.end - glyph.begin));
            set_font(shown.font, placed.size);
            show(shown.cid, owed_ + shown.x_offset);
            owed_ = glyph.advance - shown.x_offset - shown.width;
            if (placed.adjustment >= 0 && i < placed.last)
                owed_ += page_.adjustments[static_cast<std::size_t>(placed.adjustment) + (i - placed.first)];
        }
        end_show();
    }

private:
    void set_font(std::uint16_t font, Length size) {
        if (font_ == font && size_ == size) return;
        end_show();
        content_ += "/F";
        append_integer(content_, font);
        content_.push_back(' ');
        append_operation(content_, {size}, "Tf");
        font_ = font;
        size_ = size;
    }

    void show(std::uint16_t cid, std::int32_t move) {
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

    void end_show() {
        if (shown_.empty()) return;
        if (has_moves_) content_.push_back('[');
        content_ += shown_;
        content_ += has_moves_ ? ")]TJ\n" : ")Tj\n";
        shown_.clear();
        has_moves_ = false;
    }

    std::string& content_;
    const Page& page_;
    const Pages& pages_;
    EmbeddedFonts& fonts_;
    Length x_, y_; // start of the current line, from the lower left corner
    std::int32_t owed_ =
        0;          // what a viewer's pen still has to move before the next glyph, 1/1000 em to the right
    int font_ = -1; // none yet
    Length size_;
    std::string shown_;      // the operand of Tj or TJ that is under way, without its end
    bool has_moves_ = false; // it is one of TJ
};

// Where the line stands on the page, from the feet to the heads of its characters.
LinkArea area_of(const PlacedText& placed, std::uint32_t element, const Page& page, const Pages& pages) {
    const std::vector<Glyph>& glyphs = pages.texts[placed.text].glyphs;
    std::int32_t width = 0;
    for (std::uint32_t i = placed.first; i < placed.last; ++i) {
        width += glyphs[i].advance;
        if (placed.adjustment >= 0)
            width += page.adjustments[static_cast<std::size_t>(placed.adjustment) + (i - placed.first)];
    }
    const Length base = pages.height - placed.y;
    return {element, placed.x, base - from_em(120, placed.size), placed.x + from_em(width, placed.size),
            base + from_em(880, placed.size)};
}

std::uint32_t end_of(const PlacedText& placed) { return placed.last + placed.blanks; }

// All that a page says, in reading order.
struct TextPainter {
    std::string& content;
    const Page& page;
    const Pages& pages;
    const Structure& structure;
    MarkedPage& marked;
    Marker marker;
    TextWriter writer;

    void paint(const PlacedText& placed, std::uint32_t first, std::uint32_t last) {
        const ShapedText& shaped = pages.texts[placed.text];
        if (first == placed.first) writer.begin_line(placed);
        if (placed.spread) open_spread(content, shaped, first, last);
        writer.write(placed, first, last);
        if (placed.spread) content += "EMC\n";
    }

    // The glyphs of a line from `first` on that stand before byte `end`. A further glyph of a cluster stays
    // with the first.
    std::uint32_t glyphs_until(const PlacedText& placed, std::uint32_t first, std::uint32_t end) const {
        const std::vector<Glyph>& glyphs = pages.texts[placed.text].glyphs;
        std::uint32_t last = first;
        while (last < end_of(placed) && (glyphs[last].begin < end || glyphs[last].begin == glyphs[last].end))
            ++last;
        return last;
    }

    // A line may show parts of several stretches.
    void paint_stretches(const PlacedText& placed, std::uint32_t index) {
        const std::vector<Stretch>& all = structure.stretches;
        for (std::uint32_t first = placed.first, last = first; first < end_of(placed);
             first = last, ++index) {
            const bool goes_on = index + 1 < all.size() && all[index + 1].at == placed.origin;
            last = goes_on ? glyphs_until(placed, first, all[index].end) : end_of(placed);
            if (first == last) continue;
            marker.stretch(index);
            paint(placed, first, last);
        }
    }

    // All parts of a link on a page are one area, so that a click between the words meets it too.
    void add_link(const LinkArea& area) {
        if (marked.links.empty() || marked.links.back().element != area.element) {
            marked.links.push_back(area);
            return;
        }
        LinkArea& whole = marked.links.back();
        whole.left = std::min(whole.left, area.left), whole.bottom = std::min(whole.bottom, area.bottom);
        whole.right = std::max(whole.right, area.right), whole.top = std::max(whole.top, area.top);
    }

    void paint(const PlacedText& placed) {
        const std::uint32_t begin = pages.texts[placed.text].glyphs[placed.first].begin;
        const std::optional<std::uint32_t> stretch = stretch_at(structure, placed.origin, begin);
        if (placed.artifact || !stretch) {
            marker.artifact();
            paint(placed, placed.first, end_of(placed));
            return;
        }
        paint_stretches(placed, *stretch);
        const std::uint32_t element = structure.stretches[*stretch].element;
        if (structure.elements[element].type == StructureType::link)
            add_link(area_of(placed, element, page, pages));
    }
};

void append_texts(std::string& content, const Page& page, const Pages& pages, const Structure& structure,
                  EmbeddedFonts& fonts, MarkedPage& marked) {
    if (page.texts.empty()) return;
    content += "BT\n";
    TextPainter painter{
        content, page, pages, structure, marked, {content, structure, marked}, {content, page, pages, fonts}};
    for (const PlacedText& text : page.texts) painter.paint(text);
    painter.marker.close();
    content += "ET\n";
}

} // namespace

void append_content(std::string& content, const Page& page, const Pages& pages, const Structure& structure,
                    EmbeddedFonts& fonts, MarkedPage& marked) {
    constexpr std::string_view layout = "/Artifact<</Type/Layout>>BDC\n", end = "EMC\n";
    if (!page.fills.empty()) {
        content += layout;
        append_fills(content, page.fills, pages.height);
        content += end;
    }
    append_texts(content, page, pages, structure, fonts, marked);
    if (page.underlines.empty() && page.rules.empty()) return;
    content += layout;
    append_rules(content, page.underlines, pages.height);
    if (!page.rules.empty()) content += "2 J\n"; // projecting caps (8.4.3.3) close the corners of boxes
    append_rules(content, page.rules, pages.height);
    content += end;
}

} // namespace taisho
