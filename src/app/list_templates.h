#pragma once
#include "app/outcome.h"

#include <string>

namespace taisho {

struct TemplateOptions {
    std::string name; // of the style that is shown; empty: all are listed
    std::string resources;
    Language language = Language::japanese;
};

// `taisho templates`: a line for each house style. Those with slips are listed too, and their slips told.
Outcome list_templates(const TemplateOptions& options);

// `taisho templates show NAME`: every switch with its value, what may be written and what it means.
Outcome show_template(const TemplateOptions& options);

} // namespace taisho
