#pragma once
// What two lists have in common, in order: the edit script of dtl, kept within bounds for any input.

#include <cstddef>
#include <vector>

namespace taisho {

// before[i] == after[j] for `length` entries from here on.
struct EqualRun {
    std::size_t before = 0, after = 0, length = 0;
    bool operator==(const EqualRun&) const = default;
};

// The runs of equal entries, ascending in both lists. The longest such list for what dtl can compare in
// bounded time; in longer lists entries that stand once on both sides divide the work first, and a stretch
// that is still too long has nothing in common.
std::vector<EqualRun> find_equal_runs(const std::vector<int>& before, const std::vector<int>& after);

// The size of a comparison of every entry with every other for which there is time: two lists of 1,000
// entries are compared so, and in large wholes the stretches become shorter, so that the work grows with
// `whole` only.
bool is_affordable(std::size_t before, std::size_t after, std::size_t whole);

} // namespace taisho
