#include "text/tokens.h"

#include "base/utf8.h"
#include "text/addresses.h"
#include "text/characters.h"
#include "text/kinsoku.h"

#include <algorithm>

// One walk with the neighbours of each boundary in view. A rule never makes a break more welcome than it was;
// only addresses do that, and they come last.

namespace taisho {
namespace {

bool is_one_of(char32_t c, std::u32string_view characters) {
    return characters.find(c) != std::u32string_view::npos;
}

bool is_separator(char32_t c) { return is_one_of(c, U".,．，"); }

// Between digits: ４／１, 10：30, ０１２０－１２３.
bool is_joint(char32_t c) { return is_separator(c) || is_one_of(c, U"/:-／：－‐‑−"); }

bool is_sign(char32_t c) { return is_one_of(c, U"▲△＋－±−"); }

bool is_percent(char32_t c) { return is_one_of(c, U"%％‰℃"); }

bool is_counter(char32_t c) { return is_han(c) || is_katakana(c) || c == U'か' || c == U'つ'; }

bool is_circled_number(char32_t c) {
    return (c >= U'①' && c <= U'⑳') || (c >= U'㉑' && c <= U'㉟') || (c >= U'㊱' && c <= U'㊿');
}

bool is_mark(char32_t c) { return is_circled_number(c) || is_one_of(c, U"●■◆※"); }

bool is_full_width_letter(char32_t c) { return is_latin_letter(c) && c > 0xff00; }

// Where a break would stand: the characters around it, 0 beyond the ends, and what the walk remembers.
struct Place {
    char32_t second, before, after, next; // second before | after next
    bool article;                         // the digits before belong to 第
};

bool is_after_mark(const Place& at) {
    const bool placeholder = at.before == at.second || at.before == at.after; // ●●課
    return is_mark(at.before) && !placeholder && !is_line_blank(at.after);
}

// －|５ but not ４－|５, where it is a joint.
bool is_after_sign(const Place& at) {
    return is_sign(at.before) && !is_digit(at.second) && is_digit(at.after);
}

Break judge_number(const Place& at) {
    if (is_digit(at.before)) {
        if (is_digit(at.after) || is_latin_letter(at.after)) return Break::token;
        if (is_joint(at.after) && is_digit(at.next)) return Break::token;
        if (at.article && is_han(at.after)) return Break::token;
        return is_counter(at.after) ? Break::poor : Break::allowed;
    }
    if (!is_digit(at.after)) return Break::allowed;
    if (is_joint(at.before) && is_digit(at.second)) return Break::group;
    if (is_separator(at.before) && is_latin_letter(at.second)) return Break::token; // No.|12
    const bool glued = is_latin_letter(at.before) || at.before == U'第' || is_after_sign(at);
    return glued ? Break::token : Break::allowed;
}

// Most of a text; of these only 第 has a rule.
bool is_kana_or_han(char32_t c) { return c >= 0x3041 && c <= 0x9fff; }

Break judge(const Place& at) {
    if (is_kana_or_han(at.before) && !is_digit(at.after)) return Break::allowed;
    if (is_digit(at.before) || is_digit(at.after)) {
        const Break number = judge_number(at);
        if (number != Break::allowed) return number;
    }
    if (is_full_width_letter(at.before) && is_latin_letter(at.after)) return Break::word;
    if (is_latin_letter(at.before) && is_full_width_letter(at.after)) return Break::word;
    if (is_percent(at.before) && is_digit(at.second) && is_han(at.after)) return Break::poor; // ５％|増
    return is_after_mark(at) ? Break::token : Break::allowed;
}

void lower(Break& place, Break most) { place = std::min(place, most); }

// 令和６年度, 平成３０年, 令和元年: how many characters from `at` are one; 0 when no era begins there.
std::size_t era_year_length(std::span<const Placed> characters, std::size_t at) {
    constexpr std::u32string_view eras[] = {U"明治", U"大正", U"昭和", U"平成", U"令和"};
    if (!is_one_of(characters[at].character, U"明大昭平令")) return 0;
    const auto character = [&](std::size_t i) { return i < characters.size() ? characters[i].character : 0; };
    const auto begins = [&](std::u32string_view era) {
        return era[0] == character(at) && era[1] == character(at + 1);
    };
    if (std::ranges::none_of(eras, begins)) return 0;
    std::size_t end = at + 2;
    while (end < at + 4 && is_digit(character(end))) ++end;
    if (end == at + 2 && character(end) == U'元') ++end;
    if (end == at + 2) return 0;
    if (character(end) != U'年') return end - at;
    return end + (character(end + 1) == U'度' ? 2 : 1) - at;
}

void keep_era_years(std::span<const Placed> characters, std::vector<Break>& breaks) {
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const std::size_t length = era_year_length(characters, i);
        for (std::size_t k = 1; k < length; ++k) {
            const bool between_parts = k == 2 || characters[i + k].character == U'年'; // 令和|１２|年度
            lower(breaks[characters[i + k].offset], between_parts ? Break::group : Break::token);
        }
    }
}

// A list mark stays with the text behind it (JLREQ 3.5): no break within or right after it.
void keep_list_marks(std::string_view text, std::vector<Break>& breaks) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const std::size_t mark = list_mark_length(line);
        for (std::size_t i = 1; i <= mark; ++i) lower(breaks[begin + i], Break::token);
        begin = end + 1;
    }
}

} // namespace

void keep_tokens(std::string_view text, std::span<const Placed> characters, std::vector<Break>& breaks) {
    Place at{};
    for (std::size_t i = 0; i < characters.size(); ++i) {
        at.after = characters[i].character;
        at.next = i + 1 < characters.size() ? characters[i + 1].character : 0;
        Break& here = breaks[characters[i].offset];
        if (here != Break::mandatory) lower(here, judge(at));
        at.article = at.before == U'第' ? is_digit(at.after) : at.article && is_digit(at.after);
        at.second = at.before, at.before = at.after;
    }
    keep_era_years(characters, breaks);
    keep_list_marks(text, breaks);
    loosen_addresses(characters, breaks);
}

} // namespace taisho
