#pragma once
#include "document/document.h"
#include "revise/revisions.h"
#include "style/house_style.h"

#include <string_view>

namespace taisho {

// What the outputs say of the paper to those who look for it and do not open it.
Properties properties_of(const Revisions& revisions, const HouseStyle& style);

// Without blanks and line ends at both ends.
std::string_view trimmed(std::string_view text);

} // namespace taisho
