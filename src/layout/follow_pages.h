#pragma once
// The pages of the paper on the sheet: the sheet breaks where the paper breaks, so that both can be leafed
// through side by side.

#include "layout/flow.h"

namespace taisho {

// Marks the bands of the sheet with which a page of the paper begins. Where a page begins inside a row or a
// paragraph, the sheet, which has other lines, is cut before the line that begins nearest to the same
// character of the longest text.
// REQUIRES: both are flows of the same document.
void follow_pages(const Flow& paper, Flow& sheet);

} // namespace taisho
