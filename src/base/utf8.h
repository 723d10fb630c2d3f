#pragma once
// UTF-8, the only form of text inside the program. Offsets are bytes unless a name says characters.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace taisho {

struct Decoded {
    char32_t character;
    std::uint32_t length; // bytes, 1 to 4
};

// The character that begins at `offset`. REQUIRES: valid UTF-8 and offset < text.size() on a boundary.
// Here and not in the source file because every stage walks over every character with it.
inline Decoded decode(std::string_view text, std::size_t offset) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[offset + i]); };
    const auto tail = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3fU); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xe0) return {(static_cast<char32_t>(lead & 0x1fU) << 6) | tail(1), 2};
    if (lead < 0xf0) return {(static_cast<char32_t>(lead & 0x0fU) << 12) | (tail(1) << 6) | tail(2), 3};
    return {(static_cast<char32_t>(lead & 0x07U) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3), 4};
}

void append_utf8(std::string& text, char32_t character);

// The first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7), if there is one.
std::optional<std::size_t> find_invalid(std::string_view bytes);

// UTF-16 as UTF-8. Where a surrogate has no partner or half a character is left over at the end, the text
// goes up to there and is not whole.
enum class ByteOrder : std::uint8_t { little, big };
struct FromUtf16 {
    std::string text;
    bool whole;
};
FromUtf16 from_utf16(std::string_view bytes, ByteOrder order);

// Whether a text that is not UTF-8 is all Shift_JIS as Windows writes it, with characters of two bytes that
// EUC-JP does not have.
bool looks_like_shift_jis(std::string_view bytes);

// True for characters that XML 1.0 (2.2) and this program take as text: no controls but tab and line feed, no
// noncharacters, and none of the characters that turn the direction of text and make it read as something
// else.
bool is_text_character(char32_t character);

std::size_t count_characters(std::string_view text);

// Columns as a fixed-pitch terminal shows the text: 2 for East Asian wide and full-width characters.
std::size_t terminal_width(std::string_view text);

// The text with a blank for each line break and tab.
std::string one_line(std::string_view text);

} // namespace taisho
