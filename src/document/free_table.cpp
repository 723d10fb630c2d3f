#include "document/free_table.h"

#include "document/by_year_rows.h"
#include "document/notes.h"
#include "document/shown.h"
#include "text/value.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace taisho {
namespace {

// ---- widths of columns ----
// The document knows no fonts; widths are guessed in halves of a full-width character. A line of A4 has
// about 90.

constexpr std::size_t narrow = 24;      // a column that follows its content
constexpr std::size_t all_narrow = 50;  // what such columns may take together
constexpr std::size_t cell_padding = 3; // what a cell needs beside its text

std::size_t half_widths(std::string_view text) {
    std::size_t widest = 0, line = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') line = 0;
        const bool begins_character = byte < 0x80 || byte >= 0xc0;
        if (c != '\n' && begins_character) line += byte < 0x80 ? 1 : 2;
        widest = std::max(widest, line);
    }
    return widest;
}

void note_longest(const MarkedTable& table, std::vector<std::size_t>& longest) {
    for (const auto& row : table.rows) {
        for (const MarkedCell& cell : row) {
            if (cell.column_span > 1 || cell.column >= longest.size()) continue;
            longest[cell.column] = std::max(longest[cell.column], half_widths(cell.text.text.utf8));
        }
    }
}

// Narrow columns follow their content, the narrowest first, as long as they leave room; when all are narrow,
// only the first does. Of the rest, the long ones get two shares.
std::vector<Track> tracks_for(const std::vector<std::size_t>& longest) {
    std::vector<Track> tracks(longest.size(), Track::share);
    std::vector<std::size_t> order(longest.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t column) { return longest[column]; });
    const bool any_wide = std::ranges::any_of(longest, [](std::size_t width) { return width > narrow; });
    if (!any_wide) {
        if (tracks.size() > 1) tracks.front() = Track::label;
        return tracks;
    }
    std::size_t taken = 0;
    std::size_t shortest = 0; // of the columns that share
    for (const std::size_t column : order) {
        taken += longest[column] + cell_padding;
        if (longest[column] <= narrow && taken <= all_narrow) {
            tracks[column] = Track::label;
        } else if (shortest == 0) {
            shortest = std::max(longest[column], std::size_t{8});
        } else if (longest[column] >= shortest * 3) {
            tracks[column] = Track::fit;
        }
    }
    return tracks;
}

// Sides with the same number of columns get the same columns, so that they can be read against each other.
std::vector<Track> tracks_for(const TablePair& pair, SideName side) {
    const auto& shown = side == SideName::before ? pair.before : pair.after;
    const auto& other = side == SideName::before ? pair.after : pair.before;
    std::vector<std::size_t> longest(shown->columns);
    note_longest(*shown, longest);
    if (other && other->columns == shown->columns) note_longest(*other, longest);
    return tracks_for(longest);
}

// ---- numbers ----

// A number without a unit: such columns are read by their last digits.
bool is_bare_number(std::string_view text) {
    const Value value = parse_value(text);
    return value.kind == ValueKind::number && value.unit.empty() && value.op == Operator::exact;
}

// The columns that hold nothing below the header but bare numbers and dashes.
std::vector<bool> number_columns(const MarkedTable& table) {
    std::vector<bool> any(table.columns), other(table.columns);
    for (std::size_t r = table.header_rows; r < table.rows.size(); ++r) {
        for (const MarkedCell& cell : table.rows[r]) {
            const std::string& text = cell.text.text.utf8;
            if (cell.column >= table.columns) continue;
            const bool number = is_bare_number(text);
            any[cell.column] = any[cell.column] || number;
            other[cell.column] = other[cell.column] || (!number && !text.empty() && !is_no_value(text));
        }
    }
    for (std::size_t c = 0; c < any.size(); ++c) any[c] = any[c] && !other[c];
    return any;
}

// ---- cells ----

constexpr std::size_t long_label = 16;

// Rows that a cell holds together stay on one page, unless there are many of them.
constexpr std::uint16_t most_kept = 8;

Cell table_cell(const MarkedCell& marked, bool in_header, const HouseStyle& style) {
    Cell cell;
    if (in_header || marked.header) {
        const CellKind kind = in_header ? CellKind::column_header : CellKind::row_header;
        const Role role = in_header ? Role::column_header : Role::row_header;
        cell =
            make_cell(kind, marked.column, {make_paragraph(ParagraphKind::label, role, marked.text, style)});
        // A longer name reads better from the left, as all longer texts.
        const bool long_name = half_widths(marked.text.text.utf8) > long_label;
        if (!in_header && long_name) cell.paragraphs.front().style.align = Align::start;
    } else {
        cell = value_cell(marked.column, marked.text, style);
        if (marked.row_span > 1) cell.vertical = VerticalAlign::middle;
    }
    cell.row_span = marked.row_span, cell.column_span = marked.column_span;
    return cell;
}

std::vector<Row> table_rows(const MarkedTable& marked, const HouseStyle& style) {
    const std::vector<bool> numbers = number_columns(marked);
    std::vector<Row> rows(marked.rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const bool in_header = r < marked.header_rows;
        if (in_header) rows[r].keep_with_next = true;
        for (const MarkedCell& cell : marked.rows[r]) {
            rows[r].cells.push_back(table_cell(cell, in_header, style));
            const bool number = rows[r].cells.back().kind == CellKind::data && numbers[cell.column] &&
                                !is_no_value(cell.text.text.utf8);
            if (number) rows[r].cells.back().paragraphs.front().style.align = Align::end;
            if (cell.row_span > most_kept) continue;
            for (std::size_t i = r; i + 1 < std::min(r + cell.row_span, rows.size()); ++i)
                rows[i].keep_with_next = true;
        }
    }
    return rows;
}

Row side_row(SideName side, std::size_t columns, const HouseStyle& style) {
    const std::string& word = side == SideName::before ? style.words.before : style.words.after;
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
        make_cell(CellKind::data, 0, {make_paragraph(ParagraphKind::note, Role::mark, word, style)}));
    return row;
}

void append_marked(const MarkedTable& marked, const HouseStyle& style, Table& table) {
    std::vector<Row> rows = table_rows(marked, style);
    std::ranges::move(rows, std::back_inserter(table.rows));
    table.header_rows += static_cast<std::uint32_t>(marked.header_rows);
}

// 修正前, the label of the table, and the table; all but its body is said again on each page.
Table headed_table(const TablePair& pair, SideName side, const Revision& revision, const HouseStyle& style) {
    const auto& marked = side == SideName::before ? pair.before : pair.after;
    Table table;
    table.tracks = marked ? tracks_for(pair, side) : std::vector{Track::share};
    table.rows.push_back(side_row(side, table.tracks.size(), style));
    const Marked* label = marked ? side_of(pair.label, side) : any_side(pair.label);
    const bool marks = pair.before && pair.after;
    if (label != nullptr)
        table.rows.push_back(band_row(marks ? *label : plain(*label), table.tracks.size(), style));
    table.header_rows = static_cast<std::uint32_t>(table.rows.size());
    if (marked) {
        append_marked(*marked, style, table);
    } else {
        table.rows.push_back(missing_row(missing_word(revision, side, style), style));
    }
    return table;
}

} // namespace

void append_both_tables(const TablePair& pair, const Revision& revision, Draft& draft) {
    const std::uint32_t group = ++draft.table_groups;
    for (const SideName side : {SideName::before, SideName::after}) {
        Table table = headed_table(pair, side, revision, draft.style);
        table.group = group;
        table.space_before = draft.style.style(Role::note).space_before;
        put(std::move(table), draft);
    }
    append_notes(notes_of_field(pair.reason, draft.style), draft);
}

void append_table_side(const TablePair& pair, SideName side, Draft& draft) {
    const auto& marked = side == SideName::before ? pair.before : pair.after;
    Table table;
    table.tracks = tracks_for(pair, side);
    append_marked(*marked, draft.style, table);
    table.group = ++draft.table_groups;
    put(std::move(table), draft);
}

} // namespace taisho
