#pragma once
#include "base/diagnostics.h"

#include <filesystem>
#include <string_view>

namespace taisho {

// Writes the bytes beside the target and renames, so that a good file is never harmed; to standard output
// when there is no target. False and a message when it cannot be done.
bool write_file(const std::filesystem::path& target, std::string_view bytes, Diagnostics& diagnostics);

// Reports it when the output would overwrite one of the files that were read.
bool is_input(const std::filesystem::path& target, const Sources& sources, Diagnostics& diagnostics);

} // namespace taisho
