#include "amend/apply_fields.h"
#include "text/fold.h"

#include <algorithm>
#include <set>

namespace taisho {
namespace {

bool same_label(const Text& a, const Text& b) { return fold_width(a.utf8) == fold_width(b.utf8); }

// The column that `ref` names: by fiscal year when both have one, else by the label, width folded.
std::optional<std::size_t> find_column(const Goal& goal, const Text& ref) {
    const std::optional<int> year = parse_fiscal_year(ref.utf8);
    for (std::size_t i = 0; i < goal.columns.size(); ++i) {
        if (year && goal.columns[i].year == year) return i;
        if (same_label(goal.columns[i].label, ref)) return i;
    }
    return std::nullopt;
}

std::string labels_of(const auto& entries) {
    std::string text;
    for (const auto& entry : entries) text.append(text.empty() ? "" : "、").append(entry.label.utf8);
    return text;
}

// A goal while its revision is made; no cell or column may be revised twice.
struct Revising {
    Goal goal;
    Diagnostics& diagnostics;
    std::set<std::pair<std::string, std::string>> cells = {}; // labels of row and column
    std::set<std::string> columns = {};
    bool whole_rows = false;
    bool told = false;    // that values cannot be given then
    Span deleted_at = {}; // where a column was last deleted
};

// What is empty, or hidden by a slip of form, was reported when it was read.
bool is_reported(const Revising& revising) { return revising.goal.columns.empty() || revising.goal.damaged; }

std::optional<std::size_t> require_column(Revising& revising, const Text& ref) {
    const auto column = find_column(revising.goal, ref);
    if (!column && !ref.empty() && !is_reported(revising)) {
        add_error(revising.diagnostics, Code::unknown_column, ref.at,
                  {ref.utf8, labels_of(revising.goal.columns)});
    }
    return column;
}

std::optional<std::size_t> require_row(Revising& revising, const Text& label, const Span& at) {
    const std::vector<ValueRow>& rows = revising.goal.rows;
    const auto found =
        std::ranges::find_if(rows, [&](const ValueRow& row) { return same_label(row.label, label); });
    if (found != rows.end()) return static_cast<std::size_t>(found - rows.begin());
    if (label.empty() && rows.size() == 1) return 0;
    if (is_reported(revising)) return std::nullopt;
    add_error(revising.diagnostics, Code::unknown_row, at, {label.utf8, labels_of(rows)});
    return std::nullopt;
}

// Where an entry is to be inserted; `find` gives the index of the entry that the position names.
template <class Find>
std::optional<std::size_t> insertion_index(const Position& position, std::size_t count, Find find) {
    if (position.side == Position::Side::last) return count;
    const std::optional<std::size_t> of = find(position.of);
    if (!of) return std::nullopt;
    return position.side == Position::Side::before ? *of : *of + 1;
}

void edit(const ColumnRevision& revision, Revising& revising) {
    const auto index = require_column(revising, revision.ref);
    if (!index) return;
    Column& column = revising.goal.columns[*index];
    if (!revising.columns.insert(column.label.utf8).second)
        add_error(revising.diagnostics, Code::field_twice, revision.ref.at, {revision.ref.utf8});
    if (!revision.label && !revision.note && !has_errors(revising.diagnostics))
        add_error(revising.diagnostics, Code::nothing_changes, revision.ref.at, {revision.ref.utf8});
    if (revision.note) column.note = revision.note->empty() ? std::nullopt : revision.note;
    if (!revision.label) return;
    column.label = *revision.label;
    if (column.label.empty())
        add_error(revising.diagnostics, Code::empty_element, column.label.at, {"label"});
    if (column.kind != ColumnKind::year) return;
    column.year = parse_fiscal_year(column.label.utf8);
    if (!column.year) column.kind = ColumnKind::free; // Ｒ８以降
}

void edit(const ValueRevision& revision, Revising& revising) {
    if (revising.whole_rows) {
        if (!revising.told) add_error(revising.diagnostics, Code::rows_and_values, revision.column.at, {});
        revising.told = true;
        return;
    }
    const auto column = require_column(revising, revision.column);
    const auto row =
        require_row(revising, revision.row, revision.row.empty() ? revision.value.at : revision.row.at);
    if (!column || !row) return;
    std::vector<Text>& values = revising.goal.rows[*row].values;
    if (*column >= values.size()) return; // the plan's own slip, reported already
    const bool first =
        revising.cells.emplace(revising.goal.rows[*row].label.utf8, revising.goal.columns[*column].label.utf8)
            .second;
    if (!first)
        add_error(revising.diagnostics, Code::value_twice, revision.column.at, {revision.column.utf8});
    values[*column] = revision.value;
}

void edit(const AddColumn& add, Revising& revising) {
    Goal& goal = revising.goal;
    const auto at = insertion_index(add.position, goal.columns.size(),
                                    [&](const Text& ref) { return require_column(revising, ref); });
    if (!at) return;
    const bool is_there = std::ranges::any_of(goal.columns, [&](const Column& column) {
        return same_label(column.label, add.column.label) || (column.year && column.year == add.column.year);
    });
    if (is_there) {
        add_error(revising.diagnostics, Code::repeated_column, add.column.label.at, {add.column.label.utf8});
        return;
    }
    if (add.values.size() != goal.rows.size()) {
        add_error(revising.diagnostics, Code::column_values, add.column.at,
                  {std::to_string(add.values.size()), std::to_string(goal.rows.size())});
        return;
    }
    const auto place = static_cast<std::ptrdiff_t>(*at);
    goal.columns.insert(goal.columns.begin() + place, add.column);
    for (std::size_t row = 0; row < goal.rows.size(); ++row) {
        std::vector<Text>& values = goal.rows[row].values;
        if (*at <= values.size()) values.insert(values.begin() + place, add.values[row]);
    }
}

void edit(const DeleteColumn& removal, Revising& revising) {
    const auto index = require_column(revising, removal.ref);
    if (!index) return;
    Goal& goal = revising.goal;
    revising.deleted_at = removal.ref.at;
    const auto place = static_cast<std::ptrdiff_t>(*index);
    goal.columns.erase(goal.columns.begin() + place);
    for (ValueRow& row : goal.rows) {
        if (*index < row.values.size()) row.values.erase(row.values.begin() + place);
    }
}

void check_values(const ValueRow& row, Revising& revising) {
    const std::size_t columns = revising.goal.columns.size();
    if (row.values.size() == columns) return;
    add_error(revising.diagnostics, Code::value_count,
              row.values.empty() ? row.label.at : row.values.back().at,
              {std::to_string(row.values.size()), std::to_string(columns)});
}

void edit(const AddRow& add, Revising& revising) {
    std::vector<ValueRow>& rows = revising.goal.rows;
    const auto at = insertion_index(
        add.position, rows.size(), [&](const Text& label) { return require_row(revising, label, label.at); });
    if (!at) return;
    check_values(add.row, revising);
    const bool is_there =
        std::ranges::any_of(rows, [&](const ValueRow& row) { return same_label(row.label, add.row.label); });
    if (is_there) add_error(revising.diagnostics, Code::repeated_row, add.row.label.at, {add.row.label.utf8});
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(*at), add.row);
}

void edit(const DeleteRow& removal, Revising& revising) {
    const auto index = require_row(revising, removal.row, removal.row.at);
    if (index) revising.goal.rows.erase(revising.goal.rows.begin() + static_cast<std::ptrdiff_t>(*index));
}

void edit(const ReplaceRows& replacement, Revising& revising) {
    for (const ValueRow& row : replacement.rows) check_values(row, revising);
    revising.goal.rows = replacement.rows;
}

// Whether edits add so much that even the exchange of all columns and rows would not need it.
bool is_too_large(const Goal& goal, const GoalRevision& revision) {
    std::size_t columns = goal.columns.size(), rows = goal.rows.size();
    for (const GoalEdit& one : revision.edits) {
        columns += std::holds_alternative<AddColumn>(one) ? 1U : 0U;
        rows += std::holds_alternative<AddRow>(one) ? 1U : 0U;
        if (const auto* replacement = std::get_if<ReplaceRows>(&one)) rows += replacement->rows.size();
    }
    return columns > 2 * most_goal_columns || rows > 2 * most_goal_rows;
}

// In what order edits are made, however they are written: what goes goes first; a new column has values for
// the rows that stay, a new row for the columns that there are by then; and columns get their new names last,
// for until then all edits call them as the plan does.
int turn_of(const DeleteRow&) { return 0; }
int turn_of(const DeleteColumn&) { return 1; }
int turn_of(const AddColumn&) { return 2; }
int turn_of(const ReplaceRows&) { return 3; }
int turn_of(const AddRow&) { return 4; }
int turn_of(const ValueRevision&) { return 5; }
int turn_of(const ColumnRevision&) { return 6; }
constexpr int turns = 7;

} // namespace

Goal apply(const Goal& goal, const GoalRevision& revision, Diagnostics& diagnostics) {
    if (is_too_large(goal, revision)) {
        add_error(diagnostics, Code::table_too_large, revision.at,
                  {std::to_string(most_goal_columns), std::to_string(most_goal_columns * most_goal_rows)});
        return goal;
    }
    Revising revising{goal, diagnostics};
    const bool could_be_read = !has_errors(diagnostics);
    if (!revision.label && !revision.statement && revision.edits.empty() && could_be_read)
        add_error(diagnostics, Code::nothing_changes, revision.at, {revision.kind.utf8});
    if (revision.label) revising.goal.label = *revision.label;
    if (revision.statement) revising.goal.statement = *revision.statement;
    revising.whole_rows = std::ranges::any_of(
        revision.edits, [](const GoalEdit& one) { return std::holds_alternative<ReplaceRows>(one); });
    for (int turn = 0; turn < turns; ++turn) {
        for (const GoalEdit& one : revision.edits) {
            if (std::visit([](const auto& this_edit) { return turn_of(this_edit); }, one) != turn) continue;
            std::visit([&](const auto& this_edit) { edit(this_edit, revising); }, one);
        }
    }
    if (revising.goal.columns.empty() && !goal.columns.empty())
        add_error(diagnostics, Code::last_one, revising.deleted_at, {goal.columns.back().label.utf8, "列"});
    return std::move(revising.goal);
}

} // namespace taisho
