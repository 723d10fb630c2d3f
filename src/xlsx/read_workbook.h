#pragma once
// Reading back a workbook that somebody has saved with whatever program (ECMA-376 Part 1, SpreadsheetML).

#include "base/diagnostics.h"
#include "data/read_sheet.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace taisho {

// All sheets in the order of the workbook. Reads only what texts need: the workbook, its sheets, strings and
// number formats. Of a file that is no workbook, is broken, protected by a password, or would unpack to too
// much, the first slip is reported (T601 to T619, T001 when it cannot be opened) and nothing returned. Time
// and memory are bounded: see package.h and workbook_parts.h. Nothing is written, and nothing outside the
// file is read.
std::optional<std::vector<ReadSheet>> read_workbook(const std::filesystem::path& file,
                                                    Diagnostics& diagnostics);

} // namespace taisho
