#pragma once
#include "base/diagnostics.h"
#include "model/paper.h"

namespace taisho {

// The amendments that lead from one plan to the other: apply(before, derive(before, after)) says what `after`
// says. Units are the same when their ids are. Reported: an id that names a level in one plan and an item in
// the other.
std::vector<Section> derive(const Plan& before, const Plan& after, Diagnostics& diagnostics);

} // namespace taisho
