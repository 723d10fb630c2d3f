#include "base/files.h"

#include "base/utf8.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace taisho {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest_input = 64U << 20;

// The process number keeps two runs at the same time apart; it never reaches an output.
// It is short, so that a target may have the longest name that there is: a digest stands for its name.
fs::path beside(const fs::path& target, const char* ending) {
    std::uint64_t digest = 0xcbf29ce484222325; // FNV-1a
    for (const char byte : target.filename().string()) {
        digest = (digest ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
    fs::path name = target;
    name.replace_filename(".taisho-" + std::to_string(digest) + "-" + std::to_string(::getpid()) + ending);
    return name;
}

// XML 1.0, appendix F: a BOM, or how the < of the first tag stands in the file.
std::optional<ByteOrder> utf16_order(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("<\0"sv)) return ByteOrder::little;
    if (bytes.starts_with("\xfe\xff") || bytes.starts_with("\0<"sv)) return ByteOrder::big;
    return std::nullopt;
}

bool names_utf16(std::string_view encoding) {
    constexpr std::string_view name = "utf-16";
    if (encoding.size() < name.size()) return false;
    return std::equal(name.begin(), name.end(), encoding.begin(),
                      [](char a, char b) { return a == b || (b >= 'A' && b <= 'Z' && a == b + 32); });
}

// The XML declaration says UTF-8 where it said UTF-16, so that it is true of the text as it now is.
void declare_utf8(std::string& text) {
    if (!text.starts_with("<?xml")) return;
    const std::string_view declaration = std::string_view(text).substr(0, text.find("?>"));
    const std::size_t name = declaration.find("encoding");
    if (name == std::string_view::npos) return;
    const std::size_t open = declaration.find_first_of("\"'", name);
    if (open == std::string_view::npos) return;
    const std::size_t close = declaration.find(declaration[open], open + 1);
    if (close == std::string_view::npos || !names_utf16(declaration.substr(open + 1, close - open - 1)))
        return;
    text.replace(open + 1, close - open - 1, "UTF-8");
}

// A file that breaks off inside a character is appended up to there, so that the place can be shown.
std::optional<std::uint16_t> append_source(SourceFile file, Sources& sources, Diagnostics& diagnostics) {
    const auto index = static_cast<std::uint16_t>(sources.size());
    const std::optional<ByteOrder> order = utf16_order(file.bytes);
    bool whole = true;
    if (order) {
        FromUtf16 text = from_utf16(file.bytes, *order);
        file.bytes = std::move(text.text);
        whole = text.whole;
    }
    if (file.bytes.starts_with("\xef\xbb\xbf")) file.bytes.erase(0, 3);
    if (order) declare_utf8(file.bytes);
    const auto end = static_cast<std::uint32_t>(file.bytes.size());
    sources.push_back(std::move(file));
    if (whole) return index;
    add_error(diagnostics, Code::xml_broken_utf16, {index, end, end}, {});
    return std::nullopt;
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
    return append_source({file.string(), std::move(bytes)}, sources, diagnostics);
}

StagedFile stage(const fs::path& target) { return {target, beside(target, ".part")}; }

namespace {

// What stood at a target before: nothing, or a file that is kept under a second name until all is well.
struct Old {
    bool existed = false;
    fs::path kept;
};

// Keeps what stands at the target by a hard link, or by a copy where the file system or its rules allow none.
// Returns nothing when neither works: then the target must not be touched.
std::optional<Old> keep_old(const fs::path& target) {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(target, error))) return Old{};
    const fs::path old = beside(target, ".old");
    fs::remove(old, error);
    fs::create_hard_link(target, old, error);
    if (error) fs::copy_file(target, old, error);
    if (error) return std::nullopt;
    return Old{true, old};
}

void put_back(const fs::path& target, const Old& old) {
    std::error_code error;
    if (old.existed) {
        fs::rename(old.kept, target, error);
    } else {
        fs::remove(target, error);
    }
}

} // namespace

bool commit(const std::vector<StagedFile>& files, Diagnostics& diagnostics) {
    std::vector<Old> replaced; // of files[0], files[1] …
    std::error_code error;
    for (const StagedFile& file : files) {
        const std::optional<Old> old = keep_old(file.target);
        if (old) fs::rename(file.staged, file.target, error);
        if (old && !error) {
            replaced.push_back(*old);
            continue;
        }
        if (old && old->existed) fs::remove(old->kept, error);
        for (std::size_t i = 0; i < replaced.size(); ++i) put_back(files[i].target, replaced[i]);
        add_error(diagnostics, Code::cannot_write, {}, {file.target.string()});
        discard(files);
        return false;
    }
    for (const Old& old : replaced) {
        if (old.existed) fs::remove(old.kept, error);
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
