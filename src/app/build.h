#pragma once
#include "app/outcome.h"

#include <filesystem>
#include <string>
#include <vector>

namespace taisho {

struct BuildOptions {
    std::filesystem::path input, folder;
    std::string resources;
    std::vector<std::string> templates;
    bool pdf = true, xlsx = true;
    bool strict = false;
    Language language = Language::japanese;
};

// Writes the PDF and the workbook of every house style. Messages go to standard error, the names of the files
// that were written to standard output. Either all outputs are replaced or none is touched.
Outcome build(const BuildOptions& options);

} // namespace taisho
