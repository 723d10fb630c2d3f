#pragma once
#include "app/build.h"

namespace taisho {

struct InspectOptions {
    std::string stage; // paper, revisions, data, document, structure, pages or sheet
    std::filesystem::path input;
    std::string resources, template_name;
    Language language = Language::japanese;
};

// Prints the value of one stage of the path as text on standard output.
Outcome inspect(const InspectOptions& options);

} // namespace taisho
