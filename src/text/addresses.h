#pragma once
#include "text/tokens.h"

namespace taisho {

// Web and mail addresses: what is found in them may break before . ? & = # _ % ~ @ and behind / and -,
// nowhere else (Chicago Manual of Style 7.46, without its hyphens). REQUIRES: as keep_tokens.
void loosen_addresses(std::span<const Placed> characters, std::vector<Break>& breaks);

} // namespace taisho
