#pragma once
// The cells of one worksheet (ECMA-376 Part 1, 18.3.1).

#include "xlsx/found_parts.h"

namespace taisho {

// What all sheets of a workbook may still take.
struct CellBudget {
    std::size_t cells = most_cells, text = most_text;
};

// What went wrong in a sheet: the part as such, too much of it, or one cell.
struct SheetSlip {
    Code code;
    std::string cell; // B12; empty when it is none
};

struct SheetCells {
    std::vector<ReadCell> cells; // by row, then column
    CellBudget left;
    std::optional<SheetSlip> slip;
};

SheetCells read_sheet_cells(std::string bytes, const FoundParts& parts, CellBudget budget);

} // namespace taisho
