#include "text/digit_width.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

struct Case {
    std::string text, mixed, half, full;
};

TEST_CASE("数字の幅は、一けたと二けたからで決まる") {
    const std::vector<Case> cases = {
        {"6校区", "６校区", "6校区", "６校区"},
        {"６０％", "60％", "60％", "６０％"},
        {"１，２００人", "1,200人", "1,200人", "１，２００人"},
        {"3.5倍", "3.5倍", "3.5倍", "３．５倍"},
        {"R９、R10", "R９、R10", "R9、R10", "R９、R１０"},
        {"令和6年10月1日", "令和６年10月１日", "令和6年10月1日", "令和６年１０月１日"},
        {"①から③まで", "①から③まで", "①から③まで", "①から③まで"},
        {"１．目標", "１．目標", "1．目標", "１．目標"}, // the stop stands behind the number
        {"", "", "", ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        CHECK(with_digits(one.text, DigitWidth::as_written) == one.text);
        CHECK(with_digits(one.text, DigitWidth::mixed) == one.mixed);
        CHECK(with_digits(one.text, DigitWidth::half) == one.half);
        CHECK(with_digits(one.text, DigitWidth::full) == one.full);
    }
}

TEST_CASE("幅を変えた文の、どの字の場所も分かる") {
    const Rewritten rewritten = rewrite_digits("６０a", DigitWidth::half);
    CHECK(rewritten.text == "60a");
    CHECK(rewritten.offsets == std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1, 2, 3});
}

} // namespace
} // namespace taisho::test
