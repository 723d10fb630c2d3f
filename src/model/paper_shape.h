#pragma once
#include "xml/shape.h"

namespace taisho {

// What an <amendmentPaper> may contain.
std::span<const Shape> paper_shapes();

} // namespace taisho
