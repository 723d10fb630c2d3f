#include "merge/amend_again.h"

#include "merge/keep_writing.h"
#include "model/write_paper.h"
#include "xml/write.h"

#include "amend/apply.h"

#include <algorithm>

namespace taisho {
namespace {

bool same(const Text& a, const Text& b) { return a.utf8 == b.utf8; }

// What is to become of one unit, from what stands in the plan to what is wanted.
struct Change {
    const Unit* before; // null: the unit is new
    const Unit& now;
    const Unit& wanted;
};

bool same_field(const Field& a, const Field& b) { return same_content(to_element(a), to_element(b)); }

bool same_fields(const Unit& a, const Unit& b) {
    return !is_item(a) || std::ranges::equal(fields_of(a), fields_of(b), same_field);
}

// A text of a heading: said only where it is edited, and taken out where it is again what it was.
void amend_text(const Text& before, const Text& now, const Text& wanted, std::optional<Text>& revision) {
    if (same(now, wanted)) return;
    revision = same(before, wanted) ? std::nullopt : std::optional(wanted);
}

bool amend_revision(UnitRevision& revision, const Change& change) {
    if (change.before == nullptr) return false;
    const Unit &before = *change.before, &now = change.now, &wanted = change.wanted;
    amend_text(before.heading.number, now.heading.number, wanted.heading.number, revision.number);
    amend_text(before.heading.title, now.heading.title, wanted.heading.title, revision.title);
    amend_text(before.page, now.page, wanted.page, revision.page);
    if (!same_fields(now, wanted)) revision.fields = keep_writing(revision.fields, before, now, wanted);
    return true;
}

// A unit that an amendment brings in stands there as it is to be, but for numbers that shift afterwards.
void amend_written(Unit& written, const Change& change) {
    const Unit &now = change.now, &wanted = change.wanted;
    if (!same(now.heading.number, wanted.heading.number)) written.heading.number = wanted.heading.number;
    if (!same(now.heading.title, wanted.heading.title)) written.heading.title = wanted.heading.title;
    if (!same(now.page, wanted.page)) written.page = wanted.page;
    if (!same_fields(now, wanted)) fields_of(written) = fields_of(wanted);
}

bool is_empty(const UnitRevision& revision) {
    return !revision.number && !revision.title && !revision.page && revision.fields.empty();
}

// ---- one function for each kind of amendment: whether it could be changed ----

bool amend(Revise& revise, const Change& change) { return amend_revision(revise.revision, change); }

bool amend(Move& move, const Change& change) { return amend_revision(move.revision, change); }

bool amend(Merge& merge, const Change& change) {
    return change.now.id.utf8 == merge.into.utf8 && amend_revision(merge.revision, change);
}

bool amend(Split& split, const Change& change) {
    if (change.now.id.utf8 == split.item.utf8) return amend_revision(split.revision, change);
    const auto item =
        std::ranges::find(split.items, change.now.id.utf8, [](const Unit& u) { return u.id.utf8; });
    if (item == split.items.end()) return false;
    amend_written(*item, change);
    return true;
}

bool amend(Add& add, const Change& change) {
    const auto unit =
        std::ranges::find(add.tree.units, change.now.id.utf8, [](const Unit& u) { return u.id.utf8; });
    if (unit == add.tree.units.end()) return false;
    amend_written(*unit, change);
    return true;
}

bool amend(RevisePlan&, const Change&) { return false; }
bool amend(Delete&, const Change&) { return false; }
bool amend(Rename&, const Change&) { return false; }
bool amend(Unchanged&, const Change&) { return false; }

bool amend(Renumber& renumber, const Change& change) {
    renumber.number = change.wanted.heading.number;
    return true;
}

// A renumbering that is to say more than a number becomes a revision.
void widen(Amendment& amendment, const Change& change) {
    const auto* renumber = std::get_if<Renumber>(&amendment.change);
    const Unit &now = change.now, &wanted = change.wanted;
    const bool number_alone = same(now.heading.title, wanted.heading.title) && same(now.page, wanted.page) &&
                              same_fields(now, wanted) && !wanted.heading.number.empty();
    if (renumber == nullptr || number_alone) return;
    Revise revise{renumber->unit, {}, false};
    revise.revision.number = renumber->number;
    amendment.change = std::move(revise);
}

bool changes_nothing(const Amendment& amendment, const Change& change) {
    const auto* revise = std::get_if<Revise>(&amendment.change);
    const auto* renumber = std::get_if<Renumber>(&amendment.change);
    if (renumber != nullptr)
        return change.before != nullptr && same(change.before->heading.number, renumber->number);
    return revise != nullptr && is_empty(revise->revision);
}

} // namespace

std::vector<Section> without_renames(const std::vector<Section>& sections) {
    std::vector<Section> kept = sections;
    for (Section& section : kept) {
        std::erase_if(section.amendments, [](const Amendment& amendment) {
            return std::holds_alternative<Rename>(amendment.change);
        });
    }
    return kept;
}

AmendmentsByUnit amendments_by_unit(const Paper& paper) {
    Diagnostics reported;
    const Applied applied = apply(paper.plan, paper.sections, reported);
    AmendmentsByUnit amendments;
    for (std::size_t i = 0; i < applied.effects.size(); ++i) {
        const Effect& effect = applied.effects[i];
        if (effect.unit) amendments.emplace(*effect.unit, i);
        for (const std::size_t other : effect.others) amendments.emplace(other, i);
    }
    return amendments;
}

std::vector<Amendment*> amendments_in(Paper& paper) {
    std::vector<Amendment*> amendments;
    for (Section& section : paper.sections) {
        for (Amendment& amendment : section.amendments) amendments.push_back(&amendment);
    }
    return amendments;
}

AmendedAgain amend_again(Paper& paper, const AmendmentsByUnit& amendments, const Plan& now,
                         const Plan& wanted, const std::set<std::size_t>& touched) {
    AmendedAgain result;
    const std::vector<Amendment*> all = amendments_in(paper);
    for (const std::size_t unit : touched) {
        const auto found = amendments.find(unit);
        if (found == amendments.end()) {
            result.left.insert(unit);
            continue;
        }
        const bool is_new = unit >= paper.plan.tree.units.size();
        const Change change{is_new ? nullptr : &paper.plan.tree.units[unit], now.tree.units[unit],
                            wanted.tree.units[unit]};
        Amendment& amendment = *all[found->second];
        widen(amendment, change);
        const bool made = std::visit([&](auto& kind) { return amend(kind, change); }, amendment.change);
        if (!made) result.left.insert(unit);
        if (changes_nothing(amendment, change)) result.emptied.insert(found->second);
    }
    return result;
}

} // namespace taisho
