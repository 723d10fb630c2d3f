#pragma once
#include "xml/shape.h"

#include <string>

namespace taisho {

// The elements of a house style, from the table of switches: as they are for a style that starts from no
// other, and for one that does and may leave out all but its title.
std::span<const Shape> style_shapes();
std::span<const Shape> derived_style_shapes();

// As an XML Schema, for editors.
std::string schema_of_styles();

} // namespace taisho
