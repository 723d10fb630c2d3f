#pragma once
#include <cstdint>

namespace taisho {

// 0xRRGGBB
using Colour = std::uint32_t;

inline constexpr Colour no_colour = 0xff000000; // nothing is painted, or nothing is said of it
inline constexpr Colour black = 0, white = 0xffffff;

constexpr Colour grey(std::uint8_t shade) { return shade * 0x010101U; } // 0 black, 255 white

} // namespace taisho
