#include "pdf/syntax.h"

#include "base/utf8.h"

#include <charconv>

namespace taisho {

void append_integer(std::string& text, std::int64_t number) {
    char digits[24];
    const auto result = std::to_chars(digits, digits + sizeof digits, number);
    text.append(digits, result.ptr);
}

void append_decimal(std::string& text, std::int64_t thousandths) {
    if (thousandths < 0) text.push_back('-');
    const std::int64_t size = thousandths < 0 ? -thousandths : thousandths;
    append_integer(text, size / 1000);
    const auto rest = static_cast<int>(size % 1000);
    if (rest == 0) return;
    const auto digit = [](int value) { return static_cast<char>('0' + value); };
    const char digits[] = {'.', digit(rest / 100), digit(rest / 10 % 10), digit(rest % 10)};
    const std::size_t count = rest % 100 == 0 ? 2 : rest % 10 == 0 ? 3 : 4;
    text.append(digits, count);
}

std::string pdf_integer(std::int64_t number) {
    std::string text;
    append_integer(text, number);
    return text;
}

std::string pdf_decimal(std::int64_t thousandths) {
    std::string text;
    append_decimal(text, thousandths);
    return text;
}

std::string pdf_reference(ObjectReference to) { return pdf_integer(to.number) + " 0 R"; }

void append_hex16(std::string& text, std::uint32_t number) {
    constexpr char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4) text.push_back(digits[(number >> shift) & 0xf]);
}

namespace {

// Calls `give` with each unit of UTF-16.
template <class Give>
void for_each_utf16(std::string_view utf8, Give give) {
    for (std::size_t i = 0; i < utf8.size();) {
        const auto [character, length] = decode(utf8, i);
        if (character < 0x10000) {
            give(character);
        } else {
            give(0xd800 + ((character - 0x10000) >> 10));
            give(0xdc00 + ((character - 0x10000) & 0x3ff));
        }
        i += length;
    }
}

} // namespace

void append_utf16_hex(std::string& text, std::string_view utf8) {
    for_each_utf16(utf8, [&](std::uint32_t unit) { append_hex16(text, unit); });
}

void append_string_byte(std::string& text, char byte) {
    if (byte == '\r') {
        text += "\\r";
        return;
    }
    if (byte == '(' || byte == ')' || byte == '\\') text.push_back('\\');
    text.push_back(byte);
}

std::string_view cut_to_string(std::string_view utf8) {
    constexpr std::size_t most = 16'000; // units of UTF-16, each in at most three bytes of UTF-8
    if (utf8.size() <= most) return utf8;
    std::size_t end = 0;
    for (std::size_t units = 0; end < utf8.size() && units < most; ++units) {
        const auto [character, length] = decode(utf8, end);
        if (character >= 0x10000) ++units;
        end += length;
    }
    return utf8.substr(0, end);
}

std::string pdf_text(std::string_view utf8) {
    std::string text = "(\xFE\xFF";
    for_each_utf16(cut_to_string(utf8), [&](std::uint32_t unit) {
        append_string_byte(text, static_cast<char>(unit >> 8));
        append_string_byte(text, static_cast<char>(unit & 0xff));
    });
    text.push_back(')');
    return text;
}

} // namespace taisho
