#include "xlsx/finish_package.h"

#include "base/deflate.h"

// An xlsx file is a zip archive: for each part a local header and its deflated bytes, then a directory of all
// parts, then a record that tells where the directory begins (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16). Here one
// part gets other bytes, and the offsets of all that follows move. libxlsxwriter writes neither zip64 nor
// data descriptors.

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace taisho {

namespace {

using Bytes = std::string;

constexpr int compression_level = 1; // time matters more here than size

std::uint32_t number_at(const Bytes& bytes, std::size_t at, int width) {
    std::uint32_t number = 0;
    for (int i = width - 1; i >= 0; --i)
        number = number << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
    return number;
}
std::uint32_t u16(const Bytes& bytes, std::size_t at) { return number_at(bytes, at, 2); }
std::uint32_t u32(const Bytes& bytes, std::size_t at) { return number_at(bytes, at, 4); }

void put_u32(Bytes& bytes, std::size_t at, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i) bytes.at(at + i) = static_cast<char>(number >> 8 * i & 0xffU);
}

// An archive in memory, and where its directory stands.
struct Archive {
    Bytes bytes;
    std::size_t directory = 0; // of its first entry
    std::size_t parts = 0;
};

struct Part {
    std::string name;
    std::size_t entry = 0; // in the directory
    std::size_t local = 0; // its local header
    std::size_t begin = 0; // its deflated bytes
    std::uint32_t deflated_size = 0, size = 0;
};

constexpr std::size_t end_record_size = 22;

std::optional<Archive> read_archive(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in) return std::nullopt;
    Archive archive;
    archive.bytes.resize(static_cast<std::size_t>(in.tellg()));
    in.seekg(0).read(archive.bytes.data(), static_cast<std::streamsize>(archive.bytes.size()));
    if (!in || archive.bytes.size() < end_record_size) return std::nullopt;
    const std::size_t end_record = archive.bytes.size() - end_record_size;
    if (u32(archive.bytes, end_record) != 0x06054b50) return std::nullopt;
    archive.parts = u16(archive.bytes, end_record + 10);
    archive.directory = u32(archive.bytes, end_record + 16);
    return archive;
}

std::size_t next_entry(const Bytes& bytes, std::size_t entry) {
    return entry + 46 + u16(bytes, entry + 28) + u16(bytes, entry + 30) + u16(bytes, entry + 32);
}

std::vector<Part> list_parts(const Archive& archive) {
    const Bytes& bytes = archive.bytes;
    std::vector<Part> parts;
    std::size_t entry = archive.directory;
    for (std::size_t i = 0; i < archive.parts; ++i, entry = next_entry(bytes, entry)) {
        const std::size_t local = u32(bytes, entry + 42);
        const std::size_t begin = local + 30 + u16(bytes, local + 26) + u16(bytes, local + 28);
        const std::string name = bytes.substr(entry + 46, u16(bytes, entry + 28));
        parts.push_back({name, entry, local, begin, u32(bytes, entry + 20), u32(bytes, entry + 24)});
    }
    return parts;
}

std::optional<Bytes> inflate(const Archive& archive, const Part& part) {
    const std::string_view bytes = archive.bytes;
    return inflate_raw(bytes.substr(part.begin, part.deflated_size), part.size);
}

// The archive as it is written anew, part by part.
struct NewArchive {
    Bytes bytes, directory;
};

std::string_view entry_of(const Archive& archive, const Part& part) {
    const std::size_t end = next_entry(archive.bytes, part.entry);
    return std::string_view(archive.bytes).substr(part.entry, end - part.entry);
}

void copy_part(const Archive& archive, const Part& part, NewArchive& to) {
    const std::size_t entry = to.directory.size(), local = to.bytes.size();
    to.directory += entry_of(archive, part);
    put_u32(to.directory, entry + 42, static_cast<std::uint32_t>(local));
    to.bytes.append(archive.bytes, part.local, part.begin + part.deflated_size - part.local);
}

// The checksum and the two sizes stand together, in the local header and in the directory alike.
void put_part(const Archive& archive, const Part& part, const Bytes& content, Compressor& compressor,
              NewArchive& to) {
    const Bytes deflated = compressor.raw(content);
    const std::size_t entry = to.directory.size(), local = to.bytes.size();
    to.directory += entry_of(archive, part);
    put_u32(to.directory, entry + 42, static_cast<std::uint32_t>(local));
    to.bytes.append(archive.bytes, part.local, part.begin - part.local);
    const std::uint32_t checksum = crc32(content);
    const auto describe = [&](Bytes& bytes, std::size_t at) {
        put_u32(bytes, at, checksum);
        put_u32(bytes, at + 4, static_cast<std::uint32_t>(deflated.size()));
        put_u32(bytes, at + 8, static_cast<std::uint32_t>(content.size()));
    };
    describe(to.bytes, local + 14);
    describe(to.directory, entry + 16);
    to.bytes += deflated;
}

void put_directory(const Archive& archive, NewArchive& to) {
    const std::size_t directory = to.bytes.size();
    to.bytes += to.directory;
    const std::size_t end_record = to.bytes.size();
    to.bytes.append(archive.bytes, archive.bytes.size() - end_record_size);
    put_u32(to.bytes, end_record + 12, static_cast<std::uint32_t>(to.directory.size()));
    put_u32(to.bytes, end_record + 16, static_cast<std::uint32_t>(directory));
}

// Whether the last tag of a part closes the first element.
bool is_whole(std::string_view part) {
    if (part.ends_with('\n')) part.remove_suffix(1);
    const std::size_t begin = part.find("?>\n<");
    if (begin == part.npos) return false;
    const std::string_view root = part.substr(begin + 4);
    std::string end_tag = "</";
    end_tag += root.substr(0, root.find_first_of(" >"));
    return root.ends_with(end_tag + ">");
}

} // namespace

bool finish_package(const std::filesystem::path& file, const EditPart& edit) {
    const std::optional<Archive> archive = read_archive(file);
    if (!archive) return false;
    NewArchive finished;
    Compressor compressor(compression_level);
    for (const Part& part : list_parts(*archive)) {
        std::optional<Bytes> content = inflate(*archive, part);
        if (!content || !is_whole(*content)) return false;
        switch (edit(part.name, *content)) {
        case Edited::no: copy_part(*archive, part, finished); break;
        case Edited::yes: put_part(*archive, part, *content, compressor, finished); break;
        case Edited::failed: return false;
        }
    }
    put_directory(*archive, finished);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(finished.bytes.data(), static_cast<std::streamsize>(finished.bytes.size()));
    return out.flush().good();
}

} // namespace taisho
