#pragma once
// 修正一覧: each text that changes in a row, before and after, with a link to its place on the print sheet.

#include "data/change_list.h"
#include "xlsx/list_set_up.h"
#include "xlsx/workbook.h"
#include "xlsx/worksheet.h"

#include <string>
#include <vector>

namespace taisho {

// Where the changes stand on the print sheet.
struct ChangePlaces {
    std::string sheet;
    std::vector<std::uint32_t> rows; // by change; no_row (layout/sheet.h) or none: nowhere
};

// `before` and `after` are what the house style calls the two sides.
void write_changes_sheet(const std::vector<ListedChange>& changes, const std::string& before,
                         const std::string& after, const ChangePlaces& places, const SheetDress& dress,
                         Workbook& workbook, Worksheet& worksheet);

} // namespace taisho
