#pragma once
// Sheets to a workbook, by libxlsxwriter.

#include "layout/sheet.h"

#include <filesystem>

namespace taisho {

// Writes a workbook with the print sheet to `file`. The bytes depend on `sheet` alone. Returns false when the
// file cannot be written; the file may then hold anything, so give a name that nobody uses yet.
bool write_xlsx(const Sheet& sheet, const std::filesystem::path& file);

} // namespace taisho
