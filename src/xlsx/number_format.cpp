#include "xlsx/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

// A code is read from left to right, token by token. What a letter means depends on what stands beside it: m
// is a month, or minutes behind h and before s; a point belongs to decimals, or is text in a date; a comma
// between digits groups, behind the last it divides by a thousand.

namespace taisho {
namespace {

// Excel allows 255 characters.
constexpr std::size_t longest_code = 1'000;
constexpr std::size_t most_sections = 4; // above 0, below 0, 0, texts

struct Reading {
    std::string_view rest;
    FormatSection section;
    bool is_number = false;    // has digits
    bool behind_point = false; // of decimals
    bool of_seconds = false;   // the last letters were s, so that .0 belongs to them
    bool is_foreign = false;   // its words are neither Japanese nor English
};

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return small;
}

bool is_one_of(char c, std::string_view characters) { return characters.find(c) != std::string_view::npos; }

bool take(Reading& reading, std::string_view word) { // in small letters
    if (in_small_letters(reading.rest.substr(0, word.size())) != word) return false;
    reading.rest.remove_prefix(word.size());
    return true;
}

// One character of UTF-8.
std::string_view take_character(Reading& reading) {
    std::size_t size = std::min<std::size_t>(1, reading.rest.size());
    while (size < reading.rest.size() && (static_cast<unsigned char>(reading.rest[size]) & 0xc0) == 0x80)
        ++size;
    const std::string_view character = reading.rest.substr(0, size);
    reading.rest.remove_prefix(size);
    return character;
}

int take_run(Reading& reading, char letter) { // in small letters
    std::size_t size = 0;
    while (size < reading.rest.size() && (reading.rest[size] | 0x20) == letter) ++size;
    reading.rest.remove_prefix(size);
    return static_cast<int>(size);
}

void add_literal(Reading& reading, std::string_view text) {
    std::vector<FormatToken>& tokens = reading.section.tokens;
    if (!tokens.empty() && tokens.back().part == FormatPart::literal) {
        tokens.back().text += text;
    } else {
        tokens.push_back({FormatPart::literal, 0, std::string(text)});
    }
}

void add_of_date(Reading& reading, FormatPart part, int count) {
    reading.section.tokens.push_back({part, count, ""});
    reading.section.is_date = true;
    reading.of_seconds = part == FormatPart::second || part == FormatPart::seconds_in_all;
}

// ---- in brackets ----

// [黒], [Red], [色12], [Color12]: 18.8.31.
bool is_colour(std::string_view name) {
    constexpr std::array<std::string_view, 16> names = {"black", "blue",   "cyan", "green", "magenta", "red",
                                                        "white", "yellow", "黒",   "青",    "水",      "緑",
                                                        "紫",    "赤",     "白",   "黄"};
    if (std::ranges::find(names, name) != names.end()) return true;
    for (const std::string_view word : {"color", "色"}) {
        if (!name.starts_with(word)) continue;
        return name.substr(word.size()).find_first_not_of(" 0123456789") == std::string_view::npos;
    }
    return false;
}

std::optional<FormatCondition> parse_condition(std::string_view text) {
    constexpr std::pair<std::string_view, Comparison> signs[] = {
        {"<=", Comparison::at_most}, {"<>", Comparison::unequal}, {">=", Comparison::at_least},
        {"<", Comparison::less},     {">", Comparison::more},     {"=", Comparison::equal}};
    for (const auto& [sign, comparison] : signs) {
        if (!text.starts_with(sign)) continue;
        const std::string_view number = text.substr(sign.size());
        double bound = 0;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), bound);
        const bool whole = error == std::errc{} && end == number.data() + number.size();
        return whole ? std::optional(FormatCondition{comparison, bound}) : std::nullopt;
    }
    return std::nullopt;
}

// [$¥-411]: a currency, and the language whose words are meant, as a number of Windows (MS-LCID). A longer
// number asks for other numerals or calendars, too.
bool read_currency(Reading& reading, std::string_view inside) {
    const std::size_t dash = inside.rfind('-');
    if (dash != 0) add_literal(reading, inside.substr(0, dash));
    if (dash == std::string_view::npos) return true;
    constexpr std::array<std::string_view, 4> english = {"409", "0409", "809", "en-us"};
    const std::string language = in_small_letters(inside.substr(dash + 1));
    const bool is_japanese = language == "411" || language == "0411" || language == "ja-jp";
    const bool is_english = std::ranges::find(english, language) != english.end();
    reading.section.names_morning |= is_japanese;
    reading.is_foreign |= !language.empty() && !is_japanese && !is_english;
    return is_japanese || is_english || language.size() <= 4;
}

bool read_time_in_all(Reading& reading, std::string_view inside) {
    constexpr std::pair<char, FormatPart> letters[] = {{'h', FormatPart::hours_in_all},
                                                       {'m', FormatPart::minutes_in_all},
                                                       {'s', FormatPart::seconds_in_all}};
    for (const auto& [letter, part] : letters) {
        const bool all = !inside.empty() && inside.find_first_not_of(letter) == std::string_view::npos;
        if (!all) continue;
        add_of_date(reading, part, static_cast<int>(inside.size()));
        return true;
    }
    return false;
}

bool read_brackets(Reading& reading) {
    const std::size_t close = reading.rest.find(']');
    if (close == std::string_view::npos) return false;
    const std::string_view written = reading.rest.substr(1, close - 1);
    const std::string inside = in_small_letters(written);
    reading.rest.remove_prefix(close + 1);
    if (is_colour(inside)) return true;
    if (inside == "$-ja-jp-x-gannen") return reading.section.counts_from_gannen = true;
    if (inside.starts_with('$')) return read_currency(reading, written.substr(1));
    if (read_time_in_all(reading, inside)) return true;
    if (reading.section.condition) return false;
    reading.section.condition = parse_condition(inside);
    return reading.section.condition.has_value();
}

// ---- digits ----

void read_digit(Reading& reading) {
    const char c = reading.rest.front();
    reading.rest.remove_prefix(1);
    reading.section.tokens.push_back({c == '0' ? FormatPart::zero : FormatPart::digit, 0, ""});
    ++(reading.behind_point ? reading.section.decimal_places : reading.section.integer_places);
    reading.is_number = true;
}

void read_commas(Reading& reading) {
    const std::size_t size = std::min(reading.rest.find_first_not_of(','), reading.rest.size());
    reading.rest.remove_prefix(size);
    const bool digits_follow = !reading.rest.empty() && is_one_of(reading.rest.front(), "0#?");
    if (!reading.is_number) {
        add_literal(reading, ",");
    } else if (digits_follow) {
        reading.section.grouped = true;
    } else {
        reading.section.thousands += static_cast<int>(size);
    }
}

void read_point(Reading& reading) {
    reading.rest.remove_prefix(1);
    if (reading.of_seconds && reading.rest.starts_with('0')) {
        const int count = take_run(reading, '0' | 0x20);
        add_of_date(reading, FormatPart::split_second, count);
    } else if (reading.section.is_date) {
        add_literal(reading, ".");
    } else {
        reading.section.tokens.push_back({FormatPart::point, 0, ""});
        reading.behind_point = true;
    }
}

// E+00, E-00
bool read_exponent(Reading& reading) {
    if (!reading.is_number || reading.rest.size() < 3) return false;
    if ((reading.rest[0] | 0x20) != 'e' || (reading.rest[1] != '+' && reading.rest[1] != '-')) return false;
    const std::string sign(reading.rest.substr(1, 1));
    reading.rest.remove_prefix(2);
    const std::size_t size = std::min(reading.rest.find_first_not_of("0#?"), reading.rest.size());
    reading.rest.remove_prefix(size);
    reading.section.tokens.push_back({FormatPart::exponent, static_cast<int>(size), sign});
    return size > 0;
}

// ---- dates ----

bool read_half_day(Reading& reading) {
    for (const std::string_view word : {"am/pm", "a/p", "午前/午後"}) {
        if (!take(reading, word)) continue;
        add_of_date(reading, FormatPart::half_day, 0);
        reading.section.tokens.back().text = word;
        return true;
    }
    return false;
}

// ddd and dddd are weekdays in English, aaa and aaaa in Japanese; r and rr are short for ee and gggee.
bool read_date_letters(Reading& reading) {
    constexpr std::pair<char, FormatPart> letters[] = {
        {'y', FormatPart::year},     {'m', FormatPart::month},  {'d', FormatPart::day},
        {'h', FormatPart::hour},     {'s', FormatPart::second}, {'g', FormatPart::era},
        {'e', FormatPart::era_year}, {'a', FormatPart::weekday}};
    for (const auto& [letter, part] : letters) {
        if (letter == 'a' && !in_small_letters(reading.rest.substr(0, 3)).starts_with("aaa")) continue;
        const int count = take_run(reading, letter);
        if (count == 0) continue;
        add_of_date(reading, part, count);
        return true;
    }
    const int count = take_run(reading, 'r');
    if (count > 1) add_of_date(reading, FormatPart::era, 3);
    if (count > 0) add_of_date(reading, FormatPart::era_year, 2);
    return count > 0;
}

bool is_of_time(FormatPart part) { return part == FormatPart::hour || part == FormatPart::hours_in_all; }
bool is_of_seconds(FormatPart part) {
    return part == FormatPart::second || part == FormatPart::seconds_in_all;
}

void tell_minutes_from_months(std::vector<FormatToken>& tokens) {
    std::vector<FormatToken*> letters;
    for (FormatToken& token : tokens) {
        if (token.part != FormatPart::literal && token.part != FormatPart::half_day)
            letters.push_back(&token);
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool behind_hours = i > 0 && is_of_time(letters[i - 1]->part);
        const bool before_seconds = i + 1 < letters.size() && is_of_seconds(letters[i + 1]->part);
        const bool can_be_minutes = letters[i]->part == FormatPart::month && letters[i]->count <= 2;
        if (can_be_minutes && (behind_hours || before_seconds)) letters[i]->part = FormatPart::minute;
    }
}

bool has_words(const FormatSection& section) {
    return std::ranges::any_of(section.tokens, [](const FormatToken& token) {
        const bool is_name = token.part == FormatPart::month || token.part == FormatPart::day;
        return (is_name && token.count > 2) || token.part == FormatPart::half_day;
    });
}

// ---- one section ----

bool read_quoted(Reading& reading) {
    const std::size_t close = reading.rest.find('"', 1);
    if (close == std::string_view::npos) return false;
    add_literal(reading, reading.rest.substr(1, close - 1));
    reading.rest.remove_prefix(close + 1);
    return true;
}

// Between digits / is a fraction.
bool read_plain(Reading& reading) {
    const char c = reading.rest.front();
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '1' && c <= '9');
    if (is_letter || (c == '/' && reading.is_number)) return false;
    add_literal(reading, take_character(reading));
    return true;
}

// ! is the escape of old Japanese versions.
bool read_token(Reading& reading) {
    switch (reading.rest.front()) {
    case '"': return read_quoted(reading);
    case '[': return read_brackets(reading);
    case '0':
    case '#':
    case '?': return read_digit(reading), true;
    case ',': return read_commas(reading), true;
    case '.': return read_point(reading), true;
    case '%': ++reading.section.percents; return read_plain(reading);
    case '@':
        reading.section.tokens.push_back({FormatPart::any_text, 0, ""});
        return reading.rest.remove_prefix(1), true;
    case '\\':
    case '!': reading.rest.remove_prefix(1); return add_literal(reading, take_character(reading)), true;
    case '_':
    case '*': reading.rest.remove_prefix(1); return take_character(reading), true;
    default: break;
    }
    if (take(reading, "general")) {
        reading.section.tokens.push_back({FormatPart::general, 0, ""});
        return true;
    }
    return read_exponent(reading) || read_half_day(reading) || read_date_letters(reading) ||
           read_plain(reading);
}

// The sections between semicolons that are no text.
std::vector<std::string_view> split_sections(std::string_view code) {
    std::vector<std::string_view> sections;
    std::size_t begin = 0;
    bool is_quoted = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (is_one_of(code[i], "\\!_*")) {
            ++i; // what follows is a character and no more
        } else if (code[i] == ';') {
            sections.push_back(code.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    sections.push_back(code.substr(begin));
    return sections;
}

std::optional<FormatSection> parse_section(std::string_view code) {
    // What the system has for a long date and for a time, in Japanese.
    if (in_small_letters(code).starts_with("[$-f800]")) code = "yyyy\"年\"m\"月\"d\"日\"";
    if (in_small_letters(code).starts_with("[$-f400]")) code = "h:mm:ss";
    Reading reading;
    reading.rest = code;
    while (!reading.rest.empty()) {
        if (!read_token(reading)) return std::nullopt;
    }
    if (reading.section.is_date && (reading.is_number || reading.section.percents > 0)) return std::nullopt;
    if (reading.is_foreign && has_words(reading.section)) return std::nullopt;
    if (reading.section.is_date) tell_minutes_from_months(reading.section.tokens);
    return std::move(reading.section);
}

} // namespace

std::optional<NumberFormat> parse_number_format(std::string_view code) {
    if (code.size() > longest_code) return std::nullopt;
    NumberFormat format;
    if (code.empty() || in_small_letters(code) == "general") return format;
    const std::vector<std::string_view> sections = split_sections(code);
    if (sections.size() > most_sections) return std::nullopt;
    for (const std::string_view written : sections) {
        std::optional<FormatSection> section = parse_section(written);
        if (!section) return std::nullopt;
        format.sections.push_back(std::move(*section));
    }
    return format;
}

} // namespace taisho
