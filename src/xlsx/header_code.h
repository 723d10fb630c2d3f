#pragma once
// The codes in which Excel keeps the head and foot of printed pages (ECMA-376 18.3.1.39).

#include "layout/sheet.h"

#include <string>

namespace taisho {

inline constexpr std::size_t longest_header = 255; // UTF-16 units with all codes; Excel's limit

// Where it would be too long, the longest texts are cut. The page number is written by Excel, in half-width
// digits; `last_page` is the number of the last page.
std::string header_code(SheetLine line, const SheetFonts& fonts, int last_page);

} // namespace taisho
