#pragma once
// The plan while amendments are made on it, one after the other. Internal to the room.

#include "amend/apply.h"

#include <map>

namespace taisho {

struct Applying {
    Plan plan;
    std::size_t first_added; // units from here on were not in the plan
    Diagnostics& diagnostics;
    std::map<std::string, std::size_t> by_id = {}; // all units, also those that have been deleted
    std::set<std::string> repeated = {};           // ids that two units have
    std::set<std::size_t> gone = {};               // deleted or merged, or below such a one
    std::set<std::size_t> amended = {}; // named or added by an amendment: none may be a second time
    std::set<std::size_t> touched = {}; // amended, added or shifted
    std::set<std::size_t> shifted = {}; // whose number has moved up or down
    std::size_t looked_at = 0;          // units that shifts have looked at
    std::size_t grown = 0;              // bytes that renames have added
};

// Whether the amendment may name either at this place, by item="…" or level="…".
enum class Takes : std::uint8_t { item_or_level, one_kind };

// The unit that an amendment names, or nothing and a message: it is not in the plan, deleted already, or a
// level where an item is meant.
std::optional<std::size_t> require_unit(Applying& applying, const UnitRef& unit, Takes takes);

// The same, for an amendment that changes the unit: only one may, and none one that was just added.
std::optional<std::size_t> take_unit(Applying& applying, const UnitRef& unit, Takes takes);

// Where the unit stands among the children of its level.
std::size_t index_of(const Applying& applying, std::size_t unit);

struct Slot {
    std::optional<std::size_t> level;
    std::size_t index = 0;
};

// Where something is to be put: into a level, directly before or behind a unit, or both when they agree.
std::optional<Slot> find_slot(Applying& applying, const Text& level, const Position& position);

// The numbers of the units from `index` on among the children of `level` go up or down by `step` (-1 繰上げ,
// 1 繰下げ) where they are of one series with that of `from`, which has gone from there or come there. Items
// and levels are counted apart. Returns the units that were renumbered for the first
// time.
std::vector<std::size_t> shift_numbers(Applying& applying, std::optional<std::size_t> level,
                                       std::size_t index, const Unit& from, int step, Span at);

// Exchanges the words everywhere in the plan, all at once; what each rename did.
std::vector<std::vector<Replacement>> apply_renames(Applying& applying,
                                                    const std::vector<const Rename*>& renames);

} // namespace taisho
