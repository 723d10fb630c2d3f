#pragma once
// The paper after the edits that somebody has made in a workbook.

#include "merge/find_edits.h"
#include "merge/removals.h"
#include "model/paper.h"

namespace taisho {

// Makes the edits on the plan as the paper makes it, and then changes the amendments so that they lead there:
// so an edit may be of any kind that the plan has room for, whatever the amendment said before. Edits that no
// amendment can express are told, with the row they come from. `names` are those of the table of
// `paper`.
Paper make_edits(const Paper& paper, const PlaceNames& names, const EditedWorkbook& workbook,
                 const std::vector<TextEdit>& texts, const std::vector<Removal>& removals,
                 const std::vector<const EditedRow*>& added, Diagnostics& diagnostics);

} // namespace taisho
