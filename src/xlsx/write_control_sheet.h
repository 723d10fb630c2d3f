#pragma once
// The hidden sheet: what import needs (data/control_sheet.h) and, beside it, the words of the drop-down
// lists.

#include "data/workbook_data.h"
#include "xlsx/data_sheet.h"
#include "xlsx/workbook.h"
#include "xlsx/worksheet.h"

#include <string>
#include <vector>

namespace taisho {

// The print sheet as a reader of the file finds it.
struct PrintSheetFacts {
    std::string name;
    std::vector<std::string> texts; // of its cells that hold one, in any order
};

void write_control_sheet(const WorkbookData& data, const PrintSheetFacts& print, Workbook& workbook,
                         Worksheet& worksheet);

// Writes the words of closed choices into columns of the sheet and names them.
NamedChoices write_choices(Workbook& workbook, Worksheet& worksheet);

} // namespace taisho
