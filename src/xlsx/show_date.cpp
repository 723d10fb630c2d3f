#include "xlsx/number_format.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

// A date is a number of days. Counted from 1900, day 1 is 1 January 1900, and 60 is 29 February 1900, which
// never was: Lotus 1-2-3 had it, and Excel kept it so that files could be exchanged. Counted from 1904, day 0
// is 1 January 1904.

namespace taisho {
namespace {

namespace chrono = std::chrono;

constexpr double last_day = 2'958'465; // 31 December 9999, counted from 1900
constexpr long days_between = 1'462;   // of the two systems
constexpr long leap_day_of_1900 = 60;

struct Day {
    int year = 0, month = 0, day = 0;
    int weekday = 0; // from Sunday
};

// REQUIRES: counted from 1900, not less than 0.
Day day_of(long serial) {
    const int weekday = static_cast<int>((serial + 6) % 7); // of the leap day that never was, too
    if (serial == 0) return {1900, 1, 0, weekday};
    if (serial == leap_day_of_1900) return {1900, 2, 29, weekday};
    const chrono::sys_days first = chrono::year(1899) / 12 / (serial < leap_day_of_1900 ? 31 : 30);
    const chrono::year_month_day day = first + chrono::days(serial);
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day())), weekday};
}

struct Era {
    int year, month, day; // its first
    std::array<std::string_view, 3> names;
};

// 元号を改める政令 of 2019 and 1989, and the dates of the two before them.
constexpr Era eras[] = {{2019, 5, 1, {"R", "令", "令和"}},
                        {1989, 1, 8, {"H", "平", "平成"}},
                        {1926, 12, 25, {"S", "昭", "昭和"}},
                        {1912, 7, 30, {"T", "大", "大正"}},
                        {1868, 1, 25, {"M", "明", "明治"}}};

const Era& era_of(const Day& day) {
    for (const Era& era : eras) {
        const std::array today = {day.year, day.month, day.day}, first = {era.year, era.month, era.day};
        if (today >= first) return era;
    }
    return eras[std::size(eras) - 1];
}

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> japanese_weekdays = {"日", "月", "火", "水", "木", "金", "土"};

std::string padded(long long number, int digits) {
    std::string text = std::to_string(number);
    const auto size = static_cast<std::size_t>(digits);
    return text.size() < size ? std::string(size - text.size(), '0') + text : text;
}

// 3: Aug, 4 and more: August, 5 of a month: A
std::string name_of(std::string_view word, int count) {
    if (count == 3) return std::string(word.substr(0, 3));
    return std::string(count == 5 ? word.substr(0, 1) : word);
}

struct Moment {
    Day day;
    long long units;      // since the time 0, in 10^-places seconds
    long long per_second; // units
    bool halves_day;
};

long long seconds_of(const Moment& moment) { return moment.units / moment.per_second; }

std::string show_half_day(const Moment& moment, const FormatToken& token, const FormatSection& section) {
    const bool is_afternoon = seconds_of(moment) / 3600 % 24 >= 12;
    if (section.names_morning || token.text.starts_with("午")) return is_afternoon ? "午後" : "午前";
    if (token.text == "a/p") return is_afternoon ? "P" : "A";
    return is_afternoon ? "PM" : "AM";
}

std::string show_era_year(const Day& day, const FormatToken& token, const FormatSection& section) {
    const int year = day.year - era_of(day).year + 1;
    if (year == 1 && section.counts_from_gannen) return "元";
    return padded(year, token.count);
}

long long shown_hour(const Moment& moment) {
    const long long hour = seconds_of(moment) / 3600 % 24;
    if (!moment.halves_day) return hour;
    return hour % 12 == 0 ? 12 : hour % 12;
}

std::string show_token(const Moment& moment, const FormatToken& token, const FormatSection& section) {
    const Day& day = moment.day;
    const int count = token.count;
    const long long seconds = seconds_of(moment);
    switch (token.part) {
    case FormatPart::literal: return token.text;
    case FormatPart::year: return count <= 2 ? padded(day.year % 100, 2) : padded(day.year, 4);
    case FormatPart::era:
        return std::string(era_of(day).names[static_cast<std::size_t>(std::min(count, 3) - 1)]);
    case FormatPart::era_year: return show_era_year(day, token, section);
    case FormatPart::month:
        return count <= 2 ? padded(day.month, count)
                          : name_of(months[static_cast<std::size_t>(day.month - 1)], count);
    case FormatPart::day:
        return count <= 2 ? padded(day.day, count)
                          : name_of(weekdays[static_cast<std::size_t>(day.weekday)], std::min(count, 4));
    case FormatPart::weekday:
        return std::string(japanese_weekdays[static_cast<std::size_t>(day.weekday)]) +
               (count > 3 ? "曜日" : "");
    case FormatPart::hour: return padded(shown_hour(moment), std::min(count, 2));
    case FormatPart::minute: return padded(seconds / 60 % 60, count);
    case FormatPart::second: return padded(seconds % 60, std::min(count, 2));
    case FormatPart::split_second: return "." + padded(moment.units % moment.per_second, std::min(count, 3));
    case FormatPart::half_day: return show_half_day(moment, token, section);
    case FormatPart::hours_in_all: return padded(seconds / 3600, count);
    case FormatPart::minutes_in_all: return padded(seconds / 60, count);
    case FormatPart::seconds_in_all: return padded(seconds, count);
    case FormatPart::zero:
    case FormatPart::digit:
    case FormatPart::point:
    case FormatPart::exponent:
    case FormatPart::general:
    case FormatPart::any_text: return {}; // of numbers
    }
    return {};
}

// ---- ISO 8601 ----

bool take_digits(std::string_view& text, std::size_t count, int& number) {
    if (text.size() < count) return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + count, number);
    if (error != std::errc{} || end != text.data() + count || number < 0) return false;
    text.remove_prefix(count);
    return true;
}

bool take_sign(std::string_view& text, char sign) {
    if (!text.starts_with(sign)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<double> take_iso_day(std::string_view& text) {
    int year = 0, month = 0, day = 0;
    const bool is_date = take_digits(text, 4, year) && take_sign(text, '-') && take_digits(text, 2, month) &&
                         take_sign(text, '-') && take_digits(text, 2, day);
    const chrono::year_month_day date = chrono::year(year) / month / day;
    if (!is_date || !date.ok()) return std::nullopt;
    const chrono::sys_days march = chrono::year(1900) / 3 / 1, zero = chrono::year(1899) / 12 / 30;
    const chrono::sys_days given = date;
    return static_cast<double>((given - zero).count() - (given < march ? 1 : 0));
}

std::optional<double> take_iso_time(std::string_view& text) {
    int hour = 0, minute = 0;
    double second = 0;
    const bool is_time = take_digits(text, 2, hour) && take_sign(text, ':') && take_digits(text, 2, minute);
    if (!is_time || hour > 24 || minute > 59) return std::nullopt;
    if (take_sign(text, ':')) {
        const auto [end, error] =
            std::from_chars(text.data(), text.data() + text.size(), second, std::chars_format::fixed);
        if (error != std::errc{} || !(second >= 0 && second < 61)) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    take_sign(text, 'Z');
    return (hour * 3600 + minute * 60 + second) / 86400;
}

} // namespace

std::optional<std::string> show_date(double serial, const FormatSection& section, DateSystem system) {
    const long first = system == DateSystem::from_1904 ? days_between : 0;
    if (!(serial >= 0 && serial < last_day + 1 - static_cast<double>(first))) return std::nullopt;
    int places = 0;
    bool halves_day = false;
    for (const FormatToken& token : section.tokens) {
        if (token.part == FormatPart::split_second) places = std::min(token.count, 3);
        halves_day |= token.part == FormatPart::half_day;
    }
    const long long per_second = places == 0 ? 1 : places == 1 ? 10 : places == 2 ? 100 : 1000;
    const long long per_day = 86400 * per_second;
    const long long units = std::llround(serial * static_cast<double>(per_day));
    const Moment moment{day_of(first + static_cast<long>(units / per_day)), units, per_second, halves_day};
    std::string text;
    for (const FormatToken& token : section.tokens) text += show_token(moment, token, section);
    return text;
}

std::optional<double> serial_of_iso(std::string_view text, DateSystem system) {
    double serial = 0;
    const bool has_day = text.size() >= 10 && text[4] == '-';
    if (has_day) {
        const std::optional<double> day = take_iso_day(text);
        if (!day) return std::nullopt;
        serial = *day - (system == DateSystem::from_1904 ? days_between : 0);
        if (text.empty()) return serial;
        if (!take_sign(text, 'T')) return std::nullopt;
    }
    const std::optional<double> time = take_iso_time(text);
    if (!time || !text.empty()) return std::nullopt;
    return serial + *time;
}

} // namespace taisho
