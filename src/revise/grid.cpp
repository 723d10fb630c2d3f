#include "revise/grid.h"

#include <algorithm>

namespace taisho {
namespace {

constexpr std::uint32_t free_slot = 0xffffffff;

std::size_t width_of(const FreeTable& table) {
    std::size_t width = 0;
    if (table.rows.empty()) return width;
    for (const TableCell& cell : table.rows.front().cells) width += cell.column_span;
    return width;
}

void place(const TableCell& cell, std::size_t row, std::size_t column, Grid& grid) {
    const GridCell placed{&cell, row, column, std::min<std::size_t>(cell.row_span, grid.rows - row),
                          std::min<std::size_t>(cell.column_span, grid.columns - column)};
    const auto index = static_cast<std::uint32_t>(grid.cells.size());
    for (std::size_t r = row; r < row + placed.rows; ++r) {
        for (std::size_t c = column; c < column + placed.columns; ++c)
            grid.slots[r * grid.columns + c] = index;
    }
    grid.cells.push_back(placed);
}

} // namespace

Grid grid_of(const FreeTable& table) {
    Grid grid{table.rows.size(), width_of(table), 0, {}, {}};
    grid.slots.assign(grid.rows * grid.columns, free_slot);
    for (std::size_t row = 0; row < grid.rows; ++row) {
        if (table.rows[row].header && grid.header_rows == row) ++grid.header_rows;
        std::size_t column = 0;
        for (const TableCell& cell : table.rows[row].cells) {
            while (column < grid.columns && grid.at(row, column) != free_slot) ++column;
            if (column == grid.columns) break;
            place(cell, row, column, grid);
        }
    }
    return grid;
}

} // namespace taisho
