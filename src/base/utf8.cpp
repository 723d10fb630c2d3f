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

FromUtf16 from_utf16(std::string_view bytes, ByteOrder order) {
    const auto unit_at = [&](std::size_t i) -> char32_t {
        const auto first = static_cast<std::uint8_t>(bytes[i]),
                   second = static_cast<std::uint8_t>(bytes[i + 1]);
        return order == ByteOrder::little ? char32_t{first} | (char32_t{second} << 8)
                                          : char32_t{second} | (char32_t{first} << 8);
    };
    const auto is_high = [](char32_t unit) { return unit >= 0xd800 && unit <= 0xdbff; };
    const auto is_low = [](char32_t unit) { return unit >= 0xdc00 && unit <= 0xdfff; };
    FromUtf16 result{{}, false};
    result.text.reserve(bytes.size());
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        char32_t character = unit_at(i);
        if (is_low(character)) return result;
        if (is_high(character)) {
            const char32_t low = i + 3 < bytes.size() ? unit_at(i + 2) : 0;
            if (!is_low(low)) return result;
            character = 0x10000 + ((character - 0xd800) << 10) + (low - 0xdc00);
            i += 2;
        }
        append_utf8(result.text, character);
    }
    result.whole = i == bytes.size();
    return result;
}

bool looks_like_shift_jis(std::string_view bytes) {
    const auto within = [](std::uint8_t byte, int from, int to) { return byte >= from && byte <= to; };
    bool has_two_bytes = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto lead = static_cast<std::uint8_t>(bytes[i]);
        if (lead < 0x80 || within(lead, 0xa1, 0xdf)) continue; // ASCII, half-width katakana
        const bool is_lead = within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc);
        if (!is_lead || i + 1 == bytes.size()) return false;
        const auto second = static_cast<std::uint8_t>(bytes[++i]);
        if (!within(second, 0x40, 0x7e) && !within(second, 0x80, 0xfc)) return false;
        has_two_bytes = has_two_bytes || lead < 0xa0;
    }
    // What begins as UTF-8 has been put together from two files.
    const std::string_view before = bytes.substr(0, find_invalid(bytes).value_or(0));
    return has_two_bytes && count_characters(before) == before.size();
}

bool is_text_character(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n';
    if (c >= 0x7f && c <= 0x9f) return false;
    const bool turns_text = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    if (turns_text || (c >= 0xfdd0 && c <= 0xfdef)) return false;
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

std::string one_line(std::string_view text) {
    std::string line(text);
    for (char& byte : line)
        if (byte == '\n' || byte == '\t') byte = ' ';
    return line;
}

} // namespace taisho
