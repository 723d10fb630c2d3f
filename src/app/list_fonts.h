#pragma once
#include "app/outcome.h"

#include <filesystem>
#include <string>
#include <vector>

namespace taisho {

struct ListFontsOptions {
    std::filesystem::path input; // a paper; may be empty
    std::string resources;
    std::vector<std::string> templates;
    Language language = Language::japanese;
};

// `taisho fonts`: prints the faces of each family in the order in which they are tried. With a paper, also
// every character that does not come from the first face of its family, and what no face has.
Outcome list_fonts(const ListFontsOptions& options);

} // namespace taisho
