#include "text/characters.h"

#include "base/utf8.h"

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

bool is_bullet(char32_t c) {
    return std::u32string_view(U"・●■◆◎○□◇▲△▼▽★☆※").find(c) != std::u32string_view::npos ||
           (c >= U'①' && c <= U'⑳') || (c >= U'㉑' && c <= U'㉟') || (c >= U'㊱' && c <= U'㊿');
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
    while (at < line.size()) {
        const auto [c, length] = decode(line, at);
        if (c != U' ' && c != U'　' && c != U'\t') break;
        at += length;
    }
    return at;
}

// （１） and １． : one to three digits or one kana between the marks.
std::size_t numbered_mark(std::string_view line) {
    std::size_t at = 0;
    const auto first = decode(line, 0);
    const bool bracketed = first.character == U'（' || first.character == U'(';
    if (bracketed) at += first.length;
    std::size_t digits = 0;
    while (at < line.size() && digits < 4) {
        const auto [c, length] = decode(line, at);
        const bool counts = is_digit(c) || (bracketed && digits == 0 && (is_hiragana(c) || is_katakana(c)));
        if (!counts) break;
        at += length, ++digits;
    }
    if (digits == 0 || digits > 3 || at >= line.size()) return 0;
    const auto [c, length] = decode(line, at);
    const bool closes = bracketed ? c == U'）' || c == U')' : c == U'．' || c == U'.';
    if (!closes) return 0;
    at += length;
    if (!bracketed && at < line.size() && is_digit(decode(line, at).character))
        return 0; // １．５ is a number
    return at;
}

} // namespace

std::size_t list_mark_length(std::string_view line) {
    if (line.empty()) return 0;
    const auto [c, length] = decode(line, 0);
    const std::size_t mark = is_bullet(c) ? length : numbered_mark(line);
    if (mark == 0 || mark >= line.size()) return 0;
    const bool minus = (c == U'▲' || c == U'△') && is_digit(decode(line, mark).character); // ▲46％
    return minus ? 0 : skip_blanks(line, mark);
}

} // namespace taisho
