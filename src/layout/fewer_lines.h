#pragma once
#include <cstdint>
#include <vector>

namespace taisho {

// The columns of a table in units of the medium's grid, without the padding of cells.
struct ColumnsInUse {
    std::vector<std::int64_t> widths;
    std::vector<bool> moves;                     // whether a column may give and take
    std::vector<std::int64_t> least;             // what it keeps
    std::vector<std::vector<std::int64_t>> rows; // by row and column, how long each text is in one line
};

// Moves width between columns as long as the rows together become lower: a column whose every text is a
// little too long for it takes from one of which few are. The sum of the widths stays. Bounded: of a long
// table the first rows speak for all.
std::vector<std::int64_t> with_fewer_lines(ColumnsInUse columns);

} // namespace taisho
