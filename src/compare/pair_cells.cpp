#include "compare/pair_cells.h"

#include <algorithm>

namespace taisho {
namespace {

std::vector<PlacedCell> cells_of(const std::optional<MarkedTable>& table) {
    std::vector<PlacedCell> cells;
    if (!table) return cells;
    for (std::uint32_t row = 0; row < table->rows.size(); ++row)
        for (const MarkedCell& cell : table->rows[row]) cells.push_back({&cell, row});
    return cells;
}

bool is_marked(const MarkedCell* cell) { return cell != nullptr && !cell->text.changed.empty(); }

struct Cells {
    std::vector<PlacedCell> before, after;

    const MarkedCell* compared_with(const MarkedCell& cell, const std::vector<PlacedCell>& others) const {
        return cell.other == no_cell ? nullptr : others[cell.other].cell;
    }
    // Whether the two see each other, as cells do that were neither joined nor divided.
    bool are_partners(std::uint32_t b, std::uint32_t a) const {
        return before[b].cell->other == a && after[a].cell->other == b;
    }
    bool is_alone(std::uint32_t b) const {
        const std::uint32_t other = before[b].cell->other;
        return other == no_cell || !are_partners(b, other);
    }
};

CellPair alone(const PlacedCell& placed, Side side, const Cells& cells) {
    const auto& others = side == Side::before ? cells.after : cells.before;
    CellPair pair{{}, {}, cells.compared_with(*placed.cell, others), false};
    (side == Side::before ? pair.before : pair.after) = placed;
    pair.changed = pair.compared == nullptr || is_marked(placed.cell) || is_marked(pair.compared);
    return pair;
}

} // namespace

GridNames names_of(const MarkedTable& table) {
    GridNames names{std::vector<std::string_view>(table.rows.size()),
                    std::vector<std::string_view>(table.columns)};
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (const MarkedCell& cell : table.rows[r]) {
            const std::string_view text = cell.text.text.utf8;
            const auto name = [&](std::vector<std::string_view>& entries, std::size_t first,
                                  std::size_t count) {
                const auto from = entries.begin() + static_cast<std::ptrdiff_t>(first);
                std::fill(from, from + static_cast<std::ptrdiff_t>(count), text);
            };
            const bool header = r < table.header_rows;
            if (header && !text.empty()) name(names.columns, cell.column, cell.column_span);
            if (!header && cell.column == 0) name(names.rows, r, cell.row_span);
        }
    }
    return names;
}

std::vector<CellPair> pair_cells(const TablePair& table) {
    const Cells cells{cells_of(table.before), cells_of(table.after)};
    std::vector<CellPair> pairs;
    std::uint32_t next = 0;
    const auto append_alone = [&](std::size_t end) {
        for (; next < end; ++next)
            if (cells.is_alone(next)) pairs.push_back(alone(cells.before[next], Side::before, cells));
    };
    for (std::uint32_t a = 0; a < cells.after.size(); ++a) {
        const std::uint32_t b = cells.after[a].cell->other;
        if (b == no_cell || !cells.are_partners(b, a)) {
            pairs.push_back(alone(cells.after[a], Side::after, cells));
            continue;
        }
        append_alone(b);
        next = std::max(next, b + 1);
        const bool changed = is_marked(cells.before[b].cell) || is_marked(cells.after[a].cell);
        pairs.push_back({cells.before[b], cells.after[a], nullptr, changed});
    }
    append_alone(cells.before.size());
    return pairs;
}

} // namespace taisho
