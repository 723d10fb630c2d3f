#pragma once
#include "base/diagnostics.h"
#include "base/source.h"
#include "data/data_table.h"
#include "layout/sheet.h"

namespace taisho {

// Reports, with its place in the files, each text that is longer than Excel lets a cell be: a row of the
// data, or a cell of the print sheet; and a paper of more rows than a sheet has. `form` is the source of the
// house style.
void check_cells(const DataTable& data, const Sheet& sheet, std::uint16_t form, const Sources& sources,
                 Diagnostics& diagnostics);

} // namespace taisho
