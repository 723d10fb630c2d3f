#include "document/arrangements.h"

#include "document/paragraphs.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace taisho {
namespace {

constexpr std::size_t label_column = 0, before_column = 1, after_column = 2, column_count = 3;

Row header_row(const HouseStyle& style) {
    const auto cell = [&](std::size_t column, const std::string& word) {
        return make_cell(CellKind::column_header, column,
                         {make_paragraph(ParagraphKind::label, Role::column_header, word, style)});
    };
    Row row;
    row.cells = {make_cell(CellKind::column_header, label_column, {}),
                 cell(before_column, style.words.before), cell(after_column, style.words.after)};
    row.keep_with_next = true;
    return row;
}

Row band_row(const Marked& label, const HouseStyle& style) {
    Cell cell = make_cell(CellKind::band, label_column,
                          {make_paragraph(ParagraphKind::label, Role::band, label, style)});
    cell.column_span = column_count;
    Row row;
    row.cells.push_back(std::move(cell));
    row.keep_with_next = true;
    return row;
}

// A band that names the rows below it, with the form in which it is said again on a later page.
Row naming_row(const Marked& label, std::uint8_t depth, const HouseStyle& style, Table& table) {
    const Marked again{{label.text.utf8 + style.words.continued, label.text.at}, {}};
    Row row = band_row(label, style);
    row.depth = depth;
    row.continued = static_cast<std::int32_t>(table.continued.size());
    table.continued.push_back(band_row(again, style));
    return row;
}

Row pair_row(std::vector<Paragraph> label, const TextPair& pair, const HouseStyle& style) {
    Row row;
    row.cells = {make_cell(CellKind::row_header, label_column, std::move(label)),
                 value_cell(before_column, pair, SideName::before, style),
                 value_cell(after_column, pair, SideName::after, style)};
    return row;
}

std::vector<Paragraph> row_label(std::string_view text, const HouseStyle& style) {
    return {make_paragraph(ParagraphKind::label, Role::row_header, text, style)};
}

// Where one side does not exist, the cells of that side are one cell over all rows that says so. Bands lie
// across both sides, so each stretch of rows between them gets its own.
void join_missing_side(std::vector<Row>& rows, std::size_t column, const std::string& word,
                       const HouseStyle& style) {
    for (std::size_t begin = 0; begin < rows.size();) {
        if (rows[begin].cells.size() < column_count) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        while (end < rows.size() && rows[end].cells.size() == column_count) ++end;
        Cell mark =
            make_cell(CellKind::data, column, {make_paragraph(ParagraphKind::note, Role::mark, word, style)});
        mark.row_span = static_cast<std::uint16_t>(end - begin);
        mark.vertical = VerticalAlign::middle;
        for (std::size_t i = begin; i < end; ++i) {
            std::erase_if(rows[i].cells, [&](const Cell& cell) { return cell.column == column; });
        }
        rows[begin].cells.insert(rows[begin].cells.begin() + static_cast<std::ptrdiff_t>(column),
                                 std::move(mark));
        begin = end;
    }
}

void append_sides(std::vector<Row> rows, RevisionKind kind, const HouseStyle& style, Table& table) {
    if (kind == RevisionKind::deleted) join_missing_side(rows, after_column, style.words.deleted, style);
    if (kind == RevisionKind::added) join_missing_side(rows, before_column, style.words.added, style);
    std::ranges::move(rows, std::back_inserter(table.rows));
}

Marked plain(const Marked& marked) { return {marked.text, {}}; }

// The label of a column and its note in one text.
std::optional<Marked> whole_name(const Marked* label, const Marked* note) {
    if (label == nullptr) return std::nullopt;
    Marked name = *label;
    if (note == nullptr) return name;
    name.text.utf8 += "　";
    const auto shift = static_cast<std::uint32_t>(name.text.utf8.size());
    name.text.utf8 += note->text.utf8;
    for (const Range& range : note->changed) name.changed.push_back({range.begin + shift, range.end + shift});
    return name;
}

TextPair whole_names(const ColumnPair& column) {
    const auto side = [&](SideName name) {
        return whole_name(side_of(column.label, name), side_of(column.note, name));
    };
    return {side(SideName::before), side(SideName::after)};
}

// A name stands once, beside both sides. There a new note can be underlined, but a name that was exchanged or
// a note that is gone needs a row of its own that shows both.
bool needs_name_row(const ColumnPair& column) {
    const bool exchanged = column.label.before && column.label.after && has_change(column.label);
    return exchanged || (column.note.before && has_change(column.note));
}

void append_column(const ColumnPair& column, const TextPair& value, RevisionKind kind,
                   const HouseStyle& style, std::vector<Row>& rows) {
    const bool name_row = kind == RevisionKind::revised && needs_name_row(column);
    if (name_row) {
        rows.push_back(pair_row(row_label(style.words.name, style), whole_names(column), style));
        rows.back().keep_with_next = true;
    }
    // The year of a deleted item is no deleted word.
    const bool marks = kind == RevisionKind::revised && !name_row;
    const Marked* label = any_side(column.label);
    const Marked* note = side_of(column.note, SideName::after);
    if (note == nullptr && !name_row) note = any_side(column.note);
    const Marked shown_label = marks ? *label : plain(*label);
    const Marked shown_note = note == nullptr ? Marked{} : marks ? *note : plain(*note);
    rows.push_back(
        pair_row(column_label(&shown_label, note != nullptr ? &shown_note : nullptr, Role::row_header, style),
                 value, style));
}

void append_goal(const GoalPair& goal, RevisionKind kind, const HouseStyle& style, Table& table) {
    std::vector<Row> rows;
    if (const Marked* label = any_side(goal.label))
        table.rows.push_back(naming_row(plain(*label), 1, style, table));
    const auto append_pair = [&](const std::string& name, const TextPair& pair) {
        rows.push_back(pair_row(row_label(name, style), pair, style));
        rows.back().keep_with_next = true;
    };
    if (kind == RevisionKind::revised && has_change(goal.label)) append_pair(style.words.name, goal.label);
    if (any_side(goal.statement) != nullptr) append_pair(style.words.statement, goal.statement);
    for (const RowPair& values : goal.rows) {
        if (const Marked* label = any_side(values.label)) rows.push_back(naming_row(*label, 2, style, table));
        for (std::size_t i = 0; i < goal.columns.size(); ++i) {
            append_column(goal.columns[i], values.values[i], kind, style, rows);
        }
    }
    append_sides(std::move(rows), kind, style, table);
}

Row passage_row(const PassagePair& passage, const HouseStyle& style) {
    const Marked* label = any_side(passage.label);
    std::vector<Paragraph> header = label != nullptr ? column_label(label, nullptr, Role::row_header, style)
                                                     : row_label(style.words.description, style);
    Row row = pair_row(std::move(header), passage.text, style);
    row.depth = 1; // it belongs to no goal above it
    return row;
}

// A passage that does not change: its label and its text in one paragraph, later lines below the text.
Paragraph context_paragraph(const PassagePair& passage, const HouseStyle& style) {
    const Marked& text = *any_side(passage.text);
    const Marked* label = any_side(passage.label);
    const std::string lead = label != nullptr ? label->text.utf8 + "　" : std::string();
    Paragraph paragraph = make_paragraph(ParagraphKind::body, Role::body, lead + text.text.utf8, style);
    paragraph.at = text.text.at;
    paragraph.hang = static_cast<std::uint32_t>(lead.size());
    if (label != nullptr) {
        const auto end_of_label = static_cast<std::uint32_t>(label->text.utf8.size());
        const auto size = static_cast<std::uint32_t>(paragraph.text.size());
        paragraph.runs = {{0, end_of_label, style.style(Role::field_label).family, false},
                          {end_of_label, size, paragraph.style.family, false}};
    }
    paragraph.keep_with_next = true;
    return paragraph;
}

} // namespace

void append_by_year(const Revision& revision, std::uint32_t unit, bool with_legend, const HouseStyle& style,
                    Document& document) {
    Table table{{Track::content, Track::share, Track::share}, 1, {header_row(style)}, {}, true};
    for (const FieldPair& field : revision.fields) {
        if (const auto* goal = std::get_if<GoalPair>(&field)) {
            append_goal(*goal, revision.kind, style, table);
        } else if (const auto& passage = std::get<PassagePair>(field); is_compared(passage, revision)) {
            std::vector<Row> rows;
            rows.push_back(passage_row(passage, style));
            append_sides(std::move(rows), revision.kind, style, table);
        } else {
            document.body.push_back({context_paragraph(passage, style), unit});
        }
    }
    if (table.rows.size() == 1) { // an item of a heading alone
        std::vector<Row> rows;
        rows.push_back(pair_row(row_label(style.words.name, style), title_pair(revision), style));
        append_sides(std::move(rows), revision.kind, style, table);
    }
    if (with_legend) {
        Paragraph legend = make_paragraph(ParagraphKind::note, Role::legend, style.words.legend, style);
        legend.keep_with_next = true;
        document.body.push_back({std::move(legend), unit});
    }
    document.body.push_back({std::move(table), unit});
}

} // namespace taisho
