#include "layout/shown_table.h"

#include <algorithm>

namespace taisho {

bool is_label(const SetCell& cell) {
    const bool mark =
        cell.paragraphs.size() == 1 && cell.paragraphs.front().paragraph->kind == ParagraphKind::mark;
    return cell.cell->kind == CellKind::row_header || mark;
}

namespace {

std::vector<ShownRow> shown_rows(const SetTable& set, const std::vector<Band>& bands, std::size_t first,
                                 std::size_t last, Length top, const Showing& showing) {
    std::vector<ShownRow> rows;
    const auto add = [&](ShownRow row) {
        row.top = top;
        top += row.height;
        const bool goes_on = !rows.empty() && rows.back().row == row.row && !rows.back().repeated &&
                             rows.back().height + row.height <= showing.tallest;
        if (!goes_on) {
            rows.push_back(row);
        } else {
            rows.back().last = row.last, rows.back().height += row.height;
        }
    };
    const auto repeat = [&](std::uint32_t row) {
        add({row, 0, row_of(set, row).lines, {}, row_of(set, row).height, true});
    };
    if (bands[first].row >= set.header_rows) {
        for (std::uint32_t i = 0; showing.repeat_header && i < set.header_rows; ++i) repeat(i);
        for (const std::uint32_t name : names_above(set, bands[first].row)) repeat(name);
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
    const std::size_t begin = row < set.rows.size() ? 0 : row; // a continued form stands alone
    for (std::size_t from = row + 1; from-- > begin;) {
        for (const SetCell& cell : row_of(set, static_cast<std::uint32_t>(from)).cells) {
            if (from + cell.cell->row_span <= row) continue;
            for (std::size_t c = 0; c < cell.cell->column_span; ++c) owners[cell.cell->column + c] = &cell;
        }
        if (std::ranges::find(owners, nullptr) == owners.end()) break;
    }
    return owners;
}

// Whether a cell of one row goes on in a further row of the page: each part is a cell of its own then.
bool is_cut_above(const ShownTable& shown, std::size_t row, const SetCell* cell) {
    return cell->cell->row_span == 1 && !is_label(*cell) && shown.rows[row].row == shown.rows[row - 1].row;
}

} // namespace

ShownTable show_table(const SetTable& set, const std::vector<Band>& bands, std::size_t first,
                      std::size_t last, Length top, const Showing& showing) {
    ShownTable shown{&set, shown_rows(set, bands, first, last, top, showing), {}, {}};
    for (const ShownRow& row : shown.rows) shown.owners.push_back(owners_of_row(set, row.row));
    for (std::size_t r = 0; r < shown.rows.size(); ++r) {
        for (std::size_t c = 0; c < shown.owners[r].size(); ++c) {
            const SetCell* cell = shown.owners[r][c];
            const bool begins_above =
                r > 0 && shown.owners[r - 1][c] == cell && !is_cut_above(shown, r, cell);
            const bool begins_left = c > 0 && shown.owners[r][c - 1] == cell;
            if (cell == nullptr || begins_above || begins_left) continue;
            std::size_t end = r;
            while (end + 1 < shown.rows.size() && shown.owners[end + 1][c] == cell &&
                   !is_cut_above(shown, end + 1, cell)) {
                ++end;
            }
            shown.cells.push_back({cell, r, end});
        }
    }
    return shown;
}

std::uint32_t begin_of(const ShownTable& shown, const ShownCell& cell) {
    const auto is_it = [&](const SetCell& candidate) { return &candidate == cell.cell; };
    std::uint32_t row = shown.rows[cell.first].row;
    while (row > 0 && std::ranges::none_of(row_of(*shown.set, row).cells, is_it)) --row;
    return row;
}

bool begins_here(const ShownTable& shown, const ShownCell& cell) {
    const ShownRow& row = shown.rows[cell.first];
    return begin_of(shown, cell) == row.row && row.first == 0;
}

bool shows_all(const ShownTable& shown, const ShownCell& cell) {
    const ShownRow& row = shown.rows[cell.first];
    const bool row_is_whole = row.first == 0 && row.last == row_of(*shown.set, row.row).lines;
    const bool label = is_label(*cell.cell) && cell.cell->lines <= row.last - row.first;
    return row_is_whole || label || cell.cell->cell->row_span > 1;
}

} // namespace taisho
