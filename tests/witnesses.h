#pragma once
// Independent programs that open and save our workbooks. Where one is missing, a test says so and is left
// out.

#include "support.h"

#include <filesystem>
#include <string>

namespace taisho::test {

// A Python that has openpyxl; empty, and a word about it, when there is none.
std::string python_with_openpyxl();

// Whether LibreOffice can convert files; a word about it when it cannot.
bool can_convert();

// Opens files with LibreOffice and saves them in another format ("pdf", "xlsx:Calc MS Excel 2007 XML") into
// a folder. REQUIRES: can_convert()
void convert(const std::vector<std::filesystem::path>& files, const std::string& format,
             const std::filesystem::path& folder);

} // namespace taisho::test
