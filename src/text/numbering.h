#pragma once
// Numbers of headings, as offices write them: （１）, ①, 【４】, 第２章, １－２, ア, (ア), 一, II, a. The way
// a number is written is data of the plan; here it is only read, compared and counted on.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

// A number with what stands around it.
struct HeadingNumber {
    std::string prefix, suffix; // as written, blanks included: （ and ）
    int system = 0;             // how the value is written, a value of a closed list of numbering.cpp
    int value = 0;              // from 1; 0 only in digits
};

// The last number in the text is the one that counts: of １－２ it is 2. Nothing when there is none. A number
// alone may be of two systems: I, V and X are read as Latin letters, II and IV as Roman; イ, ロ and ハ in the
// order アイウ. Where the neighbours are known, parse_heading_numbers decides better.
std::optional<HeadingNumber> parse_heading_number(std::string_view number);

// The numbers of siblings in order. One of two systems is read in the one in which more of them follow each
// other: イ, ロ, ハ and I, II, III count from 1, but ア, イ, ウ and H, I, J stay what they are alone.
std::vector<std::optional<HeadingNumber>> parse_heading_numbers(std::span<const std::string_view> numbers);

// Equal for numbers of one series. The width of digits, letters and brackets and the blanks around a number
// make no other series: a plan has 「（２）」 beside 「（２） 」 and 「９」 before 「10」.
std::string series_of(const HeadingNumber& number);
bool is_same_series(const HeadingNumber& a, const HeadingNumber& b);

// The whole number with prefix and suffix, written as its system writes it: ⑳ is followed by ㉑ up to ㊿.
// Single digits in full width are followed by two digits in full width (９ → １０), 09 by 10. Nothing when
// the system has no such number.
std::optional<std::string> write_heading_number(const HeadingNumber& number);

} // namespace taisho
