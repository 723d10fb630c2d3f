#include "typeset/choose_breaks.h"
#include "typeset/measure.h"

#include <algorithm>
#include <compare>

// A total fit by dynamic programming from the end of the text: for each place, the best way to set all that
// follows. A line of at most 12 em has few places to end, so the work is linear in the length of the text.
// Of equal ways the one with the longer first line wins.

namespace taisho {
namespace {

// Beside the costs of text/phrases.h, of which a break inside a word has 90.
constexpr std::int32_t squeezed = 30;     // white was reduced inside a line
constexpr std::int32_t lonely_end = 1000; // a last line of one character (JLREQ 3.5.4)

// What a way of setting costs, the weightiest first.
struct Cost {
    std::int64_t concessions = 0;
    std::int32_t lines = 0;
    std::int64_t disturbance = 0;

    auto operator<=>(const Cost&) const = default;
};

Cost operator+(const Cost& a, const Cost& b) {
    return {a.concessions + b.concessions, a.lines + b.lines, a.disturbance + b.disturbance};
}

// R14: what is conceded sooner weighs half of the next. Tracking is conceded first.
constexpr std::int64_t tracked = 1;
std::int64_t weight_of(Break kind) {
    switch (kind) {
    case Break::mandatory:
    case Break::allowed:
    case Break::poor: return 0;
    case Break::word: return 2;
    case Break::group: return 4;
    case Break::token: return 8;
    case Break::inseparable: return 16;
    case Break::small_kana: return 32;
    case Break::line_end: return 64;
    case Break::line_start: return 128;
    case Break::none: return 1024;
    }
    return 0;
}

struct Way {
    Cost cost;
    LineEnd end;
    bool known = false;
};

struct Search {
    const FitTask& task;
    const HardLine& hard;
    std::vector<Way> ways; // from each glyph of the hard line, and one behind the last

    Way& way(std::uint32_t glyph) { return ways[glyph - hard.first]; }
};

// The cost of a line [begin, end), by what it needs beyond its width.
Cost line_cost(const Search& search, std::uint32_t begin, LineEnd end, std::int32_t excess,
               std::int32_t slack) {
    const FitTask& task = search.task;
    Cost cost{weight_of(end.kind), 1, 0};
    if (excess > 0) cost.disturbance += squeezed;
    if (excess > slack) cost.concessions += tracked;
    if (end.at == search.hard.last) {
        const bool lonely = begin > search.hard.first && is_lonely(task.text, begin, end.at);
        cost.disturbance += lonely ? lonely_end : 0;
    } else if (const std::uint32_t byte = task.text.glyphs[end.at].begin; byte < task.costs.size()) {
        cost.disturbance += task.costs[byte];
    }
    return cost;
}

void consider(Search& search, std::uint32_t begin, LineEnd end, std::int32_t excess, std::int32_t slack) {
    const Cost cost = line_cost(search, begin, end, excess, slack) + search.way(end.at).cost;
    Way& way = search.way(begin);
    if (!way.known || cost <= way.cost) way = {cost, end, true};
}

// All lines that can begin with glyph `begin`.
void find_way(Search& search, std::uint32_t begin) {
    const FitTask& task = search.task;
    const bool soft = begin != search.hard.first;
    const std::int32_t width = task.width - (soft ? search.hard.hang : 0);
    const std::uint32_t last = search.hard.last;
    const std::uint32_t first = soft ? skip_blanks(task.text, begin, last - 1) : begin;
    LineWalk walk(task, first);
    walk.take(first);
    for (std::uint32_t i = first + 1;; ++i) {
        const bool inside = i < last && is_blank(task.text, i); // a line ends behind its blanks
        const Break kind = i == last ? Break::mandatory : inside ? Break::none : break_before(task, i);
        const std::int32_t excess = walk.width() - width;
        const bool far_beyond =
            walk.least() > width || walk.pen() > width * 2; // whatever blanks or tabs there are
        if (far_beyond && search.way(begin).known) return;
        if (kind != Break::none) consider(search, begin, {i, kind}, excess, walk.slack());
        if (i == last) return;
        walk.take(i);
    }
}

} // namespace

std::vector<LineEnd> break_at_phrases(const FitTask& task, const HardLine& hard) {
    Search search{task, hard, std::vector<Way>(hard.last - hard.first + std::size_t{1})};
    for (std::uint32_t begin = hard.last; begin-- > hard.first;) {
        const bool begins_line = break_before(task, begin) != Break::none && !is_blank(task.text, begin);
        if (begin == hard.first || begins_line) find_way(search, begin);
    }
    std::vector<LineEnd> ends;
    for (std::uint32_t begin = hard.first; begin < hard.last; begin = ends.back().at)
        ends.push_back(search.way(begin).end);
    return ends;
}

} // namespace taisho
