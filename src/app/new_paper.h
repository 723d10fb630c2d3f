#pragma once
#include "app/outcome.h"

#include <filesystem>

namespace taisho {

struct NewOptions {
    std::filesystem::path folder; // made by the command
    std::filesystem::path plan;   // copied into it when given
    Language language = Language::japanese;
};

// `taisho new`: writes a small commented paper that builds at once; with a plan, one that refers to a copy of
// it and lists its ids.
Outcome new_paper(const NewOptions& options);

} // namespace taisho
