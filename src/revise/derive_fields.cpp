#include "revise/derive_fields.h"

#include "amend/apply_fields.h"
#include "compare/pair.h"
#include "model/write_paper.h"
#include "xml/write.h"

#include <algorithm>
#include <limits>

// Every way of saying a change that is smaller than "the whole field" is tried on the field itself: only if
// applying it gives what is wanted is it used. So the rules here need not know all that apply refuses.

namespace taisho {

std::vector<std::size_t> longest_increasing(const std::vector<std::size_t>& numbers) {
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> tails; // tails[k]: index of the least end of a sequence of k + 1 numbers
    std::vector<std::size_t> previous(numbers.size(), none);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto place = std::ranges::lower_bound(tails, numbers[i], {},
                                                    [&](std::size_t index) { return numbers[index]; });
        if (place != tails.begin()) previous[i] = *(place - 1);
        if (place == tails.end()) {
            tails.push_back(i);
        } else {
            *place = i;
        }
    }
    std::vector<std::size_t> result;
    for (std::size_t i = tails.empty() ? none : tails.back(); i != none; i = previous[i]) result.push_back(i);
    std::ranges::reverse(result);
    return result;
}

namespace {

bool same_field(const Field& a, const Field& b) { return same_content(to_element(a), to_element(b)); }

std::optional<Text> if_different(const Text& before, const Text& after) {
    return before.utf8 == after.utf8 ? std::nullopt : std::optional(after);
}

// ---- goals ----

// The columns of `before` that are those of `after` under whatever name: by year, else by kind and label.
std::vector<std::optional<std::size_t>> match_columns(const Goal& before, const Goal& after) {
    std::vector<std::optional<std::size_t>> matches;
    for (const Column& wanted : after.columns) {
        const auto found = std::ranges::find_if(before.columns, [&](const Column& column) {
            const bool same = wanted.year || column.year ? column.year == wanted.year
                                                         : column.label.utf8 == wanted.label.utf8;
            return same && column.kind == wanted.kind;
        });
        const bool is_there = found != before.columns.end();
        matches.push_back(is_there ? std::optional(static_cast<std::size_t>(found - before.columns.begin()))
                                   : std::nullopt);
    }
    return matches;
}

Text row_name(const Goal& goal, const ValueRow& row) { return goal.rows.size() > 1 ? row.label : Text{}; }

void derive_columns(const Goal& before, const Goal& after, std::vector<GoalEdit>& edits) {
    const auto matches = match_columns(before, after);
    for (std::size_t i = 0; i < before.columns.size(); ++i) {
        if (std::ranges::find(matches, std::optional(i)) == matches.end())
            edits.emplace_back(DeleteColumn{before.columns[i].label});
    }
    const auto name = [&](std::size_t j) {
        return matches[j] ? before.columns[*matches[j]].label : after.columns[j].label;
    };
    for (std::size_t j = 0; j < after.columns.size(); ++j) {
        if (matches[j]) continue;
        AddColumn add{{}, after.columns[j], {}};
        if (j > 0) add.position = {Position::Side::after, name(j - 1)};
        const auto next =
            std::find_if(matches.begin(), matches.end(), [](const auto& m) { return m.has_value(); });
        if (j == 0 && next != matches.end())
            add.position = {Position::Side::before, before.columns[**next].label};
        for (const ValueRow& row : after.rows) add.values.push_back(row.values[j]);
        edits.emplace_back(std::move(add));
    }
    for (std::size_t row = 0; row < std::min(before.rows.size(), after.rows.size()); ++row) {
        for (std::size_t j = 0; j < after.columns.size(); ++j) {
            if (!matches[j]) continue;
            const Text& value = after.rows[row].values[j];
            if (before.rows[row].values[*matches[j]].utf8 != value.utf8)
                edits.emplace_back(ValueRevision{name(j), row_name(before, before.rows[row]), value});
        }
    }
    for (std::size_t j = 0; j < after.columns.size(); ++j) {
        if (!matches[j]) continue;
        const Column &b = before.columns[*matches[j]], &a = after.columns[j];
        const Text note_before = b.note.value_or(Text{}), note_after = a.note.value_or(Text{});
        ColumnRevision revision{b.label, if_different(b.label, a.label),
                                if_different(note_before, note_after)};
        if (revision.label || revision.note) edits.emplace_back(std::move(revision));
    }
}

bool same_row_labels(const Goal& a, const Goal& b) {
    const auto same = [](const ValueRow& x, const ValueRow& y) { return x.label.utf8 == y.label.utf8; };
    return std::ranges::equal(a.rows, b.rows, same);
}

// ReplaceRows cannot take all rows away.
std::optional<FieldRevision> small_revision(const Goal& before, const Goal& after, bool needs_label) {
    if (before.kind.utf8 != after.kind.utf8) return std::nullopt;
    GoalRevision revision{after.kind,
                          needs_label ? before.label : Text{},
                          if_different(before.label, after.label),
                          if_different(before.statement, after.statement),
                          {},
                          {},
                          {}};
    if (same_row_labels(before, after)) {
        derive_columns(before, after, revision.edits);
    } else if (!after.rows.empty()) {
        revision.edits.emplace_back(ReplaceRows{after.rows});
    }
    return revision;
}

// ---- passages and tables ----

std::optional<FieldRevision> small_revision(const Passage& before, const Passage& after, bool needs_label) {
    if (before.kind != after.kind || before.label.utf8 != after.label.utf8) return std::nullopt;
    return PassageRevision{after.kind, needs_label ? before.label : Text{}, after.text, {}, {}};
}

// Rows and columns by number: good for tables whose cells cover one place each.
std::optional<FieldRevision> small_revision(const FreeTable& before, const FreeTable& after,
                                            bool needs_label) {
    TableRevision revision{needs_label ? before.label : Text{}, {}, {}, {}};
    for (std::size_t row = 0; row < std::min(before.rows.size(), after.rows.size()); ++row) {
        const std::vector<TableCell>&b = before.rows[row].cells, &a = after.rows[row].cells;
        for (std::size_t column = 0; column < std::min(b.size(), a.size()); ++column) {
            if (b[column].text.utf8 == a[column].text.utf8) continue;
            revision.cells.push_back(
                {Text{std::to_string(row + 1), {}}, Text{std::to_string(column + 1), {}}, a[column].text});
        }
    }
    return revision;
}

std::optional<FieldRevision> small_revision(const Field& before, const Field& after, bool needs_label) {
    return std::visit(
        [&]<class Kind>(const Kind& wanted) -> std::optional<FieldRevision> {
            const Kind* from = std::get_if<Kind>(&before);
            return from != nullptr ? small_revision(*from, wanted, needs_label) : std::nullopt;
        },
        after);
}

// Whether the revision does nothing else than make fields[index] what is wanted.
bool leads_to(const std::vector<Field>& fields, std::size_t index, const FieldRevision& revision,
              const Field& wanted) {
    Diagnostics diagnostics;
    Unit item;
    item.content = Item{fields};
    const std::vector<Field> result = apply(item, {revision}, diagnostics).fields;
    return diagnostics.empty() && same_field(result[index], wanted);
}

FieldRevision revision_of(const std::vector<Field>& fields, std::size_t index, const Field& wanted) {
    for (const bool needs_label : {false, true}) {
        const auto small = small_revision(fields[index], wanted, needs_label);
        if (small && leads_to(fields, index, *small, wanted)) return *small;
    }
    return ReplaceField{Text{name_in(fields, index), {}}, wanted, {}};
}

// The pairs of indices of fields that stay in order; what was moved inside the item is deleted and added.
using Kept = std::vector<std::pair<std::size_t, std::size_t>>;

Kept kept_pairs(const std::vector<Field>& before, const std::vector<Field>& after) {
    std::vector<std::size_t> olds, news;
    for (const auto& [b, a] : match_fields(before, after)) {
        if (b == nullptr || a == nullptr) continue;
        olds.push_back(static_cast<std::size_t>(b - before.data()));
        news.push_back(static_cast<std::size_t>(a - after.data()));
    }
    Kept kept;
    for (const std::size_t i : longest_increasing(olds)) kept.emplace_back(olds[i], news[i]);
    return kept;
}

// The field of `before` that stays and follows after[j]: what is new is put before it, or at the end.
Position position_of(const std::vector<Field>& before, const Kept& kept, std::size_t j) {
    const auto next = std::ranges::find_if(kept, [&](const auto& pair) { return pair.second > j; });
    if (next == kept.end()) return {};
    return {Position::Side::before, Text{name_in(before, next->first), {}}};
}

} // namespace

std::vector<FieldRevision> derive_fields(const std::vector<Field>& before, const std::vector<Field>& after) {
    const Kept kept = kept_pairs(before, after);
    std::vector<FieldRevision> revisions;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const bool stays = std::ranges::any_of(kept, [&](const auto& pair) { return pair.first == i; });
        if (!stays) revisions.emplace_back(DeleteField{Text{name_in(before, i), {}}, {}});
    }
    for (const auto& [i, j] : kept) {
        if (!same_field(before[i], after[j])) revisions.push_back(revision_of(before, i, after[j]));
    }
    for (std::size_t j = 0; j < after.size(); ++j) {
        const bool is_there = std::ranges::any_of(kept, [&](const auto& pair) { return pair.second == j; });
        if (!is_there) revisions.emplace_back(AddField{position_of(before, kept, j), after[j], {}});
    }
    return revisions;
}

} // namespace taisho
