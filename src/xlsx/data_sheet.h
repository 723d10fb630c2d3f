#pragma once
// 「データ」: the paper as a table for filters and other programs, and the place where people change it. Each
// row is one text; of the column 表記 the texts that the paper may change are unlocked.

#include "data/data_table.h"
#include "document/document.h"
#include "xlsx/list_set_up.h"
#include "xlsx/workbook.h"
#include "xlsx/worksheet.h"

namespace taisho {

// Names that Workbook::define_name has given to the words of some columns, by column.
struct NamedChoices {
    std::string side, part, column_kind;
};

void write_data_sheet(const DataTable& table, const SheetDress& dress, const NamedChoices& choices,
                      Workbook& workbook, Worksheet& worksheet);

} // namespace taisho
