#include "layout/paginate.h"

#include <algorithm>

namespace taisho {
namespace {

// The height of bands [first, last) at the head of a page.
Length height_of(const std::vector<Band>& bands, std::size_t first, std::size_t last) {
    Length height{};
    for (std::size_t i = first; i < last; ++i)
        height += (i == first ? bands[i].repeated : bands[i].space_before) + bands[i].height;
    return height;
}

// The first band that no longer belongs on the page that begins with `first`. A page that was begun because
// the one before was full is not ended early: a break that is wanted while it is less than half full falls
// away.
std::size_t overflow(const std::vector<Band>& bands, std::size_t first, Length height) {
    const bool wanted = first == 0 || bands[first].starts_page;
    Length used{};
    for (std::size_t i = first; i < bands.size(); ++i) {
        const bool breaks = bands[i].starts_page && (wanted || used * 2 >= height);
        used += (i == first ? bands[i].repeated : bands[i].space_before) + bands[i].height;
        if (i > first && (breaks || used + bands[i].closing > height)) return i;
    }
    return bands.size();
}

// The last legal break at or before `end`. It is `end` itself when there is none behind `first`, or when what
// would move to the next page to stay together does not fit there together either.
std::size_t legal_break(const std::vector<Band>& bands, std::size_t first, std::size_t end, Length height) {
    std::size_t at = end;
    while (at > first && bands[at - 1].keep_with_next) --at;
    const bool helps = at > first && height_of(bands, at, end + 1) <= height;
    return helps ? at : end;
}

// Where the unit begins that a break at `at` would cut, if it should rather move to the next page as a whole.
std::size_t unit_break(const std::vector<Band>& bands, std::size_t first, std::size_t at, Length height) {
    const std::uint32_t unit = bands[at].unit;
    if (bands[at - 1].unit != unit) return at;
    std::size_t begin = at, end = at;
    while (begin > first && bands[begin - 1].unit == unit) --begin;
    while (end < bands.size() && bands[end].unit == unit) ++end;
    const bool fits_whole = height_of(bands, begin, end) <= height;
    const bool half_full = height_of(bands, first, begin) * 2 >= height;
    const bool moves = begin > first && fits_whole && half_full;
    return moves ? legal_break(bands, first, begin, height) : at;
}

} // namespace

std::vector<PageRange> paginate(const std::vector<Band>& bands, Length height) {
    std::vector<PageRange> pages;
    for (std::size_t first = 0; first < bands.size();) {
        std::size_t last = overflow(bands, first, height);
        if (last < bands.size() && !bands[last].starts_page) {
            last = legal_break(bands, first, last, height);
            last = unit_break(bands, first, last, height);
        }
        pages.push_back({first, last});
        first = last;
    }
    return pages;
}

} // namespace taisho
