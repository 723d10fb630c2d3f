#pragma once
#include "xml/shape.h"

#include <vector>

namespace taisho {

// The paper as a whole and what it says of itself. Internal to the room: a part of paper_shapes().
std::vector<Shape> meta_shapes();

} // namespace taisho
