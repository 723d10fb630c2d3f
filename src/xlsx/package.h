#pragma once
// The zip archive that a workbook is (ECMA-376 Part 2, Open Packaging Conventions), as untrusted as any file
// that came by mail. Nothing is written to disk and nothing outside the archive is read; what a part unpacks
// to is counted while it is unpacked, for the sizes in an archive are only claims.

#include "base/diagnostics.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace taisho {

// A data sheet of 100,000 rows is some 100 MB of XML; a print sheet of 1,000 pages some 20 MB.
inline constexpr std::size_t largest_workbook = std::size_t{64} << 20;  // the file
inline constexpr std::size_t largest_part = std::size_t{128} << 20;     // one part, unpacked
inline constexpr std::size_t largest_unpacked = std::size_t{256} << 20; // all that is read, unpacked

// Excel writes some twenty parts; a workbook with hundreds of pictures has some thousand.
inline constexpr std::size_t most_entries = 10'000;

// Deflate packs at most 1,032 to 1. A real sheet was packed 12 to 1 (cells that hold nothing but a style) or
// 25 to 1 (texts that repeat), equal cells without a place 103 to 1. A part of a few megabytes harms nobody,
// however well it is packed.
inline constexpr std::size_t highest_ratio = 250;
inline constexpr std::size_t harmless_part = std::size_t{4} << 20;

class Package {
public:
    Package(Package&&) noexcept;
    Package& operator=(Package&&) noexcept;
    ~Package();

    bool has(std::string_view part) const;

    // The text of a part in UTF-8, named as in the archive, without a / in front (xl/workbook.xml); ASCII
    // letters of both cases are the same (OPC 6.2.2.3). Nothing and a slip when it is missing, cannot be
    // unpacked, is no UTF-8 or UTF-16, or would be too much.
    std::optional<std::string> read(std::string_view part, Diagnostics& diagnostics);

private:
    friend std::optional<Package> open_package(std::string bytes, const std::string& file,
                                               Diagnostics& diagnostics);
    struct Archive;
    Package();

    std::optional<std::string> unpack(std::uint64_t index, const std::string& part, Diagnostics& diagnostics);

    std::unique_ptr<Archive> archive_;
    std::map<std::string, std::uint64_t, std::less<>> entries_; // names in small letters, their index
    std::size_t unpacked_ = 0;
};

// `bytes` are those of a whole file; `file` is its name for messages.
std::optional<Package> open_package(std::string bytes, const std::string& file, Diagnostics& diagnostics);

} // namespace taisho
