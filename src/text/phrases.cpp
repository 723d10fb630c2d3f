#include "text/phrases.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/han_words.h"
#include "text/jlreq.h"

#include <algorithm>

// Two walks. The first finds the runs of Han and has them divided into words (han_words.h). The second judges
// every boundary between characters of different kinds, and within hiragana and katakana, from the few
// characters around it. The hard question is what hiragana before Han means: a particle or the end of a verb
// (方針を|策定, 行う|市民), where a phrase ends; or the ending of half a word (取り|組み, 切れ|目).

namespace taisho {
namespace {

enum class Kind : std::uint8_t { han, hiragana, katakana, digit, latin, opening, closing, blank, symbol };

struct Letter {
    char32_t character;
    std::uint32_t offset;
    Kind kind;
    std::uint32_t run = 1; // how many of this kind up to here
};

bool is_one_of(char32_t c, std::u32string_view characters) {
    return characters.find(c) != std::u32string_view::npos;
}

// What ends a phrase: brackets, commas, stops and what else may not begin a line.
bool closes(char32_t c) {
    return is_closing(c) || is_comma_or_stop(c) || is_one_of(c, U"・：；！？!?,.:;％%‰℃〜～");
}

Kind kind_of(char32_t c) {
    if (is_han(c)) return Kind::han;
    if (is_hiragana(c)) return Kind::hiragana;
    if (is_katakana(c)) return Kind::katakana;
    if (is_digit(c)) return Kind::digit;
    if (is_latin_letter(c)) return Kind::latin;
    if (is_opening(c) || class_of(c) == CharClass::prefix) return Kind::opening;
    if (closes(c)) return Kind::closing;
    if (c == U' ' || c == U'　' || c == U'\t') return Kind::blank;
    return Kind::symbol;
}

std::vector<Letter> letters_of(std::string_view text) {
    std::vector<Letter> letters;
    letters.reserve(text.size() / 2 + 1);
    for (std::size_t i = 0; i < text.size();) {
        const auto [character, length] = decode(text, i);
        Letter letter{character, static_cast<std::uint32_t>(i), kind_of(character)};
        if (!letters.empty() && is_combining(character)) letter.kind = letters.back().kind;
        if (!letters.empty() && letters.back().kind == letter.kind) letter.run = letters.back().run + 1;
        letters.push_back(letter);
        i += length;
    }
    return letters;
}

// ---- hiragana ----

bool is_particle(char32_t c) { return is_one_of(c, U"はがをにでとのもへやかな"); }

// The ending of a verb or adjective before a noun: 行う, 感じる, 新しい, 関わった.
bool ends_predicate(char32_t c) { return is_one_of(c, U"うくすつぬぶむぐるただいん"); }

// The letter `back` before letters[at], 0 before the beginning.
char32_t before(std::span<const Letter> letters, std::size_t at, std::size_t back) {
    return back <= at ? letters[at - back].character : 0;
}

// 取り|組み has one ending behind it, 取り組み|状況 two: there the word is over.
bool is_second_ending(std::span<const Letter> letters, std::size_t at) {
    if (at < 4) return false;
    const Letter& earlier = letters[at - 3];
    return letters[at - 2].run == 1 && earlier.kind == Kind::hiragana && earlier.run == 1 &&
           !is_particle(earlier.character);
}

bool is_conjunction(char32_t first, char32_t second, char32_t third) {
    return second == U'よ' ? first == U'お' && third == U'び' : second == U'及' && third == U'び';
}

std::uint8_t behind_hiragana(std::span<const Letter> letters, std::size_t at) {
    const Letter& last = letters[at - 1];
    if (is_conjunction(before(letters, at, 3), before(letters, at, 2), last.character))
        return phrase_cost::phrase;
    if (is_one_of(letters[at].character, U"化的性等")) return phrase_cost::affix; // 見える|化
    const bool is_ending = last.run == 1 && at >= 2 && letters[at - 2].kind == Kind::han;
    if (is_particle(last.character)) return phrase_cost::phrase;
    if (is_ending && last.character == U'い') return phrase_cost::dangling; // 担い|手, 高い|山
    if (ends_predicate(last.character)) return phrase_cost::phrase;
    const bool long_stem = is_ending && letters[at - 2].run > 1; // 縦割り|行政
    if (last.run > 1 || long_stem || is_second_ending(letters, at))
        return phrase_cost::compound; // つながり|支援
    return is_ending && letters[at].kind == Kind::han ? phrase_cost::word_end : phrase_cost::compound;
}

// Between two hiragana a phrase ends behind を, and behind a particle that follows a word in other letters,
// unless what follows makes it another word (には, 上がる, できる).
std::uint8_t within_hiragana(std::span<const Letter> letters, std::size_t at) {
    const char32_t last = letters[at - 1].character, next = letters[at].character;
    if (last == U'を') return phrase_cost::phrase;
    if (letters[at - 1].run > 1 || at < 2 || !is_one_of(last, U"はがにとのもへ")) return phrase_cost::word;
    if (is_one_of(next, U"はがをにのもへっらりるれろい")) return phrase_cost::word;
    return phrase_cost::particle;
}

// ---- katakana ----

// May stand second in a word that is joined: not ティ, but ネッ.
bool is_second_kana(char32_t c) { return class_of(c) != CharClass::small_kana || c == U'ッ'; }

// Words behind which a longer one is often joined end in ー or ン: オンライン|学習, インター|ネット.
std::uint8_t within_katakana(std::span<const Letter> letters, std::size_t at) {
    constexpr std::uint32_t least = 3;
    const auto is_letter = [&](std::size_t i) {
        return i < letters.size() && letters[i].kind == Kind::katakana;
    };
    const bool joint = is_one_of(letters[at - 1].character, U"ーン") && letters[at - 1].run >= least;
    const bool rest = is_letter(at + 1) && is_letter(at + 2);
    const auto starts = [&](std::size_t i) {
        const CharClass found = class_of(letters[i].character);
        return found == CharClass::katakana && letters[i].character != U'ン';
    };
    const bool begins = rest && starts(at) && is_second_kana(letters[at + 1].character);
    return joint && begins ? phrase_cost::long_word : phrase_cost::word;
}

// ---- all boundaries ----

bool is_counted(const Letter& letter) {
    return letter.kind == Kind::han || letter.kind == Kind::katakana || letter.kind == Kind::latin ||
           letter.character == U'か' || letter.character == U'つ';
}

std::uint8_t behind_number(const Letter& next) {
    return is_counted(next) ? phrase_cost::counter : phrase_cost::dangling;
}

std::uint8_t behind_closing(std::span<const Letter> letters, std::size_t at) {
    const char32_t last = letters[at - 1].character;
    const bool percent = is_one_of(last, U"％%‰℃");
    if (percent) return behind_number(letters[at]);
    const Letter& next = letters[at];
    const bool belongs = next.kind == Kind::hiragana || is_one_of(next.character, U"化的性等");
    if (is_closing(last) && belongs) return phrase_cost::dangling; // 「計画」|の, 「創発」|的
    const bool in_number = is_one_of(last, U",.:，．：") && letters[at].kind == Kind::digit;
    return in_number ? phrase_cost::token : phrase_cost::phrase;
}

std::uint8_t before_digit(std::span<const Letter> letters, std::size_t at) {
    const char32_t last = letters[at - 1].character;
    const char32_t earlier = before(letters, at, 2);
    const bool era = (earlier == U'令' && last == U'和') || (earlier == U'平' && last == U'成') ||
                     (earlier == U'昭' && last == U'和');
    if (era || last == U'第') return phrase_cost::token;
    const bool prefix = letters[at - 1].run == 1 && is_han_prefix(last); // 全|10校区
    return prefix ? phrase_cost::affix : phrase_cost::phrase;
}

// An ending or a particle, but for および, which begins a phrase.
std::uint8_t before_ending(std::span<const Letter> letters, std::size_t at) {
    if (at + 2 >= letters.size()) return phrase_cost::word_end;
    const bool conjunction =
        is_conjunction(letters[at].character, letters[at + 1].character, letters[at + 2].character);
    return conjunction ? phrase_cost::phrase : phrase_cost::word_end;
}

std::uint8_t behind_han(std::span<const Letter> letters, std::size_t at) {
    switch (letters[at].kind) {
    case Kind::hiragana: return before_ending(letters, at);
    case Kind::digit: return before_digit(letters, at);
    case Kind::katakana:
    case Kind::latin: {
        const bool prefix = letters[at - 1].run == 1 && is_han_prefix(letters[at - 1].character);
        return prefix ? phrase_cost::affix : phrase_cost::compound;
    }
    case Kind::han:
    case Kind::opening:
    case Kind::closing:
    case Kind::blank:
    case Kind::symbol: break;
    }
    return phrase_cost::compound;
}

// Behind a word of katakana or Latin letters.
std::uint8_t behind_foreign(const Letter& last, const Letter& next) {
    if (next.kind == last.kind) return phrase_cost::token;
    if (next.kind == Kind::hiragana) return phrase_cost::word_end;
    if (next.kind == Kind::digit) return last.kind == Kind::latin ? phrase_cost::token : phrase_cost::phrase;
    return phrase_cost::compound;
}

std::uint8_t before_opening(std::span<const Letter> letters, std::size_t at) {
    const Letter& last = letters[at - 1];
    const bool prefix = last.kind == Kind::han && last.run == 1 && is_han_prefix(last.character);
    if (last.kind == Kind::opening) return phrase_cost::token;
    return prefix ? phrase_cost::affix : phrase_cost::phrase;
}

std::uint8_t cost_at(std::span<const Letter> letters, std::size_t at) {
    const Letter& last = letters[at - 1];
    const Letter& next = letters[at];
    if (last.character == U'\n' || next.kind == Kind::blank || last.kind == Kind::blank)
        return phrase_cost::phrase;
    if (last.kind == Kind::opening || next.kind == Kind::closing) return phrase_cost::token;
    if (next.kind == Kind::opening) return before_opening(letters, at);
    if (next.kind == Kind::symbol) return last.kind == Kind::symbol ? phrase_cost::word : phrase_cost::phrase;
    switch (last.kind) {
    case Kind::han: return behind_han(letters, at);
    case Kind::hiragana:
        return next.kind == Kind::hiragana ? within_hiragana(letters, at) : behind_hiragana(letters, at);
    case Kind::katakana:
        return next.kind == Kind::katakana ? within_katakana(letters, at) : behind_foreign(last, next);
    case Kind::latin: return behind_foreign(last, next);
    case Kind::digit: return next.kind == Kind::digit ? phrase_cost::token : behind_number(next);
    case Kind::closing: return behind_closing(letters, at);
    case Kind::symbol: return phrase_cost::affix; // ①|福祉
    case Kind::opening:
    case Kind::blank: break;
    }
    return phrase_cost::phrase;
}

// The costs inside the run of Han that begins at letters[begin], and before it where a suffix belongs to what
// stands there. Returns the end of the run.
std::size_t divide_han(std::span<const Letter> letters, std::size_t begin, std::vector<std::uint8_t>& costs) {
    std::vector<char32_t> run;
    std::size_t end = begin;
    while (end < letters.size() && letters[end].kind == Kind::han) run.push_back(letters[end++].character);
    const Kind left = begin > 0 ? letters[begin - 1].kind : Kind::blank;
    const bool foreign = left == Kind::katakana || left == Kind::latin;
    const std::vector<std::uint8_t> inside = han_costs(run, foreign || left == Kind::digit);
    for (std::size_t i = 0; i < inside.size(); ++i) costs[letters[begin + 1 + i].offset] = inside[i];
    const bool suffix = run.size() == 1 || inside[0] != phrase_cost::word;
    if (foreign && suffix && is_han_suffix(run[0])) costs[letters[begin].offset] = phrase_cost::affix;
    return end;
}

} // namespace

std::vector<std::uint8_t> phrase_costs(std::string_view text) {
    std::vector<std::uint8_t> costs(text.size() + 1, phrase_cost::phrase);
    const std::vector<Letter> letters = letters_of(text);
    for (std::size_t i = 1; i < letters.size(); ++i) costs[letters[i].offset] = cost_at(letters, i);
    for (std::size_t i = 0; i < letters.size();) {
        i = letters[i].kind == Kind::han ? divide_han(letters, i, costs) : i + 1;
    }
    return costs;
}

} // namespace taisho
