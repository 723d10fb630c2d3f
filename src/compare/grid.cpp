#include "compare/grid.h"

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

// False when another cell is in the way.
bool place(const TableCell& cell, std::size_t row, std::size_t column, Grid& grid) {
    if (cell.row_span > grid.rows - row || cell.column_span > grid.columns - column) return false;
    const auto index = static_cast<std::uint32_t>(grid.cells.size());
    for (std::size_t r = row; r < row + cell.row_span; ++r) {
        for (std::size_t c = column; c < column + cell.column_span; ++c) {
            std::uint32_t& slot = grid.slots[r * grid.columns + c];
            if (slot != free_slot) return false;
            slot = index;
        }
    }
    grid.cells.push_back({&cell, row, column, cell.row_span, cell.column_span});
    return true;
}

} // namespace

std::optional<Grid> grid_of(const FreeTable& table) {
    constexpr std::size_t most_slots = 1'000'000;
    Grid grid{table.rows.size(), width_of(table), 0, {}, {}};
    if (grid.rows > 0 && grid.columns > most_slots / grid.rows) return std::nullopt;
    grid.slots.assign(grid.rows * grid.columns, free_slot);
    for (std::size_t row = 0; row < grid.rows; ++row) {
        if (table.rows[row].header && grid.header_rows == row) ++grid.header_rows;
        std::size_t column = 0;
        for (const TableCell& cell : table.rows[row].cells) {
            while (column < grid.columns && grid.at(row, column) != free_slot) ++column;
            if (column == grid.columns || !place(cell, row, column, grid)) return std::nullopt;
        }
    }
    if (std::ranges::find(grid.slots, free_slot) != grid.slots.end()) return std::nullopt;
    return grid;
}

} // namespace taisho
