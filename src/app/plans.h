#pragma once
// The commands that go from plans to papers and from papers to plans.

#include "app/outcome.h"

#include <filesystem>
#include <string>

namespace taisho {

// `taisho apply`: writes the plan after the amendments. Comments, order and what is untouched stay as they
// are in the file of the plan. Without an output the plan goes to standard output.
struct ApplyOptions {
    std::filesystem::path input, output;
    bool strict = false;
    Language language = Language::japanese;
};
Outcome apply_paper(const ApplyOptions& options);

// `taisho derive`: writes a paper with the amendments that lead from one plan to the other. It refers to the
// old plan by its file when that lies beside the paper or below, and else holds a copy of it.
struct DeriveOptions {
    std::filesystem::path old_plan, new_plan, output;
    Language language = Language::japanese;
};
Outcome derive_paper(const DeriveOptions& options);

// `taisho pin`: records in the paper what the plan's version is and what the amended units say, so that a
// later change of the plan is noticed.
struct PinOptions {
    std::filesystem::path input;
    Language language = Language::japanese;
};
Outcome pin_paper(const PinOptions& options);

} // namespace taisho
