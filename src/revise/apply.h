#pragma once
#include "base/diagnostics.h"
#include "model/paper.h"

namespace taisho {

// The item after the revision. What the revision refers to and the item does not have is reported.
Item apply(const Item& item, const Revise& revise, Diagnostics& diagnostics);

} // namespace taisho
