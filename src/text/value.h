#pragma once
// What a printed value says: its number, its unit and what is done with it. The printed text stays what it
// is; this is for checks and for data.

#include <cstdint>
#include <string>
#include <string_view>

namespace taisho {

// A decimal number without rounding: 1,234.5 is {12345, 1}.
struct Decimal {
    std::int64_t digits = 0; // at most 18 of them
    int places = 0;          // behind the point, 0 to 6
    bool operator==(const Decimal&) const = default;
};

// Less, equal, greater: -1, 0, 1. 1.50 and 1.5 are equal.
int compare(Decimal a, Decimal b);

enum class ValueKind : std::uint8_t { none, number, range, text }; // none: ― or nothing
enum class Operator : std::uint8_t {
    exact,
    about,
    at_least,
    more_than,
    at_most,
    less_than,
    increase,
    decrease
};

struct Value {
    ValueKind kind = ValueKind::text;
    Decimal number, upper; // `upper` of a range: 20～30人
    Operator op = Operator::exact;
    std::string unit; // as written: 校区, ％, 千円, 人／年; of 年に１度 and 年１度 it is 度／年
    std::string basis; // what an increase is counted from, as written: 前年度比, 令和５年度比; may be empty
};

// Reads 6校区, ５％増, 前年度比５％増, R6比＋5％, 1,234千円, ▲120, △3.5, －2, 約50件, 10校区以上, 20～30人,
// 年に１度, 全10校区, 100以下, 46%削減, 10校区（全中学校区）, ―. Digits and marks of either width. A minus or
// plus behind a basis is a decrease or an increase; elsewhere a minus belongs to the number. Anything else is
// text: 現状値確認, 三千人, 1,23, 令和６年度, 18校で実施, numbers with more than 18 digits or 6 places.
Value parse_value(std::string_view text);

// True for a cell that says that there is no value: ―, － , — or -, with or without blanks around it.
bool is_no_value(std::string_view text);

} // namespace taisho
