#pragma once
#include "xml/shape.h"

#include <string>

namespace taisho {

// The elements of a paper (root amendmentPaper) and of a plan in a file of its own (root plan), with what
// each means.
std::span<const Shape> paper_shapes();

// The same as an XML Schema, for editors.
std::string schema_of_papers();

} // namespace taisho
