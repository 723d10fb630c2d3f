#pragma once
#include "model/amendments.h"

namespace taisho {

// What an amendment says of an item's fields, changed so that they become those of `wanted` and not of `now`.
// Fields that are the same there keep what is written; of the others, what can be kept is kept: the order,
// the names of columns and rows, the reasons.
std::vector<FieldRevision> keep_writing(const std::vector<FieldRevision>& written, const Unit& before,
                                        const Unit& now, const Unit& wanted);

} // namespace taisho
