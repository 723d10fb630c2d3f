#include "document/side_rows.h"

#include "base/utf8.h"
#include "document/contexts.h"
#include "document/framing.h"
#include "document/shown.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace taisho {
namespace {

constexpr std::size_t label_column = 0;

Row header_row(const SideGrid& grid, const HouseStyle& style) {
    const auto cell = [&](const std::string& word, Role role) {
        return make_cell(CellKind::column_header, 0,
                         {make_paragraph(ParagraphKind::label, role, word, style)});
    };
    Row row;
    for (std::size_t i = 0; i < grid.labels; ++i)
        row.cells.push_back(make_cell(CellKind::column_header, i, {}));
    put_sides(cell(style.words.before, Role::side_label), cell(style.words.after, Role::side_label), grid,
              row);
    if (grid.notes) {
        row.cells.push_back(cell(style.words.notes, Role::column_header));
        row.cells.back().column = static_cast<std::uint16_t>(grid.compared());
    }
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
// whole: so does the goal.
enum class Naming : std::uint8_t { compared, known, one_sided, whole };

// Of a column that was added or dropped, too, the name is a changed one.
void append_column(const ColumnPair& column, const TextPair& value, Naming naming, const HouseStyle& style,
                   std::vector<Row>& rows) {
    const bool both_sides = naming == Naming::compared || naming == Naming::known;
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
    if (!column.label.after) // the year goes: its mark is that of the side before
        for (Paragraph& paragraph : rows.back().cells.front().paragraphs)
            set_mark(ChangeMark::before, paragraph);
    if (naming != Naming::whole && (!both_sides || !has_both(column.label)) && frames_cells(style))
        frame_values(rows.back());
}

} // namespace

Table sides_table(const SideGrid& grid, const HouseStyle& style) {
    Table table;
    table.tracks.assign(grid.labels, Track::label);
    table.tracks.insert(table.tracks.end(), grid.per_side * 2, grid.labels > 0 ? Track::share : Track::side);
    if (grid.notes) table.tracks.push_back(Track::note);
    table.header_rows = 1;
    table.rows = {header_row(grid, style)};
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
    table.continued.push_back(band_row(again, table.tracks.size(), style));
    return row;
}

std::vector<Paragraph> row_label(const Marked& text, const HouseStyle& style) {
    return {make_paragraph(ParagraphKind::label, Role::row_header, text, style)};
}

std::vector<Paragraph> row_label(std::string_view text, const HouseStyle& style) {
    return {make_paragraph(ParagraphKind::label, Role::row_header, text, style)};
}

std::vector<Row> pair_rows(const Marked& name, const TextPair& pair, const SideGrid& grid,
                           const HouseStyle& style) {
    if (grid.labels > 0) return {pair_row(row_label(name, style), pair, style)};
    return {band_row(name, grid.compared(), style), unnamed_pair_row(pair, grid, style)};
}

Row unnamed_pair_row(const TextPair& pair, const SideGrid& grid, const HouseStyle& style) {
    Row row;
    put_sides(value_cell(0, pair, Side::before, style), value_cell(0, pair, Side::after, style), grid, row);
    return row;
}

Row pair_row(std::vector<Paragraph> label, const TextPair& pair, const HouseStyle& style) {
    Row row;
    row.cells = {make_cell(CellKind::row_header, label_column, std::move(label))};
    put_sides(value_cell(0, pair, Side::before, style), value_cell(0, pair, Side::after, style),
              by_year_grid(style), row);
    return row;
}

Row note_row(const Note& note, const SideGrid& grid, const HouseStyle& style) {
    std::vector<Paragraph> paragraphs;
    for (const Text& text : note.texts)
        paragraphs.push_back(make_paragraph(ParagraphKind::body, Role::cell, plain(text), style));
    Row row;
    if (grid.labels > 0) {
        row.cells.push_back(make_cell(CellKind::row_header, label_column, row_label(note.name, style)));
    } else { // 修正理由　…
        const Marked name{{note.name, {}}, {}};
        Paragraph& first = paragraphs.front();
        first = labelled_paragraph(ParagraphKind::body, Role::cell, name, plain(note.texts.front()), style);
    }
    row.cells.push_back(make_cell(CellKind::data, grid.labels, std::move(paragraphs)));
    row.cells.back().column_span = static_cast<std::uint16_t>(grid.compared() - grid.labels);
    return row;
}

bool fit_in_column(const std::vector<Note>& notes, const HouseStyle& style) {
    const PageSetup& page = style.page;
    const ParagraphStyle& cell = style.style(Role::cell);
    const Length width = (page.width - page.left - page.right) / 5 - page.cell_padding_x * 2;
    const Length height = (page.height - page.top - page.bottom) / 3;
    const std::int32_t characters = std::max(width.mpt / cell.size.mpt, 1);
    std::int32_t lines = 0;
    for (const Note& note : notes) {
        for (const Text& text : note.texts)
            lines += static_cast<std::int32_t>(count_characters(text.utf8)) / characters + 1;
    }
    return cell.pitch.mpt * std::int64_t{lines} <= height.mpt;
}

std::vector<Paragraph> note_paragraphs(const std::vector<Note>& notes, const HouseStyle& style) {
    const Words& words = style.words;
    std::vector<Paragraph> paragraphs;
    for (const Note& note : notes) {
        const bool reason = note.name == words.reason || note.name == words.amendment_reason;
        const bool known = notes.size() == 1 && (reason || note.name == words.notes);
        for (const Text& text : note.texts) {
            const Marked name{{note.name, {}}, {}};
            paragraphs.push_back(
                known ? make_paragraph(ParagraphKind::note, Role::cell, plain(text), style)
                      : labelled_paragraph(ParagraphKind::note, Role::cell, name, plain(text), style));
            paragraphs.back().hang = 0; // the column is narrow
        }
    }
    return paragraphs;
}

void append_note_cells(const std::vector<NoteStretch>& stretches, const SideGrid& grid,
                       const HouseStyle& style, Table& table) {
    constexpr std::size_t most_together = 1000; // rows; what is longer goes on in an empty cell
    const auto cell_over = [&](std::size_t first, std::size_t last, std::vector<Paragraph> paragraphs) {
        for (; first < last; first += most_together) {
            Cell cell = make_cell(CellKind::data, grid.compared(), std::exchange(paragraphs, {}));
            cell.row_span = static_cast<std::uint16_t>(std::min(last - first, most_together));
            table.rows[first].cells.push_back(std::move(cell));
        }
    };
    const std::size_t rows = table.rows.size();
    cell_over(table.header_rows, stretches.empty() ? rows : stretches.front().row, {});
    for (std::size_t i = 0; i < stretches.size(); ++i)
        cell_over(stretches[i].row, i + 1 < stretches.size() ? stretches[i + 1].row : rows,
                  note_paragraphs(stretches[i].notes, style));
}

void join_missing(std::vector<Row>& rows, Side side, const std::string& word, const SideGrid& grid,
                  const HouseStyle& style) {
    const std::size_t first = grid.first_of(side), end = first + grid.per_side;
    const auto missing = [&](const Cell& cell) {
        return cell.column >= first && cell.column + cell.column_span <= end && cell.paragraphs.empty() &&
               cell.row_span == 1;
    };
    const auto misses = [&](const Row& row) { // all of the side
        std::size_t covered = 0;
        for (const Cell& cell : row.cells) covered += missing(cell) ? std::size_t{cell.column_span} : 0;
        return covered == grid.per_side;
    };
    for (std::size_t begin = 0, end_row = 0; begin < rows.size(); begin = end_row) {
        end_row = begin + 1;
        if (!misses(rows[begin])) continue;
        while (end_row < rows.size() && misses(rows[end_row])) ++end_row;
        Cell mark =
            make_cell(CellKind::data, first, {make_paragraph(ParagraphKind::mark, Role::mark, word, style)});
        mark.row_span = static_cast<std::uint16_t>(end_row - begin);
        mark.column_span = static_cast<std::uint16_t>(grid.per_side);
        mark.vertical = VerticalAlign::middle;
        for (std::size_t i = begin; i < end_row; ++i) std::erase_if(rows[i].cells, missing);
        std::vector<Cell>& cells = rows[begin].cells;
        const auto behind =
            std::ranges::find_if(cells, [&](const Cell& cell) { return cell.column > first; });
        cells.insert(behind, std::move(mark));
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
            rows.push_back(naming_row(exchanged ? plain(*label) : *label, 2, by_year_grid(style).compared(),
                                      style, table));
            if (exchanged) append_pair(style.words.name, values.label);
        }
        const bool both_rows =
            both_sides && exists_on(values, Side::before) && exists_on(values, Side::after);
        const Naming naming = !both_sides  ? Naming::whole
                              : !both_rows ? Naming::one_sided
                              : named      ? Naming::known
                                           : Naming::compared;
        for (std::size_t i = 0; i < goal.columns.size(); ++i) {
            const bool exists = values.values[i].before || values.values[i].after;
            if (exists) append_column(goal.columns[i], values.values[i], naming, style, rows);
        }
        named = named || both_rows;
    }
    return rows;
}

std::vector<Row> passage_rows(const PassagePair& passage, const SideGrid& grid, const HouseStyle& style) {
    std::vector<Row> rows;
    const auto append = [&](const Marked& name, const TextPair& pair) {
        std::vector<Row> more = pair_rows(name, pair, grid, style);
        std::ranges::move(more, std::back_inserter(rows));
    };
    const bool exchanged = has_both(passage.label) && has_change(passage.label);
    if (exchanged) append({{style.words.name, {}}, {}}, passage.label);
    if (exchanged) rows.back().keep_with_next = true;
    const bool marks = has_both(passage.text) && !exchanged;
    const Marked name = name_of(passage, style);
    append(marks ? name : plain(name), passage.text);
    rows.front().depth = 1; // it belongs to no goal above it
    return rows;
}

} // namespace taisho
