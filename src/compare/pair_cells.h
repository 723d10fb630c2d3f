#pragma once
// The cells of both sides of a free table in one order.

#include "compare/pairs.h"

#include <string_view>
#include <vector>

namespace taisho {

struct PlacedCell {
    const MarkedCell* cell = nullptr; // null: there is none
    std::uint32_t row = 0;
};

struct CellPair {
    PlacedCell before, after;
    const MarkedCell* compared = nullptr; // of a cell alone: the one it is compared with, which has another
                                          // partner, for cells were joined or divided
    bool changed = false;

    const PlacedCell& on(Side side) const { return side == Side::before ? before : after; }
};

// What the rows and columns of a table are called: a row as its first cell says, a column as the lowest
// header above it.
struct GridNames {
    std::vector<std::string_view> rows, columns;
};
GridNames names_of(const MarkedTable& table);

// In the order of the table after; what only the table before has stands behind its predecessor.
std::vector<CellPair> pair_cells(const TablePair& table);

} // namespace taisho
