#pragma once
// Plans that nobody has thought of, for properties that must always hold.

#include "model/plan.h"
#include "support.h"

namespace taisho::test {

// A plan of some levels and items with every kind of field, ids from "u0" on.
Plan random_plan(Dice& dice);

// The same plan after a few edits of every kind: texts, values, columns, rows, cells and fields changed,
// added and taken away; levels and items moved, added and taken away.
Plan edited(const Plan& plan, Dice& dice);

} // namespace taisho::test
