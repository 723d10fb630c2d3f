#include "pdf/deflate.h"

namespace taisho {

// The digest is of the uncompressed bytes, so that a later libdeflate gives the same one.
std::string Deflater::compress(std::string_view bytes) {
    constexpr std::uint64_t prime = 0x100000001b3;
    for (const std::uint64_t part : {std::uint64_t{crc32(bytes)}, std::uint64_t{bytes.size()}}) {
        digest_ = (digest_ ^ part) * prime;
    }
    return compressor_.zlib(bytes);
}

} // namespace taisho
