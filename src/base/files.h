#pragma once
// Reading whole files and writing outputs so that a good file is never harmed: everything is written beside
// its target first and renamed when all of it has succeeded.

#include "base/diagnostics.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace taisho {

// The text of a file of at most 64 MiB, without a BOM, appended to `sources`; its index, or nothing and a
// diagnostic. UTF-16, which old editors of Windows call Unicode, becomes UTF-8, also in the XML declaration.
std::optional<std::uint16_t> read_source(const std::filesystem::path& file, Sources& sources,
                                         Diagnostics& diagnostics);

// A file under way: written to `staged`, meant for `target`.
struct StagedFile {
    std::filesystem::path target, staged;
};

// A name beside the target that is not in use by a finished output.
StagedFile stage(const std::filesystem::path& target);

// Renames all staged files to their targets. When that fails, what was there before is put back, what was
// staged is removed, and the target that could not be replaced is named.
bool commit(const std::vector<StagedFile>& files, Diagnostics& diagnostics);

// Removes what was staged, for runs that failed.
void discard(const std::vector<StagedFile>& files);

} // namespace taisho
