#pragma once
// The units of comparison: words in the sense of a reader, found from ICU's word boundaries and a few rules
// of ours.

#include <cstdint>
#include <string_view>
#include <vector>

namespace taisho {

// Cuts a text into words; returns the byte offset behind each, the last one being text.size(). A number stays
// with the unit behind it (10校区, ５％増, R１０), and a name of up to 16 characters in 「」, 『』 or 【】 is
// one word.
std::vector<std::uint32_t> split_words(std::string_view text);

} // namespace taisho
