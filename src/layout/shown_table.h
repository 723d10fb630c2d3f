#pragma once
// The part of a table that a page shows: some rows, the repeated header first; a row that is cut shows some
// of its lines. A cell owns the fields of the grid that it covers. A cell over several rows owns those of its
// rows that the page shows, so that its text can be shown on each page and a reader never has to leaf back.

#include "layout/flow.h"

#include <vector>

namespace taisho {

struct ShownRow {
    std::uint32_t row = 0;             // of the table
    std::uint32_t first = 0, last = 0; // lines shown: [first, last)
    Length top, height;
    bool repeated = false; // a header row shown again
};

// A cell as far as the page shows it: rows [first, last] of ShownTable::rows.
struct ShownCell {
    const SetCell* cell = nullptr;
    std::size_t first = 0, last = 0;
};

struct ShownTable {
    const SetTable* set = nullptr;
    std::vector<ShownRow> rows;
    std::vector<std::vector<const SetCell*>> owners; // per shown row and column; null where no cell is
    std::vector<ShownCell> cells;                    // in reading order
};

struct Showing {
    bool repeat_header = true;     // above a part that does not begin with the table
    Length tallest{2'000'000'000}; // a row that is cut goes on in a further row when it would be taller
};

// What bands [first, last), all of this table, show from `top` downwards.
ShownTable show_table(const SetTable& set, const std::vector<Band>& bands, std::size_t first,
                      std::size_t last, Length top, const Showing& showing);

// A year, （新設）: what is said of the whole row, however it is cut.
bool is_label(const SetCell& cell);

// The row of the table in which the cell begins; it may stand on an earlier page.
std::uint32_t begin_of(const ShownTable& shown, const ShownCell& cell);

// Whether the cell begins in the first of its rows that is shown, and with its first line.
bool begins_here(const ShownTable& shown, const ShownCell& cell);

// A label, and a cell over several rows, are shown whole on every page; other cells show the lines of their
// row's part.
bool shows_all(const ShownTable& shown, const ShownCell& cell);

} // namespace taisho
