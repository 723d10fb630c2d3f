#pragma once
// Classes of characters that the rules of line breaking and comparison speak of (JLREQ Appendix A).

#include <string_view>

namespace taisho {

bool is_digit(char32_t c);         // 0-9 and ０-９
bool is_latin_letter(char32_t c);  // A-Z a-z in half and full width
bool is_opening(char32_t c);       // cl-01 and ( [ {
bool is_closing(char32_t c);       // cl-02 and ) ] }
bool is_comma_or_stop(char32_t c); // cl-06 and cl-07: 。．、，
bool is_han(char32_t c);
bool is_hiragana(char32_t c);
bool is_katakana(char32_t c);  // with ー and half-width katakana
bool is_combining(char32_t c); // stays with the character before it: voicing marks, variation selectors

// Bytes of the list mark at the beginning of a line, with the blanks before and behind it: ・ ● ■ ◆ ○ ※ ① ⑴
// （１） （ア） 【１】 １） a) １． ア．, and １, ア and － before a wide blank; 0 when there is none.
// ①から③まで has none.
std::size_t list_mark_length(std::string_view line);

// U+2002 and U+2003 stand for words that only the other side of a comparison has. They are seen, as they are
// underlined, and are not lost at the end of a line.
constexpr bool is_padding(char32_t c) { return c == 0x2002 || c == 0x2003; }

} // namespace taisho
