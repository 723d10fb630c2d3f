#include "amend/apply_fields.h"

#include "text/fold.h"

#include <algorithm>
#include <charconv>

namespace taisho {
namespace {

bool answers_to(const Field& field, const std::string& name) {
    return kind_of(field) == name || fold_width(label_of(field).utf8) == fold_width(name);
}

std::vector<std::size_t> fields_named(const std::vector<Field>& fields, const std::string& name) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (answers_to(fields[i], name)) found.push_back(i);
    }
    return found;
}

// The number behind # at the end of a name, from 1; nothing when there is none.
std::optional<std::size_t> ordinal_of(const std::string& name) {
    const std::size_t mark = name.rfind('#');
    if (mark == std::string::npos || mark + 1 == name.size()) return std::nullopt;
    std::size_t number = 0;
    const char* end_of_name = name.data() + name.size();
    const auto [end, error] = std::from_chars(name.data() + mark + 1, end_of_name, number);
    if (error != std::errc{} || end != end_of_name || number == 0) return std::nullopt;
    return number;
}

} // namespace

FoundField find_field(const std::vector<Field>& fields, const std::string& name) {
    const std::vector<std::size_t> found = fields_named(fields, name);
    if (found.size() == 1) return {found.front(), 1};
    if (!found.empty()) return {std::nullopt, found.size()};
    const auto ordinal = ordinal_of(name);
    if (!ordinal) return {std::nullopt, 0};
    const std::vector<std::size_t> alike = fields_named(fields, name.substr(0, name.rfind('#')));
    if (*ordinal > alike.size()) return {std::nullopt, 0};
    return {alike[*ordinal - 1], 1};
}

std::string name_in(const std::vector<Field>& fields, std::size_t index) {
    const std::string kind(kind_of(fields[index]));
    const std::string& label = label_of(fields[index]).utf8;
    for (const std::string& name : {kind, label}) {
        if (!name.empty() && find_field(fields, name).index == index) return name;
    }
    const std::vector<std::size_t> alike = fields_named(fields, kind);
    return kind + "#" + std::to_string(std::ranges::find(alike, index) - alike.begin() + 1);
}

namespace {

// A field that stands in the item now, and which one of the plan it was; none: it was added.
struct Standing {
    Field field;
    std::optional<std::size_t> original;
};

// An item while its fields are revised one after the other; none may be revised twice. Whatever has been
// added or deleted by then, a name means a field of the plan as it was: the second passage is passage#2.
struct Revising {
    const Unit& item;
    std::vector<Standing> standing;
    std::vector<bool> revised; // one per field of the plan
    std::vector<FieldReason> reasons;
    Diagnostics& diagnostics;

    const std::vector<Field>& originals() const { return fields_of(item); }
};

std::string_view called(const Field& field) {
    const Text& label = label_of(field);
    return std::holds_alternative<Goal>(field) || label.empty() ? kind_of(field) : label.utf8;
}

std::string names_of(const std::vector<Field>& fields) {
    std::string names;
    for (const Field& field : fields) names.append(names.empty() ? "" : ", ").append(called(field));
    return names;
}

void report_not_found(const Revising& revising, const std::string& name, std::size_t count, Span at) {
    const std::string& id = revising.item.id.utf8;
    if (revising.item.damaged) return;
    if (count > 1) {
        add_error(revising.diagnostics, Code::ambiguous_field, at, {id, name});
    } else {
        add_error(revising.diagnostics, Code::unknown_field, at, {id, name, names_of(revising.originals())});
    }
}

std::optional<std::size_t> require_field(const Revising& revising, const Text& name) {
    if (name.empty()) return std::nullopt; // reported when it was read
    const FoundField found = find_field(revising.originals(), name.utf8);
    if (!found.index) report_not_found(revising, name.utf8, found.count, name.at);
    return found.index;
}

// The field of this kind, with this label when one is given.
std::optional<std::size_t> require_field(const Revising& revising, std::string_view kind, const Text& label,
                                         Span at) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < revising.originals().size(); ++i) {
        const Field& field = revising.originals()[i];
        const bool labelled = label.empty() || fold_width(label_of(field).utf8) == fold_width(label.utf8);
        if (kind_of(field) == kind && labelled) found.push_back(i);
    }
    if (found.size() == 1) return found.front();
    const std::string name = label.empty() ? std::string(kind) : label.utf8;
    report_not_found(revising, name, found.size(), label.empty() ? at : label.at);
    return std::nullopt;
}

std::vector<Standing>::iterator find_standing(Revising& revising, std::size_t original) {
    return std::ranges::find(revising.standing, std::optional(original), &Standing::original);
}

// The field to be revised, if it has not been already.
Standing* take_field(Revising& revising, std::optional<std::size_t> original, const Text& name,
                     const Text& reason) {
    if (!original) return nullptr;
    if (revising.revised[*original]) {
        add_error(revising.diagnostics, Code::field_twice, name.at, {name.utf8});
        return nullptr;
    }
    revising.revised[*original] = true;
    if (!reason.empty()) revising.reasons.push_back({place_of(revising.originals()[*original]), reason});
    return &*find_standing(revising, *original);
}

Text name_or(const Text& label, std::string_view kind, Span at) {
    return label.empty() ? Text{std::string(kind), at} : label;
}

void revise(const PassageRevision& revision, Revising& revising) {
    const std::string_view kind = name_of(revision.kind);
    const auto original = require_field(revising, kind, revision.label, revision.text.at);
    Standing* taken =
        take_field(revising, original, name_or(revision.label, kind, revision.text.at), revision.reason);
    if (taken != nullptr) std::get<Passage>(taken->field).text = revision.text;
}

void revise(const GoalRevision& revision, Revising& revising) {
    if (revision.kind.empty()) return; // reported when it was read
    const Text& name = revision.which.empty() ? revision.kind : revision.which;
    const auto original = require_field(revising, revision.kind.utf8, revision.which, name.at);
    Standing* taken = take_field(revising, original, name, revision.reason);
    if (taken == nullptr) return;
    if (auto* goal = std::get_if<Goal>(&taken->field)) *goal = apply(*goal, revision, revising.diagnostics);
}

void revise(const TableRevision& revision, Revising& revising) {
    const auto original = require_field(revising, "table", revision.label, revision.at);
    Standing* taken =
        take_field(revising, original, name_or(revision.label, "table", revision.at), revision.reason);
    if (taken == nullptr) return;
    if (auto* table = std::get_if<FreeTable>(&taken->field)) // else a goal of the kind "table"
        *table = apply(*table, revision, revising.diagnostics);
}

// ---- whole fields ----

// Beside a field of the plan, or one that was just added.
std::optional<std::size_t> place_beside(Revising& revising, const Position& position) {
    if (position.side == Position::Side::last) return revising.standing.size();
    const auto is_meant = [&](const Standing& one) {
        return !one.original && answers_to(one.field, position.of.utf8);
    };
    auto at = std::ranges::find_if(revising.standing, is_meant);
    const FoundField found = find_field(revising.originals(), position.of.utf8);
    if (found.index || at == revising.standing.end()) {
        const auto original = require_field(revising, position.of);
        if (!original) return std::nullopt;
        at = find_standing(revising, *original);
    }
    if (at == revising.standing.end()) { // deleted by then
        add_error(revising.diagnostics, Code::deleted_already, position.of.at, {position.of.utf8});
        return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(at - revising.standing.begin());
    return position.side == Position::Side::before ? index : index + 1;
}

void revise(const AddField& add, Revising& revising) {
    const auto at = place_beside(revising, add.position);
    if (!at) return;
    revising.standing.insert(revising.standing.begin() + static_cast<std::ptrdiff_t>(*at),
                             {add.field, std::nullopt});
    if (!add.reason.empty()) revising.reasons.push_back({place_of(add.field), add.reason});
}

void revise(const DeleteField& removal, Revising& revising) {
    const auto original = require_field(revising, removal.field);
    if (take_field(revising, original, removal.field, removal.reason) == nullptr) return;
    revising.standing.erase(find_standing(revising, *original));
}

// The new field stands for the old one, so it has its place: both are compared with each other.
void revise(const ReplaceField& replacement, Revising& revising) {
    const auto original = require_field(revising, replacement.which);
    Standing* taken = take_field(revising, original, replacement.which, replacement.reason);
    if (taken == nullptr) return;
    const Span place = place_of(taken->field);
    taken->field = replacement.field;
    std::visit([&](auto& field) { field.at = place; }, taken->field);
}

Span place_of_revision(const PassageRevision& revision) { return revision.at; }
Span place_of_revision(const GoalRevision& revision) { return revision.at; }
Span place_of_revision(const TableRevision& revision) { return revision.at; }
Span place_of_revision(const AddField& add) { return place_of(add.field); }
Span place_of_revision(const DeleteField& removal) { return removal.field.at; }
Span place_of_revision(const ReplaceField& replacement) { return replacement.which.at; }

} // namespace

AppliedFields apply(const Unit& item, const std::vector<FieldRevision>& revisions, Diagnostics& diagnostics) {
    const std::vector<Field>& fields = fields_of(item);
    if (revisions.size() > 2 * most_fields) { // more than an exchange of all fields needs
        const FieldRevision& first_too_many = revisions[2 * most_fields];
        add_error(diagnostics, Code::too_many_fields,
                  std::visit([](const auto& one) { return place_of_revision(one); }, first_too_many),
                  {std::to_string(most_fields)});
        return {fields, {}};
    }
    Revising revising{item, {}, std::vector<bool>(fields.size(), false), {}, diagnostics};
    for (std::size_t i = 0; i < fields.size(); ++i) revising.standing.push_back({fields[i], i});
    for (const FieldRevision& revision : revisions)
        std::visit([&](const auto& one) { revise(one, revising); }, revision);
    AppliedFields applied{{}, std::move(revising.reasons)};
    for (Standing& one : revising.standing) applied.fields.push_back(std::move(one.field));
    return applied;
}

} // namespace taisho
