#pragma once
// A workbook of four sheets: the print sheet, 「データ」, 「修正一覧」 and, hidden, 「対照の控え」.

#include "data/workbook_data.h"
#include "layout/sheet.h"

#include <filesystem>

namespace taisho {

// Writes the workbook to `file`. The bytes depend on `sheet` and `data` alone. Returns false when the file
// cannot be written; the file may then hold anything, so give a name that nobody uses yet.
bool write_xlsx(const Sheet& sheet, const WorkbookData& data, const std::filesystem::path& file);

} // namespace taisho
