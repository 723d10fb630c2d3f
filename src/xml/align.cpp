#include "xml/align.h"

#include <algorithm>
#include <map>

namespace taisho {
namespace {

using Digests = std::span<const std::uint64_t>;

// Cells of the table for a longest common subsequence. A file may hold very many lists, each of this size.
constexpr std::size_t most_cells = 250'000;

// Two lists from their entries `before` and `after` on, within the whole; `matches` is that of the whole.
struct Stretch {
    Digests before, after;
    std::size_t before_begin, after_begin;
};

void match_exactly(const Stretch& stretch, std::vector<std::size_t>& matches) {
    const std::size_t rows = stretch.before.size(), columns = stretch.after.size();
    std::vector<std::uint32_t> length((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
        return length[i * (columns + 1) + j];
    };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            at(i, j) = stretch.before[i] == stretch.after[j] ? at(i + 1, j + 1) + 1
                                                             : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (stretch.before[i] == stretch.after[j]) {
            matches[stretch.after_begin + j++] = stretch.before_begin + i++;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
}

// For each entry of `after` the place in `before` of the same digest, where either list has it once.
std::vector<std::size_t> match_unique(const Stretch& stretch) {
    struct Found {
        std::size_t before_count = 0, after_count = 0, before_at = 0;
    };
    std::map<std::uint64_t, Found> found;
    for (std::size_t i = 0; i < stretch.before.size(); ++i) {
        Found& entry = found[stretch.before[i]];
        ++entry.before_count, entry.before_at = i;
    }
    for (const std::uint64_t digest : stretch.after) ++found[digest].after_count;
    std::vector<std::size_t> matches;
    for (const std::uint64_t digest : stretch.after) {
        const Found& entry = found[digest];
        const bool once = entry.before_count == 1 && entry.after_count == 1;
        matches.push_back(once ? entry.before_at : unmatched);
    }
    return matches;
}

// What begins and what ends alike is matched; the rest is returned.
Stretch match_ends(Stretch stretch, std::vector<std::size_t>& matches) {
    const auto shorter = [&] { return std::min(stretch.before.size(), stretch.after.size()); };
    while (shorter() > 0 && stretch.before.front() == stretch.after.front()) {
        matches[stretch.after_begin++] = stretch.before_begin++;
        stretch.before = stretch.before.subspan(1);
        stretch.after = stretch.after.subspan(1);
    }
    while (shorter() > 0 && stretch.before.back() == stretch.after.back()) {
        stretch.before = stretch.before.first(stretch.before.size() - 1);
        stretch.after = stretch.after.first(stretch.after.size() - 1);
        matches[stretch.after_begin + stretch.after.size()] = stretch.before_begin + stretch.before.size();
    }
    return stretch;
}

void match_between(const Stretch& whole, std::vector<std::size_t>& matches) {
    const Stretch rest = match_ends(whole, matches);
    if (!rest.after.empty() && rest.before.size() <= most_cells / rest.after.size())
        match_exactly(rest, matches);
}

} // namespace

std::vector<bool> longest_rising(std::span<const std::size_t> values) {
    std::vector<std::size_t> ends; // ends[n]: the index of the least value that n + 1 rising values end with
    std::vector<std::size_t> previous(values.size(), unmatched);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == unmatched) continue;
        const auto place =
            std::ranges::lower_bound(ends, values[i], {}, [&](std::size_t k) { return values[k]; });
        if (place != ends.begin()) previous[i] = *(place - 1);
        if (place == ends.end()) {
            ends.push_back(i);
        } else {
            *place = i;
        }
    }
    std::vector<bool> chosen(values.size(), false);
    for (std::size_t i = ends.empty() ? unmatched : ends.back(); i != unmatched; i = previous[i])
        chosen[i] = true;
    return chosen;
}

std::vector<std::size_t> align(Digests before, Digests after) {
    std::vector<std::size_t> matches(after.size(), unmatched);
    const Stretch rest = match_ends({before, after, 0, 0}, matches);
    if (rest.after.empty() || rest.before.empty()) return matches;
    if (rest.before.size() <= most_cells / rest.after.size()) {
        match_exactly(rest, matches);
        return matches;
    }
    // Too long for a table: what is there once in both lists parts them into short stretches.
    const std::vector<std::size_t> unique = match_unique(rest);
    const std::vector<bool> chosen = longest_rising(unique);
    std::size_t i = 0, j = 0;
    const auto match_until = [&](std::size_t before_end, std::size_t after_end) {
        match_between({rest.before.subspan(i, before_end - i), rest.after.subspan(j, after_end - j),
                       rest.before_begin + i, rest.after_begin + j},
                      matches);
        i = before_end + 1, j = after_end + 1;
    };
    for (std::size_t k = 0; k < rest.after.size(); ++k) {
        if (!chosen[k]) continue;
        matches[rest.after_begin + k] = rest.before_begin + unique[k];
        match_until(unique[k], k);
    }
    match_until(rest.before.size(), rest.after.size());
    return matches;
}

} // namespace taisho
