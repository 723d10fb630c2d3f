#pragma once
#include "document/draft.h"
#include "revise/revisions.h"

namespace taisho {

// A word that is exchanged everywhere: what becomes what, and a list of the places. It looks the same in all
// arrangements.
void append_renaming(const Renaming& renaming, Draft& draft);

} // namespace taisho
