#pragma once
// The data sheet as somebody has saved it: its rows, found by the texts of its header.

#include "base/diagnostics.h"
#include "data/data_columns.h"
#include "data/read_sheet.h"

#include <map>

namespace taisho {

struct EditedRow {
    std::uint32_t row = 0; // of the sheet, from 0
    std::string key;       // empty: somebody has added the row
    std::map<DataColumn, ReadCell> cells;
    Span at;
};

// What import reads of a workbook.
struct EditedWorkbook {
    std::string paper_file, digest;          // of the XML the workbook was made from
    std::map<std::string, std::string> base; // each editable text by its key, as it was written then
    std::vector<EditedRow> rows;
    std::vector<std::string> print_sheet_edits; // cells whose texts were not written by us: 資料３!B12
};

} // namespace taisho
