#include "document/compose.h"
#include "document/paragraphs.h"
#include "revise/revisions.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <variant>

namespace taisho::test {
namespace {

Document composed(const Paper& paper, const HouseStyle& style) {
    Diagnostics diagnostics;
    const Revisions revisions = revise(paper, diagnostics);
    REQUIRE(diagnostics.empty());
    return compose(revisions, style);
}

// The document of a paper with one item 「a」, without its title and the heading of its section.
std::string shown(const std::string& fields, const std::string& amendments, std::string_view style) {
    const std::string item = "<item id='a'><number>①</number><title>拠点</title>" + fields + "</item>";
    const std::string text = dump(composed(read(paper_file(item, amendments)), style_named(style)));
    const std::string lead = "document “計画の修正” number “資料１”\n"
                             "  [0] title: 計画の修正\n"
                             "  [0] heading 1 keep: １．修正\n";
    REQUIRE(text.starts_with(lead));
    return text.substr(lead.size());
}

const std::string three_years = goal("output", "指標の文", {"―", "設定", "検証"});
const std::string new_value =
    "<revise item='a'><goal kind='output'><value column='R7'>策定</value></goal></revise>";

TEST_CASE("年ごとの様式では、修正前と修正後が左右に並ぶ") {
    CHECK(shown(three_years, new_value, "by-year") == "  [0] heading 2 keep: ①拠点\n"
                                                      "  [0] label keep: （下線部分は修正部分）\n"
                                                      "  [0] table, 3 columns, 1 header rows\n"
                                                      "      row\n"
                                                      "        column-header\n"
                                                      "        column-header 修正前\n"
                                                      "        column-header 修正後\n"
                                                      "      row\n"
                                                      "        band columns 3 ●目標\n"
                                                      "      row\n"
                                                      "        row-header 指標\n"
                                                      "        data 指標の文\n"
                                                      "        data 指標の文\n"
                                                      "      row\n"
                                                      "        row-header R6\n"
                                                      "        data ―\n"
                                                      "        data ―\n"
                                                      "      row\n"
                                                      "        row-header R7\n"
                                                      "        data _設定_\n"
                                                      "        data _策定_\n"
                                                      "      row\n"
                                                      "        row-header R8\n"
                                                      "        data 検証\n"
                                                      "        data 検証\n");
}

TEST_CASE("上下の様式では、修正前の下に修正後が立つ") {
    CHECK(shown(three_years, new_value, "stacked") == "  [0] heading 2 keep: ①拠点\n"
                                                      "  [0] label keep: （下線部分は修正部分）\n"
                                                      "  [0] label keep: 【修正前】\n"
                                                      "  [0] label keep: ●目標\n"
                                                      "  [0] body keep: 指標の文\n"
                                                      "  [0] table, 3 columns, 1 header rows\n"
                                                      "      row\n"
                                                      "        column-header R6\n"
                                                      "        column-header R7\n"
                                                      "        column-header R8\n"
                                                      "      row\n"
                                                      "        data ―\n"
                                                      "        data _設定_\n"
                                                      "        data 検証\n"
                                                      "  [0] label keep: 【修正後】\n"
                                                      "  [0] label keep: ●目標\n"
                                                      "  [0] body keep: 指標の文\n"
                                                      "  [0] table, 3 columns, 1 header rows\n"
                                                      "      row\n"
                                                      "        column-header R6\n"
                                                      "        column-header R7\n"
                                                      "        column-header R8\n"
                                                      "      row\n"
                                                      "        data ―\n"
                                                      "        data _策定_\n"
                                                      "        data 検証\n");
}

TEST_CASE("削除は、全ての行にわたる一つの欄で示す") {
    CHECK(shown(three_years, "<delete item='a'/>", "by-year") == "  [0] heading 2 keep: ①拠点\n"
                                                                 "  [0] label keep: （下線部分は修正部分）\n"
                                                                 "  [0] table, 3 columns, 1 header rows\n"
                                                                 "      row\n"
                                                                 "        column-header\n"
                                                                 "        column-header 修正前\n"
                                                                 "        column-header 修正後\n"
                                                                 "      row\n"
                                                                 "        band columns 3 ●目標\n"
                                                                 "      row\n"
                                                                 "        row-header 指標\n"
                                                                 "        data _指標の文_\n"
                                                                 "        data rows 4 （削除）\n"
                                                                 "      row\n"
                                                                 "        row-header R6\n"
                                                                 "        data ―\n"
                                                                 "      row\n"
                                                                 "        row-header R7\n"
                                                                 "        data _設定_\n"
                                                                 "      row\n"
                                                                 "        row-header R8\n"
                                                                 "        data _検証_\n");
}

TEST_CASE("上下の様式の削除は、修正後に一言だけ立つ") {
    const std::string text = shown(three_years, "<delete item='a'/>", "stacked");
    CHECK(text.substr(text.find("  [0] label keep: 【修正後】")) == "  [0] label keep: 【修正後】\n"
                                                                    "  [0] mark: （削除）\n");
}

TEST_CASE("新設は、修正前の欄で示す") {
    const std::string item = "<item id='b'><title>圏域</title>" + three_years + "</item>";
    const Paper paper =
        read(paper_file("<level id='1'><title>目標</title></level>", "<add level='1'>" + item + "</add>"));
    const std::string text = dump(composed(paper, style_named("by-year")));
    CHECK(text.substr(text.find("        row-header 指標")) == "        row-header 指標\n"
                                                               "        data rows 4 （新設）\n"
                                                               "        data _指標の文_\n"
                                                               "      row\n"
                                                               "        row-header R6\n"
                                                               "        data ―\n"
                                                               "      row\n"
                                                               "        row-header R7\n"
                                                               "        data _設定_\n"
                                                               "      row\n"
                                                               "        row-header R8\n"
                                                               "        data _検証_\n");
}

TEST_CASE("変わらない説明は、表の上に一度だけ立つ") {
    const std::string text =
        shown("<bodies label='●実施主体'>市</bodies>" + three_years, new_value, "by-year");
    CHECK(text.starts_with("  [0] heading 2 keep: ①拠点\n"
                           "  [0] body keep: ●実施主体　市\n"
                           "  [0] label keep: （下線部分は修正部分）\n"
                           "  [0] table, 3 columns, 1 header rows\n"));
}

TEST_CASE("変わる説明は、左右に並ぶ") {
    const std::string text = shown("<description>前の文</description>",
                                   "<revise item='a'><description>次の文</description></revise>", "by-year");
    CHECK(text.ends_with("        row-header 内容\n"
                         "        data _前_の文\n"
                         "        data _次_の文\n"));
}

TEST_CASE("目標の名が変われば、前の名も後の名も見せる") {
    for (const std::string_view style : {"by-year", "stacked"}) {
        CAPTURE(style);
        std::string text =
            shown(three_years,
                  "<revise item='a'><goal kind='output'><label>●指標</label><value column='R7'>策定</value>"
                  "</goal></revise>",
                  style);
        std::erase(text, '_');
        CHECK(text.find("●目標") != std::string::npos);
        CHECK(text.find("●指標") != std::string::npos);
    }
}

TEST_CASE("列の名が変われば、前の名も後の名も見せる") {
    for (const std::string_view style : {"by-year", "stacked"}) {
        CAPTURE(style);
        const std::string text =
            shown(three_years,
                  "<revise item='a'><goal kind='output'><column ref='R8'><label>令和8年度</label>"
                  "</column></goal></revise>",
                  style);
        CHECK(text.find("R8") != std::string::npos);
        CHECK(text.find("令和8年度") != std::string::npos);
    }
}

// ---- headings ----

const std::string two_items =
    "<level id='1'><number>１</number><title>基本目標</title>"
    "<level id='1-1'><title>施策</title><item "
    "id='a'><title>甲</title><description>説明</description></item></level>"
    "<level id='1-2'><title>事業</title><item id='b'><title>乙</title><description>説明</description></item>"
    "<item id='c'><title>丙</title><description>説明</description></item></level></level>";

std::string headings(const Document& document) {
    std::string lines;
    for (const Block& block : document.body) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (paragraph == nullptr || paragraph->kind != ParagraphKind::heading) continue;
        lines += std::to_string(paragraph->level) + " " + paragraph->text + "\n";
    }
    return lines;
}

TEST_CASE("見出しは、続く項目に一度だけ立つ") {
    const Paper paper = read(paper_file(two_items, "<delete item='a'/><delete item='b'/><delete item='c'/>"));
    for (const std::string_view style : {"by-year", "stacked"}) {
        CAPTURE(style);
        CHECK(headings(composed(paper, style_named(style))) == "1 １．修正\n"
                                                               "2 １基本目標\n"
                                                               "3 施策\n"
                                                               "4 甲\n"
                                                               "3 事業\n"
                                                               "4 乙\n"
                                                               "4 丙\n");
    }
}

TEST_CASE("節が変われば、見出しは改めて立つ") {
    const std::string next_section =
        "<delete item='b'/></section><section><title>別の修正</title><delete item='c'/>";
    CHECK(headings(composed(read(paper_file(two_items, next_section)), style_named("by-year"))) ==
          "1 １．修正\n"
          "2 １基本目標\n"
          "3 事業\n"
          "4 乙\n"
          "1 別の修正\n"
          "2 １基本目標\n"
          "3 事業\n"
          "4 丙\n");
}

std::size_t count_of(const Document& document, const std::string& wanted) {
    return static_cast<std::size_t>(std::ranges::count_if(document.body, [&](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        return paragraph != nullptr && paragraph->text == wanted;
    }));
}

TEST_CASE("下線の断り書きは一度だけ立つ") {
    const std::string items = "<item id='a'><title>甲</title>" + three_years +
                              "</item><item id='b'><title>乙</title>" + three_years + "</item>";
    const Paper paper = read(paper_file(items, "<delete item='a'/><delete item='b'/>"));
    for (const std::string_view name : {"by-year", "stacked"}) {
        CAPTURE(name);
        const HouseStyle style = style_named(name);
        const Document document = composed(paper, style);
        CHECK(count_of(document, style.words.legend) == 1);
    }
}

TEST_CASE("初めの項目に表がなくても、下線の断り書きは立つ") {
    const std::string items =
        "<item id='a'><title>甲</title><description>説明</description></item><item id='b'><title>乙</title>" +
        three_years + "</item>";
    const Paper paper = read(paper_file(items, "<delete item='a'/><delete item='b'/>"));
    CHECK(count_of(composed(paper, style_named("by-year")), "（下線部分は修正部分）") == 1);
}

TEST_CASE("目標のない項目でも、削除したと分かる") {
    for (const std::string_view style : {"by-year", "stacked"}) {
        CAPTURE(style);
        CHECK(shown("<description>説明</description>", "<delete item='a'/>", style).find("（削除）") !=
              std::string::npos);
    }
}

TEST_CASE("目標のない項目でも、新しく設けたと分かる") {
    const std::string item = "<item id='b'><title>圏域</title><description>説明</description></item>";
    const Paper paper =
        read(paper_file("<level id='1'><title>目標</title></level>", "<add level='1'>" + item + "</add>"));
    for (const std::string_view style : {"by-year", "stacked"}) {
        CAPTURE(style);
        CHECK(dump(composed(paper, style_named(style))).find("（新設）") != std::string::npos);
    }
}

TEST_CASE("一つの項目は見出しから一つのまとまり") {
    const Paper paper = read(paper_file(two_items, "<delete item='b'/><delete item='c'/>"));
    std::string units;
    for (const Block& block : composed(paper, style_named("stacked")).body)
        units += std::to_string(block.unit);
    CHECK(units == "000000000011111");
}

TEST_CASE("文の切れ切れをつなぐと文になる") {
    const Document document = composed(read(read_bytes(real_paper)), style_named("stacked"));
    for (const Block& block : document.body) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (paragraph == nullptr) continue;
        std::uint32_t at = 0;
        for (const Run& run : paragraph->runs) {
            REQUIRE(run.begin == at);
            at = run.end;
        }
        REQUIRE(at == paragraph->text.size());
    }
}

TEST_CASE("なくした行に、加えた年は立たず、列の名の変わりは一度だけ見せる") {
    const std::string two_rows =
        "<goal kind='output'><columns><column>R6<note>目標値</note></column></columns>"
        "<row label='甲'><value>1</value></row><row label='乙'><value>2</value></row></goal>";
    CHECK(
        shown(two_rows,
              "<revise item='a'><goal kind='output'><deleteRow row='乙'/><addColumn><column>R7<note>目標値"
              "</note></column><value>3</value></addColumn><column ref='R6'><note/></column></goal></revise>",
              "by-year")
            .find("      row\n"
                  "        band columns 3 甲\n"
                  "      row\n"
                  "        row-header 名称\n"
                  "        data R6　_目標値_\n"
                  "        data R6\n"
                  "      row\n"
                  "        row-header R6\n"
                  "        data 1\n"
                  "        data 1\n"
                  "      row\n"
                  "        row-header _R7_ / _目標値_\n"
                  "        data （新設）\n"
                  "        data _3_\n"
                  "      row\n"
                  "        band columns 3 _乙_\n"
                  "      row\n"
                  "        row-header R6 / 目標値\n"
                  "        data _2_\n"
                  "        data （削除）\n") != std::string::npos);
}

// ---- hard breaks ----

// A value as its cell holds it, with [ and ] around what changed.
std::string shown_value(const std::string& text, const std::vector<Range>& changed, bool hard_breaks) {
    HouseStyle style = style_named("by-year");
    style.typesetting.hard_breaks = hard_breaks;
    const Cell cell = value_cell(0, Marked{{text, {}}, changed}, style);
    std::string shown;
    for (const Run& run : cell.paragraphs.front().runs) {
        const std::string part = cell.paragraphs.front().text.substr(run.begin, run.end - run.begin);
        shown += run.is_changed() ? "[" + part + "]" : part;
    }
    return shown;
}

TEST_CASE("欄の中の改行は、そのまま残る") {
    CHECK(shown_value("基本\n計画に", {{7, 13}}, true) == "基本\n[計画]に");
}

TEST_CASE("つなぐ様式では、別の幅のための改行がなくなり、印は同じ言葉に付く") {
    CHECK(shown_value("基本\n計画に", {{7, 13}}, false) == "基本[計画]に");
    CHECK(shown_value("基本\n計\n画に", {{3, 14}}, false) == "基[本計画]に");
    CHECK(shown_value("Council\nfor", {}, false) == "Council for");
}

TEST_CASE("つなぐ様式でも、箇条書きと空いた行は残る") {
    CHECK(shown_value("・甲\n乙\n・丙", {}, false) == "・甲乙\n・丙");
    CHECK(shown_value("甲\n\n乙\n", {}, false) == "甲\n\n乙\n");
}

} // namespace
} // namespace taisho::test
