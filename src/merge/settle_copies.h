#pragma once
#include "merge/edited_sheet.h"
#include "merge/names.h"

namespace taisho {

// People make a new row by copying one, and the hidden ID comes with it. Of the rows with one ID those are
// new whose other cells say less of what the ID's row is about than another's do. What then still is there
// twice and does not say the same is told (T625), as is, if the paper is the one that the workbook was made
// from, an ID that no row of the paper has (T624).
void settle_copies(EditedWorkbook& workbook, const PlaceNames& names, bool same_paper,
                   Diagnostics& diagnostics);

// What a row is about, as one text: 階層, 項目, 欄, 指標, 行, 列, 内容 and 修正前後, folded.
std::string subject_of(const EditedRow& row);
std::string subject_of(const DataTable& paper, const DataRow& row);

} // namespace taisho
