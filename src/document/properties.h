#pragma once
#include "document/document.h"
#include "revise/revisions.h"
#include "style/house_style.h"

namespace taisho {

// What the outputs say of the paper to those who look for it and do not open it.
Properties properties_of(const Revisions& revisions, const HouseStyle& style);

} // namespace taisho
