#pragma once
// The day of a meeting, as a paper prints it and as machines read it (ISO 8601).

#include <optional>
#include <string>
#include <string_view>

namespace taisho {

// A day of the Gregorian calendar.
struct Date {
    int year = 0, month = 0, day = 0;

    bool operator==(const Date&) const = default;
};

// 2024-08-01, from 1868 to 2999. Nothing for any other form and for a day that no calendar has.
std::optional<Date> parse_iso_date(std::string_view text);

struct PrintedDate {
    Date date;           // perhaps of no calendar: 令和６年２月30日
    std::string weekday; // 木, where it stands behind the day in brackets; else empty
};

// The day with which a printed text begins: 令和６年８月１日（木）午後２時, 令和元年８月１日, 2024年８月１日,
// R6.8.1, of either width and with blanks inside. Nothing when it begins otherwise.
std::optional<PrintedDate> parse_printed_date(std::string_view text);

// 木. REQUIRES: the date is a day of the calendar.
std::string_view weekday_of(const Date& date);

} // namespace taisho
