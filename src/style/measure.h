#pragma once
#include "base/colour.h"
#include "base/length.h"

#include <optional>
#include <string>
#include <string_view>

namespace taisho {

// "10.5pt" or "20mm", with at most three decimals, from 0 to 2000 pt. Nothing when it is written otherwise.
std::optional<Length> parse_length(std::string_view text);

// In points, or in millimetres where it is a whole number of tenths of one: "10.5pt", "21.3mm".
std::string shown_length(Length length);

// "#rrggbb", or a grey from "0" (black) to "255" (white).
std::optional<Colour> parse_colour(std::string_view text);
std::string shown_colour(Colour colour);

// Whether a text of that colour can be read on that ground: a contrast of 4.5 or more (JIS X 8341-3 1.4.3,
// WCAG 2.0).
bool is_readable(Colour text, Colour ground);

} // namespace taisho
