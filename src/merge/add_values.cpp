#include "merge/add_values.h"

#include "text/fold.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace taisho {
namespace {

Text text_of(std::string_view text) { return {std::string(text), {}}; }

void report(Code code, const EditedRow& row, DataColumn column, Drafting& drafting) {
    report_added(code, row, column, drafting.workbook, drafting.diagnostics);
}

constexpr std::array<std::pair<std::string_view, ColumnKind>, 3> column_kinds = {
    {{"現状値", ColumnKind::baseline}, {"目標値", ColumnKind::target}, {"備考", ColumnKind::note}}};

ColumnKind column_kind(const EditedRow& row) {
    for (const DataColumn column : {DataColumn::column_kind, DataColumn::column}) {
        for (const auto& [word, kind] : column_kinds) {
            if (fold_name(row.text(column)) == word) return kind;
        }
    }
    return parse_fiscal_year(row.text(DataColumn::column)) ? ColumnKind::year : ColumnKind::free;
}

// A year stands behind the years before it; anything else comes last.
std::size_t place_for(const Goal& goal, const Column& column) {
    std::size_t behind = goal.columns.size();
    if (!column.year) return behind;
    for (std::size_t i = goal.columns.size(); i-- > 0;) {
        if (goal.columns[i].year && *goal.columns[i].year > *column.year) behind = i;
        if (goal.columns[i].year && *goal.columns[i].year < *column.year) return i + 1;
    }
    return behind;
}

// A goal, and what of it was not there before.
struct Adding {
    Goal& goal;
    GoalIs state;
    Drafting& drafting;
    std::vector<std::string> columns = {};        // folded labels
    std::map<std::string, std::size_t> rows = {}; // the same; the first of a name
    std::set<std::string> new_columns = {}, new_rows = {};
    std::set<std::pair<std::size_t, std::string>> cells = {}; // given already, by row and column
};

std::optional<std::size_t> column_called(std::string_view label, const Adding& adding) {
    const std::optional<int> year = parse_fiscal_year(label);
    const std::string name = fold_name(label);
    for (std::size_t i = 0; i < adding.columns.size(); ++i) {
        const bool same_year = year && adding.goal.columns[i].year == year;
        if (same_year || adding.columns[i] == name) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> row_called(std::string_view label, const Adding& adding) {
    if (label.empty() && adding.goal.rows.size() == 1) return 0;
    const auto row = adding.rows.find(fold_name(label));
    return row == adding.rows.end() ? std::nullopt : std::optional(row->second);
}

std::size_t insert_column(const EditedRow& row, Adding& adding) {
    Column column;
    column.kind = column_kind(row);
    column.label = text_of(row.text(DataColumn::column));
    if (column.kind == ColumnKind::year) column.year = parse_fiscal_year(column.label.utf8);
    const std::string_view note = row.text(DataColumn::note);
    if (!note.empty()) column.note = text_of(note);
    Goal& goal = adding.goal;
    const std::size_t at = place_for(goal, column);
    const auto offset = static_cast<std::ptrdiff_t>(at);
    adding.columns.insert(adding.columns.begin() + offset, fold_name(column.label.utf8));
    adding.new_columns.insert(adding.columns[at]);
    goal.columns.insert(goal.columns.begin() + offset, std::move(column));
    for (ValueRow& values : goal.rows)
        values.values.insert(values.values.begin() + offset, text_of(no_value));
    return at;
}

std::size_t append_row(const EditedRow& row, Adding& adding) {
    Goal& goal = adding.goal;
    const std::vector<Text> values(goal.columns.size(), text_of(no_value));
    goal.rows.push_back({text_of(row.text(DataColumn::row)), values});
    const std::string name = fold_name(goal.rows.back().label.utf8);
    adding.rows.emplace(name, goal.rows.size() - 1);
    adding.new_rows.insert(name);
    return goal.rows.size() - 1;
}

// A goal of more columns or rows could not be read again.
bool has_room(const EditedRow& row, bool column, bool line, Adding& adding) {
    const bool too_many = (column && adding.goal.columns.size() == most_goal_columns) ||
                          (line && adding.goal.rows.size() == most_goal_rows);
    if (too_many)
        report(Code::added_row_incomplete, row, column ? DataColumn::column : DataColumn::row,
               adding.drafting);
    return !too_many;
}

void add_value(const EditedRow& row, Adding& adding) {
    const std::string_view label = row.text(DataColumn::column);
    if (label.empty()) return report(Code::added_row_incomplete, row, DataColumn::column, adding.drafting);
    auto column = column_called(label, adding);
    auto line = row_called(row.text(DataColumn::row), adding);
    if (!has_room(row, !column, !line, adding)) return;
    if (!column) column = insert_column(row, adding);
    if (!line) line = append_row(row, adding);
    const std::string& name = adding.columns[*column];
    const bool is_new = adding.new_columns.contains(name) ||
                        adding.new_rows.contains(fold_name(adding.goal.rows[*line].label.utf8));
    if (!is_new || !adding.cells.emplace(*line, name).second)
        return report(Code::added_row_exists, row, DataColumn::text, adding.drafting);
    const std::string_view value = row.text(DataColumn::text);
    adding.goal.rows[*line].values[*column] = text_of(value.empty() ? no_value : value);
}

void add_note(const EditedRow& row, Adding& adding) {
    const auto column = column_called(row.text(DataColumn::column), adding);
    if (!column) return report(Code::added_row_incomplete, row, DataColumn::column, adding.drafting);
    std::optional<Text>& note = adding.goal.columns[*column].note;
    if (note && !adding.new_columns.contains(adding.columns[*column]))
        return report(Code::added_row_exists, row, DataColumn::text, adding.drafting);
    note = text_of(row.text(DataColumn::text));
    if (note->empty()) note.reset();
}

void add_statement(const EditedRow& row, Adding& adding) {
    if (adding.state == GoalIs::known && !adding.goal.statement.empty())
        return report(Code::added_row_exists, row, DataColumn::text, adding.drafting);
    adding.goal.statement = text_of(row.text(DataColumn::text));
}

// Whatever is not a value; those have made the columns.
void add_other(const EditedRow& row, Adding& adding) {
    switch (part_of(row).value_or(Part::text)) {
    case Part::value: return;
    case Part::note: return add_note(row, adding);
    case Part::statement: return add_statement(row, adding);
    case Part::number:
    case Part::title:
    case Part::page:
    case Part::text:
    case Part::cell:
    case Part::reason:
    case Part::opinion:
    case Part::remark:
    case Part::phrase: report(Code::added_row_incomplete, row, DataColumn::part, adding.drafting);
    }
}

} // namespace

void add_values(const AddedField& added, GoalIs state, Goal& goal, Drafting& drafting) {
    Adding adding{goal, state, drafting};
    for (const Column& column : goal.columns) adding.columns.push_back(fold_name(column.label.utf8));
    for (std::size_t i = 0; i < goal.rows.size(); ++i)
        adding.rows.emplace(fold_name(goal.rows[i].label.utf8), i);
    for (const EditedRow* row : added.rows) {
        if (part_of(*row) == Part::value) add_value(*row, adding);
    }
    for (const EditedRow* row : added.rows) add_other(*row, adding);
}

} // namespace taisho
