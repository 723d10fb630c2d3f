#pragma once
#include "base/diagnostics.h"
#include "model/paper.h"
#include "xml/element.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace taisho {

// A paper with its plan, which may have come from a file of its own, and the elements of all files that were
// read: for the checks and for writing back what was not changed.
struct LoadedPaper {
    Paper paper;
    std::vector<Element> roots;    // of the paper, then of the plan's file if there is one
    const Element* plan = nullptr; // the element <plan>, in one of the roots
    std::uint16_t plan_source = 0; // the file it stands in

    bool plan_is_root() const { return plan == &roots.back(); }
};

// Reads the paper, and the plan that it refers to: a file in the paper's folder or below, never elsewhere.
// Holds what was recorded of the plan (version, digests) against what it says now. Slips are reported;
// nothing is returned when a file cannot be read at all or is no paper.
std::optional<LoadedPaper> load_paper(const std::filesystem::path& input, Sources& sources,
                                      Diagnostics& diagnostics);

// Holds what the paper has recorded of its plan (version, digests) against what the plan says now.
void check_base(const Paper& paper, Diagnostics& diagnostics);

// The sources that were read for the paper: its own file, then the plan's if there is one.
std::vector<std::uint16_t> files_of(const LoadedPaper& loaded);

// The digest of such files, one behind the other (base/digest.h).
std::string digest_of(const std::vector<std::uint16_t>& files, const Sources& sources);

// A plan from a file whose root is <plan>, or from a paper.
std::optional<LoadedPaper> load_plan(const std::filesystem::path& input, Sources& sources,
                                     Diagnostics& diagnostics);

} // namespace taisho
