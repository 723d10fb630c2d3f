#include "merge/put_texts.h"

#include "compare/grid.h"
#include "text/fold.h"

#include <algorithm>

namespace taisho {
namespace {

bool same(const Text& a, const Text& b) { return a.utf8 == b.utf8; }
bool same_name(const Text& a, const Text& b) { return fold_width(a.utf8) == fold_width(b.utf8); }

bool same_shape(const Goal& a, const Goal& b) {
    const auto same_columns = [](const Column& x, const Column& y) { return same(x.label, y.label); };
    const auto same_rows = [](const ValueRow& x, const ValueRow& y) {
        return same(x.label, y.label) && x.values.size() == y.values.size();
    };
    return same(a.kind, b.kind) && std::ranges::equal(a.columns, b.columns, same_columns) &&
           std::ranges::equal(a.rows, b.rows, same_rows);
}

// ---- goals ----

// Whether an edit calls a column by the name it has, or by its year.
bool means(const Text& ref, const Column& column) {
    const std::optional<int> year = parse_fiscal_year(ref.utf8);
    return year && column.year ? year == column.year : same_name(ref, column.label);
}

// The value that an edit gives to a cell of `goal`, or null when it gives none to it.
Text* value_in(ValueRevision& edit, const Goal& goal, std::size_t row, std::size_t column) {
    const bool same_row =
        edit.row.empty() ? goal.rows.size() == 1 : same_name(edit.row, goal.rows[row].label);
    return same_row && means(edit.column, goal.columns[column]) ? &edit.value : nullptr;
}
Text* value_in(AddColumn& edit, const Goal& goal, std::size_t row, std::size_t column) {
    const bool is_it = same(edit.column.label, goal.columns[column].label) && row < edit.values.size();
    return is_it ? &edit.values[row] : nullptr;
}
Text* value_in(AddRow& edit, const Goal& goal, std::size_t row, std::size_t column) {
    const bool is_it = same(edit.row.label, goal.rows[row].label) && column < edit.row.values.size();
    return is_it ? &edit.row.values[column] : nullptr;
}
Text* value_in(ReplaceRows& edit, const Goal&, std::size_t row, std::size_t column) {
    const bool is_it = row < edit.rows.size() && column < edit.rows[row].values.size();
    return is_it ? &edit.rows[row].values[column] : nullptr;
}
Text* value_in(ColumnRevision&, const Goal&, std::size_t, std::size_t) { return nullptr; }
Text* value_in(DeleteColumn&, const Goal&, std::size_t, std::size_t) { return nullptr; }
Text* value_in(DeleteRow&, const Goal&, std::size_t, std::size_t) { return nullptr; }

void put_value(GoalRevision& revision, const Goal& goal, std::size_t row, std::size_t column,
               const Text& value) {
    for (GoalEdit& edit : revision.edits) {
        Text* given = std::visit([&](auto& one) { return value_in(one, goal, row, column); }, edit);
        if (given == nullptr) continue;
        *given = value;
        return;
    }
    const Text row_name = goal.rows.size() > 1 ? goal.rows[row].label : Text{};
    revision.edits.emplace_back(ValueRevision{goal.columns[column].label, row_name, value});
}

void put_note(GoalRevision& revision, const Column& column, const std::optional<Text>& note) {
    for (GoalEdit& edit : revision.edits) {
        if (auto* added = std::get_if<AddColumn>(&edit);
            added != nullptr && same(added->column.label, column.label)) {
            added->column.note = note;
            return;
        }
        if (auto* revised = std::get_if<ColumnRevision>(&edit);
            revised != nullptr && means(revised->ref, column)) {
            revised->note = note.value_or(Text{});
            return;
        }
    }
    revision.edits.emplace_back(ColumnRevision{column.label, std::nullopt, note.value_or(Text{})});
}

bool same_note(const Column& a, const Column& b) {
    return a.note.has_value() == b.note.has_value() && (!a.note || same(*a.note, *b.note));
}

std::optional<FieldRevision> put(GoalRevision revision, const Goal& now, const Goal& wanted) {
    if (!same_shape(now, wanted)) return std::nullopt;
    if (!same(now.label, wanted.label)) revision.label = wanted.label;
    if (!same(now.statement, wanted.statement)) revision.statement = wanted.statement;
    for (std::size_t column = 0; column < now.columns.size(); ++column) {
        if (!same_note(now.columns[column], wanted.columns[column]))
            put_note(revision, now.columns[column], wanted.columns[column].note);
    }
    for (std::size_t row = 0; row < now.rows.size(); ++row) {
        for (std::size_t column = 0; column < now.rows[row].values.size(); ++column) {
            const Text& value = wanted.rows[row].values[column];
            if (!same(now.rows[row].values[column], value)) put_value(revision, now, row, column, value);
        }
    }
    return revision;
}

// ---- passages and tables ----

std::optional<FieldRevision> put(PassageRevision revision, const Passage& now, const Passage& wanted) {
    if (!same(now.label, wanted.label)) return std::nullopt;
    revision.text = wanted.text;
    return revision;
}

// Somebody may have called a cell by any names: the edit that says what stands there now is its edit, if no
// other says the same.
void put_cell(TableRevision& revision, const GridCell& cell, const Text& now, const Text& wanted) {
    const auto says = [&](const CellRevision& edit) { return same(edit.text, now); };
    const auto found = std::ranges::find_if(revision.cells, says);
    if (found != revision.cells.end() && std::ranges::count_if(revision.cells, says) == 1) {
        found->text = wanted;
        return;
    }
    revision.cells.push_back(
        {Text{std::to_string(cell.row + 1), {}}, Text{std::to_string(cell.column + 1), {}}, wanted});
}

std::optional<FieldRevision> put(TableRevision revision, const FreeTable& now, const FreeTable& wanted) {
    const auto before = grid_of(now), after = grid_of(wanted);
    if (!before || !after || before->slots != after->slots || !same(now.label, wanted.label))
        return std::nullopt;
    for (std::size_t i = 0; i < before->cells.size(); ++i) {
        const Text &old = before->cells[i].cell->text, &fresh = after->cells[i].cell->text;
        if (!same(old, fresh)) put_cell(revision, before->cells[i], old, fresh);
    }
    return revision;
}

} // namespace

std::optional<FieldRevision> put_texts(const FieldRevision& written, const Field& now, const Field& wanted) {
    if (now.index() != wanted.index()) return std::nullopt;
    const auto two = [&]<class Revision, class Kind>(const Revision& revision, const Kind& field) {
        return put(revision, field, std::get<Kind>(wanted));
    };
    if (const auto* goal = std::get_if<GoalRevision>(&written))
        return std::holds_alternative<Goal>(now) ? two(*goal, std::get<Goal>(now)) : std::nullopt;
    if (const auto* passage = std::get_if<PassageRevision>(&written))
        return std::holds_alternative<Passage>(now) ? two(*passage, std::get<Passage>(now)) : std::nullopt;
    if (const auto* table = std::get_if<TableRevision>(&written))
        return std::holds_alternative<FreeTable>(now) ? two(*table, std::get<FreeTable>(now)) : std::nullopt;
    FieldRevision whole = written; // a field that the amendment gives as a whole
    if (auto* added = std::get_if<AddField>(&whole)) added->field = wanted;
    if (auto* replaced = std::get_if<ReplaceField>(&whole)) replaced->field = wanted;
    return whole;
}

} // namespace taisho
