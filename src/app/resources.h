#pragma once
#include "base/diagnostics.h"
#include "style/house_style.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace taisho {

// Where templates/ and fonts/ are: `named` if it is given; else beside the program or above it (a source tree
// with its build folder, or a folder that was copied whole), else ../share/taisho (after an installation).
std::optional<std::filesystem::path> find_resources(const std::string& named, Diagnostics& diagnostics);

// All house styles there are, in the order of their names.
std::vector<std::string> template_names(const std::filesystem::path& resources);

// A style as its file says it, over the one it starts from, if any. `name` knows where it was written. Names
// are never paths.
std::optional<HouseStyle> load_style_form(const std::filesystem::path& resources, const Text& name,
                                          Sources& sources, Diagnostics& diagnostics);

struct NamedStyle {
    std::string name;
    HouseStyle style;
    std::uint16_t form = no_source; // the file it stands in
};

// The same, with all that follows from it.
std::optional<NamedStyle> load_style(const std::filesystem::path& resources, const Text& name,
                                     Sources& sources, Diagnostics& diagnostics);

} // namespace taisho
