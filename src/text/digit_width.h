#pragma once
// How wide the digits of numbers are. Offices write ６ and 10, 6 and 10, or ６ and １０.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

// mixed: a digit alone in full width, two and more in half width.
enum class DigitWidth : std::uint8_t { as_written, mixed, half, full };

// The text with its numbers in that width. The stops and commas inside a number (１，２００ and 3.5) are part
// of it; all else stays. Circled digits and digits in other shapes are no digits.
std::string with_digits(std::string_view text, DigitWidth width);

// The same, with for each byte offset of `text`, and its end, the offset in the result.
struct Rewritten {
    std::string text;
    std::vector<std::uint32_t> offsets; // one more than `text` had bytes
};
Rewritten rewrite_digits(std::string_view text, DigitWidth width);

} // namespace taisho
