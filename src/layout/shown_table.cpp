#include "layout/shown_table.h"

#include <algorithm>

namespace taisho {
namespace {

std::vector<ShownRow> shown_rows(const SetTable& set, const std::vector<Band>& bands, std::size_t first,
                                 std::size_t last, Length top, bool repeat_header) {
    std::vector<ShownRow> rows;
    const auto add = [&](ShownRow row) {
        row.top = top;
        top += row.height;
        const bool goes_on = !rows.empty() && rows.back().row == row.row && !rows.back().repeated;
        if (!goes_on) {
            rows.push_back(row);
        } else {
            rows.back().last = row.last, rows.back().height += row.height;
        }
    };
    if (repeat_header && bands[first].row >= set.table->header_rows) {
        for (std::uint32_t i = 0; i < set.table->header_rows; ++i)
            add({i, 0, set.rows[i].lines, {}, set.rows[i].height, true});
    }
    for (std::size_t i = first; i < last; ++i) {
        const bool cut_above = i == first && bands[i].first > 0;
        const bool cut_below = i + 1 == last && bands[i].last < set.rows[bands[i].row].lines;
        const Length padding = set.padding_y * ((cut_above ? 1 : 0) + (cut_below ? 1 : 0));
        add({bands[i].row, bands[i].first, bands[i].last, {}, bands[i].height + padding, false});
    }
    return rows;
}

// The cells that cover one row of the table. They may begin in rows above it, on this page or on an earlier
// one.
std::vector<const SetCell*> owners_of_row(const SetTable& set, std::size_t row) {
    std::vector<const SetCell*> owners(set.edges.size() - 1);
    for (std::size_t from = row + 1; from-- > 0;) {
        for (const SetCell& cell : set.rows[from].cells) {
            if (from + cell.cell->row_span <= row) continue;
            for (std::size_t c = 0; c < cell.cell->column_span; ++c) owners[cell.cell->column + c] = &cell;
        }
        if (std::ranges::find(owners, nullptr) == owners.end()) break;
    }
    return owners;
}

} // namespace

ShownTable show_table(const SetTable& set, const std::vector<Band>& bands, std::size_t first,
                      std::size_t last, Length top, bool repeat_header) {
    ShownTable shown{&set, shown_rows(set, bands, first, last, top, repeat_header), {}, {}};
    for (const ShownRow& row : shown.rows) shown.owners.push_back(owners_of_row(set, row.row));
    for (std::size_t r = 0; r < shown.rows.size(); ++r) {
        for (std::size_t c = 0; c < shown.owners[r].size(); ++c) {
            const SetCell* cell = shown.owners[r][c];
            const bool begins_above = r > 0 && shown.owners[r - 1][c] == cell;
            const bool begins_left = c > 0 && shown.owners[r][c - 1] == cell;
            if (cell == nullptr || begins_above || begins_left) continue;
            std::size_t end = r;
            while (end + 1 < shown.rows.size() && shown.owners[end + 1][c] == cell) ++end;
            shown.cells.push_back({cell, r, end});
        }
    }
    return shown;
}

} // namespace taisho
