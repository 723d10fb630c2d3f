#pragma once
// Cells over several rows. Where a page ends among its rows, such a cell is shown on both pages, so that a
// reader never has to leaf back; each part must have room for it.

#include "layout/flow.h"

#include <vector>

namespace taisho {

// Makes rows tall enough for the cells that span them, and takes apart the spans that no page has room for:
// their text stands in the first row then, and the rest is empty.
void settle_spans(SetTable& set, const Medium& medium);

// Rows behind which no page may end, because a cell over them would have too little room above or below.
std::vector<bool> held_by_spans(const SetTable& set, const Medium& medium);

} // namespace taisho
