#pragma once
// The units of comparison: words in the sense of a reader, found from ICU's word boundaries and rules of ours
// that only join what ICU has cut.

#include <cstdint>
#include <string_view>
#include <vector>

namespace taisho {

// Cuts a text into words; returns the byte offset behind each, the last one being text.size(). One word is
//   a number with its unit (10校区, ５％増), with 第 or its era (第３期, 令和６年度), or a range of such
//   (３～５人); a term of up to 16 characters in 「」, 『』, 【】 or “” ; Latin letters with what stands
//   between them without a blank (CO₂, t-CO2, an address of the web); a stem with its kana (取組み), a noun
//   with its suffix (利用者), a name with a rare character (𠮷野).
// A combining mark or a variation selector stays with its base.
std::vector<std::uint32_t> split_words(std::string_view text);

// Bytes [begin, end) of a name.
struct NameRange {
    std::size_t begin = 0, end = 0;
};

// The names of offices in a text, ascending: runs of Han, katakana and Latin letters that end in 課, 室,
// センター and the like （地域福祉課）, with their kana where they stand in a list
// （子育て支援室、こども課）.
std::vector<NameRange> find_office_names(std::string_view text);

} // namespace taisho
