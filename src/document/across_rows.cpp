#include "document/shown.h"
#include "document/side_rows.h"
#include "document/years_across.h"

#include <algorithm>

// The rows of a goal whose years run across: what it measures, the heads of the years and the values, each
// with both sides in one row, so that they are level. A year stands in the same place on both sides.

namespace taisho {
namespace {

struct Across {
    const GoalPair& goal;
    const SideGrid& grid;
    const HouseStyle& style;
    std::size_t names;      // columns of row names on each side
    std::string missing[2]; // for what a side does not have

    const std::string& word(Side side) const { return missing[static_cast<std::size_t>(side)]; }
};

bool is_there(const ColumnPair& column, Side side) { return side_of(column.label, side) != nullptr; }

void put(Cell cell, std::size_t column, Row& row) {
    cell.column = static_cast<std::uint16_t>(column);
    row.cells.push_back(std::move(cell));
}

// The rest of a side, for a goal that has fewer columns than the grid.
void put_filler(std::size_t used, std::size_t first, CellKind kind, const Across& across, Row& row) {
    if (used == across.grid.per_side) return;
    Cell filler = make_cell(kind, first + used, {});
    filler.column_span = static_cast<std::uint16_t>(across.grid.per_side - used);
    row.cells.push_back(std::move(filler));
}

void put_nothing(std::size_t first, const Across& across, Row& row) {
    put_filler(0, first, CellKind::data, across, row);
}

// A year that the side does not have: one cell over the head and all values.
Cell missing_column(Side side, const Across& across) {
    Cell cell = make_cell(CellKind::data, 0,
                          {make_paragraph(ParagraphKind::mark, Role::mark, across.word(side), across.style)});
    cell.row_span = static_cast<std::uint16_t>(across.goal.rows.size() + 1);
    cell.vertical = VerticalAlign::middle;
    return cell;
}

void put_heads(Side side, const Across& across, Row& row) {
    const std::size_t first = across.grid.first_of(side);
    if (!exists_on(across.goal, side)) return put_nothing(first, across, row);
    std::size_t at = first;
    if (across.names > 0) put(make_cell(CellKind::column_header, 0, {}), at++, row);
    for (const ColumnPair& column : across.goal.columns) {
        const bool there = is_there(column, side);
        put(there ? year_cell(across.goal, column, side, across.style) : missing_column(side, across), at++,
            row);
    }
    put_filler(at - first, first, CellKind::column_header, across, row);
}

// A row of values that the side does not have says so across the side, as far as no missing year lies there.
void put_missing_row(Side side, const Across& across, Row& row) {
    const std::size_t first = across.grid.first_of(side), end = first + across.grid.per_side;
    const auto is_free = [&](std::size_t column) {
        const std::size_t index = column - first;
        const bool year = index >= across.names && index - across.names < across.goal.columns.size();
        return !year || is_there(across.goal.columns[index - across.names], side);
    };
    bool said = false;
    for (std::size_t at = first, next = at; at < end; at = next + 1) {
        next = at;
        while (next < end && is_free(next)) ++next;
        if (next == at) continue;
        std::vector<Paragraph> word;
        if (!said) word = {make_paragraph(ParagraphKind::mark, Role::mark, across.word(side), across.style)};
        Cell cell = make_cell(CellKind::data, at, std::move(word));
        cell.column_span = static_cast<std::uint16_t>(next - at);
        cell.vertical = VerticalAlign::middle;
        row.cells.push_back(std::move(cell));
        said = true;
    }
}

void put_values(const RowPair& values, Side side, const std::vector<ColumnRole>& figures,
                const Across& across, Row& row) {
    const std::size_t first = across.grid.first_of(side);
    if (!exists_on(across.goal, side)) return put_nothing(first, across, row);
    if (!exists_on(values, side)) return put_missing_row(side, across, row);
    std::size_t at = first;
    if (across.names > 0) put(row_name_cell(values, side, across.style), at++, row);
    for (std::size_t i = 0; i < across.goal.columns.size(); ++i, ++at) {
        if (is_there(across.goal.columns[i], side))
            put(year_value(across.goal, values, i, side, figures, across.style), at, row);
    }
    put_filler(at - first, first, CellKind::data, across, row);
}

} // namespace

std::size_t columns_across(const GoalPair& goal) {
    return goal.columns.size() + (has_row_names(goal) ? 1 : 0);
}

std::vector<Row> across_rows(const GoalPair& goal, const Revision& revision, const SideGrid& grid,
                             const HouseStyle& style) {
    const bool both_sides = exists_on(goal, Side::before) && exists_on(goal, Side::after);
    const Across across{
        goal,
        grid,
        style,
        has_row_names(goal) ? 1U : 0U,
        {missing_word(revision, Side::before, style), missing_word(revision, Side::after, style)}};
    std::vector<Row> rows;
    const auto append = [&](Row row) {
        row.keep_with_next = true;
        rows.push_back(std::move(row));
    };
    if (both_sides && has_change(goal.label)) append(unnamed_pair_row(goal.label, grid, style));
    if (any_side(goal.statement) != nullptr) append(unnamed_pair_row(goal.statement, grid, style));
    if (goal.columns.empty()) return rows;
    Row heads;
    for (const Side side : sides_in_order(grid.order)) put_heads(side, across, heads);
    append(std::move(heads));
    const std::vector<ColumnRole> figures = figures_of(goal);
    for (const RowPair& values : goal.rows) {
        Row row;
        for (const Side side : sides_in_order(grid.order)) { put_values(values, side, figures, across, row); }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace taisho
