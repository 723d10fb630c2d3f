#include "amend/applying.h"
#include "base/suggest.h"
#include "text/fold.h"

#include <algorithm>
#include <numeric>

// Finding what an amendment names, and saying what is wrong when it cannot be found.

namespace taisho {
namespace {

constexpr std::size_t most_listed = 12;
constexpr std::size_t most_suggested = 100; // each suggestion looks at every id

enum class Wanted : std::uint8_t { item, level, either };

bool fits(const Unit& unit, Wanted wanted) {
    return !unit.id.empty() && (wanted == Wanted::either || is_item(unit) == (wanted == Wanted::item));
}

// The ids of these units, for the message; a long plan is not listed whole.
std::string list_of(const UnitTree& tree, const std::vector<std::size_t>& units, Wanted wanted) {
    std::string ids;
    std::size_t count = 0;
    for (const std::size_t unit : units) {
        if (!fits(tree.units[unit], wanted)) continue;
        if (count++ == most_listed) return ids + ", …";
        ids.append(ids.empty() ? "" : ", ").append(tree.units[unit].id.utf8);
    }
    return ids;
}

// The id with 0 for every number in it.
std::string without_numbers(std::string_view id) {
    std::string text;
    for (const char c : id) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit || !text.ends_with('0')) text.push_back(digit ? '0' : c);
    }
    return text;
}

// 1-3 is no misspelt 1-2, but 1_3 is a misspelt 1-3.
std::string misspelt_id(const std::string& id, const std::vector<std::string_view>& ids) {
    const std::string near = nearest(id, ids);
    return near != id && without_numbers(near) == without_numbers(id) ? std::string() : near;
}

void report_unknown(const Applying& applying, const Text& id, Wanted wanted) {
    if (id.empty() || applying.plan.damaged) return; // reported when it was read
    const UnitTree& tree = applying.plan.tree;
    std::vector<std::string_view> ids;
    if (applying.diagnostics.size() < most_suggested) {
        for (const Unit& unit : tree.units) {
            if (fits(unit, wanted)) ids.push_back(unit.id.utf8);
        }
    }
    std::vector<std::size_t> all(tree.units.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    add_error(applying.diagnostics, wanted == Wanted::level ? Code::unknown_level : Code::unknown_item, id.at,
              {id.utf8, list_of(tree, all, wanted), misspelt_id(fold_width(id.utf8), ids)});
}

} // namespace

std::optional<std::size_t> require_unit(Applying& applying, const UnitRef& ref, Takes takes) {
    const auto found = applying.by_id.find(ref.id.utf8);
    if (found == applying.by_id.end()) {
        report_unknown(applying, ref.id, ref.level ? Wanted::level : Wanted::item);
        return std::nullopt;
    }
    const bool is_level = !is_item(applying.plan.tree.units[found->second]);
    if (is_level != ref.level) {
        const bool choice = takes == Takes::item_or_level;
        add_error(applying.diagnostics, is_level ? Code::level_not_item : Code::item_not_level, ref.id.at,
                  {ref.id.utf8, choice ? "!" : "", choice ? "" : "!", ""});
        return std::nullopt;
    }
    if (applying.gone.contains(found->second)) {
        add_error(applying.diagnostics, Code::deleted_already, ref.id.at, {ref.id.utf8});
        return std::nullopt;
    }
    return found->second;
}

std::optional<std::size_t> take_unit(Applying& applying, const UnitRef& ref, Takes takes) {
    const auto unit = require_unit(applying, ref, takes);
    if (!unit) return std::nullopt;
    if (!applying.amended.insert(*unit).second) {
        if (!applying.repeated.contains(ref.id.utf8)) // reported when it was read
            add_error(applying.diagnostics, Code::amended_twice, ref.id.at, {ref.id.utf8});
        return std::nullopt;
    }
    applying.touched.insert(*unit);
    return unit;
}

std::size_t index_of(const Applying& applying, std::size_t unit) {
    const auto& siblings = children_of(applying.plan.tree, applying.plan.tree.units[unit].parent);
    return static_cast<std::size_t>(std::ranges::find(siblings, unit) - siblings.begin());
}

namespace {

std::string name_of_level(const Applying& applying, std::optional<std::size_t> level) {
    return level ? applying.plan.tree.units[*level].id.utf8 : applying.plan.title.utf8;
}

} // namespace

std::optional<Slot> find_slot(Applying& applying, const Text& level_id, const Position& position) {
    std::optional<std::size_t> level;
    if (!level_id.empty()) {
        level = require_unit(applying, {level_id, true}, Takes::one_kind);
        if (!level) return std::nullopt;
    }
    if (position.side == Position::Side::last)
        return Slot{level, children_of(applying.plan.tree, level).size()};
    const auto found = applying.by_id.find(position.of.utf8);
    if (found == applying.by_id.end()) {
        report_unknown(applying, position.of, Wanted::either);
        return std::nullopt;
    }
    const UnitTree& tree = applying.plan.tree;
    const std::size_t unit = found->second;
    const auto parent = tree.units[unit].parent;
    if (applying.gone.contains(unit)) {
        add_error(applying.diagnostics, Code::deleted_already, position.of.at, {position.of.utf8});
        return std::nullopt;
    }
    if (!level_id.empty() && parent != level) {
        add_error(applying.diagnostics, Code::not_on_this_level, position.of.at,
                  {position.of.utf8, name_of_level(applying, level),
                   list_of(tree, children_of(tree, level), Wanted::either)});
        return std::nullopt;
    }
    return Slot{parent, index_of(applying, unit) + (position.side == Position::Side::after ? 1 : 0)};
}

} // namespace taisho
