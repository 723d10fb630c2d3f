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
Decoded decode(std::string_view text, std::size_t offset);

void append_utf8(std::string& text, char32_t character);

// The first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7), if there is one.
std::optional<std::size_t> find_invalid(std::string_view bytes);

// True for characters that XML 1.0 (2.2) and this program take as text: no controls but tab and line feed, no
// noncharacters.
bool is_text_character(char32_t character);

std::size_t count_characters(std::string_view text);

// Columns as a fixed-pitch terminal shows the text: 2 for East Asian wide and full-width characters.
std::size_t terminal_width(std::string_view text);

} // namespace taisho
