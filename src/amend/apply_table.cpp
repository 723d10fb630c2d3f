#include "amend/apply_fields.h"
#include "text/fold.h"

#include <charconv>
#include <map>
#include <set>

namespace taisho {
namespace {

// Which rows, or columns, a text calls.
using Names = std::map<std::string, std::set<std::size_t>>;

// The table as a grid: which cell covers a place, and by which texts rows and columns are called.
struct Grid {
    std::vector<std::vector<TableCell*>> rows; // [row][column]; null where the table is not rectangular
    Names row_names, column_names;
};

void name_line(Names& names, const Text& text, std::size_t line) {
    if (!text.empty()) names[fold_width(text.utf8)].insert(line);
}

// The first cell that begins in a row names it, and where that reaches down over more rows, the second as
// well; a cell of a header row names its column.
Grid grid_of(FreeTable& table) {
    Grid grid;
    std::vector<std::size_t> reach; // for each column, how many rows are covered from here on
    std::vector<TableCell*> covering;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::vector<std::size_t> above = reach;
        std::size_t column = 0;
        for (TableCell& cell : table.rows[row].cells) {
            while (column < above.size() && above[column] > 0) ++column;
            const bool first = &cell == &table.rows[row].cells.front();
            const bool beside_label =
                &cell == &table.rows[row].cells.front() + 1 && (&cell - 1)->row_span > 1;
            if (first || beside_label) name_line(grid.row_names, cell.text, row);
            if (table.rows[row].header) name_line(grid.column_names, cell.text, column);
            if (reach.size() < column + cell.column_span) {
                reach.resize(column + cell.column_span, 0);
                covering.resize(reach.size(), nullptr);
            }
            for (std::size_t k = 0; k < cell.column_span; ++k, ++column)
                reach[column] = cell.row_span, covering[column] = &cell;
        }
        grid.rows.push_back(covering);
        for (std::size_t& rows : reach) rows -= rows > 0 ? 1 : 0;
    }
    return grid;
}

std::optional<std::size_t> whole_number(const std::string& text) {
    std::size_t number = 0;
    const char* end_of_text = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), end_of_text, number);
    if (error != std::errc{} || end != end_of_text || number == 0) return std::nullopt;
    return number;
}

std::optional<std::size_t> require_line(const Names& names, std::size_t count, const Text& name,
                                        const char* what, Diagnostics& diagnostics) {
    if (name.empty()) return std::nullopt; // reported when it was read
    const std::string folded = fold_width(name.utf8);
    const auto found = names.find(folded);
    if (found != names.end() && found->second.size() == 1) return *found->second.begin();
    if (found != names.end()) {
        add_error(diagnostics, Code::ambiguous_cell, name.at, {name.utf8, what});
        return std::nullopt;
    }
    const auto number = whole_number(folded);
    if (number && *number <= count) return *number - 1;
    add_error(diagnostics, Code::unknown_cell, name.at, {name.utf8, what});
    return std::nullopt;
}

} // namespace

// All cells are found before the first is changed, so that headings may change too.
FreeTable apply(const FreeTable& table, const TableRevision& revision, Diagnostics& diagnostics) {
    FreeTable after = table;
    const Grid grid = grid_of(after);
    std::map<TableCell*, const Text*> changes;
    for (const CellRevision& change : revision.cells) {
        const auto row = require_line(grid.row_names, grid.rows.size(), change.row, "行", diagnostics);
        const auto column = require_line(grid.column_names, grid.rows.empty() ? 0 : grid.rows.back().size(),
                                         change.column, "列", diagnostics);
        if (!row || !column || *column >= grid.rows[*row].size()) continue;
        TableCell* cell = grid.rows[*row][*column];
        if (cell != nullptr && !changes.emplace(cell, &change.text).second)
            add_error(diagnostics, Code::value_twice, change.column.at, {change.column.utf8});
    }
    for (const auto& [cell, text] : changes) cell->text = *text;
    return after;
}

} // namespace taisho
