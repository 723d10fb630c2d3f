#include "layout/place.h"

#include <algorithm>

namespace taisho {
namespace {

// How a line of a justified paragraph reaches the right edge: `spacing` is put behind each glyph from `from`
// on but the last. What stands before (a list mark, a label under whose text later lines hang) is not spread,
// or the text behind it would no longer stand above theirs.
struct Spread {
    std::uint32_t from = 0;
    Length spacing{};
};

// The x of glyph `glyph` of a line, from its start; `line.last` gives the right edge.
Length x_of(const ShapedText& text, const FittedLine& line, std::uint32_t glyph, Length size,
            const Spread& spread) {
    std::int32_t width = 0;
    for (std::uint32_t i = line.first; i < glyph; ++i) width += text.glyphs[i].advance;
    const std::uint32_t spaced_end = std::min(glyph, line.last - 1); // no space behind the last one
    const auto spaces = static_cast<std::int32_t>(std::max(spaced_end, spread.from) - spread.from);
    return from_em(width, size) + spread.spacing * spaces;
}

// The first glyph of the line that stands at byte `offset` or behind it.
std::uint32_t glyph_at(const ShapedText& text, const FittedLine& line, std::uint32_t offset) {
    std::uint32_t glyph = line.first;
    while (glyph < line.last && text.glyphs[glyph].begin < offset) ++glyph;
    return glyph;
}

// One stroke for each stretch of changed text in the line, across runs, not under blanks at the ends of the
// line.
void place_underlines(const SetParagraph& set, const FittedLine& line, const PlacedText& placed,
                      const Spread& spread, const ShapedText& text, Page& page) {
    const Length y = placed.y + scale(placed.size, 205, 1000);
    const std::vector<Run>& runs = set.paragraph->runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i].changed || runs[i].end <= line.begin || runs[i].begin >= line.end) continue;
        std::size_t last = i;
        while (last + 1 < runs.size() && runs[last + 1].changed) ++last;
        const auto edge = [&](std::uint32_t offset) {
            return x_of(text, line, glyph_at(text, line, offset), placed.size, spread);
        };
        const Length from = edge(std::max(runs[i].begin, line.begin));
        const Length to = edge(std::min(runs[last].end, line.end));
        const Length thickness = scale(placed.size, 55, 1000);
        if (from < to) page.underlines.push_back({placed.x + from, y, placed.x + to, y, thickness});
        i = last;
    }
}

// Lines that the author or the end of the paragraph ends are left alone, and so is a line that would need
// more than an eighth of an em behind each glyph: that would show (JLREQ 3.8.4 allows a quarter).
Spread spread_of(const SetParagraph& set, std::size_t line_number, const ShapedText& text) {
    const FittedLine& line = set.lines[line_number];
    const ParagraphStyle& style = set.paragraph->style;
    Spread spread{line.first, {}};
    const bool soft = line_number + 1 < set.lines.size() && set.lines[line_number + 1].begin == line.end;
    if (style.align != Align::justify || !soft) return spread;
    std::int32_t hang = set.lines[line_number + 1].indent - line.indent; // 0 but for the first line
    for (; spread.from < line.last && hang > 0; ++spread.from) hang -= text.glyphs[spread.from].advance;
    const auto gaps = static_cast<std::int32_t>(line.last - spread.from) - 1;
    const Length free = set.width - from_em(line.indent + line.width, style.size);
    if (gaps > 0 && free > Length{} && free * 8 <= style.size * gaps) spread.spacing = free / gaps;
    return spread;
}

// The glyphs of a line: in one piece, or what is not spread before what is.
void place_text(PlacedText placed, const Spread& spread, Length x_of_spread, Page& page) {
    const bool two_pieces = spread.spacing != Length{} && spread.from > placed.first;
    if (two_pieces) {
        PlacedText lead = placed;
        lead.last = placed.first = spread.from;
        placed.x += x_of_spread;
        page.texts.push_back(lead);
    }
    placed.spacing = spread.spacing;
    page.texts.push_back(placed);
}

} // namespace

void place_lines(const SetParagraph& set, std::uint32_t first, std::uint32_t last, const Spot& spot,
                 const Typesetter& typesetter, Page& page) {
    const ParagraphStyle& style = set.paragraph->style;
    const ShapedText& text = typesetter.text(set.text);
    const auto end = std::min(last, static_cast<std::uint32_t>(set.lines.size()));
    Length top = spot.top;
    for (std::uint32_t i = first; i < end; ++i, top += style.pitch) {
        const FittedLine& line = set.lines[i];
        if (line.first == line.last) continue;
        const Spread spread = spread_of(set, i, text);
        const Length x = spot.left + line_start(set, line), y = top + baseline_in_line(style);
        const PlacedText placed{set.text,   line.first, line.last,     x,          y,
                                style.size, {},         spot.artifact, spot.origin};
        place_text(placed, spread, x_of(text, line, spread.from, style.size, spread), page);
        place_underlines(set, line, placed, spread, text, page);
    }
}

} // namespace taisho
