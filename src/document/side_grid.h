#pragma once
// The columns of a table that shows both sides: names of rows, one side, the other side, and notes. Which
// side comes first is the house style's.

#include "document/document.h"
#include "revise/revisions.h"
#include "style/house_style.h"

#include <array>
#include <cstddef>

namespace taisho {

struct SideGrid {
    std::size_t labels = 1;   // columns of names before the sides: 0 or 1
    std::size_t per_side = 1; // columns of each side
    bool notes = false;       // a last column
    Order order = Order::old_first;

    std::size_t first_of(Side side) const {
        const bool first = (side == Side::before) == (order == Order::old_first);
        return labels + (first ? 0 : per_side);
    }
    std::size_t compared() const { return labels + per_side * 2; } // without notes
    std::size_t columns() const { return compared() + (notes ? 1 : 0); }
};

// Years run down: a column of names, and one for each side.
SideGrid by_year_grid(const HouseStyle& style);

// Years run across: no column of names, and for each side the columns of a goal.
SideGrid across_grid(std::size_t per_side, const HouseStyle& style);

// In the order in which they stand, from the left or from the top.
std::array<Side, 2> sides_in_order(Order order);

// Puts a cell for each side into a row, in the order of the columns.
void put_sides(Cell before, Cell after, const SideGrid& grid, Row& row);

} // namespace taisho
