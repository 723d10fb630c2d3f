#include "base/utf8.h"
#include "support.h"
#include "text/value.h"

#include <doctest/doctest.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {
namespace {

using test::Dice;

std::string show(Decimal number) {
    return std::to_string(number.digits) + "e-" + std::to_string(number.places);
}

std::string_view word_of(Operator op) {
    switch (op) {
    case Operator::exact: return "=";
    case Operator::about: return "about";
    case Operator::at_least: return ">=";
    case Operator::more_than: return ">";
    case Operator::at_most: return "<=";
    case Operator::less_than: return "<";
    case Operator::increase: return "up";
    case Operator::decrease: return "down";
    }
    return "";
}

// "operator number..upper unit basis", or the kind.
std::string show(const Value& value) {
    if (value.kind == ValueKind::none) return "none";
    if (value.kind == ValueKind::text) return "text";
    std::string text = std::string(word_of(value.op)) + " " + show(value.number);
    if (value.kind == ValueKind::range) text += ".." + show(value.upper);
    if (!value.unit.empty()) text += " " + value.unit;
    if (!value.basis.empty()) text += " [" + value.basis + "]";
    return text;
}

struct ValueCase {
    std::string_view printed, read;
};

void check_all(const std::vector<ValueCase>& cases) {
    for (const ValueCase& one : cases) {
        CAPTURE(one.printed);
        CHECK(show(parse_value(one.printed)) == one.read);
    }
}

TEST_CASE("数と単位は、全角でも半角でも読める") {
    check_all({{"6校区", "= 6e-0 校区"},
               {"６校区", "= 6e-0 校区"},
               {"10", "= 10e-0"},
               {"０", "= 0e-0"},
               {"007", "= 7e-0"},
               {"1,234千円", "= 1234e-0 千円"},
               {"１，２３４千円", "= 1234e-0 千円"},
               {"1,234,567円", "= 1234567e-0 円"},
               {"120.5", "= 1205e-1"},
               {"３５．５％", "= 355e-1 ％"},
               {"98.0", "= 980e-1"},
               {"5 %", "= 5e-0 %"},
               {"1.5℃", "= 15e-1 ℃"},
               {"３００㎡", "= 300e-0 ㎡"},
               {"432,100トン", "= 432100e-0 トン"},
               {"12.3ｔ－CO2", "= 123e-1 ｔ－CO2"},
               {"1.5億円", "= 15e-1 億円"},
               {"20人／年", "= 20e-0 人／年"},
               {"２か所", "= 2e-0 か所"},
               {"３ヶ所", "= 3e-0 ヶ所"},
               {"１つ", "= 1e-0 つ"},
               {"５ポイント", "= 5e-0 ポイント"},
               {"812グラム", "= 812e-0 グラム"},
               {"3000m2", "= 3000e-0 m2"},
               {"999999999999999999件", "= 999999999999999999e-0 件"}});
}

TEST_CASE("減を示す印は数の符号") {
    check_all({{"▲120", "= -120e-0"},
               {"△3.5", "= -35e-1"},
               {"－2", "= -2e-0"},
               {"-2件", "= -2e-0 件"},
               {"−２", "= -2e-0"},
               {"▲ 1,234千円", "= -1234e-0 千円"},
               {"マイナス5度", "= -5e-0 度"},
               {"△５％減", "down 5e-0 ％"}});
}

TEST_CASE("以上や約は数の意味を変える") {
    check_all({{"10校区以上", ">= 10e-0 校区"},
               {"100以下", "<= 100e-0"},
               {"３日以内", "<= 3e-0 日"},
               {"20人未満", "< 20e-0 人"},
               {"50件超", "> 50e-0 件"},
               {"50件を超える", "> 50e-0 件"},
               {"50件より多い", "> 50e-0 件"},
               {"2000より多い", "> 2000e-0"},
               {"約50件", "about 50e-0 件"},
               {"50件程度", "about 50e-0 件"},
               {"おおむね３０人", "about 30e-0 人"},
               {"約50件以上", ">= 50e-0 件"}});
}

TEST_CASE("増減は、何に比べてかとともに読む") {
    check_all({{"５％増", "up 5e-0 ％"},
               {"46%削減", "down 46e-0 %"},
               {"46％の削減", "down 46e-0 ％"},
               {"10人減", "down 10e-0 人"},
               {"3件減少", "down 3e-0 件"},
               {"＋５％", "up 5e-0 ％"},
               {"５％以上増", "up 5e-0 ％"},
               {"５％以上の増加", "up 5e-0 ％"},
               {"前年度比５％増", "up 5e-0 ％ [前年度比]"},
               {"対前年度比＋５％", "up 5e-0 ％ [対前年度比]"},
               {"前年比▲５％", "down 5e-0 ％ [前年比]"},
               {"前年度比 +5%増", "up 5e-0 % [前年度比]"},
               {"令和５年度比46％減", "down 46e-0 ％ [令和５年度比]"},
               {"R6比＋２ポイント", "up 2e-0 ポイント [R6比]"},
               {"Ｒ６実績比10件増", "up 10e-0 件 [Ｒ６実績比]"},
               {"前年度比105％", "= 105e-0 ％ [前年度比]"},
               {"前年度より３件増", "up 3e-0 件 [前年度より]"},
               {"５％増（前年度比）", "up 5e-0 ％ [前年度比]"}});
}

TEST_CASE("「～」の両側が数なら範囲") {
    check_all({{"20～30人", "= 20e-0..30e-0 人"},
               {"20〜30人", "= 20e-0..30e-0 人"},
               {"20-30", "= 20e-0..30e-0"},
               {"２０－３０人", "= 20e-0..30e-0 人"},
               {"20人～30人", "= 20e-0..30e-0 人"},
               {"約20～30人", "about 20e-0..30e-0 人"},
               {"-5～5℃", "= -5e-0..5e-0 ℃"},
               {"1.5～2.25％増", "up 15e-1..225e-2 ％"},
               {"30～20人", "text"},
               {"20人～30件", "text"},
               {"20～", "text"}});
}

TEST_CASE("回数は期間ごとの単位になる") {
    check_all({{"年に１度", "= 1e-0 度／年"},
               {"(年に１度)", "= 1e-0 度／年"},
               {"（年に２度）", "= 2e-0 度／年"},
               {"年１回", "= 1e-0 回／年"},
               {"年間120回以上", ">= 120e-0 回／年"},
               {"月2回", "= 2e-0 回／月"},
               {"週３日", "= 3e-0 日／週"},
               {"毎年約50件", "about 50e-0 件／年"}});
}

TEST_CASE("全や括弧の中の説明は数でない") {
    check_all({{"全10校区", "= 10e-0 校区"},
               {"延べ120人", "= 120e-0 人"},
               {"10校区（全中学校区）", "= 10e-0 校区"},
               {"（累計）120人", "= 120e-0 人"},
               {"100%(10校区)", "= 100e-0 %"}});
}

TEST_CASE("値がないのは、線か空") {
    check_all({{"―", "none"}, {"－", "none"}, {"—", "none"}, {"-", "none"}, {"", "none"}, {" 　\n", "none"}});
}

TEST_CASE("数が主でない言葉は文") {
    check_all({{"現状値", "text"},
               {"現状値確認", "text"},
               {"過半数", "text"},
               {"三千人", "text"},
               {"令和６年度", "text"},
               {"2024年度", "text"},
               {"2024年", "text"},
               {"R6", "text"},
               {"第２期", "text"},
               {"「福祉的支援方針」の策定", "text"},
               {"オンライン学習の実施(年に１度)", "text"},
               {"18校で実施", "text"},
               {"18校実施", "text"},
               {"３つの拠点", "text"},
               {"100人に増加", "text"},
               {"6校区、10団体", "text"},
               {"10件\n20件", "text"},
               {"1,23", "text"},
               {"1234,567", "text"},
               {"1.2.3", "text"},
               {"1/2", "text"},
               {"1.1234567", "text"},
               {"1000000000000000000", "text"},
               {"99999999999999999999999999999999人", "text"},
               {"1億2,000万円", "text"},
               {"▲５％増", "text"},
               {"10人（途中", "text"},
               {"％", "text"},
               {"約", "text"},
               {"前年度比", "text"},
               {std::string_view("\0", 1), "text"}});
}

TEST_CASE("線だけの欄は値がない") {
    for (const std::string_view dash : {"―", "－", "—", "–", "-", "ー", "−", " ― ", "――", "　－"}) {
        CAPTURE(dash);
        CHECK(is_no_value(dash));
    }
    for (const std::string_view text : {"", " ", "-2", "―（なし）", "なし", "----"}) {
        CAPTURE(text);
        CHECK_FALSE(is_no_value(text));
    }
}

TEST_CASE("小数は桁をそろえて比べる") {
    CHECK(compare({15, 1}, {150, 2}) == 0);
    CHECK(compare({1, 0}, {15, 1}) == -1);
    CHECK(compare({-5, 1}, {5, 1}) == -1);
    CHECK(compare({-12, 1}, {-13, 1}) == 1);
    CHECK(compare({999'999'999'999'999'999, 0}, {999'999'999'999'999'998, 0}) == 1);
    CHECK(compare({999'999'999'999'999'999, 6}, {999'999'999'999'999'999, 0}) == -1);
}

// ---- what must always hold ----

std::string random_text(Dice& dice) {
    static const std::vector<std::string_view> parts = {
        "0",  "１", "23",   "9999",     ",",    "，",  ".",  "．",   "▲",  "△",    "－",   "-",
        "+",  "％", "校区", "人／年",   "千円", "約",  "全", "年に", "度", "以上", "未満", "より多い",
        "増", "減", "の",   "前年度比", "R6比", "～",  "〜", "（",   "）", "(",    ")",    " ",
        "　", "\n", "・",   "つ",       "か所", "CO2", "𠮷", "m",    "2",  "実施", "。"};
    std::string text;
    for (std::size_t n = dice.below(12); n > 0; --n) {
        if (dice.below(8) > 0) {
            text += dice.pick(parts);
            continue;
        }
        const char32_t c = static_cast<char32_t>(dice.below(0x11000));
        append_utf8(text, c >= 0xd800 && c < 0xe000 ? U'？' : c);
    }
    return text;
}

TEST_CASE("どんな文でも読み終え、数は桁の範囲に収まる") {
    Dice dice(7);
    std::size_t numbers = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = random_text(dice);
        const Value value = parse_value(text);
        CAPTURE(text);
        if (value.kind == ValueKind::text || value.kind == ValueKind::none) {
            CHECK(show(value.number) == "0e-0");
            continue;
        }
        ++numbers;
        CHECK(value.number.places <= 6);
        CHECK(std::abs(value.number.digits) <= 999'999'999'999'999'999);
        CHECK((value.kind == ValueKind::number || compare(value.number, value.upper) < 0));
    }
    CHECK(numbers > 100);
}

Decimal random_number(Dice& dice) {
    const std::string sign = dice.below(2) == 0 ? "" : "▲";
    std::string text = sign + std::to_string(dice.below(40));
    if (const std::size_t places = dice.below(4)) text += "." + std::string(places - 1, '0') + "5";
    return parse_value(text).number;
}

TEST_CASE("数の順は全順序") {
    Dice dice(11);
    for (int i = 0; i < 20'000; ++i) {
        const Decimal a = random_number(dice), b = random_number(dice), c = random_number(dice);
        CAPTURE(show(a) + " " + show(b) + " " + show(c));
        CHECK(compare(a, a) == 0);
        CHECK(compare(a, b) == -compare(b, a));
        if (compare(a, b) <= 0 && compare(b, c) <= 0) CHECK(compare(a, c) <= 0);
        if (compare(a, b) == 0) CHECK(compare(a, c) == compare(b, c));
    }
}

} // namespace
} // namespace taisho
