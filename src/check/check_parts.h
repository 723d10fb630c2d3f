#pragma once
// The parts of the checks, for check.cpp alone. What they find is a warning until check.cpp knows whether the
// plan in force had it too.

#include "base/diagnostics.h"
#include "model/plan.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace taisho {

// ---- goals ----

// Years out of range, 前年度比 without a base, a 目標値 too early, values that run backwards.
void check_goal(const Goal& goal, const std::optional<YearRange>& years, Diagnostics& diagnostics);

// ---- bodies ----

// The names of the register, in half width.
struct BodyRegister {
    std::set<std::string, std::less<>> names; // empty when the plan keeps none
    std::size_t longest = 0;                  // bytes
};

BodyRegister registered_bodies(const Plan& plan);

// Names that are not in the register; none when it is empty.
void check_bodies(const Passage& bodies, const BodyRegister& known, Diagnostics& diagnostics);

// Adds to each unknown body the one that was probably meant.
void suggest_bodies(const Plan& plan, Diagnostics& diagnostics);

// ---- numbers of headings ----

struct NumberingSlip {
    Code code{};           // numbering_gap or numbering_repeat
    std::size_t first = 0; // indices of the units it lies between; of a repeat: the two
    std::size_t second = 0;
    std::string missing; // the number that should follow `first`; empty when it cannot be written
};

// Slips in the numbers directly below a level, or at the top.
std::vector<NumberingSlip> find_numbering_slips(const UnitTree& tree, std::optional<std::size_t> level);

void add_numbering_slip(const UnitTree& tree, const NumberingSlip& slip, Diagnostics& diagnostics);

// Gaps and repeats that `before` does not have.
void check_new_numbers(const Plan& before, const Plan& after, Diagnostics& diagnostics);

} // namespace taisho
