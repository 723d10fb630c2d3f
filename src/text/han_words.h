#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace taisho {

// The words that a run of Han is made of: for each of its boundaries (the first stands behind the first
// character) what a line break there costs, in terms of phrases.h. `joined`: a number or a word of katakana
// or Latin letters stands right before, to which a suffix may belong (データ化). Linear in the length of the
// run.
std::vector<std::uint8_t> han_costs(std::span<const char32_t> run, bool joined);

// Characters that belong to the word before or behind them: 的 化 性, 各 全 前.
bool is_han_suffix(char32_t character);
bool is_han_prefix(char32_t character);

} // namespace taisho
