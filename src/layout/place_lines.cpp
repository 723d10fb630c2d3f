#include "layout/place.h"

#include <algorithm>

namespace taisho {
namespace {

// The x of the glyph edge at byte `offset`, from the start of the line; glyphs outside the line count
// nothing.
Length x_at(const ShapedText& text, const FittedLine& line, std::uint32_t offset, Length size,
            Length spacing) {
    std::int32_t width = 0, glyphs = 0;
    for (std::uint32_t i = line.first; i < line.last && text.glyphs[i].begin < offset; ++i, ++glyphs) {
        width += text.glyphs[i].advance;
    }
    const bool reaches_end = line.first + static_cast<std::uint32_t>(glyphs) == line.last;
    return from_em(width, size) + spacing * (reaches_end ? std::max(glyphs - 1, 0) : glyphs);
}

// One stroke for each stretch of changed text in the line, across runs, not under blanks at the ends of the
// line.
void place_underlines(const SetParagraph& set, const FittedLine& line, const PlacedText& placed,
                      const ShapedText& text, Page& page) {
    const Length y = placed.y + scale(placed.size, 205, 1000);
    const std::vector<Run>& runs = set.paragraph->runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i].changed || runs[i].end <= line.begin || runs[i].begin >= line.end) continue;
        std::size_t last = i;
        while (last + 1 < runs.size() && runs[last + 1].changed) ++last;
        const auto edge = [&](std::uint32_t offset) {
            return x_at(text, line, offset, placed.size, placed.spacing);
        };
        const Length from = edge(std::max(runs[i].begin, line.begin));
        const Length to = edge(std::min(runs[last].end, line.end));
        const Length thickness = scale(placed.size, 55, 1000);
        if (from < to) page.underlines.push_back({placed.x + from, y, placed.x + to, y, thickness});
        i = last;
    }
}

// What is put behind each glyph so that a line of a justified paragraph reaches the right edge. Lines that
// the author or the end of the paragraph ends are left alone, and so is a line that would need more than an
// eighth of an em: that would show (JLREQ 3.8.4 allows a quarter).
Length spacing_of(const SetParagraph& set, std::size_t line_number) {
    const FittedLine& line = set.lines[line_number];
    const ParagraphStyle& style = set.paragraph->style;
    const bool soft = line_number + 1 < set.lines.size() && set.lines[line_number + 1].begin == line.end;
    const auto gaps = static_cast<std::int32_t>(line.last - line.first) - 1;
    if (style.align != Align::justify || !soft || gaps < 1) return {};
    const Length free = set.width - from_em(line.indent + line.width, style.size);
    if (free <= Length{} || free * 8 > style.size * gaps) return {};
    return free / gaps;
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
        const PlacedText placed{set.text,
                                line.first,
                                line.last,
                                spot.left + line_start(set, line),
                                top + baseline_in_line(style),
                                style.size,
                                spacing_of(set, i),
                                spot.artifact,
                                spot.origin};
        page.texts.push_back(placed);
        place_underlines(set, line, placed, text, page);
    }
}

} // namespace taisho
