#include "document/side_grid.h"

#include <utility>

namespace taisho {

SideGrid by_year_grid(const HouseStyle& style) {
    return {1, 1, style.comparison.notes == NotesPlace::column, style.comparison.order};
}

SideGrid across_grid(std::size_t per_side, const HouseStyle& style) {
    return {0, per_side, style.comparison.notes == NotesPlace::column, style.comparison.order};
}

std::array<Side, 2> sides_in_order(Order order) {
    if (order == Order::old_first) return {Side::before, Side::after};
    return {Side::after, Side::before};
}

void put_sides(Cell before, Cell after, const SideGrid& grid, Row& row) {
    before.column = static_cast<std::uint16_t>(grid.first_of(Side::before));
    after.column = static_cast<std::uint16_t>(grid.first_of(Side::after));
    before.column_span = after.column_span = static_cast<std::uint16_t>(grid.per_side);
    const bool old_first = grid.order == Order::old_first;
    row.cells.push_back(std::move(old_first ? before : after));
    row.cells.push_back(std::move(old_first ? after : before));
}

} // namespace taisho
