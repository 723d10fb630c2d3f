#include "base/files.h"

#include <fstream>
#include <system_error>
#include <unistd.h>

namespace taisho {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest_input = 64U << 20;

// The process number keeps two runs at the same time apart; it never reaches an output.
fs::path beside(const fs::path& target, const char* ending) {
    fs::path name = target;
    name.replace_filename("." + target.filename().string() + "." + std::to_string(::getpid()) + ending);
    return name;
}

} // namespace

std::optional<std::uint16_t> read_source(const fs::path& file, Sources& sources, Diagnostics& diagnostics) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        add_error(diagnostics, Code::cannot_read, {}, {file.string()});
        return std::nullopt;
    }
    const std::uintmax_t size = fs::file_size(file, error);
    if (size > largest_input) {
        add_error(diagnostics, Code::file_too_large, {}, {file.string(), "64"});
        return std::nullopt;
    }
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(size, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!stream) {
        add_error(diagnostics, Code::cannot_read, {}, {file.string()});
        return std::nullopt;
    }
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.erase(0, 3);
    sources.push_back({file.string(), std::move(bytes)});
    return static_cast<std::uint16_t>(sources.size() - 1);
}

StagedFile stage(const fs::path& target) { return {target, beside(target, ".part")}; }

namespace {

// A second name for what stands at the target now, so that it can be put back; empty when there is nothing.
// Where a file system knows no hard links, the output is replaced without.
fs::path keep_old(const fs::path& target) {
    std::error_code error;
    fs::path old = beside(target, ".old");
    fs::create_hard_link(target, old, error);
    return error ? fs::path() : old;
}

} // namespace

bool commit(const std::vector<StagedFile>& files, Diagnostics& diagnostics) {
    std::vector<fs::path> kept;
    std::error_code error;
    std::size_t done = 0;
    for (; done < files.size() && !error; ++done) {
        kept.push_back(keep_old(files[done].target));
        fs::rename(files[done].staged, files[done].target, error);
    }
    const bool good = !error;
    if (!good) add_error(diagnostics, Code::cannot_write, {}, {files[done - 1].target.string()});
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const bool replaced = good || i + 1 < done;
        if (!good && replaced && kept[i].empty())
            fs::remove(files[i].target, error); // there was nothing before
        if (!kept[i].empty() && good) fs::remove(kept[i], error);
        if (!kept[i].empty() && !good) fs::rename(kept[i], files[i].target, error);
    }
    if (!good) discard(files);
    return good;
}

void discard(const std::vector<StagedFile>& files) {
    for (const StagedFile& file : files) {
        std::error_code error;
        std::filesystem::remove(file.staged, error);
    }
}

} // namespace taisho
