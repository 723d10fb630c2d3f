#pragma once
#include "base/length.h"

#include <optional>
#include <string_view>

namespace taisho {

// "10.5pt" or "20mm", with at most three decimals, from 0 to 2000 pt. Nothing when it is written otherwise.
std::optional<Length> parse_length(std::string_view text);

} // namespace taisho
