#pragma once
// Which edits somebody has made: what the sheet says, held against what it said when it was written and
// against what the XML says now.

#include "merge/edited_sheet.h"

namespace taisho {

// A text that is another one than it was. `paper` is what the XML says now.
struct TextEdit {
    DataPlace place;
    std::string base, paper, sheet;
    const EditedRow* row = nullptr; // none: somebody has removed it
};

struct Edits {
    std::vector<TextEdit> changes;       // to be made
    std::vector<TextEdit> conflicts;     // the XML was changed there too, to something else
    std::vector<DataPlace> removed;      // whose rows are not on the sheet any more
    std::vector<const EditedRow*> added; // rows without an ID whose text the paper does not have
};

// In the order of the paper. An edit of what may not be edited is told and left out, as is one of a text that
// the XML does not have any more (an error). `same_paper`: the XML is what the workbook was made from, so
// that the locked cells can be held against it too.
Edits find_edits(const EditedWorkbook& workbook, const DataTable& paper, bool same_paper,
                 Diagnostics& diagnostics);

} // namespace taisho
