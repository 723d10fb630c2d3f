#pragma once
// How much a line break disturbs a reader of Japanese. Between almost any two characters a line may end
// (line_breaks.h), but in a cell of four or five characters 報告|書作成 reads worse than 報告書|作成. Without
// a dictionary: kinds of characters, particles, and what ends and begins words of Han tell most of it.

#include <cstdint>
#include <string_view>
#include <vector>

namespace taisho {

// What phrase_costs says, from a break that helps to one that hurts.
namespace phrase_cost {
inline constexpr std::uint8_t phrase = 0;    // 方針を|策定, 、|, |「, 前年度比|５％増
inline constexpr std::uint8_t compound = 10; // 進捗|管理, データ|連携
inline constexpr std::uint8_t particle = 15; // 方針に|ついて: behind a particle, before hiragana
inline constexpr std::uint8_t dangling = 30; // 」|の: a particle begins the line; 担い|手
inline constexpr std::uint8_t counter = 40;  // １０|校区, ％|増
inline constexpr std::uint8_t affix = 50;    // 福祉|的, 各|部局
inline constexpr std::uint8_t long_word =
    60; // インター|ネット: in a word of katakana, where it may be joined
inline constexpr std::uint8_t word_end = 70; // 計画|の, 取り|組み: between a word and its ending
inline constexpr std::uint8_t word = 90;     // 進|捗, マ|ッチ
inline constexpr std::uint8_t token = 100;   // inside numbers and Latin words; where no line may begin or end
} // namespace phrase_cost

// For each byte offset that begins a character, and for the end, the cost of a line break there; 0 at both
// ends and behind '\n'. What it says of other offsets has no meaning. Linear in the length of the text.
std::vector<std::uint8_t> phrase_costs(std::string_view text);

} // namespace taisho
