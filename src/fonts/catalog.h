#pragma once
// fonts.xml as plain data: for each family the names of its font files, in the order in which they are tried.

#include "base/diagnostics.h"
#include "fonts/font_book.h"

#include <array>
#include <filesystem>
#include <vector>

namespace taisho {

inline constexpr std::size_t family_count = 2; // the values of Family

struct FontCatalog {
    std::array<std::vector<Text>, family_count> files; // by Family; plain file names
};

// Reads folder/fonts.xml. What is wrong with it is reported; names that were refused are left out.
FontCatalog read_catalog(const std::filesystem::path& folder, Sources& sources, Diagnostics& diagnostics);

} // namespace taisho
