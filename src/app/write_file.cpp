#include "app/write_file.h"

#include "base/files.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <system_error>

namespace taisho {

namespace fs = std::filesystem;

bool write_file(const fs::path& target, std::string_view bytes, Diagnostics& diagnostics) {
    if (target.empty()) {
        std::cout << bytes << std::flush;
        return std::cout.good();
    }
    std::error_code error;
    const bool is_link = fs::is_symlink(target, error); // it stays one
    const StagedFile file = stage(is_link ? fs::weakly_canonical(target, error) : target);
    std::ofstream stream(file.staged, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    const fs::file_status old = fs::status(file.target, error);
    if (!error && fs::exists(old)) fs::permissions(file.staged, old.permissions(), error);
    if (stream) return commit({file}, diagnostics);
    discard({file});
    add_error(diagnostics, Code::cannot_write, {}, {target.string()});
    return false;
}

bool is_input(const fs::path& target, const Sources& sources, Diagnostics& diagnostics) {
    const bool found = std::ranges::any_of(sources, [&](const SourceFile& source) {
        std::error_code error;
        return fs::equivalent(target, source.name, error);
    });
    if (found) add_error(diagnostics, Code::output_is_input, {}, {target.string()});
    return found;
}

} // namespace taisho
