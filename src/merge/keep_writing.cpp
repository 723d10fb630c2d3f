#include "merge/keep_writing.h"

#include "amend/apply_fields.h"
#include "model/write_paper.h"
#include "revise/derive_fields.h"
#include "text/fold.h"
#include "xml/write.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

// derive_fields says in one way what leads from one item to another, whoever wrote what stands in the file in
// what way. So it is asked twice, for what the fields become now and for what is wanted: where both answers
// are the same, the writing stays, and where they are not, the new answer is put into the writing edit by
// edit. In the end applying it decides; if it does not lead to what is wanted, the answer is taken as it is.

namespace taisho {
namespace {

using Revisions = std::vector<FieldRevision>;

bool same(const FieldRevision& a, const FieldRevision& b) {
    return same_content(to_element(a), to_element(b));
}

Text& reason_of(FieldRevision& revision) {
    return std::visit([](auto& one) -> Text& { return one.reason; }, revision);
}

// ---- which field a revision is about ----

// The first field of a kind, or of a kind and label.
std::string field_named(const std::vector<Field>& fields, std::string_view kind, const Text& label) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool named = label.empty() || fold_width(label_of(fields[i]).utf8) == fold_width(label.utf8);
        if (kind_of(fields[i]) == kind && named) return std::to_string(i);
    }
    return std::string(kind) + "?";
}

std::string field_named(const std::vector<Field>& fields, const Text& name) {
    const FoundField found = find_field(fields, name.utf8);
    return found.index ? std::to_string(*found.index) : name.utf8 + "?";
}

std::string about(const PassageRevision& one, const std::vector<Field>& fields) {
    return field_named(fields, name_of(one.kind), one.label);
}
std::string about(const GoalRevision& one, const std::vector<Field>& fields) {
    return field_named(fields, one.kind.utf8, one.which);
}
std::string about(const TableRevision& one, const std::vector<Field>& fields) {
    return field_named(fields, "table", one.label);
}
std::string about(const DeleteField& one, const std::vector<Field>& fields) {
    return field_named(fields, one.field);
}
std::string about(const ReplaceField& one, const std::vector<Field>& fields) {
    return field_named(fields, one.which);
}
std::string about(const AddField& one, const std::vector<Field>&) {
    return "+" + std::string(kind_of(one.field));
}

struct About {
    std::string field;
    const FieldRevision* revision;
};

// The revisions with what they are about; several new fields of one kind are told apart by their order.
std::vector<About> with_fields(const Revisions& revisions, const std::vector<Field>& fields) {
    std::vector<About> result;
    std::set<std::string> taken;
    for (const FieldRevision& revision : revisions) {
        std::string name = std::visit([&](const auto& one) { return about(one, fields); }, revision);
        while (!taken.insert(name).second) name += "+";
        result.push_back({std::move(name), &revision});
    }
    return result;
}

// ---- edits of a goal ----

std::string column_name(const Text& name) {
    const auto year = parse_fiscal_year(name.utf8);
    return year ? std::to_string(*year) : fold_width(name.utf8);
}

std::string slot_of(const ColumnRevision& edit) { return "column " + column_name(edit.ref); }
std::string slot_of(const ValueRevision& edit) {
    return "value " + column_name(edit.column) + " " + fold_width(edit.row.utf8);
}
std::string slot_of(const AddColumn& edit) { return "add column " + column_name(edit.column.label); }
std::string slot_of(const DeleteColumn& edit) { return "delete column " + column_name(edit.ref); }
std::string slot_of(const AddRow& edit) { return "add row " + fold_width(edit.row.label.utf8); }
std::string slot_of(const DeleteRow& edit) { return "delete row " + fold_width(edit.row.utf8); }
std::string slot_of(const ReplaceRows&) { return "rows"; }

std::string slot_of(const GoalEdit& edit) {
    return std::visit([](const auto& one) { return slot_of(one); }, edit);
}

// The new edit, calling things as the old one does.
GoalEdit named_as(const GoalEdit& old, GoalEdit edit) {
    if (auto* value = std::get_if<ValueRevision>(&edit)) {
        const auto& written = std::get<ValueRevision>(old);
        value->column = written.column, value->row = written.row;
    }
    if (auto* column = std::get_if<ColumnRevision>(&edit)) column->ref = std::get<ColumnRevision>(old).ref;
    if (auto* added = std::get_if<AddColumn>(&edit)) added->position = std::get<AddColumn>(old).position;
    if (auto* added = std::get_if<AddRow>(&edit)) added->position = std::get<AddRow>(old).position;
    return edit;
}

std::vector<GoalEdit> keep_edits(const std::vector<GoalEdit>& written, std::vector<GoalEdit> wanted) {
    std::map<std::string, std::size_t> slots; // of `wanted`
    for (std::size_t i = 0; i < wanted.size(); ++i) slots.emplace(slot_of(wanted[i]), i);
    std::vector<GoalEdit> kept;
    std::vector<bool> taken(wanted.size(), false);
    for (const GoalEdit& old : written) {
        const auto slot = slots.find(slot_of(old));
        if (slot == slots.end() || taken[slot->second]) continue;
        taken[slot->second] = true;
        kept.push_back(named_as(old, std::move(wanted[slot->second])));
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!taken[i]) kept.push_back(std::move(wanted[i]));
    }
    return kept;
}

// ---- one revision ----

FieldRevision kept(const GoalRevision& written, GoalRevision wanted) {
    wanted.which = written.which;
    wanted.edits = keep_edits(written.edits, std::move(wanted.edits));
    return wanted;
}

FieldRevision kept(const PassageRevision& written, PassageRevision wanted) {
    wanted.label = written.label;
    return wanted;
}

FieldRevision kept(const AddField& written, AddField wanted) {
    wanted.position = written.position;
    return wanted;
}

template <class Kind>
FieldRevision kept(const Kind&, Kind wanted) {
    return wanted;
}

// Cells are named by numbers in `now` and `wanted`, and as somebody likes in `written`. The two that say the
// same as `now` does are one cell, if no other cell says it.
FieldRevision kept_table(const TableRevision& written, const TableRevision& now, TableRevision wanted) {
    wanted.label = written.label;
    std::vector<CellRevision> cells;
    for (const CellRevision& old : written.cells) {
        const auto says = [&](const CellRevision& cell) { return cell.text.utf8 == old.text.utf8; };
        const auto numbered = std::ranges::find_if(now.cells, says);
        if (numbered == now.cells.end() || std::ranges::count_if(now.cells, says) > 1) continue;
        const auto same_place = [&](const CellRevision& cell) {
            return cell.row.utf8 == numbered->row.utf8 && cell.column.utf8 == numbered->column.utf8;
        };
        const auto found = std::ranges::find_if(wanted.cells, same_place);
        if (found == wanted.cells.end()) continue;
        cells.push_back({old.row, old.column, found->text});
        wanted.cells.erase(found);
    }
    std::ranges::move(wanted.cells, std::back_inserter(cells));
    wanted.cells = std::move(cells);
    return wanted;
}

// `now`: what the derived revision of the same field is for what the amendment makes now; may be null.
FieldRevision keep(const FieldRevision& written, const FieldRevision* now, FieldRevision wanted) {
    FieldRevision result = wanted;
    const bool tables = now != nullptr && std::holds_alternative<TableRevision>(*now);
    if (written.index() == wanted.index() && tables && now->index() == wanted.index()) {
        result = kept_table(std::get<TableRevision>(written), std::get<TableRevision>(*now),
                            std::get<TableRevision>(wanted));
    } else if (written.index() == wanted.index()) {
        result = std::visit(
            [&]<class Kind>(const Kind& old) { return kept(old, std::get<Kind>(std::move(wanted))); },
            written);
    }
    FieldRevision old = written;
    if (reason_of(result).empty()) reason_of(result) = reason_of(old);
    return result;
}

bool leads_to(const Unit& before, const Revisions& revisions, const Unit& wanted) {
    Diagnostics diagnostics;
    const std::vector<Field> made = apply(before, revisions, diagnostics).fields;
    return !has_errors(diagnostics) &&
           std::ranges::equal(made, fields_of(wanted), [](const Field& a, const Field& b) {
               return same_content(to_element(a), to_element(b));
           });
}

// Why a field changes is told by nobody but the writer.
Revisions with_reasons(Revisions derived, const Revisions& written, const std::vector<Field>& fields) {
    const std::vector<About> names = with_fields(derived, fields);
    std::vector<Text> reasons(derived.size());
    for (const auto& [field, revision] : with_fields(written, fields)) {
        const auto to = std::ranges::find(names, field, &About::field);
        FieldRevision old = *revision;
        if (to != names.end()) reasons[static_cast<std::size_t>(to - names.begin())] = reason_of(old);
    }
    for (std::size_t i = 0; i < derived.size(); ++i) reason_of(derived[i]) = std::move(reasons[i]);
    return derived;
}

} // namespace

std::vector<FieldRevision> keep_writing(const std::vector<FieldRevision>& written, const Unit& before,
                                        const Unit& now, const Unit& wanted) {
    const Revisions from_now = derive_fields(fields_of(before), fields_of(now));
    const Revisions derived = derive_fields(fields_of(before), fields_of(wanted));
    const std::vector<About> old = with_fields(from_now, fields_of(before));
    std::vector<About> fresh = with_fields(derived, fields_of(before));
    Revisions result;
    for (const auto& [field, revision] : with_fields(written, fields_of(before))) {
        const auto to = std::ranges::find(fresh, field, &About::field);
        if (to == fresh.end()) continue; // nothing of that field differs any more
        const auto from = std::ranges::find(old, field, &About::field);
        const bool stays = from != old.end() && same(*from->revision, *to->revision);
        const FieldRevision* now_said = from == old.end() ? nullptr : from->revision;
        result.push_back(stays ? *revision : keep(*revision, now_said, *to->revision));
        fresh.erase(to);
    }
    for (const About& one : fresh) result.push_back(*one.revision);
    return leads_to(before, result, wanted) ? result : with_reasons(derived, written, fields_of(before));
}

} // namespace taisho
