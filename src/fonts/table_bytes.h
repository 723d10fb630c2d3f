#pragma once
#include <cstdint>
#include <string_view>

namespace taisho {

// The big-endian numbers of a font's table. What lies outside the bytes is 0.
struct TableBytes {
    std::string_view bytes;

    std::uint32_t unsigned8(std::size_t at) const {
        return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : 0U;
    }
    std::uint32_t unsigned16(std::size_t at) const { return unsigned8(at) << 8 | unsigned8(at + 1); }
    std::uint32_t unsigned32(std::size_t at) const { return unsigned16(at) << 16 | unsigned16(at + 2); }
    std::int32_t signed16(std::size_t at) const { return static_cast<std::int16_t>(unsigned16(at)); }
};

} // namespace taisho
