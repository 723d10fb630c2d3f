#include "layout/paginate.h"

#include <algorithm>
#include <array>

// Papers may have a hundred thousand bands, all of one unit or kept together, and pages without end in sight.
// So nothing walks along bands page by page: sums of heights and the neighbouring breaks of each firmness are
// computed once, and a page asks for them.

namespace taisho {
namespace {

constexpr std::array weaker{Keep::free, Keep::rows, Keep::lines}; // than a heading's

// A break `at` is the place before band `at`; 0 and the number of bands are breaks, too.
struct Breaks {
    std::vector<std::size_t> last; // for each place the last break at or before it
    std::vector<std::size_t> next; // the first at or behind it
};

Breaks find_breaks(std::size_t count, const auto& is_break) {
    Breaks breaks{std::vector<std::size_t>(count + 1), std::vector<std::size_t>(count + 1, count)};
    for (std::size_t at = 1; at <= count; ++at)
        breaks.last[at] = at == count || is_break(at) ? at : breaks.last[at - 1];
    for (std::size_t at = count; at-- > 0;)
        breaks.next[at] = at == 0 || is_break(at) ? at : breaks.next[at + 1];
    return breaks;
}

struct Strip {
    const std::vector<Band>& bands;
    PageRules rules;
    std::vector<std::int64_t> down; // of each place, from the upper edge of an endless page
    std::vector<std::int64_t>
        foot; // the lowest edge that any band up to this one needs if a page ends behind it
    std::array<Breaks, weaker.size()> breaks; // where no link firmer than this is cut
    Breaks units, starts;                     // where a unit begins; where a page is to begin
};

Strip make_strip(const std::vector<Band>& bands, const PageRules& rules) {
    const std::size_t count = bands.size();
    Strip strip{bands, rules, {0}, {}, {}, {}, {}};
    for (const Band& band : bands) {
        strip.down.push_back(strip.down.back() + band.space_before.mpt + band.height.mpt);
        const std::int64_t needed = strip.down.back() + band.closing.mpt;
        strip.foot.push_back(std::max(strip.foot.empty() ? needed : strip.foot.back(), needed));
    }
    for (std::size_t i = 0; i < weaker.size(); ++i)
        strip.breaks[i] = find_breaks(count, [&](std::size_t at) { return bands[at - 1].keep <= weaker[i]; });
    strip.units = find_breaks(count, [&](std::size_t at) { return bands[at - 1].unit != bands[at].unit; });
    strip.starts = find_breaks(count, [&](std::size_t at) { return bands[at].starts_page; });
    return strip;
}

// Where the endless page begins whose first band is `first`: what is dropped and what is said again at the
// head count.
std::int64_t head_of(const Strip& strip, std::size_t first) {
    const Band& band = strip.bands[first];
    return strip.down[first] + band.space_before.mpt - band.repeated.mpt;
}

// The height of bands [first, last) on a page of their own.
std::int64_t height_of(const Strip& strip, std::size_t first, std::size_t last) {
    return strip.down[last] + strip.bands[last - 1].closing.mpt - head_of(strip, first);
}

bool fits(const Strip& strip, std::size_t first, std::size_t last) {
    return height_of(strip, first, last) <= strip.rules.height.mpt;
}

// Whether a page with bands [first, last) leaves no more empty than it may for the sake of what comes.
bool is_full_enough(const Strip& strip, std::size_t first, std::size_t last) {
    const std::int64_t filled = strip.down[last] - head_of(strip, first);
    return filled * 100 >= std::int64_t{strip.rules.height.mpt} * (100 - strip.rules.whole_item);
}

std::size_t place_of(const std::vector<std::int64_t>& edges, std::int64_t edge) {
    return static_cast<std::size_t>(std::ranges::lower_bound(edges, edge) - edges.begin());
}

// The first band that no longer fits on the page that begins with `first`.
std::size_t overflow(const Strip& strip, std::size_t first) {
    const std::int64_t lowest = head_of(strip, first) + strip.rules.height.mpt;
    return std::max(place_of(strip.foot, lowest + 1), first + 1);
}

// Where the page is to end because a band starts a page, or the number of bands. A page that was begun only
// because the one before was full is not ended early: a break that is wanted while it is less than half full
// falls away.
std::size_t wanted_break(const Strip& strip, std::size_t first) {
    const bool wanted = first == 0 || strip.bands[first].starts_page;
    const std::int64_t half = head_of(strip, first) + (strip.rules.height.mpt + 1) / 2;
    const std::size_t from = wanted ? first + 1 : std::max(place_of(strip.down, half), first + 1);
    return strip.starts.next[std::min(from, strip.bands.size())];
}

// The last good break at or before `end`, which itself must be one if no better is found. What moves to the
// next page to stay together must fit there together; if it does not, a firmer link is kept and this one cut.
std::size_t legal_break(const Strip& strip, std::size_t first, std::size_t end) {
    for (std::size_t i = 0; i < weaker.size(); ++i) {
        const std::size_t at = strip.breaks[i].last[end];
        if (at == end) return end;
        if (at <= first || !fits(strip, at, strip.breaks[i].next[end + 1])) continue;
        const bool may_part = weaker[i] == Keep::free && strip.breaks[i + 1].last[end] > at;
        if (may_part && !is_full_enough(strip, first, at)) continue;
        return at;
    }
    return end;
}

// Where the unit begins that a break at `at` would cut, if it should rather move to the next page as a whole.
std::size_t unit_break(const Strip& strip, std::size_t first, std::size_t at) {
    const std::size_t begin = strip.units.last[at], end = strip.units.next[at];
    if (begin == at) return at;
    const std::size_t start = strip.breaks.front().last[begin]; // with what holds its first band
    const bool moves = start > first && fits(strip, start, end) && is_full_enough(strip, first, start);
    return moves ? start : at;
}

} // namespace

std::vector<PageRange> paginate(const std::vector<Band>& bands, const PageRules& rules) {
    const Strip strip = make_strip(bands, rules);
    std::vector<PageRange> pages;
    for (std::size_t first = 0; first < bands.size();) {
        std::size_t last = overflow(strip, first);
        const std::size_t wanted = wanted_break(strip, first);
        if (wanted <= last) {
            last = wanted;
        } else if (last < bands.size()) {
            last = unit_break(strip, first, legal_break(strip, first, last));
        }
        pages.push_back({first, last});
        first = last;
    }
    return pages;
}

} // namespace taisho
