#include "base/utf8.h"
#include "support.h"
#include "text/numbering.h"

#include <doctest/doctest.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {
namespace {

using test::Dice;

// "prefix[value]suffix"; 「なし」 when there is no number.
std::string show(const std::optional<HeadingNumber>& number) {
    if (!number) return "なし";
    return number->prefix + "[" + std::to_string(number->value) + "]" + number->suffix;
}

struct NumberCase {
    std::string_view printed, read, next; // next: the number that follows, as written
};

TEST_CASE("番号は前後の括弧や言葉を残して読み、同じ書き方で次を書く") {
    const std::vector<NumberCase> cases = {
        {"1", "[1]", "2"},
        {"９", "[9]", "１０"},
        {"9", "[9]", "10"},
        {"09", "[9]", "10"},
        {"０１", "[1]", "０２"},
        {"（２） ", "（[2]） ", "（３） "},
        {"(２)", "([2])", "(３)"},
        {"【２】", "【[2]】", "【３】"},
        {"第２章　", "第[2]章　", "第３章　"},
        {"第１０条の２", "第１０条の[2]", "第１０条の３"},
        {"１－２", "１－[2]", "１－３"},
        {"1.2.9.", "1.2.[9].", "1.2.10."},
        {"１．", "[1]．", "２．"},
        {"R６", "R[6]", "R７"},
        {"① ", "[1] ", "② "},
        {"⑳", "[20]", "㉑"},
        {"㉟", "[35]", "㊱"},
        {"⑴", "[1]", "⑵"},
        {"⒜", "[1]", "⒝"},
        {"❿", "[10]", "⓫"},
        {"㈠", "[1]", "㈡"},
        {"Ⅳ", "[4]", "Ⅴ"},
        {"ⅲ", "[3]", "ⅳ"},
        {"II", "[2]", "III"},
        {"ｉｖ", "[4]", "ｖ"},
        {"XXXVIII", "[38]", "XXXIX"},
        {"I", "[9]", "J"},
        {"a", "[1]", "b"},
        {"（Ｂ）", "（[2]）", "（Ｃ）"},
        {"ア", "[1]", "イ"},
        {"(ｱ)", "([1])", "(ｲ)"},
        {"イ", "[2]", "ウ"},
        {"一", "[1]", "二"},
        {"九、", "[9]、", "十、"},
        {"十", "[10]", "十一"},
        {"第九十九節", "第[99]節", "第百節"},
        {"百二十", "[120]", "百二十一"},
        {"基本目標三", "基本目標[3]", "基本目標四"},
        {"A地区", "[1]地区", "B地区"},
    };
    for (const NumberCase& one : cases) {
        CAPTURE(one.printed);
        std::optional<HeadingNumber> number = parse_heading_number(one.printed);
        CHECK(show(number) == one.read);
        if (!number) continue;
        CHECK(write_heading_number(*number) == std::string(one.printed));
        ++number->value;
        CHECK(write_heading_number(*number) == std::string(one.next));
    }
}

TEST_CASE("番号のない見出し") {
    for (const std::string_view text : {"", " ", "●", "コラム", "PDF", "CD", "IIII", "総則", "一般", "一〇",
                                        "千", "第一〇章", "1234567", "の"}) {
        CAPTURE(text);
        CHECK(show(parse_heading_number(text)) == "なし");
    }
    CHECK(show(parse_heading_number(std::string(200, '1'))) == "なし");
}

TEST_CASE("終わりのある書き方には次がない") {
    for (const std::string_view last :
         {"㊿", "⒇", "⒵", "Ⅻ", "ⅻ", "z", "Ｚ", "ン", "ﾝ", "㈩", "XXXIX", "九百九十九"}) {
        CAPTURE(last);
        std::optional<HeadingNumber> number = parse_heading_number(last);
        REQUIRE(number);
        ++number->value;
        CHECK(write_heading_number(*number) == std::nullopt);
    }
    HeadingNumber first = parse_heading_number("①").value();
    first.value = 0;
    CHECK(write_heading_number(first) == std::nullopt);
}

// ---- series ----

bool are_one_series(std::string_view a, std::string_view b) {
    return is_same_series(parse_heading_number(a).value(), parse_heading_number(b).value());
}

TEST_CASE("空白と、括弧や数字の幅が違っても一つの並び") {
    CHECK(are_one_series("（２）", "（３） "));
    CHECK(are_one_series("（２）", "(3)"));
    CHECK(are_one_series("９", "10"));
    CHECK(are_one_series("R9", "Ｒ１０"));
    CHECK(are_one_series("09", "10"));
    CHECK(are_one_series("ア", "ｲ"));
    CHECK(are_one_series("a", "ｂ"));
    CHECK(are_one_series("Ⅳ", "II"));
    CHECK(are_one_series("ⅳ", "ii"));
    CHECK(are_one_series("第１章　", "第 ２ 章"));
}

TEST_CASE("書き方や前後の言葉が違えば別の並び") {
    CHECK_FALSE(are_one_series("①", "1"));
    CHECK_FALSE(are_one_series("（１）", "１"));
    CHECK_FALSE(are_one_series("第１章", "第１節"));
    CHECK_FALSE(are_one_series("１－１", "２－１"));
    CHECK_FALSE(are_one_series("a", "A"));
    CHECK_FALSE(are_one_series("Ⅱ", "ⅱ"));
    CHECK_FALSE(are_one_series("一", "1"));
    CHECK_FALSE(are_one_series("B", "II"));
}

std::vector<std::string> values_of(const std::vector<std::string_view>& numbers) {
    std::vector<std::string> values;
    for (const auto& number : parse_heading_numbers(numbers)) values.push_back(show(number));
    return values;
}

TEST_CASE("イロハかアイウかは並びで分かる") {
    using Values = std::vector<std::string>;
    CHECK(values_of({"イ", "ロ", "ハ"}) == Values{"[1]", "[2]", "[3]"});
    CHECK(values_of({"ア", "イ", "ウ"}) == Values{"[1]", "[2]", "[3]"});
    CHECK(values_of({"（イ）", "①", "（ロ）"}) == Values{"（[1]）", "[1]", "（[2]）"});
    CHECK(values_of({"ｲ", "ﾛ"}) == Values{"[1]", "[2]"});
    CHECK(values_of({"イ"}) == Values{"[2]"});
}

TEST_CASE("ローマ数字か英字かは並びで分かる") {
    using Values = std::vector<std::string>;
    CHECK(values_of({"I", "II", "III"}) == Values{"[1]", "[2]", "[3]"});
    CHECK(values_of({"IV", "V", "VI"}) == Values{"[4]", "[5]", "[6]"});
    CHECK(values_of({"G", "H", "I", "J"}) == Values{"[7]", "[8]", "[9]", "[10]"});
    CHECK(values_of({"Ｉ．", "ＩＩ．"}) == Values{"[1]．", "[2]．"});
    CHECK(values_of({"I", "", "コラム"}) == Values{"[9]", "なし", "なし"});
}

// ---- what must always hold ----

struct Range {
    std::string_view first;
    int last;
};

TEST_CASE("書いた番号は、読むと同じ番号") {
    const std::vector<Range> systems = {{"1", 1200}, {"１", 1200}, {"01", 99},  {"【１】 ", 120}, {"①", 50},
                                        {"⑴", 20},   {"⒈", 20},    {"❶", 20},   {"⓵", 10},        {"⒜", 26},
                                        {"ⓐ", 26},   {"Ⓐ", 26},    {"Ⅰ", 12},   {"ⅰ", 12},        {"㈠", 10},
                                        {"㊀", 10},  {"㋐", 44},   {"A", 26},   {"Ａ", 26},       {"a", 26},
                                        {"ａ", 26},  {"ア", 46},   {"(ｱ)", 46}, {"第一章", 999}};
    for (const Range& system : systems) {
        CAPTURE(system.first);
        HeadingNumber number = parse_heading_number(system.first).value();
        CHECK(number.value == 1);
        for (int value = 1; value < system.last; ++value) {
            ++number.value;
            const std::string written = write_heading_number(number).value();
            CAPTURE(written);
            const std::optional<HeadingNumber> read = parse_heading_number(written);
            REQUIRE(read);
            CHECK(read->value == value + 1);
            CHECK(is_same_series(*read, number));
        }
    }
}

// Of these a number alone can be of another system, so they are read beside the one before.
TEST_CASE("イロハとローマ数字も、続けて書けば続けて読める") {
    for (const Range& system :
         std::vector<Range>{{"イ", 47}, {"ｲ", 24}, {"I", 39}, {"Ｉ", 39}, {"i", 39}, {"ｉ", 39}}) {
        CAPTURE(system.first);
        const std::string second = system.last == 39 ? std::string(system.first) + std::string(system.first)
                                   : system.first == "イ" ? "ロ"
                                                          : "ﾛ";
        HeadingNumber number =
            *parse_heading_numbers(std::vector<std::string_view>{system.first, second}).front();
        for (int value = 1; value < system.last; ++value) {
            number.value = value;
            const std::string before = write_heading_number(number).value();
            ++number.value;
            const std::string after = write_heading_number(number).value();
            CAPTURE(before + " " + after);
            const auto read = parse_heading_numbers(std::vector<std::string_view>{before, after});
            REQUIRE(read.back());
            CHECK(read.back()->value == value + 1);
        }
    }
}

TEST_CASE("どんな文でも読み終え、読んだものはそのまま書ける") {
    static const std::vector<std::string_view> parts = {
        "1", "０", "９９", "①",  "㊿", "（", "）", "第", "章", "の", "ア", "ｲ", "ー", "I",
        "V", "ｘ", "a",    "一", "十", "百", "〇", " ",  "　", "．", "𠮷", "Ⅻ", "㋐", "."};
    Dice dice(5);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::size_t n = dice.below(9); n > 0; --n) text += dice.pick(parts);
        CAPTURE(text);
        const std::optional<HeadingNumber> number = parse_heading_number(text);
        if (!number || text.find_first_of("１1") != std::string::npos) continue; // 1０ is of two widths
        const std::optional<std::string> written = write_heading_number(*number);
        REQUIRE(written);
        CHECK(is_same_series(parse_heading_number(*written).value(), *number));
        CHECK(parse_heading_number(*written)->value == number->value);
    }
}

} // namespace
} // namespace taisho
