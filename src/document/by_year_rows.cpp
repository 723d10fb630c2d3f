#include "document/by_year_rows.h"

#include "document/contexts.h"
#include "document/shown.h"

#include <algorithm>
#include <optional>

namespace taisho {
namespace {

constexpr std::size_t label_column = 0, before_column = 1, after_column = 2, column_count = 3;

Row header_row(const HouseStyle& style) {
    const auto cell = [&](std::size_t column, const std::string& word) {
        return make_cell(CellKind::column_header, column,
                         {make_paragraph(ParagraphKind::label, Role::side_label, word, style)});
    };
    Row row;
    row.cells = {make_cell(CellKind::column_header, label_column, {}),
                 cell(before_column, style.words.before), cell(after_column, style.words.after)};
    row.keep_with_next = true;
    return row;
}

// The label of a column and its note in one text.
std::optional<Marked> whole_name(const Marked* label, const Marked* note) {
    if (label == nullptr) return std::nullopt;
    return note != nullptr ? joined(*label, "　", *note) : *label;
}

TextPair whole_names(const ColumnPair& column) {
    const auto side = [&](Side name) {
        return whole_name(side_of(column.label, name), side_of(column.note, name));
    };
    return {side(Side::before), side(Side::after)};
}

bool has_both(const TextPair& pair) { return pair.before && pair.after; }

// A name stands once, beside both sides. There a new note can be underlined, but a name that was exchanged or
// a note that is gone needs a row of its own that shows both.
bool needs_name_row(const ColumnPair& column) {
    if (!has_both(column.label)) return false;
    return has_change(column.label) || (column.note.before && has_change(column.note));
}

// Whether the name of a column is compared beside this row of values: that is done once, in the first row
// that exists on both sides. The year of a goal or row that exists on one side is no changed word.
enum class Naming : std::uint8_t { compared, known, one_sided };

// Of a column that was added or dropped, too, the name is a changed one.
void append_column(const ColumnPair& column, const TextPair& value, Naming naming, const HouseStyle& style,
                   std::vector<Row>& rows) {
    const bool both_sides = naming != Naming::one_sided;
    const bool name_row = both_sides && needs_name_row(column);
    if (name_row && naming == Naming::compared) {
        rows.push_back(pair_row(row_label(style.words.name, style), whole_names(column), style));
        rows.back().keep_with_next = true;
    }
    const bool marks = both_sides && !name_row;
    const Marked* label = any_side(column.label);
    const Marked* note = side_of(column.note, Side::after);
    if (note == nullptr && !name_row) note = any_side(column.note);
    const Marked shown_label = marks ? *label : plain(*label);
    const Marked shown_note = note == nullptr ? Marked{} : marks ? *note : plain(*note);
    rows.push_back(
        pair_row(column_label(&shown_label, note != nullptr ? &shown_note : nullptr, Role::row_header, style),
                 value, style));
}

} // namespace

Table by_year_table(const HouseStyle& style) {
    Table table;
    table.tracks = {Track::label, Track::share, Track::share};
    table.header_rows = 1;
    table.rows = {header_row(style)};
    table.shared_header = true;
    return table;
}

Row band_row(const Marked& label, std::size_t columns, const HouseStyle& style) {
    Cell cell = make_cell(CellKind::band, label_column,
                          {make_paragraph(ParagraphKind::label, Role::band, label, style)});
    cell.column_span = static_cast<std::uint16_t>(columns);
    Row row;
    row.cells.push_back(std::move(cell));
    row.keep_with_next = true;
    return row;
}

Row naming_row(const Marked& label, std::uint8_t depth, std::size_t columns, const HouseStyle& style,
               Table& table) {
    Row row = band_row(label, columns, style);
    row.depth = depth;
    if (style.words.continued.empty()) return row;
    const std::size_t halves = halves_of_line(style.style(Role::band), style.page.cell_padding_x * 2, style);
    const Marked again{{cut_to(label.text.utf8, halves) + style.words.continued, label.text.at}, {}};
    row.continued = static_cast<std::int32_t>(table.continued.size());
    table.continued.push_back(band_row(again, columns, style));
    return row;
}

std::vector<Paragraph> row_label(const Marked& text, const HouseStyle& style) {
    return {make_paragraph(ParagraphKind::label, Role::row_header, text, style)};
}

std::vector<Paragraph> row_label(std::string_view text, const HouseStyle& style) {
    return {make_paragraph(ParagraphKind::label, Role::row_header, text, style)};
}

Row pair_row(std::vector<Paragraph> label, const TextPair& pair, const HouseStyle& style) {
    Row row;
    row.cells = {make_cell(CellKind::row_header, label_column, std::move(label)),
                 value_cell(before_column, pair, Side::before, style),
                 value_cell(after_column, pair, Side::after, style)};
    return row;
}

Row note_row(const Note& note, const HouseStyle& style) {
    std::vector<Paragraph> paragraphs;
    for (const Text& text : note.texts)
        paragraphs.push_back(make_paragraph(ParagraphKind::body, Role::cell, plain(text), style));
    Row row;
    row.cells = {make_cell(CellKind::row_header, label_column, row_label(note.name, style)),
                 make_cell(CellKind::data, before_column, std::move(paragraphs))};
    row.cells.back().column_span = column_count - before_column;
    return row;
}

void join_missing(std::vector<Row>& rows, Side side, const std::string& word, const HouseStyle& style) {
    const std::size_t column = side == Side::before ? before_column : after_column;
    const auto missing = [&](const Cell& cell) {
        return cell.column == column && cell.column_span == 1 && cell.paragraphs.empty();
    };
    const auto misses = [&](const Row& row) { return std::ranges::any_of(row.cells, missing); };
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
        end = begin + 1;
        if (!misses(rows[begin])) continue;
        while (end < rows.size() && misses(rows[end])) ++end;
        Cell mark =
            make_cell(CellKind::data, column, {make_paragraph(ParagraphKind::mark, Role::mark, word, style)});
        mark.row_span = static_cast<std::uint16_t>(end - begin);
        mark.vertical = VerticalAlign::middle;
        for (std::size_t i = begin + 1; i < end; ++i) std::erase_if(rows[i].cells, missing);
        *std::ranges::find_if(rows[begin].cells, missing) = std::move(mark);
    }
}

std::vector<Row> goal_rows(const GoalPair& goal, const HouseStyle& style, Table& table) {
    const bool both_sides = exists_on(goal, Side::before) && exists_on(goal, Side::after);
    bool named = false; // the columns, by an earlier row
    std::vector<Row> rows;
    const auto append_pair = [&](const std::string& name, const TextPair& pair) {
        rows.push_back(pair_row(row_label(name, style), pair, style));
        rows.back().keep_with_next = true;
    };
    if (both_sides && has_change(goal.label)) append_pair(style.words.name, goal.label);
    if (any_side(goal.statement) != nullptr) append_pair(style.words.statement, goal.statement);
    for (const RowPair& values : goal.rows) {
        if (const Marked* label = any_side(values.label)) {
            const bool exchanged = has_both(values.label) && has_change(values.label);
            rows.push_back(naming_row(exchanged ? plain(*label) : *label, 2, column_count, style, table));
            if (exchanged) append_pair(style.words.name, values.label);
        }
        const bool both_rows =
            both_sides && exists_on(values, Side::before) && exists_on(values, Side::after);
        const Naming naming = !both_rows ? Naming::one_sided : named ? Naming::known : Naming::compared;
        for (std::size_t i = 0; i < goal.columns.size(); ++i) {
            const bool exists = values.values[i].before || values.values[i].after;
            if (exists) append_column(goal.columns[i], values.values[i], naming, style, rows);
        }
        named = named || both_rows;
    }
    return rows;
}

std::vector<Row> passage_rows(const PassagePair& passage, const HouseStyle& style) {
    std::vector<Row> rows;
    const bool exchanged = has_both(passage.label) && has_change(passage.label);
    if (exchanged) rows.push_back(pair_row(row_label(style.words.name, style), passage.label, style));
    if (exchanged) rows.back().keep_with_next = true;
    const bool marks = has_both(passage.text) && !exchanged;
    const Marked name = name_of(passage, style);
    rows.push_back(pair_row(row_label(marks ? name : plain(name), style), passage.text, style));
    rows.front().depth = 1; // it belongs to no goal above it
    return rows;
}

} // namespace taisho
