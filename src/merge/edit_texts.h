#pragma once
#include "merge/drafting.h"
#include "merge/find_edits.h"

namespace taisho {

// Texts that somebody has edited, in the order of the paper. What no amendment can express is told.
void edit_texts(const std::vector<TextEdit>& texts, Drafting& drafting);

// One of them, to nothing at all; false when there is no such text.
bool clear_text(const DataPlace& place, Drafting& drafting);

} // namespace taisho
