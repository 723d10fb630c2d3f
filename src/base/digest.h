#pragma once
#include <string>
#include <string_view>

namespace taisho {

// 16 hexadecimal digits that tell texts apart which were changed by mistake; no protection against forgery
// (FNV-1a, 64 bit).
std::string digest_of(std::string_view bytes);

} // namespace taisho
