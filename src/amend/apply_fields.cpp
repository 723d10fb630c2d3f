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

// An item's fields while they are revised one after the other; none may be revised twice. Fields move when
// others are added or deleted, so what was revised is remembered beside each.
struct Revising {
    std::vector<Field> fields;
    std::vector<bool> revised; // one per field
    std::vector<FieldReason> reasons;
    const Unit& item; // as it was
    Diagnostics& diagnostics;
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
        add_error(revising.diagnostics, Code::unknown_field, at, {id, name, names_of(revising.fields)});
    }
}

std::optional<std::size_t> require_field(const Revising& revising, const Text& name) {
    if (name.empty()) return std::nullopt; // reported when it was read
    const FoundField found = find_field(revising.fields, name.utf8);
    if (!found.index) report_not_found(revising, name.utf8, found.count, name.at);
    return found.index;
}

// The field of this kind, with this label when one is given.
std::optional<std::size_t> require_field(const Revising& revising, std::string_view kind, const Text& label,
                                         Span at) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < revising.fields.size(); ++i) {
        const Field& field = revising.fields[i];
        const bool labelled = label.empty() || fold_width(label_of(field).utf8) == fold_width(label.utf8);
        if (kind_of(field) == kind && labelled) found.push_back(i);
    }
    if (found.size() == 1) return found.front();
    const std::string name = label.empty() ? std::string(kind) : label.utf8;
    report_not_found(revising, name, found.size(), label.empty() ? at : label.at);
    return std::nullopt;
}

void note_revised(Revising& revising, std::size_t index, const std::string& name, Span at,
                  const Text& reason) {
    if (revising.revised[index]) add_error(revising.diagnostics, Code::field_twice, at, {name});
    revising.revised[index] = true;
    if (!reason.empty()) revising.reasons.push_back({place_of(revising.fields[index]), reason});
}

void revise(const PassageRevision& revision, Revising& revising) {
    const std::string_view kind = name_of(revision.kind);
    const auto index = require_field(revising, kind, revision.label, revision.text.at);
    if (!index) return;
    const std::string name = revision.label.empty() ? std::string(kind) : revision.label.utf8;
    note_revised(revising, *index, name, revision.text.at, revision.reason);
    std::get<Passage>(revising.fields[*index]).text = revision.text;
}

void revise(const GoalRevision& revision, Revising& revising) {
    if (revision.kind.empty()) return; // reported when it was read
    const Text& name = revision.which.empty() ? revision.kind : revision.which;
    const auto index = require_field(revising, revision.kind.utf8, revision.which, name.at);
    if (!index) return;
    note_revised(revising, *index, name.utf8, name.at, revision.reason);
    if (auto* goal = std::get_if<Goal>(&revising.fields[*index]))
        *goal = apply(*goal, revision, revising.diagnostics);
}

void revise(const TableRevision& revision, Revising& revising) {
    const auto index = require_field(revising, "table", revision.label, revision.at);
    if (!index) return;
    note_revised(revising, *index, revision.label.empty() ? "table" : revision.label.utf8, revision.at,
                 revision.reason);
    if (auto* table = std::get_if<FreeTable>(&revising.fields[*index])) // else a goal of the kind "table"
        *table = apply(*table, revision, revising.diagnostics);
}

// ---- whole fields ----

void revise(const AddField& add, Revising& revising) {
    std::size_t at = revising.fields.size();
    if (add.position.side != Position::Side::last) {
        const auto of = require_field(revising, add.position.of);
        if (!of) return;
        at = add.position.side == Position::Side::before ? *of : *of + 1;
    }
    revising.fields.insert(revising.fields.begin() + static_cast<std::ptrdiff_t>(at), add.field);
    revising.revised.insert(revising.revised.begin() + static_cast<std::ptrdiff_t>(at), true);
    if (!add.reason.empty()) revising.reasons.push_back({place_of(add.field), add.reason});
}

void revise(const DeleteField& removal, Revising& revising) {
    const auto index = require_field(revising, removal.field);
    if (!index) return;
    note_revised(revising, *index, removal.field.utf8, removal.field.at, removal.reason);
    revising.fields.erase(revising.fields.begin() + static_cast<std::ptrdiff_t>(*index));
    revising.revised.erase(revising.revised.begin() + static_cast<std::ptrdiff_t>(*index));
}

void revise(const ReplaceField& replacement, Revising& revising) {
    const auto index = require_field(revising, replacement.which);
    if (!index) return;
    note_revised(revising, *index, replacement.which.utf8, replacement.which.at, replacement.reason);
    revising.fields[*index] = replacement.field;
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
    Revising revising{fields, std::vector<bool>(fields.size(), false), {}, item, diagnostics};
    for (const FieldRevision& revision : revisions)
        std::visit([&](const auto& one) { revise(one, revising); }, revision);
    return {std::move(revising.fields), std::move(revising.reasons)};
}

} // namespace taisho
