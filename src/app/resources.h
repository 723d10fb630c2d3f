#pragma once
#include "base/diagnostics.h"
#include "style/house_style.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace taisho {

// Where templates/ and fonts/ are: `named` if it is given; else beside the program or above it (a source tree
// with its build folder, or a folder that was copied whole), else ../share/taisho (after an installation).
std::optional<std::filesystem::path> find_resources(const std::string& named, Diagnostics& diagnostics);

// The house style templates/NAME.xml. `at` is where the name was written. Names are never paths.
std::optional<HouseStyle> load_style(const std::filesystem::path& resources, std::string_view name,
                                     const Span& at, Sources& sources, Diagnostics& diagnostics);

} // namespace taisho
