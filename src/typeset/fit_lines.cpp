#include "typeset/fit_lines.h"

#include "text/characters.h"
#include "typeset/adjust.h"
#include "typeset/choose_breaks.h"
#include "typeset/measure.h"

#include <algorithm>
#include <numeric>
#include <string_view>

// A paragraph is taken apart into hard lines; each is broken into lines, and each line is measured and, where
// it has to reach the edge or to be squeezed into it, adjusted.

namespace taisho {
namespace {

// A text this long is no cell of a table; setting it greedily needs no memory.
constexpr std::uint32_t longest_for_phrases = 20000;

struct Fitting {
    const FitTask& task;
    FittedText result;
};

// The first glyph of a line that may be moved: a list mark, or a label under whose text later lines hang,
// stays where it is, or the text behind it would no longer stand above theirs.
std::uint32_t first_movable(const ShapedText& text, const FittedLine& line, std::int32_t hang) {
    std::uint32_t glyph = line.first;
    for (; glyph < line.last && hang > 0; ++glyph) hang -= text.glyphs[glyph].advance;
    return glyph;
}

void adjust(const std::vector<std::int16_t>& behind, std::uint32_t from, FittedLine& line, Fitting& fitting) {
    std::vector<std::int16_t>& all = fitting.result.adjustments;
    line.adjustment = static_cast<std::int32_t>(all.size());
    all.insert(all.end(), from - line.first, 0);
    all.insert(all.end(), behind.begin(), behind.end());
}

// A tab stands for the white up to the next stop; its glyph is a blank. Such a line is not adjusted
// otherwise.
bool set_tabs(FittedLine& line, Fitting& fitting) {
    const ShapedText& text = fitting.task.text;
    const auto is_tab = [&](const Glyph& glyph) { return text.utf8[glyph.begin] == '\t'; };
    const auto first = text.glyphs.begin() + line.first, last = text.glyphs.begin() + line.last;
    if (fitting.task.manner == Manner::plain || std::none_of(first, last, is_tab)) return false;
    LineWalk walk(fitting.task, line.first);
    std::vector<std::int16_t> behind;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        const std::int32_t before = walk.pen();
        walk.take(i);
        const std::int32_t white = walk.pen() - before - text.glyphs[i].advance;
        behind.push_back(static_cast<std::int16_t>(std::clamp(white, -30000, 30000)));
    }
    adjust(behind, line.first, line, fitting);
    return true;
}

// Brings a line to the width that it should have. `white` stands behind its last character.
void adjust_line(std::int32_t width, std::int32_t white, bool reaches_edge, std::uint32_t from,
                 FittedLine& line, Fitting& fitting) {
    const FitTask& task = fitting.task;
    if (task.manner == Manner::plain || line.last - line.first < 2) return;
    if (line.width > width) {
        const auto reduced = [&](std::uint32_t first) {
            return reduce(task.text, first, line.last, line.width - width);
        };
        const auto left = [&](const std::vector<std::int16_t>& behind) {
            return std::accumulate(behind.begin(), behind.end(), line.width);
        };
        std::vector<std::int16_t> behind = reduced(from);
        const bool enough = left(behind) <= width;
        if (!enough) behind = reduced(line.first);
        adjust(behind, enough ? from : line.first, line, fitting);
        line.width = left(behind);
        return;
    }
    const bool white_fits = line.width + white <= width;
    const std::int32_t wanted = white_fits ? width - white : width;
    if (!reaches_edge || line.width == wanted) return;
    const std::vector<std::int16_t> behind = expand(task.text, from, line.last, wanted - line.width);
    if (behind.empty()) return;
    adjust(behind, from, line, fitting);
    line.width = wanted;
}

// What stands beyond the edge is no part of the line's width (JLREQ 3.8.2, ぶら下げ).
std::int32_t hanging_width(const FitTask& task, const LineWalk& walk, std::uint32_t last) {
    const CharClass kind = task.text.spaces[last - 1].kind;
    const bool can_hang = kind == CharClass::comma || kind == CharClass::full_stop;
    return task.hanging && task.justify && can_hang ? walk.width() - 500 : walk.width();
}

// Measures a line that is not empty, and adjusts it. `hang` is what later lines of its hard line hang by when
// it is the first.
void set_line(std::int32_t hang, bool goes_on, FittedLine& line, Fitting& fitting) {
    const FitTask& task = fitting.task;
    const ShapedText& text = task.text;
    LineWalk walk(task, line.first);
    for (std::uint32_t i = line.first; i < line.last; ++i) walk.take(i);
    const bool brackets = task.manner != Manner::plain && text.spaces[line.first].kind == CharClass::opening;
    line.head = brackets ? text.spaces[line.first].before : 0;
    line.width = walk.width();
    if (set_tabs(line, fitting)) return;
    const std::int32_t width = task.width - line.indent;
    const std::int32_t hanging = hanging_width(task, walk, line.last);
    const bool hangs = line.width > width && hanging <= width;
    if (hangs) line.width = hanging;
    const std::uint32_t from = first_movable(text, line, hang);
    adjust_line(width, hangs ? 0 : walk.white(), task.justify && goes_on, from, line, fitting);
}

void append_line(const HardLine& hard, std::uint32_t begin, const LineEnd& end, Fitting& fitting) {
    const ShapedText& text = fitting.task.text;
    const bool soft = begin != hard.first, goes_on = end.at != hard.last;
    FittedLine line{begin, end.at, text.glyphs[begin].begin, hard.end, soft ? hard.hang : 0};
    line.ended = end.kind;
    if (goes_on) line.end = text.glyphs[end.at].begin;
    if (soft) line.first = skip_blanks(text, begin, end.at);
    while (line.last > line.first && is_blank(text, line.last - 1)) --line.last;
    if (line.first < line.last) set_line(soft ? 0 : hard.hang, goes_on, line, fitting);
    fitting.result.lines.push_back(line);
}

void append_lines(const HardLine& hard, Fitting& fitting) {
    const FitTask& task = fitting.task;
    if (hard.first == hard.last) {
        fitting.result.lines.push_back({hard.first, hard.first, hard.begin, hard.end});
        return;
    }
    const bool at_phrases = task.manner != Manner::plain && (task.width < narrow_line || task.title) &&
                            hard.last - hard.first <= longest_for_phrases;
    std::uint32_t begin = hard.first;
    for (const LineEnd& end : at_phrases ? break_at_phrases(task, hard) : break_greedily(task, hard)) {
        append_line(hard, begin, end, fitting);
        begin = end.at;
    }
}

// Later lines stand under the text behind a list mark or the given byte, if that leaves at least half of the
// width and three characters (JLREQ 3.5.2).
std::int32_t hang_of(const FitTask& task, const HardLine& hard, bool first_hard_line) {
    if (task.manner == Manner::plain) return 0;
    const std::string_view text = task.text.utf8;
    std::size_t hang = first_hard_line ? task.hang : 0;
    if (hang == 0) hang = list_mark_length(text.substr(hard.begin, hard.end - hard.begin));
    if (hang == 0) return 0;
    LineWalk walk(task, hard.first);
    std::uint32_t i = hard.first;
    for (; i < hard.last && task.text.glyphs[i].begin < hard.begin + hang; ++i) walk.take(i);
    const std::int32_t width = walk.pen();
    constexpr std::int32_t least_left = 3000;
    return width * 2 <= task.width && task.width - width >= least_left ? width : 0;
}

FitTask without_justification_of_narrow_lines(FitTask task) {
    task.justify = task.justify && task.manner != Manner::plain && task.width >= narrow_line;
    return task;
}

} // namespace

FittedText fit_lines(const FitTask& wanted) {
    const FitTask task = without_justification_of_narrow_lines(wanted);
    const std::string_view text = task.text.utf8;
    Fitting fitting{task, {}};
    std::uint32_t begin = 0, glyph = 0;
    while (begin <= text.size()) {
        const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()));
        HardLine hard{begin, end, glyph, glyph, 0};
        while (hard.last < task.text.glyphs.size() && task.text.glyphs[hard.last].begin < end) ++hard.last;
        hard.hang = hang_of(task, hard, begin == 0);
        append_lines(hard, fitting);
        glyph = hard.last;
        begin = end + 1;
    }
    return std::move(fitting.result);
}

} // namespace taisho
