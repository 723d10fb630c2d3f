#pragma once
// What somebody means who has removed rows of the data sheet.

#include "merge/edited_sheet.h"
#include "merge/names.h"

namespace taisho {

// amendment: all rows of a unit are gone, of both sides: it is no longer amended. unit: only those of 修正後:
// it is to be deleted. text: one that a unit can be without, such as a note.
enum class Removes : std::uint8_t { amendment, unit, field, column, row, text };

struct Removal {
    Removes what = Removes::text;
    DataPlace place; // as far as it says what is meant: the unit, the field, the column …
};

// The largest things whose rows are all gone, in the order of the paper. Single texts that cannot be missing
// are told (T635). `removed` are places of editable rows of the paper, in any order.
std::vector<Removal> resolve_removals(const std::vector<DataPlace>& removed, const EditedWorkbook& workbook,
                                      const PlaceNames& names, Diagnostics& diagnostics);

} // namespace taisho
