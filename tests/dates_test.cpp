// The day of a meeting, printed and in numbers.

#include "support.h"
#include "text/dates.h"

#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace taisho::test {
namespace {

// 2024-8-1 木, or 読めない.
std::string as_read(std::string_view text) {
    const std::optional<PrintedDate> printed = parse_printed_date(text);
    if (!printed) return "読めない";
    const Date& date = printed->date;
    return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day) +
           (printed->weekday.empty() ? "" : " " + printed->weekday);
}

TEST_CASE("印刷された日付は、元号でも西暦でも、全角でも半角でも読める") {
    for (const std::string_view same :
         {"令和６年８月１日", "令和6年8月1日", "令和 ６年 ８月 １日", "2024年８月１日",
          "２０２４年０８月０１日", "R6.8.1", "Ｒ６．８．１", "R6年8月1日", "令和６年８月１日午後２時",
          "令和６年８月１日　市役所にて"}) {
        CAPTURE(same);
        CHECK(as_read(same) == "2024-8-1");
    }
    CHECK(as_read("令和元年５月１日") == "2019-5-1");
    CHECK(as_read("平成31年4月30日") == "2019-4-30");
}

TEST_CASE("括弧の中の曜日も読む") {
    CHECK(as_read("令和６年８月１日（木）午後２時") == "2024-8-1 木");
    CHECK(as_read("令和６年８月１日(木曜日)") == "2024-8-1 木");
    CHECK(as_read("令和６年８月１２日（月・祝）") == "2024-8-12 月");
    CHECK(as_read("令和６年８月１日（予定）") == "2024-8-1");
}

TEST_CASE("年月日から始まらない文は、日付ではない") {
    for (const std::string_view other :
         {"", "八月一日", "８月１日", "令和６年", "令和６年８月", "令和６年度第３回", "令和六年八月一日",
          "開催日：令和６年８月１日", "令和６年８月１", "2024-08-01", "令和100年８月１日", "年月日", "..",
          "年８月１日"}) {
        CAPTURE(other);
        CHECK(as_read(other) == "読めない");
    }
}

TEST_CASE("数字の日付は、年四けた、月と日二けたで、暦にある日") {
    CHECK(parse_iso_date("2024-08-01") == Date{2024, 8, 1});
    CHECK(parse_iso_date("2024-02-29") == Date{2024, 2, 29});
    for (const std::string_view other :
         {"", "2024-8-1", "2024/08/01", "20240801", "2024-08-01T10:00", "2023-02-29", "2024-13-01",
          "2024-00-10", "2024-04-31", "0024-08-01", "２０２４-０８-０１", "2024-08-0a", "-024-08-01"}) {
        CAPTURE(other);
        CHECK(parse_iso_date(other) == std::nullopt);
    }
}

TEST_CASE("曜日は暦のとおり") {
    CHECK(weekday_of({2024, 8, 1}) == "木");
    CHECK(weekday_of({2019, 5, 1}) == "水");
    CHECK(weekday_of({2000, 2, 29}) == "火");
}

// ---- in a paper ----

std::string file_with(std::string_view meeting, std::string_view department) {
    std::string file = paper_file("<item id='a'><title>拠点</title></item>", "<delete item='a'/>");
    file.insert(file.find("<title>計画の修正"), meeting);
    file.insert(file.find("</meta>"), department);
    return file;
}

std::string on_day(std::string_view iso, std::string_view printed) {
    return slips(file_with("<date iso='" + std::string(iso) + "'>" + std::string(printed) + "</date>", ""));
}

TEST_CASE("会議の日は、印刷と数字とで同じ日でなければならない") {
    CHECK(on_day("2024-08-01", "令和６年８月１日（木）") == "");
    CHECK(on_day("2023-08-01", "令和６年８月１日").starts_with("T262 "));
    CHECK(on_day("2024-08-02", "令和６年８月１日").starts_with("T262 "));
    CHECK(on_day("2024-08-01", "令和６年８月１日（金）").starts_with("T263 "));
    CHECK(on_day("2024-02-30", "令和６年２月30日").starts_with("T260 "));
    CHECK(on_day("2024-08-01", "８月１日").starts_with("T261 "));
}

struct Written {
    ScratchFolder folder;
    Document document;

    explicit Written(const std::string& file) {
        write_bytes(folder.path / "paper.xml", file);
        document = document_of(folder.path / "paper.xml", "by-year");
    }
};

TEST_CASE("会議と課は、文書の情報になる") {
    const Written paper(file_with("<council round='令和６年度第３回'>審議会</council>"
                                  "<date iso='2024-08-01'>令和６年８月１日</date>",
                                  "<department>福祉総務課</department>"));
    const Properties& properties = paper.document.properties;
    CHECK(properties.title == "計画の修正");
    CHECK(properties.author == "審議会、福祉総務課");
    CHECK(properties.subject == "令和６年度第３回審議会　令和６年８月１日　資料１");
    CHECK(properties.date == "2024-08-01");
}

TEST_CASE("長すぎる日付は、字の途中で切らずに断る") {
    for (std::size_t length = 60; length < 80; ++length) {
        std::string text;
        for (std::size_t i = 0; i < length; ++i) text += "日";
        CHECK(parse_printed_date("x" + text) == std::nullopt);
        CHECK(parse_printed_date(text) == std::nullopt);
    }
}

TEST_CASE("題名が空白だけでも、文書の性質には題がある") {
    std::string file = file_with("", "");
    const std::string title = "<title>計画の修正</title>";
    file.replace(file.find(title), title.size(), "<title>　</title>");
    CHECK(Written(file).document.properties.title == "資料１");
}

TEST_CASE("会議を書かない資料の情報は、題名と資料番号だけ") {
    const Written paper(file_with("", ""));
    const Properties& properties = paper.document.properties;
    CHECK(properties.title == "計画の修正");
    CHECK(properties.author == "");
    CHECK(properties.subject == "資料１");
    CHECK(properties.date == "");
}

} // namespace
} // namespace taisho::test
