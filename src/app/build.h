#pragma once
#include "app/outcome.h"
#include "layout/chosen_pages.h"

#include <filesystem>
#include <string>
#include <vector>

namespace taisho {

struct BuildOptions {
    std::filesystem::path input, folder;
    std::string resources;
    std::vector<std::string> templates;
    bool pdf = true, xlsx = true, csv = false;
    std::vector<PageSpan>
        pages; // of the PDF of one style, the one that `templates` names; none: all of every style
    std::filesystem::path file; // where they go; empty: a name of their own in `folder`
    bool strict = false;
    Language language = Language::japanese;
};

// Writes the PDF and the workbook of every house style, or only some pages of the PDF of one, and the data of
// the paper once, whatever its looks. Messages go to
// standard error, the names of the files that were written to standard output. Either all outputs are
// replaced or none is touched.
Outcome build(const BuildOptions& options);

} // namespace taisho
