// The profile is put together from the numbers of the standards, so that no file of unknown licence is in the
// product. Its connection space has the white D50; the primaries of sRGB are adapted to it by the Bradford
// matrix, which is stated too (tag chad). Numbers are s15Fixed16: 65536 is 1.

#include "pdf/srgb_profile.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace taisho {
namespace {

void append_32(std::string& bytes, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(number >> shift));
}

void append_16(std::string& bytes, std::uint32_t number) {
    bytes.push_back(static_cast<char>(number >> 8));
    bytes.push_back(static_cast<char>(number));
}

// A tag's data begins with its type and four zero bytes (ISO 15076-1 10.1).
std::string typed(std::string_view type) { return std::string(type) + std::string(4, '\0'); }

std::string text_tag(std::string_view ascii) {
    std::string bytes = typed("mluc");
    append_32(bytes, 1), append_32(bytes, 12); // records, and the size of one
    bytes += "enUS";
    append_32(bytes, static_cast<std::uint32_t>(ascii.size() * 2)), append_32(bytes, 28);
    for (const char c : ascii) append_16(bytes, static_cast<std::uint8_t>(c));
    return bytes;
}

template <std::size_t count>
std::string numbers_tag(std::string_view type, const std::array<std::int32_t, count>& numbers) {
    std::string bytes = typed(type);
    for (const std::int32_t number : numbers) append_32(bytes, static_cast<std::uint32_t>(number));
    return bytes;
}

// Y = ((X + 0.055) / 1.055) ^ 2.4 from 0.04045 on, X / 12.92 below: function type 3, g a b c d.
std::string curve_tag() {
    std::string bytes = typed("para");
    append_16(bytes, 3), append_16(bytes, 0);
    for (const std::int32_t number : {157286, 62119, 3417, 5073, 2651})
        append_32(bytes, static_cast<std::uint32_t>(number));
    return bytes;
}

struct Tag {
    std::string_view name;
    std::string data;
};

std::vector<Tag> tags() {
    return {{"desc", text_tag("sRGB IEC61966-2.1")},
            {"cprt", text_tag("Public domain")},
            {"wtpt", numbers_tag<3>("XYZ ", {63190, 65536, 54061})},
            {"chad", numbers_tag<9>("sf32", {68674, 1502, -3290, 1939, 64912, -1118, -605, 989, 49262})},
            {"rXYZ", numbers_tag<3>("XYZ ", {28578, 14581, 912})},
            {"gXYZ", numbers_tag<3>("XYZ ", {25240, 46981, 6362})},
            {"bXYZ", numbers_tag<3>("XYZ ", {9372, 3974, 46787})},
            {"rTRC", curve_tag()}};
}

// The header (7.2): 128 bytes. The date is that of the standard, for none of this changes.
std::string header(std::uint32_t size) {
    std::string bytes;
    append_32(bytes, size);
    append_32(bytes, 0);          // no preferred module
    append_32(bytes, 0x04200000); // version 4.2
    bytes += "mntrRGB XYZ ";
    for (const std::uint32_t part : {1999U, 10U, 1U, 0U, 0U, 0U}) append_16(bytes, part);
    bytes += "acsp";
    bytes.append(24, '\0'); // platform, flags, manufacturer, model, attributes
    append_32(bytes, 0);    // perceptual
    for (const std::uint32_t white : {63190U, 65536U, 54061U}) append_32(bytes, white);
    bytes.append(128 - bytes.size(), '\0'); // creator, identifier, reserved
    return bytes;
}

} // namespace

std::string srgb_profile() {
    std::vector<Tag> all = tags();
    constexpr std::size_t header_size = 128, entry_size = 12;
    const std::size_t count = all.size() + 2; // green and blue share the curve of red
    std::string table, data;
    append_32(table, static_cast<std::uint32_t>(count));
    const std::size_t begin = header_size + 4 + entry_size * count;
    const auto add_entry = [&](std::string_view name, std::size_t at, std::size_t size) {
        table += name;
        append_32(table, static_cast<std::uint32_t>(at)), append_32(table, static_cast<std::uint32_t>(size));
    };
    std::size_t curve = 0;
    for (const Tag& tag : all) {
        curve = begin + data.size();
        add_entry(tag.name, curve, tag.data.size());
        data += tag.data;
        data.append((4 - data.size() % 4) % 4, '\0');
    }
    for (const std::string_view name : {"gTRC", "bTRC"}) add_entry(name, curve, all.back().data.size());
    return header(static_cast<std::uint32_t>(begin + data.size())) + table + data;
}

} // namespace taisho
