#include "text/numbering.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/fold.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string_view>

// Most systems are alphabets: a list of characters, the first of which is 1. The others (digits, kanji and
// Roman numbers made of letters) are written by rules. A number is looked for from the end of the text;
// digits and circled characters always count, letters and kanji only where they cannot be part of a word.

namespace taisho {
namespace {

constexpr std::size_t longest_number = 100; // bytes; what is longer is a sentence

// A character that is in several is read by the first.
constexpr std::u32string_view alphabets[] = {
    U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
    U"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    U"⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    U"❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴",
    U"⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾",
    U"⒜⒝⒞⒟⒠⒡⒢⒣⒤⒥⒦⒧⒨⒩⒪⒫⒬⒭⒮⒯⒰⒱⒲⒳⒴⒵",
    U"ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ",
    U"ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏ",
    U"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ",
    U"ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ",
    U"㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    U"㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    U"㋐㋑㋒㋓㋔㋕㋖㋗㋘㋙㋚㋛㋜㋝㋞㋟㋠㋡㋢㋣㋤㋥㋦㋧㋨㋩㋪㋫㋬㋭㋮㋯㋰㋱㋲㋳㋴㋵㋶㋷㋸㋹㋺㋻",
    U"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    U"ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
    U"abcdefghijklmnopqrstuvwxyz",
    U"ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ",
    U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    U"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ",
    U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    U"ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳ", // no further: half width has no ヰ
};

// HeadingNumber::system: the index of an alphabet, or one of these.
enum System : int {
    roman_characters = 8, // Ⅰ, and ⅰ behind it
    latin = 13,           // A, Ａ, a, ａ
    gojuon = 17,          // ア, ｱ
    iroha = 19,           // イロハ, ｲﾛﾊ
    roman = 100,          // I, Ｉ, i, ｉ: in the order of the Latin alphabets
    kanji = 200,
    half_digits = 300, // and the least number of them: 302 writes 09
    full_digits = 400,
};

struct Character {
    char32_t c = 0;
    std::size_t begin = 0, end = 0; // bytes
};

using Characters = std::vector<Character>;

Characters characters_of(std::string_view text) {
    Characters characters;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        characters.push_back({c, i, i + length});
        i += length;
    }
    return characters;
}

char32_t folded(char32_t c) { return c >= U'！' && c <= U'～' ? c - U'！' + U'!' : c; }

// Characters [begin, end) and what they say.
struct Found {
    std::size_t begin = 0, end = 0;
    int system = 0, value = 0;
};

// The first character of the run of such characters that ends at `last`.
template <class Is>
std::size_t run_begin(const Characters& text, std::size_t last, Is is) {
    std::size_t begin = last;
    while (begin > 0 && is(text[begin - 1].c)) --begin;
    return begin;
}

// ---- digits ----

std::optional<Found> digits_at(const Characters& text, std::size_t last) {
    constexpr std::size_t most_digits = 6;
    const std::size_t begin = run_begin(text, last, is_digit);
    const std::size_t count = last + 1 - begin;
    if (count > most_digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = begin; i <= last; ++i)
        value = value * 10 + static_cast<int>(folded(text[i].c) - U'0');
    const bool padded = count > 1 && folded(text[begin].c) == U'0';
    const int base = text[begin].c < 0x80 ? half_digits : full_digits;
    return Found{begin, last + 1, base + (padded ? static_cast<int>(count) : 1), value};
}

std::string write_digits(int value, bool full, std::size_t least) {
    std::string digits = std::to_string(value);
    if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
    if (!full) return digits;
    std::string wide;
    for (const char c : digits) append_utf8(wide, static_cast<char32_t>(c - '0') + U'０');
    return wide;
}

// ---- kanji: 一 to 九百九十九, as they are spoken ----

constexpr std::u32string_view kanji_digits = U"〇一二三四五六七八九",
                              kanji_numerals = U"〇一二三四五六七八九十百千万";

bool is_kanji_numeral(char32_t c) { return kanji_numerals.find(c) != std::u32string_view::npos; }

std::optional<std::string> write_kanji(int value) {
    if (value < 1 || value > 999) return std::nullopt;
    std::string text;
    const auto append_place = [&](int count, char32_t place) {
        if (count > 1 || (count == 1 && place == 0))
            append_utf8(text, kanji_digits[static_cast<std::size_t>(count)]);
        if (count > 0 && place != 0) append_utf8(text, place);
    };
    append_place(value / 100, U'百'), append_place(value / 10 % 10, U'十'), append_place(value % 10, 0);
    return text;
}

int kanji_value(std::u32string_view numerals) {
    int value = 0, digit = 0;
    for (const char32_t c : numerals) {
        const int place = c == U'百' ? 100 : c == U'十' ? 10 : 0;
        value += place * std::max(digit, 1);
        digit = place == 0 ? static_cast<int>(std::min(kanji_digits.find(c), std::size_t{9})) : 0;
    }
    return value + digit;
}

// 三 of 第三章 and 基本目標三, but not 一 of 一般. Nothing for numbers that are not written as spoken (一〇).
std::optional<Found> kanji_at(const Characters& text, std::size_t last) {
    constexpr std::u32string_view counted = U"第章節項号条編款目部";
    if (last + 1 < text.size() && is_han(text[last + 1].c) &&
        counted.find(text[last + 1].c) == std::u32string_view::npos)
        return std::nullopt;
    const std::size_t begin = run_begin(text, last, is_kanji_numeral);
    std::u32string numerals;
    std::string written;
    for (std::size_t i = begin; i <= last; ++i)
        numerals.push_back(text[i].c), append_utf8(written, text[i].c);
    if (numerals.size() > 5) return std::nullopt; // 九百九十九
    const int value = kanji_value(numerals);
    if (write_kanji(value) != written) return std::nullopt;
    return Found{begin, last + 1, kanji, value};
}

// ---- Latin letters and Roman numbers of them ----

// Only I, V and X: with L, C, D and M too many abbreviations (CD, MD) would be numbers.
constexpr int last_roman = 39;

std::optional<std::string> write_roman(int value, int letters) {
    if (value < 1 || value > last_roman) return std::nullopt;
    constexpr std::string_view ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    const std::string plain = std::string(static_cast<std::size_t>(value / 10), 'X').append(ones[value % 10]);
    std::string text;
    for (const char c : plain) {
        const std::size_t letter = static_cast<std::size_t>(c - 'A');
        append_utf8(text, alphabets[latin + letters][letter]);
    }
    return text;
}

std::optional<int> roman_value(std::string_view written, int letters) {
    for (int value = 1; value <= last_roman; ++value) {
        if (write_roman(value, letters) == written) return value;
    }
    return std::nullopt;
}

std::optional<Found> alphabet_at(const Characters& text, std::size_t at) {
    const auto* alphabet = std::ranges::find_if(alphabets, [&](std::u32string_view one) {
        return one.find(text[at].c) != std::u32string_view::npos;
    });
    if (alphabet == std::end(alphabets)) return std::nullopt;
    return Found{at, at + 1, static_cast<int>(alphabet - std::begin(alphabets)),
                 static_cast<int>(alphabet->find(text[at].c)) + 1};
}

// A letter alone, or several that are a Roman number in one width and case.
std::optional<Found> letters_at(const Characters& text, std::size_t last) {
    const std::size_t begin = run_begin(text, last, is_latin_letter);
    const std::optional<Found> letter = alphabet_at(text, last);
    if (begin == last) return letter;
    std::string written;
    for (std::size_t i = begin; i <= last; ++i) append_utf8(written, text[i].c);
    const std::optional<int> value = roman_value(written, letter->system - latin);
    if (!value) return std::nullopt;
    return Found{begin, last + 1, roman + letter->system - latin, *value};
}

// ---- the whole ----

// The number that ends at the character `last`, if one does. REQUIRES: no longer number ends there.
std::optional<Found> number_at(const Characters& text, std::size_t last) {
    const char32_t c = text[last].c;
    if (is_digit(c)) return digits_at(text, last);
    if (is_kanji_numeral(c)) return kanji_at(text, last);
    if (is_latin_letter(c)) return letters_at(text, last);
    if (is_katakana(c) && run_begin(text, last, is_katakana) != last) return std::nullopt;
    return alphabet_at(text, last);
}

using Is = bool (*)(char32_t);

// Where the word or number that ends at `last` begins: of what is no number nothing is tried again.
std::size_t word_begin(const Characters& text, std::size_t last) {
    for (const Is is : {Is{is_digit}, Is{is_kanji_numeral}, Is{is_latin_letter}, Is{is_katakana}}) {
        if (is(text[last].c)) return run_begin(text, last, is);
    }
    return last;
}

// What else the number could be read as; itself when it is of the second reading already.
std::optional<HeadingNumber> other_reading(const HeadingNumber& number) {
    if (number.system >= roman && number.system < kanji) return number;
    if (number.system == iroha || number.system == iroha + 1) return number;
    HeadingNumber other = number;
    if (number.system == gojuon || number.system == gojuon + 1) {
        other.system = number.system - gojuon + iroha;
        const std::u32string_view order = alphabets[other.system];
        const std::size_t index =
            order.find(alphabets[number.system][static_cast<std::size_t>(number.value - 1)]);
        if (index == std::u32string_view::npos) return std::nullopt;
        other.value = static_cast<int>(index) + 1;
        return other;
    }
    if (number.system < latin || number.system >= gojuon) return std::nullopt;
    constexpr std::pair<char, int> letters[] = {{'I', 1}, {'V', 5}, {'X', 10}};
    const auto* letter = std::ranges::find(letters, 'A' + number.value - 1, &std::pair<char, int>::first);
    if (letter == std::end(letters)) return std::nullopt;
    other.system = number.system - latin + roman;
    other.value = letter->second;
    return other;
}

bool follows(const HeadingNumber& before, const HeadingNumber& after) {
    return after.value == before.value + 1 && is_same_series(before, after);
}

struct Readings {
    std::vector<std::size_t> at; // indices of the numbers
    std::vector<HeadingNumber> alone, other;
};

std::size_t count_steps(const std::vector<HeadingNumber>& numbers) {
    std::size_t steps = 0;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        if (follows(numbers[i - 1], numbers[i])) ++steps;
    }
    return steps;
}

// Letters of either width are one system, and so are digits, and Roman numbers however they are written.
int family_of(int system) {
    if (system >= half_digits) return half_digits;
    if (system >= roman && system < kanji) return roman_characters + (system - roman) / 2;
    const bool has_widths = system >= latin && system <= iroha + 1;
    return has_widths ? system - (system - latin) % 2 : system;
}

void append_folded(std::string& series, std::string_view part) {
    for (const char c : fold_width(part)) {
        const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!is_blank) series.push_back(c);
    }
    series.push_back('\n');
}

std::optional<std::string> write_value(int system, int value) {
    if (system >= half_digits) {
        if (value < 0) return std::nullopt;
        const bool full = system >= full_digits;
        return write_digits(value, full,
                            static_cast<std::size_t>(system - (full ? full_digits : half_digits)));
    }
    if (system >= kanji) return write_kanji(value);
    if (system >= roman) return write_roman(value, system - roman);
    const std::u32string_view alphabet = alphabets[system];
    if (value < 1 || static_cast<std::size_t>(value) > alphabet.size()) return std::nullopt;
    std::string text;
    append_utf8(text, alphabet[static_cast<std::size_t>(value - 1)]);
    return text;
}

} // namespace

std::optional<HeadingNumber> parse_heading_number(std::string_view number) {
    if (number.size() > longest_number) return std::nullopt;
    const Characters text = characters_of(number);
    for (std::size_t end = text.size(); end > 0; end = word_begin(text, end - 1)) {
        const std::optional<Found> found = number_at(text, end - 1);
        if (!found) continue;
        return HeadingNumber{std::string(number.substr(0, text[found->begin].begin)),
                             std::string(number.substr(text[found->end - 1].end)), found->system,
                             found->value};
    }
    return std::nullopt;
}

std::vector<std::optional<HeadingNumber>> parse_heading_numbers(std::span<const std::string_view> numbers) {
    std::vector<std::optional<HeadingNumber>> parsed;
    std::map<std::string, Readings> doubtful; // by the series of the second reading
    for (const std::string_view number : numbers) {
        parsed.push_back(parse_heading_number(number));
        const std::optional<HeadingNumber> other =
            parsed.back() ? other_reading(*parsed.back()) : std::nullopt;
        if (!other) continue;
        Readings& readings = doubtful[series_of(*other)];
        readings.at.push_back(parsed.size() - 1);
        readings.alone.push_back(*parsed.back()), readings.other.push_back(*other);
    }
    for (const auto& [series, readings] : doubtful) {
        if (count_steps(readings.other) <= count_steps(readings.alone)) continue;
        for (std::size_t i = 0; i < readings.at.size(); ++i) parsed[readings.at[i]] = readings.other[i];
    }
    return parsed;
}

std::string series_of(const HeadingNumber& number) {
    std::string series;
    append_folded(series, number.prefix), append_folded(series, number.suffix);
    return series += std::to_string(family_of(number.system));
}

bool is_same_series(const HeadingNumber& a, const HeadingNumber& b) { return series_of(a) == series_of(b); }

std::optional<std::string> write_heading_number(const HeadingNumber& number) {
    const std::optional<std::string> value = write_value(number.system, number.value);
    if (!value) return std::nullopt;
    return number.prefix + *value + number.suffix;
}

} // namespace taisho
