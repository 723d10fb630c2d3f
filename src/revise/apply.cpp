#include "revise/apply.h"

#include "text/fold.h"

#include <algorithm>
#include <functional>
#include <set>

namespace taisho {
namespace {

// The column that `ref` names: by fiscal year when both have one, else by the label, width folded.
std::optional<std::size_t> find_column(const Goal& goal, const Text& ref) {
    const std::optional<int> year = parse_fiscal_year(ref.utf8);
    const std::string label = fold_width(ref.utf8);
    for (std::size_t i = 0; i < goal.columns.size(); ++i) {
        const Column& column = goal.columns[i];
        if (year && column.year == year) return i;
        if (fold_width(column.label.utf8) == label) return i;
    }
    return std::nullopt;
}

std::string labels_of(const std::vector<Column>& columns) {
    std::string text;
    for (const Column& column : columns) text.append(text.empty() ? "" : "、").append(column.label.utf8);
    return text;
}

std::optional<std::size_t> require_column(const Goal& goal, const Text& ref, Diagnostics& diagnostics) {
    const auto column = find_column(goal, ref);
    if (!column) add_error(diagnostics, Code::unknown_column, ref.at, {ref.utf8, labels_of(goal.columns)});
    return column;
}

void revise_columns(const GoalRevision& revision, Goal& goal, Diagnostics& diagnostics) {
    std::set<std::size_t> given;
    for (const ColumnRevision& change : revision.columns) {
        const auto column = require_column(goal, change.ref, diagnostics);
        if (!column) continue;
        if (!given.insert(*column).second) {
            add_error(diagnostics, Code::repeated_column, change.ref.at, {change.ref.utf8});
        }
        if (change.label) goal.columns[*column].label = *change.label;
        if (change.note) goal.columns[*column].note = change.note->empty() ? std::nullopt : change.note;
    }
}

ValueRow* find_row(Goal& goal, const ValueRevision& change, Diagnostics& diagnostics) {
    const auto found = std::ranges::find_if(goal.rows, [&](const ValueRow& candidate) {
        return fold_width(candidate.label.utf8) == fold_width(change.row.utf8);
    });
    if (found != goal.rows.end()) return &*found;
    if (change.row.empty() && goal.rows.size() == 1) return &goal.rows.front();
    std::string labels;
    for (const ValueRow& row : goal.rows) labels.append(labels.empty() ? "" : "、").append(row.label.utf8);
    add_error(diagnostics, Code::unknown_row, change.row.empty() ? change.value.at : change.row.at,
              {change.row.utf8, labels});
    return nullptr;
}

void revise_values(const GoalRevision& revision, Goal& goal, Diagnostics& diagnostics) {
    std::set<const Text*> given;
    for (const ValueRevision& change : revision.values) {
        const auto column = require_column(goal, change.column, diagnostics);
        ValueRow* row = find_row(goal, change, diagnostics);
        if (!column || row == nullptr || *column >= row->values.size()) continue;
        Text& value = row->values[*column];
        if (!given.insert(&value).second) {
            add_error(diagnostics, Code::value_twice, change.column.at, {change.column.utf8});
        }
        value = change.value;
    }
}

void replace_rows(const GoalRevision& revision, Goal& goal, Diagnostics& diagnostics) {
    if (revision.rows.empty()) return;
    for (const ValueRevision& value : revision.values) {
        add_error(diagnostics, Code::rows_and_values, value.column.at, {});
    }
    for (const ValueRow& row : revision.rows) {
        if (row.values.size() == goal.columns.size()) continue;
        add_error(diagnostics, Code::value_count, row.values.empty() ? row.label.at : row.values.back().at,
                  {std::to_string(row.values.size()), std::to_string(goal.columns.size())});
    }
    goal.rows = revision.rows;
}

// An item while its fields are revised one after the other; none may be revised twice.
struct Revising {
    Item& item;
    std::set<const Field*> revised;
    Diagnostics& diagnostics;
};

std::string_view name_of(const Field& field) {
    if (const auto* goal = std::get_if<Goal>(&field)) return goal->kind.utf8;
    const auto& passage = std::get<Passage>(field);
    return passage.label.empty() ? name_of(passage.kind) : std::string_view(passage.label.utf8);
}

std::string names_of(const std::vector<Field>& fields) {
    std::string names;
    for (const Field& field : fields) names.append(names.empty() ? "" : ", ").append(name_of(field));
    return names;
}

// The field of the item that a revision means by `name`. `matches` tells which fields could be meant.
template <class Kind>
Kind* find_field(Revising& revising, const std::function<bool(const Kind&)>& matches, const Text& name) {
    const std::string& id = revising.item.id.utf8;
    Field* found = nullptr;
    for (Field& field : revising.item.fields) {
        const auto* candidate = std::get_if<Kind>(&field);
        if (candidate == nullptr || !matches(*candidate)) continue;
        if (found != nullptr) {
            add_error(revising.diagnostics, Code::ambiguous_field, name.at, {id, name.utf8});
            return nullptr;
        }
        found = &field;
    }
    if (found == nullptr) {
        add_error(revising.diagnostics, Code::unknown_field, name.at,
                  {id, name.utf8, names_of(revising.item.fields)});
        return nullptr;
    }
    if (!revising.revised.insert(found).second) {
        add_error(revising.diagnostics, Code::field_twice, name.at, {name.utf8});
    }
    return std::get_if<Kind>(found);
}

void apply_field(const GoalRevision& revision, Revising& revising) {
    const auto matches = [&](const Goal& candidate) {
        const bool same_label = revision.which.empty() || candidate.label.utf8 == revision.which.utf8;
        return candidate.kind.utf8 == revision.kind.utf8 && same_label;
    };
    const Text& name = revision.which.empty() ? revision.kind : revision.which;
    Goal* goal = find_field<Goal>(revising, matches, name);
    if (goal == nullptr) return;
    if (revision.label) goal->label = *revision.label;
    if (revision.statement) goal->statement = *revision.statement;
    replace_rows(revision, *goal, revising.diagnostics);
    revise_values(revision, *goal, revising.diagnostics);
    revise_columns(revision, *goal, revising.diagnostics); // last: values name their columns as the plan does
}

void apply_field(const PassageRevision& revision, Revising& revising) {
    const auto matches = [&](const Passage& candidate) {
        const bool same_label = revision.label.empty() || candidate.label.utf8 == revision.label.utf8;
        return candidate.kind == revision.kind && same_label;
    };
    const std::string_view name = revision.label.empty() ? name_of(revision.kind) : revision.label.utf8;
    Passage* passage = find_field<Passage>(revising, matches, {std::string(name), revision.text.at});
    if (passage != nullptr) passage->text = revision.text;
}

} // namespace

Item apply(const Item& item, const Revise& revise, Diagnostics& diagnostics) {
    Item after = item;
    Revising revising{after, {}, diagnostics};
    for (const FieldRevision& field : revise.fields) {
        std::visit([&](const auto& revision) { apply_field(revision, revising); }, field);
    }
    return after;
}

} // namespace taisho
