#include "merge/keep_writing.h"

#include "merge/put_texts.h"

#include "amend/apply_fields.h"
#include "compare/pair.h"
#include "model/write_paper.h"
#include "revise/derive_fields.h"
#include "text/fold.h"
#include "xml/write.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

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

FieldRevision keep(const FieldRevision& written, FieldRevision wanted) {
    FieldRevision result = wanted;
    if (written.index() == wanted.index()) {
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

// ---- two ways of changing what is written ----

struct Answers {
    Revisions from_now, wanted; // as derived
};

// The new answer put into the writing edit by edit.
Revisions keep_all(const Revisions& written, const Unit& before, const Answers& answers) {
    const std::vector<About> old = with_fields(answers.from_now, fields_of(before));
    std::vector<About> fresh = with_fields(answers.wanted, fields_of(before));
    Revisions result;
    for (const auto& [field, revision] : with_fields(written, fields_of(before))) {
        const auto to = std::ranges::find(fresh, field, &About::field);
        if (to == fresh.end()) continue; // nothing of that field differs any more
        const auto from = std::ranges::find(old, field, &About::field);
        const bool stays = from != old.end() && same(*from->revision, *to->revision);
        result.push_back(stays ? *revision : keep(*revision, *to->revision));
        fresh.erase(to);
    }
    for (const About& one : fresh) result.push_back(*one.revision);
    return result;
}

// What About calls each field of `now`: by the field before that it was, or as a new one.
std::vector<std::string> names_of(const Unit& before, const Unit& now) {
    std::vector<std::string> names(fields_of(now).size());
    for (const auto& [b, a] : match_fields(fields_of(before), fields_of(now))) {
        if (b != nullptr && a != nullptr)
            names[static_cast<std::size_t>(a - fields_of(now).data())] =
                std::to_string(b - fields_of(before).data());
    }
    std::set<std::string> taken;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!names[i].empty()) continue;
        names[i] = "+" + std::string(kind_of(fields_of(now)[i]));
        while (!taken.insert(names[i]).second) names[i] += "+";
    }
    return names;
}

// The texts that differ put into the writing, where fields have neither come nor gone; else what is written.
Revisions put_all(const Revisions& written, const Unit& before, const Unit& now, const Unit& wanted,
                  const Answers& answers) {
    const std::vector<Field>&fields = fields_of(now), &fresh = fields_of(wanted);
    if (fields.size() != fresh.size()) return written;
    const std::vector<std::string> names = names_of(before, now);
    const std::vector<About> said = with_fields(written, fields_of(before));
    const std::vector<About> derived = with_fields(answers.wanted, fields_of(before));
    Revisions result = written;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (same_content(to_element(fields[i]), to_element(fresh[i]))) continue;
        const auto found = std::ranges::find(said, names[i], &About::field);
        if (found == said.end()) {
            const auto one = std::ranges::find(derived, names[i], &About::field);
            if (one != derived.end()) result.push_back(*one->revision);
            continue;
        }
        const auto put = put_texts(*found->revision, fields[i], fresh[i]);
        if (put) result[static_cast<std::size_t>(found - said.begin())] = *put;
    }
    return result;
}

// How many lines of XML differ.
std::size_t distance(const Revisions& a, const Revisions& b) {
    std::map<std::string, int> lines;
    const auto count = [&](const Revisions& revisions, int step) {
        for (const FieldRevision& revision : revisions) {
            std::istringstream xml(write_xml(to_element(revision), 0));
            for (std::string line; std::getline(xml, line);) lines[line] += step;
        }
    };
    count(a, 1), count(b, -1);
    std::size_t sum = 0;
    for (const auto& [line, number] : lines) sum += static_cast<std::size_t>(std::abs(number));
    return sum;
}

} // namespace

std::vector<FieldRevision> keep_writing(const std::vector<FieldRevision>& written, const Unit& before,
                                        const Unit& now, const Unit& wanted) {
    const Answers answers{derive_fields(fields_of(before), fields_of(now)),
                          derive_fields(fields_of(before), fields_of(wanted))};
    Revisions kept = keep_all(written, before, answers);
    Revisions put = put_all(written, before, now, wanted, answers);
    const bool keeps = leads_to(before, kept, wanted), puts = leads_to(before, put, wanted);
    // Of two that change as little, the one that calls things as the writer did.
    if (puts && (!keeps || distance(written, put) <= distance(written, kept))) return put;
    return keeps ? kept : with_reasons(answers.wanted, written, fields_of(before));
}

} // namespace taisho
