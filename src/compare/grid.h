#pragma once
// A free table as a grid: every row and column has a cell in every place, cells that span several stand in
// all of them.

#include "model/plan.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace taisho {

struct GridCell {
    const TableCell* cell = nullptr;
    std::size_t row = 0, column = 0;   // where it begins
    std::size_t rows = 1, columns = 1; // what it covers, by its spans
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

// The grid refers to the table. Nothing when the cells do not cover a rectangle or there are too many: the
// reader has reported that, and nothing will be printed.
std::optional<Grid> grid_of(const FreeTable& table);

} // namespace taisho
