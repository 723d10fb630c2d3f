#pragma once
// The amendments of a paper once more, for a plan that is to become something else than they make it.

#include "model/paper.h"

#include <map>
#include <set>
#include <vector>

namespace taisho {

// By unit, the amendment that concerns it, counted over all sections.
using AmendmentsByUnit = std::map<std::size_t, std::size_t>;
AmendmentsByUnit amendments_by_unit(const Paper& paper);

struct AmendedAgain {
    std::set<std::size_t> left;    // units for which no amendment could be changed
    std::set<std::size_t> emptied; // amendments after which nothing is different any more
};

// Changes amendment by amendment what a unit of `touched` is to become: from `now`, which `paper` leads to
// without its renames, to `wanted`. Units keep their index in all plans. What is not different stays as it is
// written.
AmendedAgain amend_again(Paper& paper, const AmendmentsByUnit& amendments, const Plan& now,
                         const Plan& wanted, const std::set<std::size_t>& touched);

// The amendments of all sections, in the order in which they are counted.
std::vector<Amendment*> amendments_in(Paper& paper);

// The sections without the renames, which are made after all other amendments.
std::vector<Section> without_renames(const std::vector<Section>& sections);

} // namespace taisho
