#include "merge/drafting.h"
#include "merge/edit_texts.h"
#include "merge/locate.h"

#include <algorithm>

// Rows of 修正後 that are gone take a part out of what the plan becomes; of a whole unit, they change what
// the amendment is. An amendment that concerns several units (a level that is added with its items, a
// division) goes only when the rows of all of them are gone, and else loses no more than the one.

namespace taisho {
namespace {

struct Removing {
    Drafting& drafting;
    std::set<std::size_t> gone = {};                               // units without rows
    std::set<std::size_t> standing = {};                           // units of the plan as the paper makes it
    std::map<std::size_t, std::vector<std::size_t>> units_of = {}; // by amendment
};

std::optional<std::size_t> unit_at(const DataPlace& place, const Drafting& drafting) {
    const auto found = drafting.units.find(place.unit);
    const bool is_there = found != drafting.units.end() && found->second < drafting.wanted.tree.units.size();
    return is_there ? std::optional(found->second) : std::nullopt;
}

// ---- parts of a unit ----

bool remove_field(const DataPlace& place, Unit& unit) {
    const auto field = find_field(unit, place.field);
    if (!field) return false;
    fields_of(unit).erase(fields_of(unit).begin() + static_cast<std::ptrdiff_t>(*field));
    return true;
}

bool remove_column(const DataPlace& place, Unit& unit) {
    const NamedField field = named_field(unit, place.field);
    Goal* goal = goal_of(field);
    const auto column = field.columns.find(place.column);
    if (goal == nullptr || column == field.columns.end()) return false;
    const auto index = static_cast<std::ptrdiff_t>(column->second);
    goal->columns.erase(goal->columns.begin() + index);
    for (ValueRow& row : goal->rows) row.values.erase(row.values.begin() + index);
    return true;
}

bool remove_row(const DataPlace& place, Unit& unit) {
    const NamedField field = named_field(unit, place.field);
    Goal* goal = goal_of(field);
    const auto row = field.rows.find(place.row);
    if (goal == nullptr || row == field.rows.end()) return false;
    goal->rows.erase(goal->rows.begin() + static_cast<std::ptrdiff_t>(row->second));
    return true;
}

bool remove_part(const DataPlace& place, bool (*remove)(const DataPlace&, Unit&), Drafting& drafting) {
    const auto unit = unit_at(place, drafting);
    if (!unit || !remove(place, drafting.wanted.tree.units[*unit])) return false;
    drafting.touched.insert(*unit);
    return true;
}

// ---- whole units ----

// Of a unit that an amendment revises, moves or renumbers, the amendment becomes a deletion.
bool remove_unit(const DataPlace& place, Drafting& drafting) {
    const auto index = amendment_of(place, drafting);
    if (!index) return false;
    Amendment& amendment = *drafting.all[*index];
    const auto takes_a_unit = [](const auto& change) -> std::optional<UnitRef> {
        if constexpr (requires { change.unit; }) return change.unit;
        return std::nullopt;
    };
    const auto unit = std::visit(takes_a_unit, amendment.change);
    if (!unit || unit->id.utf8 != place.unit) return false;
    amendment.change = Delete{*unit, false};
    if (const auto known = unit_at(place, drafting)) drafting.touched.erase(*known);
    return true;
}

bool is_unit(const Unit& unit, const std::string& id) { return unit.id.utf8 == id; }

// One of several units out of an amendment. False when it cannot be without it.

bool leave_out(Add& add, const std::string& id) {
    std::vector<Unit>& units = add.tree.units;
    const auto unit = std::ranges::find_if(units, [&](const Unit& one) { return is_unit(one, id); });
    if (unit == units.end() || !unit->parent) return false;
    if (!is_item(*unit) && !std::get<Level>(unit->content).units.empty()) return false;
    std::erase(std::get<Level>(units[*unit->parent].content).units,
               static_cast<std::size_t>(unit - units.begin()));
    return true;
}

bool leave_out(Split& split, const std::string& id) {
    return std::erase_if(split.items, [&](const Unit& one) { return is_unit(one, id); }) == 1;
}

bool leave_out(Merge& merge, const std::string& id) {
    return std::erase_if(merge.from, [&](const Text& one) { return one.utf8 == id; }) == 1;
}

template <class Other>
bool leave_out(Other&, const std::string&) {
    return false;
}

// What divides or joins nothing any more is a revision of the one item that is left.
void settle_change(Amendment& amendment) {
    const auto revised = [](const Text& item, UnitRevision& revision) {
        return Revise{{item, false}, std::move(revision), false};
    };
    if (auto* split = std::get_if<Split>(&amendment.change); split != nullptr && split->items.empty())
        amendment.change = revised(split->item, split->revision);
    else if (auto* merge = std::get_if<Merge>(&amendment.change); merge != nullptr && merge->from.empty())
        amendment.change = revised(merge->into, merge->revision);
}

bool has_lost_all(std::size_t amendment, const Removing& removing) {
    const auto units = removing.units_of.find(amendment);
    if (units == removing.units_of.end()) return true; // what the plan says of itself
    return std::ranges::all_of(units->second, [&](std::size_t unit) {
        return removing.gone.contains(unit) || !removing.standing.contains(unit);
    });
}

bool withdraw(const DataPlace& place, Removing& removing) {
    Drafting& drafting = removing.drafting;
    const auto index = amendment_of(place, drafting);
    if (!index) return false;
    if (has_lost_all(*index, removing)) {
        drafting.withdrawn.insert(*index);
        return true;
    }
    Amendment& amendment = *drafting.all[*index];
    const bool left_out =
        std::visit([&](auto& change) { return leave_out(change, place.unit); }, amendment.change);
    if (!left_out) return false;
    settle_change(amendment);
    if (const auto known = unit_at(place, drafting)) drafting.touched.erase(*known);
    return true;
}

bool make(const Removal& removal, Removing& removing) {
    Drafting& drafting = removing.drafting;
    switch (removal.what) {
    case Removes::amendment: return withdraw(removal.place, removing);
    case Removes::unit: return remove_unit(removal.place, drafting);
    case Removes::field: return remove_part(removal.place, remove_field, drafting);
    case Removes::column: return remove_part(removal.place, remove_column, drafting);
    case Removes::row: return remove_part(removal.place, remove_row, drafting);
    case Removes::text: return clear_text(removal.place, drafting);
    }
    return false;
}

} // namespace

void make_removals(const std::vector<Removal>& removals, Drafting& drafting) {
    if (removals.empty()) return;
    Removing removing{drafting};
    for (const Removal& removal : removals) {
        const bool whole = removal.what == Removes::amendment || removal.what == Removes::unit;
        const auto unit = whole ? unit_at(removal.place, drafting) : std::nullopt;
        if (unit) removing.gone.insert(*unit);
    }
    for (const std::size_t unit : reading_order(drafting.now.tree)) removing.standing.insert(unit);
    for (const auto& [unit, amendment] : drafting.amendments) removing.units_of[amendment].push_back(unit);
    // From the last on, so that the second of a kind is still the second when it goes.
    for (auto removal = removals.rbegin(); removal != removals.rend(); ++removal) {
        if (!make(*removal, removing)) report_impossible(removal->place, {}, drafting);
    }
}

} // namespace taisho
