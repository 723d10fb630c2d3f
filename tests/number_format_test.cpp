// What a cell shows of its number. The expected texts are those of Excel in Japanese where its documentation
// or ECMA-376 gives them; read_workbook_witness_test.cpp asks LibreOffice.

#include "xlsx/number_format.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho {
namespace {

// The text, with ［日］ or ［割合］ before it; ？ when the format is not followed.
std::string shown(double number, std::string_view code, DateSystem system) {
    const std::optional<NumberFormat> format = parse_number_format(code);
    if (!format) return "？";
    const ShownNumber result = show_number(number, *format, system);
    const bool is_date = result.source == CellSource::date, is_part = result.source == CellSource::percentage;
    return (is_date ? "［日］" : is_part ? "［割合］" : "") + result.text;
}

std::string shown(double number, std::string_view code) { return shown(number, code, DateSystem::from_1900); }

TEST_CASE("標準の書式は、十一字までの小数で見せる") {
    CHECK(shown(0, "General") == "0");
    CHECK(shown(6, "General") == "6");
    CHECK(shown(-6.5, "General") == "-6.5");
    CHECK(shown(0.1 + 0.2, "General") == "0.3");
    CHECK(shown(1.0 / 3, "General") == "0.333333333");
    CHECK(shown(100.0 / 3, "General") == "33.33333333");
    CHECK(shown(12345678.123456, "General") == "12345678.12");
    CHECK(shown(9999999999.7, "General") == "10000000000");
    CHECK(shown(0.0001, "General") == "0.0001");
    CHECK(shown(0.00001, "General") == "0.00001");
    CHECK(shown(0.0000123456789, "General") == "1.23457E-05");
    CHECK(shown(123456789012.5, "General") == "1.23457E+11");
    CHECK(shown(9.9999999e20, "General") == "1E+21");
    CHECK(shown(1e300, "General") == "1E+300");
    CHECK(shown(-0.0, "General") == "0");
}

TEST_CASE("十五けたまでの整数は、標準の書式でもそのまま見せる") {
    CHECK(shown(123456789012345, "General") == "123456789012345");
    CHECK(shown(100000000000000, "General") == "100000000000000");
    CHECK(shown(1e15, "General") == "1E+15");
}

TEST_CASE("小数は、十進の十五けたから四捨五入する") {
    CHECK(shown(1.005, "0.00") == "1.01");
    CHECK(shown(2.5, "0") == "3");
    CHECK(shown(-2.5, "0") == "-3");
    CHECK(shown(9.995, "0.00") == "10.00");
    CHECK(shown(0.4, "0") == "0");
    CHECK(shown(0.05, "0.0") == "0.1");
    CHECK(shown(0.04, "0.0") == "0.0");
    CHECK(shown(0.004, "0.0") == "0.0");
}

TEST_CASE("けたの記号は、数字か零か何もないかを決める") {
    CHECK(shown(6, "0.00") == "6.00");
    CHECK(shown(6, "000") == "006");
    CHECK(shown(6.5, "0.##") == "6.5");
    CHECK(shown(6, "0.##") == "6.");
    CHECK(shown(0.5, "#.0") == ".5");
    CHECK(shown(12.5, ".00") == "12.50");
    CHECK(shown(0, "#") == "");
    CHECK(shown(6.5, "0.0??") == "6.5");
    CHECK(shown(1234567, "000-0000") == "123-4567");
    CHECK(shown(81234567890.0, "0##-####-####") == "812-3456-7890");
}

TEST_CASE("位取りのコンマ、千で割るコンマ、文字のコンマ") {
    CHECK(shown(1234567, "#,##0") == "1,234,567");
    CHECK(shown(123, "#,##0") == "123");
    CHECK(shown(-1234.5, "#,##0.00") == "-1,234.50");
    CHECK(shown(5, "0,000") == "0,005");
    CHECK(shown(1234567, "#,##0,") == "1,235");
    CHECK(shown(1234567, "0,,\"百万円\"") == "1百万円");
    CHECK(shown(5, "\"第\",0") == "第,5");
}

TEST_CASE("百分率は百倍して見せる") {
    CHECK(shown(0.05, "0%") == "［割合］5%");
    CHECK(shown(0.055, "0%") == "［割合］6%");
    CHECK(shown(0.285, "0.0%") == "［割合］28.5%");
    CHECK(shown(1.1, "0.00%") == "［割合］110.00%");
    CHECK(shown(0.6, "0%\"増\"") == "［割合］60%増");
    CHECK(shown(60, "0\"％\"") == "60％");
    CHECK(shown(60, "0％") == "60％");
}

TEST_CASE("文字は数に添えて見せる") {
    CHECK(shown(6, "0\"校区\"") == "6校区");
    CHECK(shown(6, "0校区") == "6校区");
    CHECK(shown(6, "\"約\"#,##0\\人") == "約6人");
    CHECK(shown(6.5, "General\"件\"") == "6.5件");
    CHECK(shown(-6.5, "General\"件\"") == "-6.5件");
    CHECK(shown(1500, "[$¥-411]#,##0") == "¥1,500");
    CHECK(shown(1500, "[$€-2] #,##0") == "€ 1,500");
    CHECK(shown(6, "(0)") == "(6)");
    CHECK(shown(6, "\"未\"\"定\"") == "未定");
}

TEST_CASE("見た目だけのものは、文字にならない") {
    CHECK(shown(6, "_ * #,##0_ ") == "6");
    CHECK(shown(6, "[赤]0") == "6");
    CHECK(shown(6, "[Color12]0") == "6");
    CHECK(shown(6, "[色12]0") == "6");
    CHECK(shown(6, "0_)") == "6");
}

TEST_CASE("正と負と零は、別の書き方ができる") {
    const std::string_view code = "#,##0;\"▲\"#,##0;\"―\"";
    CHECK(shown(1234, code) == "1,234");
    CHECK(shown(-1234, code) == "▲1,234");
    CHECK(shown(0, code) == "―");
    CHECK(shown(-5, "0;(0)") == "(5)");
    CHECK(shown(0, "0;(0)") == "0");
    CHECK(shown(0, "0;-0;;@") == "");
    CHECK(shown(-5, "0") == "-5");
    CHECK(shown(5, ";;;") == "");
    CHECK(shown(5, "\"a;b\"0;0") == "a;b5");
    CHECK(shown(5, "0\\;;0") == "5;");
}

TEST_CASE("条件のある書き方は、当てはまる初めのものになる") {
    const std::string_view code = "[>=100]0\"以上\";[<0]\"負\"0;0\"未満\"";
    CHECK(shown(100, code) == "100以上");
    CHECK(shown(-5, code) == "負5");
    CHECK(shown(5, code) == "5未満");
    CHECK(shown(0, "[=0]\"なし\";0") == "なし");
    CHECK(shown(-3, "[=0]\"なし\";0") == "-3");
    CHECK(shown(-3, "[>=0]0;\"△\"0") == "△3");
    CHECK(shown(3, "[<>3]0;\"三\"") == "三");
    CHECK(shown(5, "[>9]\"多\"") == "5");
}

TEST_CASE("指数は、整数のけたの倍数になる") {
    CHECK(shown(12345, "0.00E+00") == "1.23E+04");
    CHECK(shown(0.00012345, "0.00E+00") == "1.23E-04");
    CHECK(shown(99999, "0.0E+0") == "1.0E+5");
    CHECK(shown(12345, "##0.0E+0") == "12.3E+3");
    CHECK(shown(12345, "0.0E-0") == "1.2E4");
    CHECK(shown(0, "0.00E+00") == "0.00E+00");
}

constexpr double first_of_august = 45505; // 2024-08-01

TEST_CASE("日付は、書式のとおりの文になる") {
    CHECK(shown(first_of_august, "yyyy/m/d") == "［日］2024/8/1");
    CHECK(shown(first_of_august, "yyyy/mm/dd") == "［日］2024/08/01");
    CHECK(shown(first_of_august, "m\"月\"d\"日\"") == "［日］8月1日");
    CHECK(shown(first_of_august, "m月d日") == "［日］8月1日");
    CHECK(shown(first_of_august, "mmm-yy") == "［日］Aug-24");
    CHECK(shown(first_of_august, "d-mmm") == "［日］1-Aug");
    CHECK(shown(first_of_august, "mmmm mmmmm dddd ddd") == "［日］August A Thursday Thu");
    CHECK(shown(first_of_august, "yyyy\"年\"m\"月\"d\"日\"\\(aaa\\)") == "［日］2024年8月1日(木)");
    CHECK(shown(first_of_august, "aaaa") == "［日］木曜日");
    CHECK(shown(first_of_august, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy") == "［日］2024年8月1日");
    CHECK(shown(first_of_august, "yyyy/m/d;@") == "［日］2024/8/1");
}

TEST_CASE("日付は、和暦でも書ける") {
    CHECK(shown(first_of_august, "[$-411]ge.m.d") == "［日］R6.8.1");
    CHECK(shown(first_of_august, "[$-411]ge\\.m\\.d;@") == "［日］R6.8.1");
    CHECK(shown(first_of_august, "[$-411]ggge\"年\"m\"月\"d\"日\"") == "［日］令和6年8月1日");
    CHECK(shown(first_of_august, "gge.mm.dd") == "［日］令6.08.01");
    CHECK(shown(first_of_august, "gee") == "［日］R06");
    CHECK(shown(first_of_august, "rr\"年\"") == "［日］令和06年");
    CHECK(shown(43586, "ggge\"年\"") == "［日］令和1年"); // 2019-05-01
    CHECK(shown(43586, "[$-ja-JP-x-gannen]ggge\"年\"") == "［日］令和元年");
    CHECK(shown(43585, "ge.m.d") == "［日］H31.4.30");
    CHECK(shown(32515, "ge.m.d") == "［日］S64.1.7");
    CHECK(shown(32516, "ge.m.d") == "［日］H1.1.8");
    CHECK(shown(1, "ge.m.d") == "［日］M33.1.1");
}

TEST_CASE("時刻は、月と分を見分けて、秒へ四捨五入する") {
    CHECK(shown(0.4375, "h:mm") == "［日］10:30");
    CHECK(shown(10.0 / 24 + 20.0 / 1440, "h:mm:ss") == "［日］10:20:00");
    CHECK(shown(first_of_august + 0.5625, "yyyy/m/d h:mm") == "［日］2024/8/1 13:30");
    CHECK(shown(0.5625, "h:mm AM/PM") == "［日］1:30 PM");
    CHECK(shown(0, "h:mm A/P") == "［日］12:00 A");
    CHECK(shown(0.5625, "[$-411]AM/PMh\"時\"mm\"分\"") == "［日］午後1時30分");
    CHECK(shown(1.5, "[h]:mm") == "［日］36:00");
    CHECK(shown(1.5, "[mm]:ss") == "［日］2160:00");
    CHECK(shown(0.5 / 86400, "[s].00") == "［日］0.50");
    CHECK(shown(90.25 / 86400, "mm:ss.0") == "［日］01:30.3");
    CHECK(shown(first_of_august, "mm/dd") == "［日］08/01");
    CHECK(shown(0.999999, "h:mm:ss") == "［日］0:00:00");
}

TEST_CASE("千九百年には、なかった二月二十九日がある") {
    CHECK(shown(0, "yyyy/m/d aaa") == "［日］1900/1/0 土");
    CHECK(shown(1, "yyyy/m/d aaa") == "［日］1900/1/1 日");
    CHECK(shown(59, "yyyy/m/d") == "［日］1900/2/28");
    CHECK(shown(60, "yyyy/m/d") == "［日］1900/2/29");
    CHECK(shown(61, "yyyy/m/d aaa") == "［日］1900/3/1 木");
    CHECK(shown(2958465, "yyyy/m/d") == "［日］9999/12/31");
}

TEST_CASE("千九百四年から数えるブックでは、千四百六十二日ずれる") {
    CHECK(shown(first_of_august - 1462, "yyyy/m/d", DateSystem::from_1904) == "［日］2024/8/1");
    CHECK(shown(0, "yyyy/m/d", DateSystem::from_1904) == "［日］1904/1/1");
    CHECK(shown(1.5, "[h]:mm", DateSystem::from_1904) == "［日］36:00");
}

TEST_CASE("日付にならない数は、標準の書式で見せる") {
    CHECK(shown(-1, "yyyy/m/d") == "-1");
    CHECK(shown(2958466, "yyyy/m/d") == "2958466");
    CHECK(shown(1e300, "yyyy/m/d") == "1E+300");
}

TEST_CASE("従えない書式は、そう言う") {
    for (const std::string_view code :
         {"# ?/?", "0/0", "[DBNum1]0", "[$-40C]mmmm", "[$-D000411]0", "[NatNum1]0", "\"開いたまま", "[>",
          "bbbb", "0;0;0;0;0", "yyyy0", "aa", "0x"}) {
        CAPTURE(code);
        CHECK(shown(1.5, code) == "？");
    }
    CHECK(shown(1.5, std::string(2000, '0')) == "？");
}

TEST_CASE("日本の決まりの番号の書式がある") {
    const auto built_in = [](unsigned number, double value) { return shown(value, built_in_format(number)); };
    CHECK(built_in(0, 6.5) == "6.5");
    CHECK(built_in(1, 6.5) == "7");
    CHECK(built_in(2, 6.5) == "6.50");
    CHECK(built_in(3, 6500) == "6,500");
    CHECK(built_in(5, -6500) == "¥-6,500");
    CHECK(built_in(9, 0.05) == "［割合］5%");
    CHECK(built_in(10, 0.05) == "［割合］5.00%");
    CHECK(built_in(11, 12345) == "1.23E+04");
    CHECK(built_in(14, first_of_august) == "［日］2024/8/1");
    CHECK(built_in(17, first_of_august) == "［日］Aug-24");
    CHECK(built_in(22, first_of_august + 0.5) == "［日］2024/8/1 12:00");
    CHECK(built_in(27, first_of_august) == "［日］R6.8.1");
    CHECK(built_in(28, first_of_august) == "［日］令和6年8月1日");
    CHECK(built_in(31, first_of_august) == "［日］2024年8月1日");
    CHECK(built_in(33, 0.4375) == "［日］10時30分00秒");
    CHECK(built_in(38, -1234) == "-1,234");
    CHECK(built_in(41, 0) == "-");
    CHECK(built_in(42, 1234) == "¥1,234");
    CHECK(built_in(46, 1.5) == "［日］36:00:00");
    CHECK(built_in(48, 12345) == "12.3E+3");
    CHECK(built_in(49, 6.5) == "6.5");
    CHECK(built_in(55, first_of_august) == "［日］2024年8月");
    CHECK(built_in(56, first_of_august) == "［日］8月1日");
    CHECK(built_in(58, first_of_august) == "［日］令和6年8月1日");
    CHECK(built_in(200, 6.5) == "6.5");
}

TEST_CASE("ISO の日時は、日の数になる") {
    CHECK(serial_of_iso("2024-08-01", DateSystem::from_1900) == first_of_august);
    CHECK(serial_of_iso("2024-08-01T12:00:00Z", DateSystem::from_1900) == first_of_august + 0.5);
    CHECK(serial_of_iso("12:00:00.000", DateSystem::from_1900) == 0.5);
    CHECK(serial_of_iso("1900-01-01", DateSystem::from_1900) == 1);
    CHECK(serial_of_iso("1904-01-01", DateSystem::from_1904) == 0);
    for (const std::string_view text :
         {"", "2024", "2024-13-01", "2024-08-01x", "2024-08-01T", "25:00", "あ"})
        CHECK_FALSE(serial_of_iso(text, DateSystem::from_1900));
}

} // namespace
} // namespace taisho
