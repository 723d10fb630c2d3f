#include "base/files.h"

#include <fstream>
#include <system_error>
#include <unistd.h>

namespace taisho {
namespace {

constexpr std::uintmax_t largest_input = 64U << 20;

} // namespace

std::optional<std::uint16_t> read_source(const std::filesystem::path& file, Sources& sources,
                                         Diagnostics& diagnostics) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        add_error(diagnostics, Code::cannot_read, {}, {file.string()});
        return std::nullopt;
    }
    if (std::filesystem::file_size(file, error) > largest_input) {
        add_error(diagnostics, Code::file_too_large, {}, {file.string(), "64"});
        return std::nullopt;
    }
    std::ifstream stream(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) {
        add_error(diagnostics, Code::cannot_read, {}, {file.string()});
        return std::nullopt;
    }
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.erase(0, 3);
    sources.push_back({file.string(), std::move(bytes)});
    return static_cast<std::uint16_t>(sources.size() - 1);
}

// The process number keeps two runs at the same time apart; it never reaches an output.
StagedFile stage(const std::filesystem::path& target) {
    std::filesystem::path staged = target;
    staged.replace_filename("." + target.filename().string() + "." + std::to_string(::getpid()) + ".part");
    return {target, staged};
}

bool commit(const std::vector<StagedFile>& files, Diagnostics& diagnostics) {
    for (const StagedFile& file : files) {
        std::error_code error;
        std::filesystem::rename(file.staged, file.target, error);
        if (!error) continue;
        add_error(diagnostics, Code::cannot_write, {}, {file.target.string()});
        discard(files);
        return false;
    }
    return true;
}

void discard(const std::vector<StagedFile>& files) {
    for (const StagedFile& file : files) {
        std::error_code error;
        std::filesystem::remove(file.staged, error);
    }
}

} // namespace taisho
