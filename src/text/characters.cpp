#include "text/characters.h"

#include "base/utf8.h"

#include <algorithm>

namespace taisho {

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

bool is_latin_letter(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= U'Ａ' && c <= U'Ｚ') ||
           (c >= U'ａ' && c <= U'ｚ');
}

bool is_opening(char32_t c) {
    return std::u32string_view(U"([{「『（【〔《〈［｛〘〖｟«‘“｢").find(c) != std::u32string_view::npos;
}

bool is_closing(char32_t c) {
    return std::u32string_view(U")]}」』）】〕》〉］｝〙〗｠»’”｣").find(c) != std::u32string_view::npos;
}

bool is_comma_or_stop(char32_t c) { return c == U'。' || c == U'、' || c == U'．' || c == U'，'; }

bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0x20000 && c <= 0x3ffff) || c == U'々' || c == U'〆' || c == U'ヶ';
}

bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309f; }

bool is_katakana(char32_t c) {
    return (c >= 0x30a1 && c <= 0x30ff && c != U'・') || (c >= 0xff66 && c <= 0xff9f) ||
           (c >= 0x31f0 && c <= 0x31ff);
}

bool is_combining(char32_t c) {
    return c == 0x3099 || c == 0x309a || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef) ||
           (c >= 0x0300 && c <= 0x036f) || c == 0x200d;
}

namespace {

bool is_one_of(char32_t c, std::u32string_view characters) {
    return characters.find(c) != std::u32string_view::npos;
}

bool is_circled(char32_t c) {
    return (c >= U'①' && c <= U'⑳') || (c >= U'㉑' && c <= U'㉟') || (c >= U'㊱' && c <= U'㊿') ||
           (c >= U'⑴' && c <= U'⒇') || (c >= U'⒈' && c <= U'⒛');
}

bool is_bullet(char32_t c) { return is_one_of(c, U"・●■◆◎○□◇▲△▼▽★☆※→⇒") || is_circled(c); }

bool is_roman(char32_t c) { return (c >= U'Ⅰ' && c <= U'Ⅻ') || (c >= U'ⅰ' && c <= U'ⅻ'); }

std::size_t skip_blanks(std::string_view line, std::size_t at) {
    while (at < line.size()) {
        const auto [c, length] = decode(line, at);
        if (c != U' ' && c != U'　' && c != U'\t') break;
        at += length;
    }
    return at;
}

// One to three digits, or one kana, letter or Roman number; the offset behind it, or `at`.
std::size_t skip_number(std::string_view line, std::size_t at) {
    std::size_t digits = 0, end = at;
    while (end < line.size() && digits < 4 && is_digit(decode(line, end).character))
        end += decode(line, end).length, ++digits;
    if (digits > 3 || end >= line.size()) return at;
    if (digits > 0) return end;
    const auto [c, length] = decode(line, at);
    const bool counts = is_hiragana(c) || is_katakana(c) || is_latin_letter(c) || is_roman(c);
    return counts ? at + length : at;
}

// （１）, 【１】, １）, a), １． and ア．; １, ア and － only before a wide blank.
std::size_t numbered_mark(std::string_view line) {
    constexpr std::u32string_view open = U"（(【", close = U"）)】";
    const auto first = decode(line, 0);
    const std::size_t pair = open.find(first.character);
    const bool bracketed = pair != std::u32string_view::npos;
    const std::size_t begin = bracketed ? first.length : 0;
    const std::size_t end = first.character == U'－' ? first.length : skip_number(line, begin);
    if (end == begin || end >= line.size()) return 0;
    const auto [c, length] = decode(line, end);
    if (bracketed) return c == close[pair] ? end + length : 0;
    if (c == U'　' || c == U'\t') return end;
    if ((c == U'）' || c == U')') && first.character != U'－') return end + length;
    if ((c != U'．' && c != U'.') || first.character == U'－') return 0;
    const bool number = end + length < line.size() && is_digit(decode(line, end + length).character);
    return number ? 0 : end + length; // １．５ is a number
}

// ①から③まで, ①～③, (1)及び(2): a sentence about other marks.
bool is_reference(std::string_view behind) {
    constexpr std::string_view words[] = {"から", "まで", "及び", "又は", "並びに", "～", "〜",
                                          "・",   "、",   "，",   ",",    "-",      "－"};
    if (behind.starts_with("と"))
        return behind.size() > 3 &&
               (is_circled(decode(behind, 3).character) || is_opening(decode(behind, 3).character));
    return std::ranges::any_of(words, [&](std::string_view word) { return behind.starts_with(word); });
}

} // namespace

std::size_t list_mark_length(std::string_view line) {
    const std::size_t begin = skip_blanks(line, 0);
    if (begin >= line.size()) return 0;
    const auto [c, length] = decode(line, begin);
    const bool bullet = is_bullet(c);
    const std::size_t mark = bullet ? length : numbered_mark(line.substr(begin));
    if (mark == 0 || begin + mark >= line.size()) return 0;
    const std::string_view behind = line.substr(begin + mark);
    const bool minus = (c == U'▲' || c == U'△') && is_digit(decode(behind, 0).character); // ▲46％
    const bool counts = !bullet || is_circled(c);
    if (minus || (counts && is_reference(behind))) return 0;
    return skip_blanks(line, begin + mark);
}

} // namespace taisho
