#pragma once
// The alignment of two lists: which entry of one is which entry of the other.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace taisho {

// The places of an entry in both lists; one of them is missing for an entry of one list only.
using Pairing = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;

// Too many entries for the best alignment: each entry takes the first partner among the next few.
template <class A, class B, class Score>
std::vector<std::pair<std::size_t, std::size_t>> near_pairs(const A& before, const B& after, Score score) {
    constexpr std::size_t reach = 32;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::size_t next = 0; // the first of `before` that may still be taken
    for (std::size_t j = 0; j < after.size(); ++j) {
        const std::size_t end = std::min(before.size(), next + reach);
        std::size_t i = next;
        while (i < end && score(before[i], after[j]) <= 0) ++i;
        if (i == end) continue;
        pairs.emplace_back(i, j);
        next = i + 1;
    }
    return pairs;
}

// Of all pairs in the order of both lists those of the greatest sum; of equal sums the earliest pairs.
template <class A, class B, class Score>
std::vector<std::pair<std::size_t, std::size_t>> best_pairs(const A& before, const B& after, Score score) {
    const std::size_t rows = before.size(), columns = after.size(), width = columns + 1;
    std::vector<std::int32_t> scores(rows * columns), best((rows + 1) * width);
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            const std::int32_t one = score(before[i], after[j]);
            scores[i * columns + j] = one;
            const std::int32_t without = std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
            best[i * width + j] = one > 0 ? std::max(without, one + best[(i + 1) * width + j + 1]) : without;
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        const std::int32_t one = scores[i * columns + j];
        if (one > 0 && best[i * width + j] == one + best[(i + 1) * width + j + 1]) {
            pairs.emplace_back(i++, j++);
        } else if (best[i * width + j] == best[(i + 1) * width + j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return pairs;
}

// As below, with the best alignment for up to `most_cells` pairs of entries.
template <class A, class B, class Score>
std::vector<Pairing> align_within(std::size_t most_cells, const A& before, const B& after, Score score) {
    const bool small = before.empty() || after.size() <= most_cells / before.size();
    const auto pairs = small ? best_pairs(before, after, score) : near_pairs(before, after, score);
    std::vector<Pairing> result;
    std::size_t i = 0, j = 0;
    const auto fill_up_to = [&](std::size_t end_before, std::size_t end_after) {
        for (; i < end_before; ++i) result.emplace_back(i, std::nullopt);
        for (; j < end_after; ++j) result.emplace_back(std::nullopt, j);
    };
    for (const auto& [left, right] : pairs) {
        fill_up_to(left, right);
        result.emplace_back(i++, j++);
    }
    fill_up_to(before.size(), after.size());
    return result;
}

// Aligns two lists in their order so that the sum of score(before[i], after[j]) over all pairs is the
// greatest; a score of 0 or less means that the two cannot belong together. The result has the order of
// `after`, with what only `before` has behind its predecessor. Lists of very many entries are aligned with
// what stands near.
template <class A, class B, class Score>
std::vector<Pairing> align(const A& before, const B& after, Score score) {
    constexpr std::size_t most_cells = 2'000'000; // above them the table of all pairs is not built
    return align_within(most_cells, before, after, score);
}

} // namespace taisho
