#pragma once
// Checks that know the domain. What the plan in force says already cannot be mended by a paper, so it is at
// most warned of; what an amendment brings in is an error.

#include "base/diagnostics.h"
#include "model/plan.h"

#include <set>

namespace taisho {

// A plan by itself: warnings for gaps and repeats in the numbers of headings, years out of the plan's range,
// bodies that are not in the register, 前年度比 without a year to count from, a 目標値 that is not in the
// last year, targets that run backwards; an error when its years are reversed. What is wrong with the form
// (ids, the number of values, columns that are there twice) was reported by the reader.
void check_plan(const Plan& plan, Diagnostics& diagnostics);

// The plan after the amendments, where it differs from the plan before: units whose index is in `amended` are
// looked at, all units when the plan has other years or another register, and the numbers of all headings.
// What `before` had already is not said again. The same slips as above are errors here; gaps, repeats and
// targets that run backwards stay warnings.
void check_amended(const Plan& before, const Plan& after, const std::set<std::size_t>& amended,
                   Diagnostics& diagnostics);

} // namespace taisho
