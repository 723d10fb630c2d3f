#include "base/digest.h"

#include <cstdint>

namespace taisho {

std::string digest_of(std::string_view bytes) {
    std::uint64_t digest = 0xcbf29ce484222325;
    for (const char byte : bytes) digest = (digest ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; digest >>= 4) text[i] = "0123456789abcdef"[digest & 0xf];
    return text;
}

} // namespace taisho
