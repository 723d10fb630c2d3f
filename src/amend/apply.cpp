#include "amend/apply.h"

#include "amend/applying.h"

#include <algorithm>

namespace taisho {
namespace {

constexpr std::size_t deepest = 32; // levels; XML itself goes no deeper than 64 elements
// A unit without what it holds: enough to count on from its number.
Unit heading_of(const Unit& unit) {
    Unit copy{unit.id, unit.heading, unit.page, unit.parent, Level{}, unit.at};
    if (is_item(unit)) copy.content = Item{};
    return copy;
}

// Takes a unit out of its level; returns where it stood.
std::size_t detach(Applying& applying, std::size_t unit) {
    const std::size_t index = index_of(applying, unit);
    auto& siblings = children_of(applying.plan.tree, applying.plan.tree.units[unit].parent);
    siblings.erase(siblings.begin() + static_cast<std::ptrdiff_t>(index));
    return index;
}

void insert(Applying& applying, std::size_t unit, const Slot& slot) {
    auto& siblings = children_of(applying.plan.tree, slot.level);
    siblings.insert(siblings.begin() + static_cast<std::ptrdiff_t>(slot.index), unit);
    applying.plan.tree.units[unit].parent = slot.level;
}

std::size_t height_of(const UnitTree& tree, std::size_t unit) {
    std::size_t height = 0;
    for (const std::size_t below : reading_order(tree, unit)) {
        std::size_t depth = 0;
        for (std::size_t at = below; at != unit; at = *tree.units[at].parent) ++depth;
        height = std::max(height, depth);
    }
    return height;
}

bool is_too_deep(const Applying& applying, const UnitTree& tree, std::size_t unit, const Slot& slot,
                 Span at) {
    std::size_t depth = height_of(tree, unit) + 1;
    if (slot.level) depth += path_of(applying.plan.tree, *slot.level).size() + 1;
    if (depth > deepest) add_error(applying.diagnostics, Code::xml_too_deep, at, {std::to_string(deepest)});
    return depth > deepest;
}

void apply_revision(Applying& applying, const UnitRevision& revision, const Text& id, Effect& effect) {
    Unit& unit = applying.plan.tree.units[*effect.unit];
    if (revision.number) unit.heading.number = *revision.number;
    if (revision.title) unit.heading.title = *revision.title;
    if (revision.page) unit.page = *revision.page;
    if (revision.fields.empty()) return;
    if (!is_item(unit)) {
        add_error(applying.diagnostics, Code::level_not_item, id.at, {id.utf8, "", "", "!"});
        return;
    }
    AppliedFields applied = apply(unit, revision.fields, applying.diagnostics);
    fields_of(unit) = std::move(applied.fields);
    effect.reasons = std::move(applied.reasons);
}

// A unit goes, with all below it. What an earlier amendment has changed below it was changed in vain.
void remove(Applying& applying, std::size_t unit, const Text& id, bool shift, Effect& effect) {
    const std::vector<std::size_t> all = reading_order(applying.plan.tree, unit);
    for (const std::size_t below : all) {
        const bool in_vain = below != unit && applying.amended.contains(below);
        if (in_vain) {
            add_error(applying.diagnostics, Code::amended_inside_deleted, id.at,
                      {applying.plan.tree.units[below].id.utf8, id.utf8});
        }
        applying.gone.insert(below);
        applying.touched.erase(below);
    }
    const Unit from = heading_of(applying.plan.tree.units[unit]);
    const std::size_t index = detach(applying, unit);
    if (shift) effect.shifted = shift_numbers(applying, from.parent, index, from, -1, id.at);
    effect.others.insert(effect.others.end(), all.begin() + 1, all.end());
}

// ---- one function for each kind ----

void make(const Revise& change, Applying& applying, Effect& effect) {
    effect.unit = take_unit(applying, change.unit, Takes::item_or_level);
    if (effect.unit) apply_revision(applying, change.revision, change.unit.id, effect);
}

void make(const Delete& change, Applying& applying, Effect& effect) {
    effect.unit = take_unit(applying, change.unit, Takes::item_or_level);
    if (effect.unit) remove(applying, *effect.unit, change.unit.id, change.shift, effect);
}

// Appends the units of `tree` to those of the plan. False when an id is there already.
bool adopt(Applying& applying, const UnitTree& tree) {
    const std::size_t offset = applying.plan.tree.units.size();
    bool good = true;
    for (const Unit& unit : tree.units) {
        const std::size_t index = applying.plan.tree.units.size();
        if (!unit.id.empty() && !applying.by_id.emplace(unit.id.utf8, index).second) {
            add_error(applying.diagnostics, Code::repeated_id, unit.id.at, {unit.id.utf8});
            good = false;
        }
        Unit& added = applying.plan.tree.units.emplace_back(unit);
        if (added.parent) *added.parent += offset;
        if (auto* level = std::get_if<Level>(&added.content)) {
            for (std::size_t& child : level->units) child += offset;
        }
        applying.touched.insert(index);
        applying.amended.insert(index);
    }
    return good;
}

// An item at the end of a plan that has levels alone at the top is hardly meant.
bool is_level_forgotten(const Applying& applying, const Add& change, const Unit& added) {
    if (!change.level.empty() || change.position.side != Position::Side::last || !is_item(added))
        return false;
    const UnitTree& tree = applying.plan.tree;
    const auto is_level = [&](std::size_t unit) { return !is_item(tree.units[unit]); };
    return !tree.top.empty() && std::ranges::all_of(tree.top, is_level);
}

void make(const Add& change, Applying& applying, Effect& effect) {
    if (change.tree.top.empty()) return; // reported by the shape
    const Unit& top = change.tree.units[change.tree.top.front()];
    if (is_level_forgotten(applying, change, top)) {
        add_error(applying.diagnostics, Code::missing_attribute, top.at, {"add", "level"});
        return;
    }
    const auto slot = find_slot(applying, change.level, change.position);
    if (!slot || is_too_deep(applying, change.tree, change.tree.top.front(), *slot, top.at)) return;
    const std::size_t first = applying.plan.tree.units.size();
    if (!adopt(applying, change.tree)) return;
    insert(applying, first, *slot);
    effect.unit = first;
    for (std::size_t i = first + 1; i < applying.plan.tree.units.size(); ++i) effect.others.push_back(i);
    if (change.shift)
        effect.shifted = shift_numbers(applying, slot->level, slot->index, top, 1, top.heading.number.at);
}

// Why a unit cannot be moved into a level: the level is the unit, or was below it in the plan, or has come
// there by an earlier amendment.
void report_circle(Applying& applying, const Move& change, std::size_t unit, std::size_t level,
                   const UnitTree& original) {
    const bool from_the_start = level < original.units.size() && is_within(original, level, unit);
    const Span at = change.level.empty() ? change.position.of.at : change.level.at;
    const std::string& name = applying.plan.tree.units[unit].id.utf8;
    add_error(applying.diagnostics, from_the_start ? Code::move_into_itself : Code::circular_move, at,
              {name, applying.plan.tree.units[level].id.utf8});
}

void make(const Move& change, const UnitTree& original, Applying& applying, Effect& effect) {
    const auto unit = take_unit(applying, change.unit, Takes::item_or_level);
    if (!unit) return;
    const bool beside_itself =
        change.position.side != Position::Side::last && change.position.of.utf8 == change.unit.id.utf8;
    if (beside_itself) {
        add_error(applying.diagnostics, Code::move_into_itself, change.position.of.at,
                  {change.unit.id.utf8, change.unit.id.utf8});
        return;
    }
    if (change.level.empty() && change.position.side == Position::Side::last) {
        add_error(applying.diagnostics, Code::missing_attribute, change.unit.id.at, {"move", "to"});
        return;
    }
    const auto slot = find_slot(applying, change.level, change.position);
    if (!slot) return;
    if (slot->level && is_within(applying.plan.tree, *slot->level, *unit))
        return report_circle(applying, change, *unit, *slot->level, original);
    if (is_too_deep(applying, applying.plan.tree, *unit, *slot, change.unit.id.at)) return;
    const Unit from = heading_of(applying.plan.tree.units[*unit]);
    const std::size_t index = detach(applying, *unit);
    if (change.shift)
        effect.shifted = shift_numbers(applying, from.parent, index, from, -1, change.unit.id.at);
    const auto target = find_slot(applying, change.level, change.position); // it may have moved up by one
    insert(applying, *unit, target.value_or(*slot));
    effect.unit = unit;
    apply_revision(applying, change.revision, change.unit.id, effect);
}

void make(const Renumber& change, Applying& applying, Effect& effect) {
    effect.unit = take_unit(applying, change.unit, Takes::item_or_level);
    if (effect.unit) applying.plan.tree.units[*effect.unit].heading.number = change.number;
}

bool is_empty(const UnitRevision& revision) {
    return !revision.number && !revision.title && !revision.page && revision.fields.empty();
}

// The item that others go into may be one that an earlier amendment has added, as it should be.
void make(const Merge& change, Applying& applying, Effect& effect) {
    const auto into = applying.by_id.find(change.into.utf8);
    const bool is_new = into != applying.by_id.end() && into->second >= applying.first_added;
    const auto find = is_new && is_empty(change.revision) ? require_unit : take_unit;
    effect.unit = find(applying, {change.into, false}, Takes::one_kind);
    if (!effect.unit) return;
    for (const Text& id : change.from) {
        if (id.utf8 == change.into.utf8) {
            add_error(applying.diagnostics, Code::merge_into_itself, id.at, {id.utf8});
            continue;
        }
        const auto from = take_unit(applying, {id, false}, Takes::one_kind);
        if (!from) continue;
        Effect removal;
        remove(applying, *from, id, change.shift, removal);
        effect.others.push_back(*from);
        effect.shifted.insert(effect.shifted.end(), removal.shifted.begin(), removal.shifted.end());
    }
    apply_revision(applying, change.revision, change.into, effect);
}

void make(const Split& change, Applying& applying, Effect& effect) {
    effect.unit = take_unit(applying, {change.item, false}, Takes::one_kind);
    if (!effect.unit) return;
    const Slot behind{applying.plan.tree.units[*effect.unit].parent, index_of(applying, *effect.unit) + 1};
    for (std::size_t i = 0; i < change.items.size(); ++i) {
        const std::size_t index = applying.plan.tree.units.size();
        UnitTree one{{change.items[i]}, {0}};
        if (!adopt(applying, one)) continue;
        const Slot slot{behind.level, behind.index + effect.others.size()};
        insert(applying, index, slot);
        effect.others.push_back(index);
        if (!change.shift) continue;
        const std::vector<std::size_t> shifted =
            shift_numbers(applying, slot.level, slot.index, change.items[i], 1, change.item.at);
        effect.shifted.insert(effect.shifted.end(), shifted.begin(), shifted.end());
    }
    apply_revision(applying, change.revision, change.item, effect);
}

void make(const Unchanged& change, Applying& applying, Effect& effect) {
    effect.unit = take_unit(applying, change.unit, Takes::item_or_level);
    if (!effect.unit || change.through.empty()) return;
    const auto last = require_unit(applying, {change.through, change.unit.level}, Takes::one_kind);
    if (!last) return;
    const UnitTree& tree = applying.plan.tree;
    const auto& siblings = children_of(tree, tree.units[*effect.unit].parent);
    const std::size_t first = index_of(applying, *effect.unit), end = index_of(applying, *last);
    if (tree.units[*last].parent != tree.units[*effect.unit].parent || end <= first) {
        add_error(applying.diagnostics, Code::run_out_of_order, change.through.at,
                  {change.through.utf8, change.unit.id.utf8});
        return;
    }
    for (std::size_t i = first + 1; i <= end; ++i) {
        effect.others.push_back(siblings[i]);
        if (!applying.amended.insert(siblings[i]).second)
            add_error(applying.diagnostics, Code::amended_twice, change.through.at,
                      {tree.units[siblings[i]].id.utf8});
    }
}

void make(const RevisePlan& change, Applying& applying, Effect&) {
    if (change.title) applying.plan.title = *change.title;
    if (change.years || change.no_years) applying.plan.years = change.years;
    if (change.body_names) applying.plan.body_names = *change.body_names;
}

void make_one(const Amendment& amendment, const Plan& original, Applying& applying, Effect& effect) {
    std::visit(
        [&](const auto& change) {
            using Kind = std::decay_t<decltype(change)>;
            if constexpr (std::is_same_v<Kind, Move>) {
                make(change, original.tree, applying, effect);
            } else if constexpr (!std::is_same_v<Kind, Rename>) { // those come last
                make(change, applying, effect);
            }
        },
        amendment.change);
}

void apply_renames(const std::vector<Section>& sections, Applying& applying, std::vector<Effect>& effects) {
    std::vector<const Rename*> renames;
    std::vector<std::size_t> amendments; // their indices among all
    std::size_t index = 0;
    for (const Section& section : sections) {
        for (const Amendment& amendment : section.amendments) {
            if (const auto* rename = std::get_if<Rename>(&amendment.change))
                renames.push_back(rename), amendments.push_back(index);
            ++index;
        }
    }
    std::vector<std::vector<Replacement>> replacements = apply_renames(applying, renames);
    for (std::size_t i = 0; i < renames.size(); ++i)
        effects[amendments[i]].replacements = std::move(replacements[i]);
}

} // namespace

Applied apply(const Plan& plan, const std::vector<Section>& sections, Diagnostics& diagnostics) {
    Applying applying{plan, plan.tree.units.size(), diagnostics};
    for (std::size_t i = 0; i < plan.tree.units.size(); ++i) {
        const std::string& id = plan.tree.units[i].id.utf8;
        if (!applying.by_id.emplace(id, i).second) applying.repeated.insert(id);
    }
    std::vector<Effect> effects;
    for (const Section& section : sections) {
        for (const Amendment& amendment : section.amendments)
            make_one(amendment, plan, applying, effects.emplace_back());
    }
    apply_renames(sections, applying, effects);
    return {std::move(applying.plan), std::move(effects), std::move(applying.touched)};
}

} // namespace taisho
