#pragma once
#include "base/diagnostics.h"

#include <string_view>

namespace taisho {

// What --help prints.
std::string_view help(Language language);

} // namespace taisho
