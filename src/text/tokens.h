#pragma once
// What belongs together though Unicode's rules would cut it: numbers, years of an era, labels such as R９ and
// 第１２条, list marks and their text, words in full-width letters; and where an address may be cut though
// they would not.

#include "text/line_breaks.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace taisho {

struct Placed {
    char32_t character;
    std::uint32_t offset; // bytes
};

// Lowers what `breaks` allows where it would cut a token, and lets long addresses break before . ? & and the
// like. REQUIRES: `characters` are those of `text`; `breaks` has an entry for each byte and one for the end.
void keep_tokens(std::string_view text, std::span<const Placed> characters, std::vector<Break>& breaks);

} // namespace taisho
