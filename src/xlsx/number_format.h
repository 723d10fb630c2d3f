#pragma once
// Number formats: how a cell shows its number (ECMA-376 Part 1, 18.8.30 and 18.8.31). Read once for each
// format of a workbook, followed for each cell. Texts that need nothing of this are shown as they are.

#include "data/read_sheet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

enum class FormatPart : std::uint8_t {
    literal,        // `text`
    zero,           // 0: a digit, or 0
    digit,          // # and ?: a digit, or nothing; the blank that ? leaves is for the eye
    point,          // of decimals
    exponent,       // E+00: `count` digits, the sign as `text` says
    general,        // the number as General
    any_text,       // @: in a number's place, the number as General
    year,           // y: `count` letters, as for all that follow
    era,            // g: R, 令, 令和
    era_year,       // e
    month,          // m
    day,            // d
    weekday,        // a: 木, 木曜日
    hour,           // h
    minute,         // m beside hours or seconds
    second,         // s
    split_second,   // .0 behind seconds
    half_day,       // AM/PM, A/P; `text` says how it is written
    hours_in_all,   // [h]
    minutes_in_all, // [m]
    seconds_in_all, // [s]
};

struct FormatToken {
    FormatPart part;
    int count = 0;
    std::string text;
};

enum class Comparison : std::uint8_t { less, at_most, equal, unequal, at_least, more };

struct FormatCondition {
    Comparison comparison;
    double bound;
};

// What stands between two semicolons.
struct FormatSection {
    std::vector<FormatToken> tokens;
    std::optional<FormatCondition> condition; // [>=100]
    int percents = 0, thousands = 0;          // how often % and a comma behind the digits stand there
    int integer_places = 0, decimal_places = 0;
    bool grouped = false;            // 1,234
    bool is_date = false;            // or time
    bool counts_from_gannen = false; // the first year of an era is 元
    bool names_morning = false;      // 午前 and 午後 for AM and PM
};

struct NumberFormat {
    std::vector<FormatSection> sections; // none: General
};

enum class DateSystem : std::uint8_t { from_1900, from_1904 };

// Nothing when it says something that is not followed here: fractions, numbers in kanji ([DBNum1]), words of
// other languages.
std::optional<NumberFormat> parse_number_format(std::string_view code);

// The format with that number where the workbook defines none, as Excel in Japanese has it (18.8.30). General
// for a number that has no meaning.
std::string_view built_in_format(unsigned number);

struct ShownNumber {
    std::string text;
    CellSource source; // number, date or percentage
};

// As a cell shows it that is wide enough, without what is for the eye only: colours, and the white of _ and
// *. A number that is no day (less than 0, or after 9999) is shown as General.
// REQUIRES: the number is finite.
ShownNumber show_number(double number, const NumberFormat& format, DateSystem system);

// Of a section for dates; nothing when it is no day.
std::optional<std::string> show_date(double serial, const FormatSection& section, DateSystem system);

// The serial of 2024-08-01, 10:30:00, or both with a T between (ISO 8601; 18.17.4); nothing for other forms.
std::optional<double> serial_of_iso(std::string_view text, DateSystem system);

} // namespace taisho
