#pragma once
// Compression by libdeflate: the zlib form for PDF streams (RFC 1950), the raw form for zip archives (RFC
// 1951).

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace taisho {

// Keeps its tables and its buffer from one call to the next.
class Compressor {
public:
    // `level` is 1 (fast) to 12 (small).
    explicit Compressor(int level);
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;
    ~Compressor();

    std::string zlib(std::string_view bytes);
    std::string raw(std::string_view bytes);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// The `size` bytes that raw deflated bytes hold; nothing when they hold anything else.
std::optional<std::string> inflate_raw(std::string_view deflated, std::size_t size);

std::uint32_t crc32(std::string_view bytes);

} // namespace taisho
