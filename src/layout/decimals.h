#pragma once
// Figures of a column below each other: from the right, digits below digits and decimal point below decimal
// point, whatever stands behind it.

#include "layout/flow.h"

namespace taisho {

// How wide a figure is from its decimal point on; a figure without one stands as if it had one behind its
// last digit.
Length width_behind_point(const Paragraph& figure, Typesetter& typesetter);

// Sets the insets of the paragraphs that are aligned on their decimal points (Align::decimal).
void align_decimals(SetTable& set, Typesetter& typesetter);

} // namespace taisho
