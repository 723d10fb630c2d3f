#include "document/free_table.h"

#include "document/column_roles.h"
#include "document/framing.h"
#include "document/notes.h"
#include "document/shown.h"
#include "document/side_grid.h"
#include "document/side_rows.h"
#include "text/value.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>

namespace taisho {
namespace {

// ---- cells ----

// Rows that a cell holds together stay on one page, unless there are many of them.
constexpr std::uint16_t most_kept = 8;

Cell table_cell(const MarkedCell& marked, bool in_header, bool framed, const HouseStyle& style) {
    Cell cell;
    if (in_header) {
        cell = make_cell(CellKind::column_header, marked.column,
                         {make_paragraph(ParagraphKind::label, Role::column_header, marked.text, style)});
    } else if (marked.header) {
        cell = row_header_cell(marked.column,
                               {make_paragraph(ParagraphKind::label, Role::row_header, marked.text, style)});
    } else {
        cell = value_cell(marked.column, marked.text, style);
        if (marked.row_span > 1) cell.vertical = VerticalAlign::middle;
    }
    cell.row_span = marked.row_span, cell.column_span = marked.column_span;
    cell.framed = framed;
    return cell;
}

std::vector<Row> table_rows(const MarkedTable& marked, const std::vector<ColumnRole>& roles, bool both_sides,
                            const HouseStyle& style) {
    std::vector<Row> rows(marked.rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const bool in_header = r < marked.header_rows;
        if (in_header) rows[r].keep_with_next = true;
        for (const MarkedCell& cell : marked.rows[r]) {
            const bool framed = both_sides && cell.other == no_cell && frames_cells(style);
            rows[r].cells.push_back(table_cell(cell, in_header, framed, style));
            Cell& placed = rows[r].cells.back();
            const bool figure =
                placed.kind == CellKind::data && cell.column_span == 1 && !is_no_value(cell.text.text.utf8);
            if (figure) align_figure(roles[cell.column], placed.paragraphs.front());
            if (cell.row_span > most_kept) continue;
            for (std::size_t i = r; i + 1 < std::min(r + cell.row_span, rows.size()); ++i)
                rows[i].keep_with_next = true;
        }
    }
    return rows;
}

Row side_row(Side side, std::size_t columns, const HouseStyle& style) {
    const std::string& word = side == Side::before ? style.words.before : style.words.after;
    Cell cell = make_cell(CellKind::column_header, 0,
                          {make_paragraph(ParagraphKind::label, Role::side_label, word, style)});
    cell.column_span = static_cast<std::uint16_t>(columns);
    Row row;
    row.cells.push_back(std::move(cell));
    row.keep_with_next = true;
    return row;
}

Row missing_row(const std::string& word, const HouseStyle& style) {
    Row row;
    row.cells.push_back(
        make_cell(CellKind::data, 0, {make_paragraph(ParagraphKind::mark, Role::mark, word, style)}));
    return row;
}

// Sides with the same number of columns get the same columns, so that they can be read against each other.
// REQUIRES: the side exists.
std::vector<ColumnRole> roles_of(const TablePair& pair, Side side) {
    const auto& shown = side == Side::before ? pair.before : pair.after;
    const auto& other = side == Side::before ? pair.after : pair.before;
    std::vector<ColumnRole> roles(shown->columns);
    note_columns(*shown, roles);
    if (other && other->columns == shown->columns) note_columns(*other, roles);
    return roles;
}

// Below the rows that the table has already.
void append_marked(const MarkedTable& marked, const std::vector<ColumnRole>& roles, bool both_sides,
                   const HouseStyle& style, Table& table) {
    std::vector<Row> rows = table_rows(marked, roles, both_sides, style);
    std::ranges::move(rows, std::back_inserter(table.rows));
    table.header_rows += static_cast<std::uint32_t>(marked.header_rows);
}

// 修正前, the label of the table, and the table; all but its body is said again on each page.
Table headed_table(const TablePair& pair, Side side, const Revision& revision, const HouseStyle& style) {
    const auto& marked = side == Side::before ? pair.before : pair.after;
    Table table;
    const std::vector<ColumnRole> roles = marked ? roles_of(pair, side) : std::vector<ColumnRole>(1);
    table.tracks = tracks_of(roles);
    table.rows.push_back(side_row(side, table.tracks.size(), style));
    const Marked* label = marked ? side_of(pair.label, side) : any_side(pair.label);
    const bool marks = pair.before && pair.after;
    if (label != nullptr)
        table.rows.push_back(band_row(marks ? *label : plain(*label), table.tracks.size(), style));
    table.header_rows = static_cast<std::uint32_t>(table.rows.size());
    if (marked) {
        append_marked(*marked, roles, marks, style, table);
    } else {
        table.rows.push_back(missing_row(missing_word(revision, side, style), style));
    }
    return table;
}

} // namespace

void append_both_tables(const TablePair& pair, const Revision& revision, Draft& draft) {
    const std::uint32_t group = ++draft.table_groups;
    for (const Side side : sides_in_order(draft.style.comparison.order)) {
        Table table = headed_table(pair, side, revision, draft.style);
        set_mark(mark_of(side), table);
        if (frames_table(pair, draft.style)) frame_all(std::span(table.rows).subspan(1));
        table.group = group;
        table.space_before = draft.style.style(Role::note).space_before;
        put(std::move(table), draft);
    }
    append_notes(notes_of_field(pair.reason, draft.style), draft);
}

void append_table_side(const TablePair& pair, Side side, std::uint32_t group, Draft& draft) {
    Table table;
    const std::vector<ColumnRole> roles = roles_of(pair, side);
    table.tracks = tracks_of(roles);
    append_marked(side == Side::before ? *pair.before : *pair.after, roles, pair.before && pair.after,
                  draft.style, table);
    table.group = group;
    put(std::move(table), draft);
}

} // namespace taisho
