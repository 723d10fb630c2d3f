#include "merge/make_edits.h"

#include "merge/amend_again.h"
#include "merge/drafting.h"
#include "merge/locate.h"
#include "merge/names.h"

#include "amend/apply.h"

#include <algorithm>

namespace taisho {
namespace {

Amendment* amendment_for(const std::string& unit, Drafting& drafting) {
    const auto found = drafting.units.find(unit);
    if (found == drafting.units.end()) return nullptr;
    const auto index = drafting.amendments.find(found->second);
    return index == drafting.amendments.end() ? nullptr : &amendment_at(drafting.paper, index->second);
}

// What the plan says of itself has an amendment of its own.
RevisePlan* find_revise_plan(Drafting& drafting) {
    for (Section& section : drafting.paper.sections) {
        for (Amendment& amendment : section.amendments) {
            if (auto* plan = std::get_if<RevisePlan>(&amendment.change)) return plan;
        }
    }
    return nullptr;
}

Annotations* find_annotations(const DataPlace& place, Drafting& drafting) {
    if (!place.unit.empty()) {
        Amendment* amendment = amendment_for(place.unit, drafting);
        return amendment == nullptr ? nullptr : &amendment->annotations;
    }
    for (Section& section : drafting.paper.sections) {
        for (Amendment& amendment : section.amendments) {
            if (std::holds_alternative<RevisePlan>(amendment.change)) return &amendment.annotations;
        }
    }
    return nullptr;
}

// ---- texts ----

bool set_in_plan(const DataPlace& place, const std::string& text, Drafting& drafting) {
    Unit* unit = drafting.unit(place.unit);
    Text* found = unit == nullptr ? nullptr : find_text(*unit, place);
    if (found == nullptr) return false;
    drafting.touched.insert(drafting.units.at(place.unit));
    found->utf8 = text;
    if (place.part != Part::note || !text.empty()) return true;
    Goal* goal = find_goal(*unit, place);
    goal->columns[*find_column(*goal, place.column)].note.reset();
    return true;
}

bool set_text(const DataPlace& place, const std::string& text, Drafting& drafting) {
    if (place.part == Part::reason) {
        Annotations* annotations = find_annotations(place, drafting);
        if (annotations != nullptr) annotations->reason.utf8 = text;
        return annotations != nullptr;
    }
    if (!place.unit.empty()) return set_in_plan(place, text, drafting);
    RevisePlan* plan = place.part == Part::title ? find_revise_plan(drafting) : nullptr;
    if (plan != nullptr) plan->title = Text{text, {}};
    return plan != nullptr;
}

void report(const DataPlace& place, Span at, Drafting& drafting) {
    add_error(drafting.diagnostics, Code::edit_cannot_be_made, at, {name_of(place, drafting.data)});
}

// ---- removals ----

void remove_field(const Removal& removal, Drafting& drafting) {
    Unit* unit = drafting.unit(removal.place.unit);
    const auto field = unit == nullptr ? std::nullopt : find_field(*unit, removal.place.field);
    if (!field) return report(removal.place, {}, drafting);
    drafting.touched.insert(drafting.units.at(removal.place.unit));
    fields_of(*unit).erase(fields_of(*unit).begin() + static_cast<std::ptrdiff_t>(*field));
}

void remove_column(const Removal& removal, Drafting& drafting) {
    Unit* unit = drafting.unit(removal.place.unit);
    Goal* goal = unit == nullptr ? nullptr : find_goal(*unit, removal.place);
    const auto column = goal == nullptr ? std::nullopt : find_column(*goal, removal.place.column);
    if (!column) return report(removal.place, {}, drafting);
    drafting.touched.insert(drafting.units.at(removal.place.unit));
    const auto index = static_cast<std::ptrdiff_t>(*column);
    goal->columns.erase(goal->columns.begin() + index);
    for (ValueRow& row : goal->rows) row.values.erase(row.values.begin() + index);
}

void remove_row(const Removal& removal, Drafting& drafting) {
    Unit* unit = drafting.unit(removal.place.unit);
    Goal* goal = unit == nullptr ? nullptr : find_goal(*unit, removal.place);
    const auto row = goal == nullptr ? std::nullopt : find_row(*goal, removal.place.row);
    if (!row) return report(removal.place, {}, drafting);
    drafting.touched.insert(drafting.units.at(removal.place.unit));
    goal->rows.erase(goal->rows.begin() + static_cast<std::ptrdiff_t>(*row));
}

// Of a unit that an amendment revises, moves or renumbers, the amendment becomes a deletion.
void remove_unit(const Removal& removal, Drafting& drafting) {
    Amendment* amendment = amendment_for(removal.place.unit, drafting);
    const auto takes_a_unit = [](const auto& change) -> std::optional<UnitRef> {
        if constexpr (requires { change.unit; }) return change.unit;
        return std::nullopt;
    };
    const auto unit = amendment == nullptr ? std::nullopt : std::visit(takes_a_unit, amendment->change);
    if (!unit || unit->id.utf8 != removal.place.unit) return report(removal.place, {}, drafting);
    amendment->change = Delete{*unit, false};
    drafting.touched.erase(drafting.units.at(removal.place.unit));
}

void withdraw(const Removal& removal, Drafting& drafting) {
    const auto found = drafting.units.find(removal.place.unit);
    const auto index =
        found == drafting.units.end() ? drafting.amendments.end() : drafting.amendments.find(found->second);
    if (index == drafting.amendments.end()) return report(removal.place, {}, drafting);
    drafting.withdrawn.insert(index->second);
}

void make(const Removal& removal, Drafting& drafting) {
    switch (removal.what) {
    case Removes::amendment: return withdraw(removal, drafting);
    case Removes::unit: return remove_unit(removal, drafting);
    case Removes::field: return remove_field(removal, drafting);
    case Removes::column: return remove_column(removal, drafting);
    case Removes::row: return remove_row(removal, drafting);
    case Removes::text:
        if (!set_text(removal.place, {}, drafting)) report(removal.place, {}, drafting);
        return;
    }
}

// ---- the paper ----

// New amendments stand behind the ones they follow; what is withdrawn goes.
void settle_amendments(Drafting& drafting) {
    std::size_t index = 0;
    for (Section& section : drafting.paper.sections) {
        std::vector<Amendment> settled;
        for (Amendment& amendment : section.amendments) {
            if (!drafting.withdrawn.contains(index)) settled.push_back(std::move(amendment));
            const auto behind = drafting.behind.find(index++);
            if (behind != drafting.behind.end())
                std::ranges::move(behind->second, std::back_inserter(settled));
        }
        section.amendments = std::move(settled);
    }
    std::erase_if(drafting.paper.sections, [](const Section& section) { return section.amendments.empty(); });
}

} // namespace

Paper make_edits(const Paper& paper, const DataTable& data, const EditedWorkbook& workbook,
                 const std::vector<TextEdit>& texts, const std::vector<Removal>& removals,
                 const std::vector<const EditedRow*>& added, Diagnostics& diagnostics) {
    Diagnostics reported;
    const Plan now = apply(paper.plan, without_renames(paper.sections), reported).plan;
    Drafting drafting{paper, now, now, data, workbook, diagnostics};
    for (std::size_t unit = 0; unit < now.tree.units.size();
         ++unit) // also what is deleted: it may have a reason
        drafting.units.emplace(now.tree.units[unit].id.utf8, unit);
    drafting.amendments = amendments_by_unit(paper);
    for (const TextEdit& edit : texts) {
        if (!set_text(edit.place, edit.sheet, drafting)) report(edit.place, edit.row->at, drafting);
    }
    add_rows(added, drafting);
    // From the last on, so that the second of a kind is still the second when it goes.
    for (auto removal = removals.rbegin(); removal != removals.rend(); ++removal) make(*removal, drafting);
    const AmendedAgain again =
        amend_again(drafting.paper, drafting.amendments, drafting.now, drafting.wanted, drafting.touched);
    drafting.withdrawn.insert(again.emptied.begin(), again.emptied.end());
    for (const std::size_t unit : again.left) {
        DataPlace place;
        place.unit = now.tree.units[unit].id.utf8;
        report(place, {}, drafting);
    }
    settle_amendments(drafting);
    return std::move(drafting.paper);
}

} // namespace taisho
