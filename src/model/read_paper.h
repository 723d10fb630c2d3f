#pragma once
#include "base/diagnostics.h"
#include "model/paper.h"
#include "xml/element.h"

namespace taisho {

// The element <amendmentPaper>, or nothing when the root is another one. Of a paper whose plan is in a file
// of its own, `plan` is empty and `reference` says where it is. All slips of form are reported.
std::optional<Paper> read_paper(const Element& root, Diagnostics& diagnostics);

// The element <plan>, inside a paper or as the root of a file.
std::optional<Plan> read_plan(const Element& root, Diagnostics& diagnostics);

} // namespace taisho
