#pragma once
#include "model/amendments.h"

namespace taisho {

// The revisions that lead from one item's fields to the other's, each as small as can be said: a value, a
// text, a column; else the whole field.
std::vector<FieldRevision> derive_fields(const std::vector<Field>& before, const std::vector<Field>& after);

// The indices of a longest increasing subsequence of `numbers`: what may stay when the rest is moved.
std::vector<std::size_t> longest_increasing(const std::vector<std::size_t>& numbers);

} // namespace taisho
