#include "layout/place.h"

#include <algorithm>

namespace taisho {
namespace {

// The x of the glyph edge at byte `offset`, from the start of the line; glyphs outside the line count
// nothing.
Length x_at(const ShapedText& text, const FittedLine& line, std::uint32_t offset, Length size) {
    std::int32_t width = 0;
    for (std::uint32_t i = line.first; i < line.last && text.glyphs[i].begin < offset; ++i)
        width += text.glyphs[i].advance;
    return from_em(width, size);
}

// One stroke for each stretch of changed text in the line, across runs, not under blanks at the ends of the
// line.
void place_underlines(const SetParagraph& set, const FittedLine& line, Length x, Length baseline,
                      const ShapedText& text, Page& page) {
    const Length size = set.paragraph->style.size;
    const Length y = baseline + scale(size, 205, 1000);
    const std::vector<Run>& runs = set.paragraph->runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i].changed || runs[i].end <= line.begin || runs[i].begin >= line.end) continue;
        std::size_t last = i;
        while (last + 1 < runs.size() && runs[last + 1].changed) ++last;
        const Length from = x_at(text, line, std::max(runs[i].begin, line.begin), size);
        const Length to = x_at(text, line, std::min(runs[last].end, line.end), size);
        if (from < to) page.underlines.push_back({x + from, y, x + to, y, scale(size, 55, 1000)});
        i = last;
    }
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
        const Length x = spot.left + line_start(set, line);
        const Length baseline = top + baseline_in_line(style);
        if (line.first == line.last) continue;
        page.texts.push_back(
            {set.text, line.first, line.last, x, baseline, style.size, spot.artifact, spot.origin});
        place_underlines(set, line, x, baseline, text, page);
    }
}

} // namespace taisho
