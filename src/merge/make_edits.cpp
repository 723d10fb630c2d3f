#include "merge/make_edits.h"

#include "amend/apply.h"
#include "merge/drafting.h"
#include "merge/edit_texts.h"

#include <algorithm>

namespace taisho {
namespace {

// New amendments stand behind the ones they follow; what is withdrawn goes, and with it a section that has
// lost all it had.
void settle_amendments(Drafting& drafting) {
    std::size_t index = 0;
    std::vector<Section> sections;
    for (Section& section : drafting.paper.sections) {
        std::vector<Amendment> settled;
        const bool had_any = !section.amendments.empty();
        for (Amendment& amendment : section.amendments) {
            if (!drafting.withdrawn.contains(index)) settled.push_back(std::move(amendment));
            const auto behind = drafting.behind.find(index++);
            if (behind != drafting.behind.end())
                std::ranges::move(behind->second, std::back_inserter(settled));
        }
        section.amendments = std::move(settled);
        if (!had_any || !section.amendments.empty()) sections.push_back(std::move(section));
    }
    drafting.paper.sections = std::move(sections);
}

void change_amendments(Drafting& drafting) {
    const AmendedAgain again =
        amend_again(drafting.paper, drafting.amendments, drafting.now, drafting.wanted, drafting.touched);
    drafting.withdrawn.insert(again.emptied.begin(), again.emptied.end());
    for (const std::size_t unit : again.left) {
        DataPlace place;
        place.unit = drafting.now.tree.units[unit].id.utf8;
        report_impossible(place, {}, drafting);
    }
}

} // namespace

std::optional<std::size_t> amendment_of(const DataPlace& place, const Drafting& drafting) {
    if (!place.unit.empty()) {
        const auto unit = drafting.units.find(place.unit);
        if (unit == drafting.units.end()) return std::nullopt;
        const auto found = drafting.amendments.find(unit->second);
        return found == drafting.amendments.end() ? std::nullopt : std::optional(found->second);
    }
    const auto found = std::ranges::find_if(drafting.all, [](const Amendment* amendment) {
        return std::holds_alternative<RevisePlan>(amendment->change);
    });
    return found == drafting.all.end() ? std::nullopt
                                       : std::optional<std::size_t>(found - drafting.all.begin());
}

void report_impossible(const DataPlace& place, Span at, Drafting& drafting) {
    add_error(drafting.diagnostics, Code::edit_cannot_be_made, at, {name_of(place, drafting.names)});
}

Paper make_edits(const Paper& paper, const PlaceNames& names, const EditedWorkbook& workbook,
                 const std::vector<TextEdit>& texts, const std::vector<Removal>& removals,
                 const std::vector<const EditedRow*>& added, Diagnostics& diagnostics) {
    Diagnostics reported;
    const Plan now = apply(paper.plan, without_renames(paper.sections), reported).plan;
    Drafting drafting{paper, now, now, names, workbook, diagnostics};
    // Also what is deleted: it may have a reason.
    for (std::size_t unit = 0; unit < now.tree.units.size(); ++unit)
        drafting.units.emplace(now.tree.units[unit].id.utf8, unit);
    drafting.amendments = amendments_by_unit(paper);
    drafting.all = amendments_in(drafting.paper);
    edit_texts(texts, drafting);
    add_rows(added, drafting);
    make_removals(removals, drafting);
    change_amendments(drafting);
    settle_amendments(drafting);
    return std::move(drafting.paper);
}

} // namespace taisho
