#include "text/dates.h"

#include "text/fold.h"

#include <array>
#include <charconv>
#include <chrono>

namespace taisho {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"日", "月", "火", "水", "木", "金", "土"};

std::chrono::year_month_day calendar_day(const Date& date) {
    return std::chrono::year(date.year) / date.month / date.day;
}

// A number of at most `most` digits at the beginning, taken away.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
    std::size_t digits = 0;
    while (digits < text.size() && digits < most && text[digits] >= '0' && text[digits] <= '9') ++digits;
    int number = 0;
    std::from_chars(text.data(), text.data() + digits, number);
    if (digits == 0) return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

bool take(std::string_view word, std::string_view& text) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

// ８月１日 behind the year, or 8.1.
bool take_month_and_day(std::string_view between, std::string_view behind, std::string_view& rest,
                        Date& date) {
    const std::optional<int> month = take_number(rest, 2);
    if (!month || !take(between, rest)) return false;
    const std::optional<int> day = take_number(rest, 2);
    if (!day || !take(behind, rest)) return false;
    date.month = *month, date.day = *day;
    return true;
}

// （木）, （木曜日）, （木・祝）
std::string bracketed_weekday(std::string_view rest) {
    if (!take("(", rest)) return {};
    for (const std::string_view weekday : weekdays) {
        std::string_view behind = rest;
        if (!take(weekday, behind)) continue;
        if (take("曜", behind)) take("日", behind);
        if (take(")", behind) || take("・", behind)) return std::string(weekday);
    }
    return {};
}

} // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    Date date;
    const std::optional<int> year = take_number(text, 4);
    if (!year || !take("-", text) || !take_month_and_day("-", "", text, date) || !text.empty())
        return std::nullopt;
    date.year = *year;
    const bool is_known = date.year >= 1868 && date.year <= 2999;
    return is_known && calendar_day(date).ok() ? std::optional(date) : std::nullopt;
}

std::optional<PrintedDate> parse_printed_date(std::string_view text) {
    constexpr std::size_t longest = 200; // of what can be a date, with blanks inside
    std::size_t end = std::min(text.size(), longest);
    while (end < text.size() && (text[end] & 0xc0) == 0x80) --end; // not inside a character
    std::string folded = fold_width(text.substr(0, end));
    std::erase(folded, ' ');
    std::string_view rest = folded;
    const bool points = rest.find("年") == std::string_view::npos;
    const std::size_t end_of_year = rest.find(points ? "." : "年");
    const std::optional<int> year = parse_fiscal_year(rest.substr(0, end_of_year));
    if (!year || end_of_year == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(end_of_year);
    take(points ? "." : "年", rest);
    PrintedDate printed;
    printed.date.year = *year;
    if (!take_month_and_day(points ? "." : "月", points ? "" : "日", rest, printed.date)) return std::nullopt;
    printed.weekday = bracketed_weekday(rest);
    return printed;
}

std::string_view weekday_of(const Date& date) {
    return weekdays[std::chrono::weekday(std::chrono::sys_days(calendar_day(date))).c_encoding()];
}

} // namespace taisho
