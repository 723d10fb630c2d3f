#pragma once
#include <span>
#include <string>
#include <string_view>

namespace taisho {

// The known word that was probably meant, or an empty string: at most a third of its bytes differ, or two.
std::string nearest(std::string_view word, std::span<const std::string_view> known);

} // namespace taisho
