#pragma once
// 目次: a line for each heading, which leads to it. What stands behind a line, the page number, is for the
// layout; a sheet has none.

#include "document/draft.h"

#include <cstddef>
#include <string>

namespace taisho {

// Puts a heading and lists it. `behind` follows it lightly where it stands, but not in the contents: the page
// of the plan would be taken for one of this paper.
void put_heading(Paragraph heading, const std::string& behind, Draft& draft);

// Puts the contents before block `at` of the body, once all headings are there; nothing when none is listed.
void insert_contents(std::size_t at, Draft& draft);

} // namespace taisho
