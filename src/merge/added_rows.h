#pragma once
// Rows that somebody has added, sorted by what they belong to. Internal to the room.

#include "merge/edited_sheet.h"

namespace taisho {

// The rows of one field, new or not, in the order of the sheet. `unit` is of DataTable::units.
struct AddedField {
    std::string name;      // 業績目標
    std::string indicator; // tells fields of one name apart; may be empty
    std::vector<const EditedRow*> rows;
};

struct AddedUnit {
    std::uint32_t unit = no_index;     // of DataTable::units; no_index: a new item
    std::vector<const EditedRow*> own; // 番号, 名称, ページ of a new item
    std::vector<AddedField> fields;
    const EditedRow* first = nullptr;
};

// Rows without 項目 or 内容, of 修正前, or of an item that cannot be told from another are reported and left
// out.
std::vector<AddedUnit> sort_added(const std::vector<const EditedRow*>& rows, const EditedWorkbook& workbook,
                                  const DataTable& data, Diagnostics& diagnostics);

// One of the messages about added rows, at the cell of a column.
void report_added(Code code, const EditedRow& row, DataColumn column, const EditedWorkbook& workbook,
                  Diagnostics& diagnostics);

// What a row is about: the word in 内容, else what its other cells tell.
std::optional<Part> part_of(const EditedRow& row);

} // namespace taisho
