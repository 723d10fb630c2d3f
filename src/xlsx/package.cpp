#include "xlsx/package.h"

#include "base/utf8.h"

#include <algorithm>
#include <vector>
#include <zip.h>

namespace taisho {
namespace {

using namespace std::string_view_literals;

std::string in_small_letters(std::string_view name) {
    std::string small(name);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return small;
}

bool contains(std::string_view bytes, std::string_view wanted) {
    return bytes.find(wanted) != std::string_view::npos;
}

// Every entry of a directory begins with these bytes (APPNOTE 4.3.12), and libzip allocates for each: so they
// are counted before it sees the file, without believing the record that tells how many there are.
std::size_t most_entries_of(std::string_view bytes) {
    constexpr std::string_view signature = "PK\1\2"sv;
    std::size_t count = 0;
    for (std::size_t at = bytes.find(signature); at != std::string_view::npos;
         at = bytes.find(signature, at + signature.size()))
        ++count;
    return count;
}

// Old workbooks and workbooks with a password are compound files (MS-CFB); the names of their streams stand
// in them in UTF-16.
std::optional<Code> slip_of_bytes(std::string_view bytes) {
    constexpr std::string_view compound_file = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv;
    constexpr std::string_view encrypted = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    constexpr std::string_view biff8 = "W\0o\0r\0k\0b\0o\0o\0k\0\0\0"sv, biff5 = "B\0o\0o\0k\0\0\0"sv;
    if (bytes.starts_with(compound_file)) {
        if (contains(bytes, encrypted)) return Code::workbook_protected;
        const bool is_old = contains(bytes, biff8) || contains(bytes, biff5);
        return is_old ? Code::workbook_old_format : Code::not_a_workbook;
    }
    if (!bytes.starts_with("PK")) return Code::not_a_workbook;
    return most_entries_of(bytes) > most_entries ? std::optional(Code::workbook_too_large) : std::nullopt;
}

struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

// Parts may be in UTF-16 too (OPC 6.2.5).
std::optional<std::string> as_utf8(std::string part) {
    const bool little = part.starts_with("\xff\xfe"), big = part.starts_with("\xfe\xff");
    if (!little && !big) return find_invalid(part) ? std::nullopt : std::optional(std::move(part));
    FromUtf16 converted =
        from_utf16(std::string_view(part).substr(2), little ? ByteOrder::little : ByteOrder::big);
    return converted.whole ? std::optional(std::move(converted.text)) : std::nullopt;
}

// The bound for a part that is packed in so many bytes.
std::size_t most_unpacked(std::size_t packed) {
    return std::min(largest_part, std::max(harmless_part, std::min(packed, largest_part) * highest_ratio));
}

} // namespace

struct Package::Archive {
    std::string bytes;
    zip_t* zip = nullptr;

    ~Archive() {
        if (zip != nullptr) zip_discard(zip);
    }
};

Package::Package() : archive_(std::make_unique<Archive>()) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

bool Package::has(std::string_view part) const { return entries_.contains(in_small_letters(part)); }

std::optional<std::string> Package::read(std::string_view part, Diagnostics& diagnostics) {
    const std::string name(part);
    const auto entry = entries_.find(in_small_letters(part));
    if (entry == entries_.end()) {
        add_error(diagnostics, Code::workbook_broken, {}, {name});
        return std::nullopt;
    }
    std::optional<std::string> bytes = unpack(entry->second, name, diagnostics);
    if (!bytes) return std::nullopt;
    std::optional<std::string> text = as_utf8(std::move(*bytes));
    if (!text) add_error(diagnostics, Code::workbook_broken, {}, {name});
    return text;
}

std::optional<std::string> Package::unpack(std::uint64_t index, const std::string& part,
                                           Diagnostics& diagnostics) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    const auto refuse = [&](Code code) {
        add_error(diagnostics, code, {}, {part});
        return std::nullopt;
    };
    if (zip_stat_index(archive_->zip, index, 0, &stat) != 0) return refuse(Code::workbook_broken);
    if (stat.encryption_method != ZIP_EM_NONE) return refuse(Code::workbook_protected);
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        return refuse(Code::workbook_broken);
    const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive_->zip, index, 0));
    if (!entry) return refuse(Code::workbook_broken);

    // No packed size is larger than the file, whatever the archive claims.
    const std::size_t packed = std::min<std::size_t>(stat.comp_size, archive_->bytes.size());
    const std::size_t most = std::min(most_unpacked(packed), largest_unpacked - unpacked_);
    std::string bytes;
    std::vector<char> piece(std::size_t{256} << 10);
    zip_int64_t got = 0;
    while ((got = zip_fread(entry.get(), piece.data(), piece.size())) > 0) {
        if (bytes.size() + static_cast<std::size_t>(got) > most) return refuse(Code::workbook_too_large);
        bytes.append(piece.data(), static_cast<std::size_t>(got));
    }
    if (got < 0) return refuse(Code::workbook_broken); // also when the checksum is wrong
    unpacked_ += bytes.size();
    return bytes;
}

std::optional<Package> open_package(std::string bytes, const std::string& file, Diagnostics& diagnostics) {
    if (const std::optional<Code> slip = slip_of_bytes(bytes)) {
        add_error(diagnostics, *slip, {}, {file});
        return std::nullopt;
    }
    const auto refuse = [&](const std::string& part) {
        add_error(diagnostics, Code::workbook_broken, {}, {part});
        return std::nullopt;
    };
    Package package;
    Package::Archive& archive = *package.archive_;
    archive.bytes = std::move(bytes);
    zip_source_t* source = zip_source_buffer_create(archive.bytes.data(), archive.bytes.size(), 0, nullptr);
    if (source == nullptr) return refuse("");
    archive.zip = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (archive.zip == nullptr) {
        zip_source_free(source);
        return refuse("");
    }
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive.zip, 0));
    for (std::uint64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(archive.zip, i, ZIP_FL_ENC_RAW);
        if (name == nullptr || !package.entries_.emplace(in_small_letters(name), i).second)
            return refuse(name == nullptr ? "" : name); // two of one name: which one counts, nobody can say
    }
    return package;
}

} // namespace taisho
