#include "revise/derive.h"

#include "model/write_paper.h"
#include "revise/derive_fields.h"
#include "xml/write.h"

#include <algorithm>
#include <map>
#include <set>

// The new plan is built up from the top in reading order: each unit in turn is added, moved or found where it
// should be, always directly behind its predecessor. A unit's level is in its place by then, so no unit is
// ever moved into itself. What is not wanted any more stays where it is until the end and is then deleted.

namespace taisho {
namespace {

using Ids = std::vector<std::string>;

// The old plan while it is changed into the new one: ids alone, by the id of the level above ("" at the top).
struct Draft {
    std::map<std::string, Ids> children;
    std::map<std::string, std::string> parent;
};

std::string parent_id(const UnitTree& tree, const Unit& unit) {
    return unit.parent ? tree.units[*unit.parent].id.utf8 : std::string();
}

Draft draft_of(const UnitTree& tree) {
    Draft draft;
    for (const std::size_t index : reading_order(tree)) {
        const Unit& unit = tree.units[index];
        draft.children[parent_id(tree, unit)].push_back(unit.id.utf8);
        draft.parent[unit.id.utf8] = parent_id(tree, unit);
    }
    return draft;
}

struct Deriving {
    const UnitTree &before, &after;
    std::map<std::string, std::size_t> old_units, new_units; // by id, what is part of the plans
    Draft draft;
    std::set<std::string> moved;
    std::vector<Amendment> placed, revised, deleted;
};

std::map<std::string, std::size_t> units_by_id(const UnitTree& tree) {
    std::map<std::string, std::size_t> units;
    for (const std::size_t index : reading_order(tree)) units.emplace(tree.units[index].id.utf8, index);
    return units;
}

UnitRevision revision_of(const Unit& before, const Unit& after) {
    UnitRevision revision;
    const auto if_different = [](const Text& b, const Text& a) {
        return b.utf8 == a.utf8 ? std::nullopt : std::optional(a);
    };
    revision.number = if_different(before.heading.number, after.heading.number);
    revision.title = if_different(before.heading.title, after.heading.title);
    revision.page = if_different(before.page, after.page);
    if (is_item(before)) revision.fields = derive_fields(fields_of(before), fields_of(after));
    return revision;
}

bool is_empty(const UnitRevision& revision) {
    return !revision.number && !revision.title && !revision.page && revision.fields.empty();
}

UnitRef ref_to(const Unit& unit) { return {unit.id, !is_item(unit)}; }

// Directly behind `previous`, or before all that is in the level by now.
Position position_behind(const Ids& siblings, const std::string& previous, const std::string& self) {
    if (!previous.empty()) return {Position::Side::after, Text{previous, {}}};
    const auto first = std::ranges::find_if(siblings, [&](const std::string& id) { return id != self; });
    if (first == siblings.end()) return {};
    return {Position::Side::before, Text{*first, {}}};
}

void put(Deriving& deriving, const std::string& id, const std::string& level, const Position& position) {
    if (const auto old = deriving.draft.parent.find(id); old != deriving.draft.parent.end())
        std::erase(deriving.draft.children[old->second], id);
    Ids& siblings = deriving.draft.children[level];
    auto at = siblings.end();
    if (position.side != Position::Side::last) at = std::ranges::find(siblings, position.of.utf8);
    if (position.side == Position::Side::after) ++at;
    siblings.insert(at, id);
    deriving.draft.parent[id] = level;
}

bool is_new(const Deriving& deriving, std::size_t unit) {
    return !deriving.old_units.contains(deriving.after.units[unit].id.utf8);
}

// A copy of the unit with all below it, or of the level alone.
UnitTree branch_of(const UnitTree& tree, std::size_t unit, bool whole) {
    UnitTree branch;
    std::map<std::size_t, std::size_t> index_in_branch;
    for (const std::size_t index : whole ? reading_order(tree, unit) : std::vector<std::size_t>{unit}) {
        const std::size_t here = branch.units.size();
        index_in_branch.emplace(index, here);
        Unit& copy = branch.units.emplace_back(tree.units[index]);
        if (auto* level = std::get_if<Level>(&copy.content)) level->units.clear();
        copy.parent = index == unit ? std::nullopt : std::optional(index_in_branch.at(*copy.parent));
        children_of(branch, copy.parent).push_back(here);
    }
    return branch;
}

// Returns whether all that is below the unit is in its place now.
bool place_new(Deriving& deriving, std::size_t unit, const std::string& level, const Position& position) {
    const std::vector<std::size_t> below = reading_order(deriving.after, unit);
    const bool whole = std::ranges::all_of(below, [&](std::size_t index) { return is_new(deriving, index); });
    Add add{Text{level, {}}, position, branch_of(deriving.after, unit, whole), false};
    deriving.placed.push_back({std::move(add), {}, {}});
    put(deriving, deriving.after.units[unit].id.utf8, level, position);
    return whole;
}

void move_unit(Deriving& deriving, std::size_t unit, const std::string& level, const Position& position) {
    const Unit& after = deriving.after.units[unit];
    const Unit& before = deriving.before.units[deriving.old_units.at(after.id.utf8)];
    Move move{ref_to(after), Text{level, {}}, position, revision_of(before, after), false};
    deriving.placed.push_back({std::move(move), {}, {}});
    deriving.moved.insert(after.id.utf8);
    put(deriving, after.id.utf8, level, position);
}

// The units of a level that are in it already and keep their order: the most that can.
std::set<std::string> staying(const Deriving& deriving, const std::string& level,
                              const std::vector<std::size_t>& wanted) {
    const auto now = deriving.draft.children.find(level);
    if (now == deriving.draft.children.end()) return {};
    std::map<std::string, std::size_t> place;
    for (const std::string& id : now->second) place.emplace(id, place.size());
    std::vector<std::size_t> numbers;
    Ids ids;
    for (const std::size_t unit : wanted) {
        const auto found = place.find(deriving.after.units[unit].id.utf8);
        if (found == place.end()) continue;
        numbers.push_back(found->second), ids.push_back(found->first);
    }
    std::set<std::string> stay;
    for (const std::size_t i : longest_increasing(numbers)) stay.insert(ids[i]);
    return stay;
}

void place_children(Deriving& deriving, std::optional<std::size_t> parent) {
    const std::string level = parent ? deriving.after.units[*parent].id.utf8 : std::string();
    const std::vector<std::size_t>& wanted = children_of(deriving.after, parent);
    const std::set<std::string> stay = staying(deriving, level, wanted);
    std::string previous;
    std::vector<std::size_t> open; // levels whose children are still to be placed
    for (const std::size_t unit : wanted) {
        const std::string& id = deriving.after.units[unit].id.utf8;
        bool done = is_item(deriving.after.units[unit]);
        const Position position = position_behind(deriving.draft.children[level], previous, id);
        if (is_new(deriving, unit)) {
            done = place_new(deriving, unit, level, position) || done;
        } else if (!stay.contains(id)) {
            move_unit(deriving, unit, level, position);
        }
        if (!done) open.push_back(unit);
        previous = id;
    }
    for (const std::size_t unit : open) place_children(deriving, unit);
}

void revise_units(Deriving& deriving) {
    for (const std::size_t index : reading_order(deriving.after)) {
        const Unit& after = deriving.after.units[index];
        const auto old = deriving.old_units.find(after.id.utf8);
        if (old == deriving.old_units.end() || deriving.moved.contains(after.id.utf8)) continue;
        UnitRevision revision = revision_of(deriving.before.units[old->second], after);
        if (!is_empty(revision))
            deriving.revised.push_back({Revise{ref_to(after), std::move(revision), false}, {}, {}});
    }
}

void delete_units(Deriving& deriving) {
    for (const std::size_t index : reading_order(deriving.before)) {
        const Unit& unit = deriving.before.units[index];
        const bool with_its_level =
            unit.parent && !deriving.new_units.contains(deriving.before.units[*unit.parent].id.utf8);
        if (deriving.new_units.contains(unit.id.utf8) || with_its_level) continue;
        deriving.deleted.push_back({Delete{ref_to(unit), false}, {}, {}});
    }
}

std::optional<Amendment> revise_plan(const Plan& before, const Plan& after) {
    RevisePlan change;
    const auto text = [](const std::optional<YearRange>& years) {
        return years ? years->from.utf8 + "/" + years->to.utf8 : std::string();
    };
    const auto same_text = [](const Text& a, const Text& b) { return a.utf8 == b.utf8; };
    if (before.title.utf8 != after.title.utf8) change.title = after.title;
    if (text(before.years) != text(after.years)) change.years = after.years, change.no_years = !after.years;
    if (!std::ranges::equal(before.body_names, after.body_names, same_text))
        change.body_names = after.body_names;
    if (!change.title && !change.years && !change.no_years && !change.body_names) return std::nullopt;
    return Amendment{std::move(change), {}, {}};
}

bool check_kinds(const Deriving& deriving, Diagnostics& diagnostics) {
    bool good = true;
    for (const auto& [id, index] : deriving.new_units) {
        const auto old = deriving.old_units.find(id);
        const Unit& unit = deriving.after.units[index];
        if (old == deriving.old_units.end() || is_item(deriving.before.units[old->second]) == is_item(unit))
            continue;
        add_error(diagnostics, Code::id_changed_kind, unit.id.at, {id});
        good = false;
    }
    return good;
}

// １．, ２． … in front of the sections that there are.
void append_section(std::string_view title, std::vector<Amendment> amendments,
                    std::vector<Section>& sections) {
    constexpr std::string_view numbers[] = {"１．", "２．", "３．", "４．"};
    if (amendments.empty()) return;
    sections.push_back({{Text{std::string(numbers[sections.size()]), {}}, Text{std::string(title), {}}},
                        std::move(amendments)});
}

} // namespace

std::vector<Section> derive(const Plan& before, const Plan& after, Diagnostics& diagnostics) {
    Deriving deriving{before.tree,
                      after.tree,
                      units_by_id(before.tree),
                      units_by_id(after.tree),
                      draft_of(before.tree),
                      {},
                      {},
                      {},
                      {}};
    if (!check_kinds(deriving, diagnostics)) return {};
    place_children(deriving, std::nullopt);
    revise_units(deriving);
    delete_units(deriving);
    std::vector<Section> sections;
    if (auto plan = revise_plan(before, after))
        append_section("計画の名称等を修正するもの", {*plan}, sections);
    append_section("追加し、又は移動するもの", std::move(deriving.placed), sections);
    append_section("修正するもの", std::move(deriving.revised), sections);
    append_section("削除するもの", std::move(deriving.deleted), sections);
    return sections;
}

} // namespace taisho
