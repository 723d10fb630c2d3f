#pragma once
// What libxlsxwriter 1.1.4 leaves undone in a workbook it has just written.

#include <cstdint>
#include <filesystem>
#include <vector>

namespace taisho {

enum class HeaderPages : std::uint8_t { all, first };

// What is still to be done with a sheet.
struct SheetFinish {
    HeaderPages header_pages = HeaderPages::all;
};

// Checks that all parts of the workbook are whole: a full disk for temporary files cuts them, and the library
// does not notice. Then finishes the sheets, given in their order: with HeaderPages::first the header of a
// sheet is shown on the first page only, and the footer on all (ECMA-376 18.3.1.46, differentFirst). Returns
// false when the workbook is not whole or cannot be rewritten.
bool finish_package(const std::filesystem::path& file, const std::vector<SheetFinish>& sheets);

} // namespace taisho
