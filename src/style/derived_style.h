#pragma once
// Roles that came later, and that a house style may leave out: their styles are made from those it gives, so
// that a cover and the contents look like the rest of the paper.

#include "style/house_style.h"

namespace taisho {

bool may_be_left_out(Role role);

// REQUIRES: may_be_left_out(role); `style` has its page and all roles that may not be left out.
ParagraphStyle derived_style(Role role, const HouseStyle& style);

// With the width and the height that the size and the orientation of its paper say.
HouseStyle with_size(HouseStyle form);

} // namespace taisho
