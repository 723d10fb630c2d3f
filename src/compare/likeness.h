#pragma once
// How much two texts have in common, found quickly and without any knowledge of words.

#include <cstdint>
#include <string_view>
#include <vector>

namespace taisho {

// The pairs of neighbouring characters, sorted: what makes two texts alike.
using Bigrams = std::vector<std::uint64_t>;

Bigrams bigrams_of(std::string_view text);

// 0 to 1000; 0 for texts that have too little in common to be one text that was amended.
int likeness(const Bigrams& a, const Bigrams& b);

} // namespace taisho
