#include "text/digit_width.h"

#include "base/utf8.h"

#include <optional>

namespace taisho {
namespace {

constexpr char32_t wide = 0xff10 - U'0'; // from 0 to ０; , and ． are as far from theirs

std::optional<char32_t> half_digit(char32_t c) {
    if (c >= U'0' && c <= U'9') return c;
    if (c >= U'０' && c <= U'９') return c - wide;
    return std::nullopt;
}

std::optional<char32_t> half_separator(char32_t c) {
    if (c == U'.' || c == U',') return c;
    if (c == U'．' || c == U'，') return c - wide;
    return std::nullopt;
}

struct Number {
    std::size_t end = 0; // in bytes
    std::size_t characters = 0;
};

// From a digit on; a separator belongs to it when a digit follows.
Number number_at(std::string_view text, std::size_t at) {
    Number number{at, 0};
    while (number.end < text.size()) {
        const Decoded here = decode(text, number.end);
        const std::size_t next = number.end + here.length;
        if (half_digit(here.character)) {
            number = {next, number.characters + 1};
            continue;
        }
        const bool inside =
            half_separator(here.character) && next < text.size() && half_digit(decode(text, next).character);
        if (!inside) break;
        number = {next, number.characters + 1};
    }
    return number;
}

bool is_full(DigitWidth width, const Number& number) {
    return width == DigitWidth::full || (width == DigitWidth::mixed && number.characters == 1);
}

} // namespace

Rewritten rewrite_digits(std::string_view text, DigitWidth width) {
    Rewritten result;
    result.text.reserve(text.size());
    result.offsets.resize(text.size() + 1);
    Number number;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded here = decode(text, at);
        for (std::size_t i = 0; i < here.length; ++i)
            result.offsets[at + i] = static_cast<std::uint32_t>(result.text.size());
        if (at >= number.end && half_digit(here.character)) number = number_at(text, at);
        const bool rewritten = width != DigitWidth::as_written && at < number.end;
        if (rewritten) {
            const char32_t half =
                half_digit(here.character).value_or(half_separator(here.character).value_or(U'.'));
            append_utf8(result.text, is_full(width, number) ? half + wide : half);
        } else {
            result.text.append(text, at, here.length);
        }
        at += here.length;
    }
    result.offsets.back() = static_cast<std::uint32_t>(result.text.size());
    return result;
}

std::string with_digits(std::string_view text, DigitWidth width) { return rewrite_digits(text, width).text; }

} // namespace taisho
