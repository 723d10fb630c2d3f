#pragma once
#include "amend/apply_fields.h"
#include "base/diagnostics.h"
#include "model/paper.h"

#include <set>

namespace taisho {

// Words that were exchanged in one place: the plan itself, a unit's heading, or one of its fields.
struct Replacement {
    std::optional<std::size_t> unit;  // index in the tree of the plan after; none: the plan itself
    std::optional<std::size_t> field; // index among the unit's fields, any for the plan's register; none: the
                                      // heading, or the plan's title
    std::size_t count = 0;
};

// What one amendment did: to which units, and beyond them.
struct Effect {
    std::optional<std::size_t> unit;       // the one it names, or the first that it added
    std::vector<std::size_t> others;       // merged away, split off, below it, or unchanged in a run
    std::vector<std::size_t> shifted;      // whose number first moved up or down by it, in order
    std::vector<FieldReason> reasons;      // of single fields
    std::vector<Replacement> replacements; // of a Rename
};

// The plan after the amendments. Units keep their index, so units[i] of both plans is the same level or item;
// added ones stand behind.
struct Applied {
    Plan plan;
    std::vector<Effect> effects;   // one per amendment, in the order of the paper
    std::set<std::size_t> amended; // all units that were touched and are still there
};

// Makes all amendments of the paper, one after the other. What refers to something that is not there, amends
// a unit twice, moves it into itself and so on is reported and left out.
Applied apply(const Plan& plan, const std::vector<Section>& sections, Diagnostics& diagnostics);

} // namespace taisho
