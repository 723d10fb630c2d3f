#include "typeset/fit_lines.h"

#include "base/utf8.h"
#include "text/characters.h"

#include <algorithm>
#include <optional>

// A hard line (up to a '\n' of the author) is fitted by walking over its glyphs and remembering the best
// place to break seen so far. Boundaries are glyph indices; boundary i lies before glyph i.

namespace taisho {
namespace {

struct HardLine {
    std::uint32_t begin, end;  // bytes, without '\n'
    std::uint32_t first, last; // glyphs
    std::int32_t hang;         // indent of its later lines, 1/1000 em
};

bool is_blank(std::string_view text, const Glyph& glyph) {
    const std::string_view source = text.substr(glyph.begin, glyph.end - glyph.begin);
    return source == " " || source == "　";
}

std::int32_t width_of(const std::vector<Glyph>& glyphs, std::uint32_t first, std::uint32_t last) {
    std::int32_t width = 0;
    for (std::uint32_t i = first; i < last; ++i) width += glyphs[i].advance;
    return width;
}

// How welcome a break before glyph i is. Inside a cluster there is no break.
Break break_before(const FitTask& task, std::uint32_t i) {
    const Glyph& glyph = task.glyphs[i];
    if (glyph.begin == glyph.end) return Break::none;
    return task.breaks[glyph.begin];
}

struct Candidates {
    std::optional<std::uint32_t> allowed, poor, grouped, emergency, any;

    void note(Break kind, std::uint32_t at) {
        switch (kind) {
        case Break::mandatory:
        case Break::allowed: allowed = at; break;
        case Break::poor: poor = at; break;
        case Break::group: grouped = at; break;
        case Break::token:
        case Break::word: emergency = at; break;
        case Break::none:
        case Break::line_start:
        case Break::line_end:
        case Break::small_kana:
        case Break::inseparable: break;
        }
    }
};

struct Choice {
    std::uint32_t at;
    bool emergency;
};

// A poor break is taken only when the good one before it would leave the line less than 60 % full.
Choice choose(const Candidates& candidates, const FitTask& task, std::uint32_t first, std::int32_t width) {
    const auto& [allowed, poor, grouped, emergency, any] = candidates;
    const bool short_line = allowed && width_of(task.glyphs, first, *allowed) * 5 < width * 3;
    if (poor && (!allowed || (short_line && *poor > *allowed))) return {*poor, false};
    if (allowed) return {*allowed, false};
    if (grouped) return {*grouped, true};
    if (emergency) return {*emergency, true};
    return {*any, true};
}

// Where the line that begins with glyph `first` ends.
Choice find_end(const FitTask& task, const HardLine& hard, std::uint32_t first, std::int32_t width) {
    Candidates candidates;
    std::int32_t used = 0;
    for (std::uint32_t i = first; i < hard.last; ++i) {
        const bool fits = used + task.glyphs[i].advance <= width || is_blank(task.text, task.glyphs[i]);
        if (i > first && task.glyphs[i].begin != task.glyphs[i].end) {
            candidates.note(break_before(task, i), i);
            const bool stays = is_combining(decode(task.text, task.glyphs[i].begin).character);
            if (!stays || !candidates.any) candidates.any = i;
        }
        if (!fits && candidates.any) return choose(candidates, task, first, width);
        used += task.glyphs[i].advance;
    }
    return {hard.last, false};
}

// One character is no line: moves the break before the last line back to the nearest good one that leaves at
// least half of the line before it.
void repair_tail(const FitTask& task, std::int32_t width, std::vector<Choice>& ends, std::uint32_t hard_first,
                 std::uint32_t hard_last) {
    if (ends.size() < 2) return;
    const std::uint32_t last_begin = ends[ends.size() - 2].at;
    const auto counts = [&](const Glyph& glyph) {
        if (glyph.begin == glyph.end || is_blank(task.text, glyph)) return false;
        const char32_t character = decode(task.text, glyph.begin).character;
        return !is_closing(character) && !is_comma_or_stop(character);
    };
    const auto characters =
        std::count_if(task.glyphs.begin() + last_begin, task.glyphs.begin() + hard_last, counts);
    if (characters > 1) return;
    const std::uint32_t line_begin = ends.size() > 2 ? ends[ends.size() - 3].at : hard_first;
    for (std::uint32_t at = last_begin - 1; at > line_begin; --at) {
        if (width_of(task.glyphs, line_begin, at) * 2 < width) return;
        if (width_of(task.glyphs, at, hard_last) > width) return;
        if (break_before(task, at) != Break::allowed) continue;
        ends[ends.size() - 2] = {at, false};
        return;
    }
}

FittedLine make_line(const FitTask& task, const HardLine& hard, std::uint32_t first, const Choice& end,
                     bool soft_start) {
    FittedLine line{first, end.at, task.glyphs[first].begin, 0, soft_start ? hard.hang : 0, 0, end.emergency};
    line.end = end.at == hard.last ? hard.end : task.glyphs[end.at].begin;
    while (soft_start && line.first < line.last && is_blank(task.text, task.glyphs[line.first])) ++line.first;
    while (line.last > line.first && is_blank(task.text, task.glyphs[line.last - 1])) --line.last;
    line.width = width_of(task.glyphs, line.first, line.last);
    return line;
}

void append_lines(const FitTask& task, const HardLine& hard, std::vector<FittedLine>& lines) {
    if (hard.first == hard.last) {
        lines.push_back({hard.first, hard.first, hard.begin, hard.end, 0, 0, false});
        return;
    }
    std::vector<Choice> ends;
    for (std::uint32_t first = hard.first; first < hard.last; first = ends.back().at) {
        const std::int32_t width = task.width - (first == hard.first ? 0 : hard.hang);
        ends.push_back(find_end(task, hard, first, width));
    }
    repair_tail(task, task.width - hard.hang, ends, hard.first, hard.last);
    std::uint32_t first = hard.first;
    for (const Choice& end : ends) {
        lines.push_back(make_line(task, hard, first, end, first != hard.first));
        first = end.at;
    }
}

// Later lines stand under the text behind a list mark or the given byte, if that leaves at least half of the
// width.
std::int32_t hang_of(const FitTask& task, const HardLine& hard, bool first_hard_line) {
    const std::string_view line = task.text.substr(hard.begin, hard.end - hard.begin);
    std::size_t hang = first_hard_line ? task.hang : 0;
    if (hang == 0 && task.hang_lists) hang = list_mark_length(line);
    std::int32_t width = 0;
    for (std::uint32_t i = hard.first; i < hard.last && task.glyphs[i].begin < hard.begin + hang; ++i) {
        width += task.glyphs[i].advance;
    }
    return width * 2 <= task.width ? width : 0;
}

} // namespace

std::vector<FittedLine> fit_lines(const FitTask& task) {
    std::vector<FittedLine> lines;
    std::uint32_t begin = 0, glyph = 0;
    const auto size = static_cast<std::uint32_t>(task.text.size());
    while (begin <= size) {
        const auto end = static_cast<std::uint32_t>(std::min(task.text.find('\n', begin), task.text.size()));
        HardLine hard{begin, end, glyph, glyph, 0};
        while (hard.last < task.glyphs.size() && task.glyphs[hard.last].begin < end) ++hard.last;
        hard.hang = hang_of(task, hard, begin == 0);
        append_lines(task, hard, lines);
        glyph = hard.last;
        begin = end + 1;
    }
    return lines;
}

} // namespace taisho
