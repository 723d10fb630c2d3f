#pragma once
// How high a row has to be for texts that Excel wraps: an estimate, for cells that no layout has set.

#include "base/length.h"

#include <cstdint>
#include <string_view>

namespace taisho {

// The pixels of a column that shows so many digits of the Normal font, which are 7 pixels wide (ECMA-376
// 18.3.1.13).
constexpr std::uint16_t pixels_of_digits(int digits) { return static_cast<std::uint16_t>(digits * 7 + 5); }

// Counts characters as half or full width and leaves the margins of the print sheet: 97 % of the width.
std::uint32_t count_lines(std::string_view text, std::uint16_t pixels, Length size);

// `line_pitch` is in percent of the size. At most Excel's 409.5 pt.
Length height_of_lines(std::uint32_t lines, Length size, std::int32_t line_pitch);

} // namespace taisho
