#pragma once
#include "merge/find_edits.h"
#include "merge/removals.h"

#include <string>

namespace taisho {

// What is to be done, and what is not decided.
struct EditsToMake {
    std::vector<TextEdit> texts;     // to be made, in the order of the paper
    std::vector<TextEdit> conflicts; // not decided
    std::vector<Removal> removals;
    std::vector<const EditedRow*> added;
};

// The edits for a reader at a terminal: each text before and after, its different words between ⟦ and ⟧; of a
// conflict also what the paper says now. Ends with a line that counts them.
std::string describe(const EditsToMake& edits, const EditedWorkbook& workbook, const PlaceNames& names,
                     Language language);

} // namespace taisho
