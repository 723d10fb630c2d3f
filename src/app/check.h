#pragma once
#include "app/outcome.h"

#include <filesystem>
#include <string>
#include <vector>

namespace taisho {

struct CheckOptions {
    std::filesystem::path input; // a paper, or a plan in a file of its own
    std::string resources;
    std::vector<std::string> templates;
    bool json = false, strict = false;
    Language language = Language::japanese;
};

// `taisho check`: reports all that a build would, and writes nothing. As JSON on standard output: {"file",
// "errors", "warnings", "messages": [{"number", "severity", "file", "line", "column", "sentence"}]}.
Outcome check(const CheckOptions& options);

} // namespace taisho
