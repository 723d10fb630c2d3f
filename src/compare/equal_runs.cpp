#include "compare/equal_runs.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <dtl/dtl.hpp>
#include <unordered_map>

// dtl compares in O(NP) and so is quick where little differs; in the worst case it keeps a record for every
// pair of entries, and from two million records on it begins anew with lists that it takes to be sorted by
// length. So it is asked only about stretches in which that cannot happen.

namespace taisho {
namespace {

struct Stretch {
    std::size_t before = 0, before_end = 0, after = 0, after_end = 0;
};

void add_run(EqualRun run, std::vector<EqualRun>& runs) {
    if (run.length == 0) return;
    const bool goes_on = !runs.empty() && runs.back().before + runs.back().length == run.before &&
                         runs.back().after + runs.back().length == run.after;
    if (goes_on) {
        runs.back().length += run.length;
    } else {
        runs.push_back(run);
    }
}

void add_script(const std::vector<int>& before, const std::vector<int>& after, Stretch stretch,
                std::vector<EqualRun>& runs) {
    const auto part = [](const std::vector<int>& list, std::size_t begin, std::size_t end) {
        return std::vector<int>(list.begin() + static_cast<std::ptrdiff_t>(begin),
                                list.begin() + static_cast<std::ptrdiff_t>(end));
    };
    dtl::Diff<int, std::vector<int>> diff(part(before, stretch.before, stretch.before_end),
                                          part(after, stretch.after, stretch.after_end));
    diff.compose();
    std::size_t i = stretch.before, j = stretch.after;
    const auto script = diff.getSes().getSequence();
    for (const auto& [entry, step] : script) {
        if (step.type == dtl::SES_COMMON) add_run({i, j, 1}, runs);
        if (step.type != dtl::SES_ADD) ++i;
        if (step.type != dtl::SES_DELETE) ++j;
    }
}

struct Lists {
    const std::vector<int>& before;
    const std::vector<int>& after;
};

// Pairs of places whose keys stand once on each side of the stretch, in the order of `before`.
std::vector<std::pair<std::size_t, std::size_t>> unique_pairs(const Lists& keys, const Stretch& stretch) {
    struct Seen {
        std::size_t count_before = 0, count_after = 0, at_after = 0;
    };
    std::unordered_map<int, Seen> seen;
    for (std::size_t i = stretch.before; i < stretch.before_end; ++i) ++seen[keys.before[i]].count_before;
    for (std::size_t j = stretch.after; j < stretch.after_end; ++j) {
        Seen& entry = seen[keys.after[j]];
        ++entry.count_after, entry.at_after = j;
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = stretch.before; i < stretch.before_end; ++i) {
        const Seen& entry = seen[keys.before[i]];
        if (entry.count_before == 1 && entry.count_after == 1) pairs.emplace_back(i, entry.at_after);
    }
    return pairs;
}

// The longest ascending choice (patience sorting).
std::vector<std::pair<std::size_t, std::size_t>>
longest_ascending(const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tops, previous(pairs.size(), none);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto pile = std::ranges::lower_bound(tops, pairs[i].second, {},
                                                   [&](std::size_t top) { return pairs[top].second; });
        if (pile != tops.begin()) previous[i] = *(pile - 1);
        if (pile == tops.end()) {
            tops.push_back(i);
        } else {
            *pile = i;
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> chosen;
    for (std::size_t i = tops.empty() ? none : tops.back(); i != none; i = previous[i])
        chosen.push_back(pairs[i]);
    std::ranges::reverse(chosen);
    return chosen;
}

// A stretch without the equal entries at its ends; the run at its beginning is added, that at its end
// returned.
EqualRun trim(const std::vector<int>& before, const std::vector<int>& after, Stretch& stretch,
              std::vector<EqualRun>& runs) {
    auto& [i, i_end, j, j_end] = stretch;
    EqualRun head{i, j, 0};
    for (; i < i_end && j < j_end && before[i] == after[j]; ++i, ++j) ++head.length;
    add_run(head, runs);
    std::size_t length = 0;
    for (; i < i_end && j < j_end && before[i_end - 1] == after[j_end - 1]; --i_end, --j_end) ++length;
    return {i_end, j_end, length};
}

// For each place a number for the entries from there on, twice as many as the numbers given stand for.
std::vector<int> doubled(const std::vector<int>& keys, std::size_t reach,
                         std::unordered_map<std::uint64_t, int>& numbers) {
    std::vector<int> result;
    result.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::uint32_t next =
            i + reach < keys.size() ? static_cast<std::uint32_t>(keys[i + reach]) + 1 : 0;
        const std::uint64_t both = std::uint64_t{static_cast<std::uint32_t>(keys[i])} << 32 | next;
        result.push_back(numbers.emplace(both, static_cast<int>(numbers.size())).first->second);
    }
    return result;
}

// What divides a stretch that is too long: first eight entries in a row that stand once on both sides, then
// single ones.
enum class Divider : std::uint8_t { eight, one, none };

struct Comparison {
    Lists entries, eights;

    const Lists& keys(Divider divider) const { return divider == Divider::eight ? eights : entries; }
};

Divider next_of(Divider divider) { return divider == Divider::eight ? Divider::one : Divider::none; }

void add_stretch(const Comparison& comparison, Stretch stretch, Divider divider,
                 std::vector<EqualRun>& runs) {
    const auto& [before, after] = comparison.entries;
    const EqualRun tail = trim(before, after, stretch, runs);
    const std::size_t size_before = stretch.before_end - stretch.before;
    const std::size_t size_after = stretch.after_end - stretch.after;
    if (size_before > 0 && size_after > 0) {
        if (is_affordable(size_before, size_after, before.size() + after.size())) {
            add_script(before, after, stretch, runs);
        } else if (divider != Divider::none) {
            for (const auto& [i, j] : longest_ascending(unique_pairs(comparison.keys(divider), stretch))) {
                add_stretch(comparison, {stretch.before, i, stretch.after, j}, next_of(divider), runs);
                add_run({i, j, 1}, runs);
                stretch.before = i + 1, stretch.after = j + 1;
            }
            add_stretch(comparison, stretch, next_of(divider), runs);
        }
    }
    add_run(tail, runs);
}

} // namespace

bool is_affordable(std::size_t before, std::size_t after, std::size_t whole) {
    constexpr std::size_t most = 1'500'000, all = 12'000'000, least = 64;
    const std::size_t per_entry = std::max(least, all / std::max<std::size_t>(whole, 1));
    const std::size_t allowed = std::min(most, per_entry * (before + after + 1));
    return after + 1 <= allowed / (before + 1);
}

std::vector<EqualRun> find_equal_runs(const std::vector<int>& before, const std::vector<int>& after) {
    std::vector<int> eights_before, eights_after;
    if (!is_affordable(before.size(), after.size(), before.size() + after.size())) {
        eights_before = before, eights_after = after;
        for (const std::size_t reach : {1U, 2U, 4U}) {
            std::unordered_map<std::uint64_t, int> numbers;
            eights_before = doubled(eights_before, reach, numbers);
            eights_after = doubled(eights_after, reach, numbers);
        }
    }
    std::vector<EqualRun> runs;
    add_stretch({{before, after}, {eights_before, eights_after}}, {0, before.size(), 0, after.size()},
                Divider::eight, runs);
    return runs;
}

} // namespace taisho
