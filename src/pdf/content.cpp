// Content streams. What a page weighs and how long it takes to deflate is decided here, so a text is shown by
// one operator, its codes as bytes (half of what hexadecimal takes), and a new position, font, grey or line
// width is written only when it changes. All that is painted is an artifact or belongs to the structure.

#include "pdf/content.h"

#include "pdf/marker.h"
#include "pdf/operations.h"
#include "pdf/syntax.h"
#include "pdf/text_writer.h"

#include <algorithm>
#include <optional>
#include <span>

namespace taisho {
namespace {

// ---- fills and rules ----

void append_fills(std::string& content, std::span<const PlacedFill> fills, Length page_height) {
    if (fills.empty()) return;
    for (std::size_t i = 0; i < fills.size(); ++i) {
        const PlacedFill& fill = fills[i];
        if (i == 0 || fill.colour != fills[i - 1].colour) append_fill_colour(content, fill.colour);
        append_operation(content, {fill.x, page_height - fill.y - fill.height, fill.width, fill.height},
                         "re");
        const bool last_of_colour = i + 1 == fills.size() || fills[i + 1].colour != fill.colour;
        if (last_of_colour) content += "f\n";
    }
    append_fill_colour(content, black);
}

void append_rules(std::string& content, std::span<const PlacedRule> rules, Length page_height) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const PlacedRule& rule = rules[i];
        if (i == 0 || rule.width != rules[i - 1].width) append_operation(content, {rule.width}, "w");
        if (rule.colour != (i == 0 ? black : rules[i - 1].colour)) append_stroke_colour(content, rule.colour);
        if (rule.dashed != (i > 0 && rules[i - 1].dashed))
            content += rule.dashed ? "0 J [3 2] 0 d\n" : "2 J [] 0 d\n";
        append_operation(content, {rule.x1, page_height - rule.y1}, "m");
        append_operation(content, {rule.x2, page_height - rule.y2}, "l");
        const bool last_of_look = i + 1 == rules.size() || rules[i + 1].width != rule.width ||
                                  rules[i + 1].colour != rule.colour || rules[i + 1].dashed != rule.dashed;
        if (last_of_look) content += "S\n";
    }
    if (!rules.empty() && rules.back().colour != black) append_stroke_colour(content, black);
}

// ---- texts ----

// Tells a reader of the PDF what glyphs say that would be read otherwise (14.9.4).
void open_actual_text(std::string& content, std::string_view text) {
    content += "/Span<</ActualText<feff";
    append_utf16_hex(content, text);
    content += ">>>BDC\n";
}

// The text of glyphs [first, last).
std::string_view text_of(const ShapedText& shaped, std::uint32_t first, std::uint32_t last) {
    const std::uint32_t begin = shaped.glyphs[first].begin, end = shaped.glyphs[last - 1].end;
    return std::string_view(shaped.utf8).substr(begin, end - begin);
}

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

    void paint_as(const PlacedText& placed, std::uint32_t first, std::uint32_t last, std::string_view text) {
        open_actual_text(content, text);
        writer.write(placed, first, last);
        content += "EMC\n";
    }

    // Characters that stand an em apart would be read as words of their own, and words that the end of a line
    // parts as one.
    void paint(const PlacedText& placed, std::uint32_t first, std::uint32_t last) {
        const ShapedText& shaped = pages.texts[placed.text];
        if (first == placed.first) writer.begin_line(placed);
        if (placed.spread) return paint_as(placed, first, last, text_of(shaped, first, last));
        const bool parts = placed.parts_words && last == end_of(placed);
        const std::uint32_t tail = parts ? last - 1 : last;
        writer.write(placed, first, tail);
        if (parts) paint_as(placed, tail, last, std::string(text_of(shaped, tail, last)) + " ");
    }

    // The end of the glyphs of a line, from `first` on, that stand before byte `end`.
    std::uint32_t glyphs_until(const PlacedText& placed, std::uint32_t first, std::uint32_t end) const {
        const std::vector<Glyph>& glyphs = pages.texts[placed.text].glyphs;
        std::uint32_t last = first;
        while (last < end_of(placed) && glyphs[last].begin < end) ++last;
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

    // A reader that passes over cells without content would take the next cell for this one.
    void mark_empty(const EmptyCell& cell) {
        const std::optional<std::uint32_t> stretch = stretch_at(structure, cell.origin, 0);
        if (stretch) marker.stretch(*stretch);
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
    if (page.texts.empty() && page.empty_cells.empty()) return;
    content += "BT\n";
    TextPainter painter{
        content, page, pages, structure, marked, {content, structure, marked}, {content, page, pages, fonts}};
    std::size_t empty = 0;
    for (std::size_t i = 0; i <= page.texts.size(); ++i) {
        for (; empty < page.empty_cells.size() && page.empty_cells[empty].before <= i; ++empty)
            painter.mark_empty(page.empty_cells[empty]);
        if (i < page.texts.size()) painter.paint(page.texts[i]);
    }
    painter.writer.end_text();
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
