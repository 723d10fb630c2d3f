#pragma once
// Content-stream operators (ISO 32000-1 annex A) with lengths as operands.

#include "base/colour.h"
#include "base/length.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace taisho {

// To two decimals of a point, a three hundredth of a millimetre.
Length rounded(Length length);

// The operands, rounded, then the operator and a line end.
void append_operation(std::string& content, std::initializer_list<Length> operands,
                      std::string_view operation);

// Sets the colour in which is filled, or in which lines are drawn.
void append_fill_colour(std::string& content, Colour colour);
void append_stroke_colour(std::string& content, Colour colour);

} // namespace taisho
