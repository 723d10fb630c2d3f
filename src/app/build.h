#pragma once
#include "base/diagnostics.h"

#include <filesystem>
#include <string>
#include <vector>

namespace taisho {

// What a run ends with; the numbers are the exit codes of the program.
enum class Outcome : int { done = 0, bad_input = 1, wrong_usage = 2, cannot_write = 3 };

struct BuildOptions {
    std::filesystem::path input, folder;
    std::string resources;
    std::vector<std::string> templates;
    bool pdf = true, xlsx = true;
    Language language = Language::japanese;
};

// Writes the PDF and the workbook of every house style. Messages go to standard error, the names of the files
// that were written to standard output. Either all outputs are replaced or none is touched.
Outcome build(const BuildOptions& options);

} // namespace taisho
