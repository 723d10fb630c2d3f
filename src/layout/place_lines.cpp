#include "base/utf8.h"
#include "layout/place.h"
#include "text/characters.h"
#include "typeset/measure.h"

#include <algorithm>
#include <span>
#include <vector>

namespace taisho {
namespace {

// What is added behind a glyph of the line.
std::int32_t added_behind(const SetParagraph& set, const FittedLine& line, std::uint32_t glyph) {
    if (line.adjustment < 0) return 0;
    return set.adjustments[static_cast<std::size_t>(line.adjustment) + (glyph - line.first)];
}

// Where glyph `glyph` of a line begins, its white included, from what is seen first in the line; 1/1000 em.
std::int32_t pen_at(const SetParagraph& set, const FittedLine& line, const ShapedText& text,
                    std::uint32_t glyph) {
    std::int32_t pen = -line.head;
    for (std::uint32_t i = line.first; i < glyph; ++i)
        pen += text.glyphs[i].advance + added_behind(set, line, i);
    return pen;
}

// The first glyph of the line that stands at byte `offset` or behind it.
std::uint32_t glyph_at(const ShapedText& text, const FittedLine& line, std::uint32_t offset) {
    std::uint32_t glyph = line.first;
    while (glyph < line.last && text.glyphs[glyph].begin < offset) ++glyph;
    return glyph;
}

// How far the centre of a line lies below the baseline, and how thick it is; 1/1000 em.
struct StrokePlace {
    std::int32_t below, thickness;
};

std::span<const StrokePlace> places_of(Stroke stroke) {
    static constexpr StrokePlace single[] = {{205, 55}}, twice[] = {{170, 38}, {265, 38}},
                                 through[] = {{-380, 55}};
    switch (stroke) {
    case Stroke::underline: return single;
    case Stroke::double_underline: return twice;
    case Stroke::strike: return through;
    case Stroke::none: break;
    }
    return {};
}

// A stretch of a line that is marked, in glyphs.
struct MarkedGlyphs {
    std::uint32_t first = 0, last = 0;
    ChangeMark mark = ChangeMark::none;
};

// One for each stretch of changed text in the line, across runs of one mark. Blanks at the head of the line
// belong to none.
std::vector<MarkedGlyphs> marked_glyphs(const SetParagraph& set, const FittedLine& line,
                                        const ShapedText& text) {
    std::vector<MarkedGlyphs> stretches;
    const std::vector<Run>& runs = set.paragraph->runs;
    const auto first_run = std::ranges::upper_bound(runs, line.begin, {}, &Run::end) - runs.begin();
    for (auto i = static_cast<std::size_t>(first_run); i < runs.size() && runs[i].begin < line.end; ++i) {
        if (!runs[i].is_changed()) continue;
        std::size_t last = i;
        while (last + 1 < runs.size() && runs[last + 1].mark == runs[i].mark && runs[last].end < line.end)
            ++last;
        std::uint32_t first_glyph = glyph_at(text, line, std::max(runs[i].begin, line.begin));
        if (first_glyph == line.first) first_glyph = skip_blanks(text, first_glyph, line.last);
        const std::uint32_t end_glyph = glyph_at(text, line, std::min(runs[last].end, line.end));
        if (first_glyph < end_glyph) stretches.push_back({first_glyph, end_glyph, runs[i].mark});
        i = last;
    }
    return stretches;
}

// Strokes go along the bodies, not along the white at the ends of the stretch or of the line.
void place_strokes(const SetParagraph& set, const FittedLine& line, const PlacedText& placed,
                   const ShapedText& text, const MarkedGlyphs& marked, const Marks& marks, Page& page) {
    const Length x = placed.x + from_em(line.head, placed.size);
    const std::uint32_t last = marked.last - 1;
    const std::int32_t from = pen_at(set, line, text, marked.first) + text.spaces[marked.first].before;
    const std::int32_t to =
        pen_at(set, line, text, last) + text.glyphs[last].advance - text.spaces[last].after;
    if (from >= to) return;
    const Colour colour = marks.colour == no_colour ? black : marks.colour;
    for (const StrokePlace& place : places_of(stroke_of(marked.mark, marks))) {
        const Length y = placed.y + scale(placed.size, place.below, 1000);
        page.underlines.push_back({x + from_em(from, placed.size), y, x + from_em(to, placed.size), y,
                                   scale(placed.size, place.thickness, 1000), colour});
    }
}

// The marks of the line that was put on the page last.
void place_marks(const SetParagraph& set, const FittedLine& line, const ShapedText& text, const Marks& marks,
                 Page& page) {
    const PlacedText placed = page.texts.back();
    const auto index = static_cast<std::uint32_t>(page.texts.size() - 1);
    const bool emphasised = marks.bold || marks.colour != no_colour;
    for (const MarkedGlyphs& marked : marked_glyphs(set, line, text)) {
        place_strokes(set, line, placed, text, marked, marks, page);
        if (emphasised)
            page.emphases.push_back({index, marked.first, marked.last, marks.bold,
                                     marks.colour == no_colour ? black : marks.colour});
    }
}

std::int32_t copy_adjustments(const SetParagraph& set, const FittedLine& line, Page& page) {
    if (line.adjustment < 0) return -1;
    const auto copied = static_cast<std::int32_t>(page.adjustments.size());
    const auto begin = set.adjustments.begin() + line.adjustment;
    page.adjustments.insert(page.adjustments.end(), begin, begin + (line.last - line.first));
    return copied;
}

bool is_word_character(char32_t c) { return is_digit(c) || is_latin_letter(c); }

// Whether the author has ended the line above the one that begins at byte `begin`, between two words or
// numbers: a reader would take them for one.
bool parts_words(const std::string& text, std::uint32_t begin) {
    if (begin < 2 || begin >= text.size() || text[begin - 1] != '\n') return false;
    std::size_t last = begin - 2;
    while (last > 0 && (text[last] & 0xc0) == 0x80) --last;
    return is_word_character(decode(text, last).character) &&
           is_word_character(decode(text, begin).character);
}

} // namespace

void place_lines(const SetParagraph& set, std::uint32_t first, std::uint32_t last, const Spot& spot,
                 const Marks& marks, const Typesetter& typesetter, Page& page) {
    const ParagraphStyle& style = set.paragraph->style;
    const ShapedText& text = typesetter.text(set.text);
    const auto end = std::min(last, static_cast<std::uint32_t>(set.lines.size()));
    Length top = spot.top;
    for (std::uint32_t i = first; i < end; ++i, top += style.pitch) {
        const FittedLine& line = set.lines[i];
        if (line.first == line.last) continue;
        const Length x = spot.left + line_start(set, line) - from_em(line.head, set.size);
        const Length y = top + baseline_in_line(style);
        const bool spread = style.align == Align::distribute && line.adjustment >= 0;
        const std::uint32_t next = i + 1 < set.lines.size() ? set.lines[i + 1].first
                                                            : static_cast<std::uint32_t>(text.glyphs.size());
        const PlacedText placed{set.text,
                                line.first,
                                line.last,
                                x,
                                y,
                                set.size,
                                copy_adjustments(set, line, page),
                                spread,
                                spot.artifact,
                                spot.origin,
                                std::max(next, line.last) - line.last,
                                i + 1 < set.lines.size() &&
                                    parts_words(set.paragraph->text, set.lines[i + 1].begin)};
        page.texts.push_back(placed);
        place_marks(set, line, text, marks, page);
    }
}

} // namespace taisho
