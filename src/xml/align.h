#pragma once
// Which entries of two lists belong together when only their order and their digests are known.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace taisho {

inline constexpr std::size_t unmatched = static_cast<std::size_t>(-1);

// For each entry of `after` the entry of `before` with the same digest, or unmatched; the matches rise. Short
// lists get the longest common subsequence; in long ones, entries that differ widely may stay unmatched.
std::vector<std::size_t> align(std::span<const std::uint64_t> before, std::span<const std::uint64_t> after);

// The longest choice of values that rise, as a mark for each value; those that are unmatched are left out.
std::vector<bool> longest_rising(std::span<const std::size_t> values);

} // namespace taisho
