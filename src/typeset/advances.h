#pragma once
#include "fonts/font_book.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace taisho {

// The advance of each code point of a line that is neither reduced nor expanded, 1/1000 em. White counts with
// the mark it belongs to; an opening bracket at the head of the line has none before it. A code point that is
// drawn with the one before it has 0.
std::vector<std::int32_t> line_advances(const FontBook& fonts, Family family, std::string_view line);

} // namespace taisho
