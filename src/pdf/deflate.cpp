#include "pdf/deflate.h"

namespace taisho {

// The digest is of the uncompressed bytes, so that a later libdeflate gives the same one.
std::string Deflater::compress(std::string_view bytes, Compressor& compressor) {
    constexpr std::uint64_t prime = 0x100000001b3;
    for (const std::uint64_t part : {std::uint64_t{crc32(bytes)}, std::uint64_t{bytes.size()}}) {
        digest_ = (digest_ ^ part) * prime;
    }
    return compressor.zlib(bytes);
}

std::string Deflater::compress(std::string_view bytes) { return compress(bytes, for_pages_); }

std::string Deflater::compress_well(std::string_view bytes) { return compress(bytes, for_fonts_); }

} // namespace taisho
