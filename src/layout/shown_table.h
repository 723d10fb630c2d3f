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

// What bands [first, last), all of this table, show from `top` downwards. When they do not begin with the
// table and `repeat_header` says so, the header rows are repeated above.
ShownTable show_table(const SetTable& set, const std::vector<Band>& bands, std::size_t first,
                      std::size_t last, Length top, bool repeat_header);

} // namespace taisho
