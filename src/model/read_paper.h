#pragma once
#include "base/diagnostics.h"
#include "model/paper.h"
#include "xml/element.h"

#include <optional>

namespace taisho {

// The element <amendmentPaper> as a Paper. All slips are reported, and what can be read is returned all the
// same, so that later stages find their slips in the same run; nothing is returned when the root is another
// element.
std::optional<Paper> read_paper(const Element& root, Diagnostics& diagnostics);

// The paper as text, a line per fact, for inspection and goldens.
std::string dump(const Paper& paper);

} // namespace taisho
