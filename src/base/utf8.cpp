#include "base/utf8.h"

namespace taisho {

void append_utf8(std::string& text, char32_t character) {
    const auto put = [&](char32_t bits) { text.push_back(static_cast<char>(bits)); };
    const auto tail = [&](int shift) { put(0x80 | ((character >> shift) & 0x3f)); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xc0 | (character >> 6)), tail(0);
    } else if (character < 0x10000) {
        put(0xe0 | (character >> 12)), tail(6), tail(0);
    } else {
        put(0xf0 | (character >> 18)), tail(12), tail(6), tail(0);
    }
}

namespace {

// Length of the well-formed sequence that begins at `i`, or 0.
std::size_t sequence_length(std::string_view bytes, std::size_t i) {
    const auto at = [&](std::size_t k) { return static_cast<std::uint8_t>(bytes[k]); };
    const std::uint8_t lead = at(i);
    if (lead < 0x80) return 1;
    const std::size_t length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length == 0 || i + length > bytes.size()) return 0;
    for (std::size_t k = 1; k < length; ++k) {
        if ((at(i + k) & 0xc0) != 0x80) return 0;
    }
    const std::uint8_t second = at(i + 1);
    if (lead == 0xe0 && second < 0xa0) return 0; // overlong
    if (lead == 0xed && second > 0x9f) return 0; // surrogates
    if (lead == 0xf0 && second < 0x90) return 0; // overlong
    if (lead == 0xf4 && second > 0x8f) return 0; // beyond U+10FFFF
    return length;
}

} // namespace

std::optional<std::size_t> find_invalid(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = sequence_length(bytes, i);
        if (length == 0) return i;
        i += length;
    }
    return std::nullopt;
}

bool is_text_character(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n';
    if (c >= 0x7f && c <= 0x9f) return false;
    if (c >= 0xfdd0 && c <= 0xfdef) return false;
    return (c & 0xfffe) != 0xfffe;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<std::uint8_t>(byte) & 0xc0) != 0x80;
    return count;
}

std::size_t terminal_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        const bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
                          (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
                          (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
                          (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x20000 && c <= 0x3fffd);
        width += wide ? 2 : 1;
        i += length;
    }
    return width;
}

} // namespace taisho
