#include "merge/edit_texts.h"

#include "amend/apply_fields.h"
#include "merge/before_renames.h"
#include "merge/locate.h"

#include <algorithm>
#include <charconv>

namespace taisho {
namespace {

// The field that the last text stood in: texts come in the order of the paper.
struct Setting {
    Drafting& drafting;
    Renames renames;
    std::string unit = {}, key = {};
    NamedField field = {};

    const NamedField& field_at(const DataPlace& place, Unit& item) {
        if (field.field == nullptr || unit != place.unit || key != place.field)
            unit = place.unit, key = place.field, field = named_field(item, key);
        return field;
    }
};

Amendment* find_amendment(const DataPlace& place, Drafting& drafting) {
    const auto index = amendment_of(place, drafting);
    return index ? drafting.all[*index] : nullptr;
}

// ---- reasons ----

std::vector<FieldRevision>* revisions_in(Amendment& amendment) {
    return std::visit(
        [](auto& change) -> std::vector<FieldRevision>* {
            if constexpr (requires { change.revision; }) return &change.revision.fields;
            return nullptr;
        },
        amendment.change);
}

Text& reason_of(FieldRevision& revision) {
    return std::visit([](auto& one) -> Text& { return one.reason; }, revision);
}

// Which revision a field of the item comes from. apply() tells for which field it has read which reason, so
// it is given the number of each revision for one.
std::optional<std::size_t> revision_of(const Field& field, const Unit& before,
                                       std::vector<FieldRevision> revisions) {
    for (std::size_t i = 0; i < revisions.size(); ++i) reason_of(revisions[i]).utf8 = std::to_string(i);
    Diagnostics reported;
    const AppliedFields applied = apply(before, revisions, reported);
    const Span at = place_of(field);
    const auto found = std::ranges::find_if(applied.reasons, [&](const FieldReason& reason) {
        return reason.field.source == at.source && reason.field.begin == at.begin;
    });
    if (found == applied.reasons.end()) return std::nullopt;
    const std::string& number = found->reason.utf8;
    std::size_t index = 0;
    std::from_chars(number.data(), number.data() + number.size(), index);
    return index;
}

// The reason of one field stands with what the amendment says of it.
Text* find_field_reason(const DataPlace& place, Amendment& amendment, Drafting& drafting) {
    const auto unit = drafting.units.find(place.unit);
    std::vector<FieldRevision>* revisions = revisions_in(amendment);
    if (unit == drafting.units.end() || revisions == nullptr) return nullptr;
    const UnitTree& before = drafting.paper.plan.tree;
    const Unit& now = drafting.now.tree.units[unit->second];
    const auto field = find_field(now, place.field);
    if (!field || unit->second >= before.units.size()) return nullptr;
    const auto index = revision_of(fields_of(now)[*field], before.units[unit->second], *revisions);
    return index ? &reason_of((*revisions)[*index]) : nullptr;
}

bool set_reason(const DataPlace& place, const std::string& text, Drafting& drafting) {
    Amendment* amendment = find_amendment(place, drafting);
    if (amendment == nullptr) return false;
    Text* reason =
        place.field.empty() ? &amendment->annotations.reason : find_field_reason(place, *amendment, drafting);
    if (reason == nullptr) return false;
    reason->utf8 = text;
    return true;
}

// ---- texts of the plan ----

bool set_in_plan(const DataPlace& place, const std::string& text, Setting& setting) {
    Drafting& drafting = setting.drafting;
    Unit* unit = drafting.unit(place.unit);
    if (unit == nullptr) return false;
    Text* found = place.field.empty() ? find_heading_text(*unit, place.part)
                                      : find_text(setting.field_at(place, *unit), place);
    if (found == nullptr) return false;
    drafting.touched.insert(drafting.units.at(place.unit));
    found->utf8 = before_renames(text, found->utf8, setting.renames);
    if (place.part == Part::note && text.empty())
        goal_of(setting.field)->columns[setting.field.columns.at(place.column)].note.reset();
    return true;
}

// What the plan says of itself has an amendment of its own.
bool set_plan_title(const DataPlace& place, const std::string& text, Drafting& drafting) {
    Amendment* amendment = place.part == Part::title ? find_amendment(place, drafting) : nullptr;
    if (amendment != nullptr) std::get<RevisePlan>(amendment->change).title = Text{text, {}};
    return amendment != nullptr;
}

bool set_text(const DataPlace& place, const std::string& text, Setting& setting) {
    if (place.part == Part::reason) return set_reason(place, text, setting.drafting);
    if (place.unit.empty()) return set_plan_title(place, text, setting.drafting);
    return set_in_plan(place, text, setting);
}

} // namespace

void edit_texts(const std::vector<TextEdit>& texts, Drafting& drafting) {
    Setting setting{drafting, renames_of(drafting.paper)};
    for (const TextEdit& edit : texts) {
        if (!set_text(edit.place, edit.sheet, setting)) report_impossible(edit.place, edit.row->at, drafting);
    }
}

bool clear_text(const DataPlace& place, Drafting& drafting) {
    Setting setting{drafting, renames_of(drafting.paper)};
    return set_text(place, {}, setting);
}

} // namespace taisho
