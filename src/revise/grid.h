#pragma once
// A free table as a grid: every row and column has a cell in every place, cells that span several stand in
// all of them.

#include "model/plan.h"

#include <string_view>
#include <vector>

namespace taisho {

struct GridCell {
    const TableCell* cell = nullptr;
    std::size_t row = 0, column = 0;   // where it begins
    std::size_t rows = 1, columns = 1; // what it covers, within the grid
};

struct Grid {
    std::size_t rows = 0, columns = 0, header_rows = 0;
    std::vector<GridCell> cells;      // in the order in which they are written
    std::vector<std::uint32_t> slots; // index of the cell in each place, row by row

    std::uint32_t at(std::size_t row, std::size_t column) const { return slots[row * columns + column]; }
    std::string_view text(std::size_t row, std::size_t column) const {
        return cells[at(row, column)].cell->text.utf8;
    }
};

// REQUIRES: the cells cover a rectangle without gaps. The grid refers to the table.
Grid grid_of(const FreeTable& table);

} // namespace taisho
