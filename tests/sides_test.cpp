// How both sides stand beside each other: which first, years down or across, where notes stand.

#include "document/compose.h"
#include "small_papers.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

// The document of a paper with one item, from the heading of the item on.
std::string shown(const std::string& fields, const std::string& amendments, const HouseStyle& style) {
    const std::string plan = item("a", "<number>①</number><title>拠点</title>", fields);
    const std::string text = dump(compose(revisions_of(plan, amendments), style));
    const std::size_t at = text.find("①拠点\n");
    REQUIRE(at != std::string::npos);
    return text.substr(at);
}

const std::string goal_of_two = goal("output", "指標の文", {"1", "2", "3"});

std::string revise_value(const std::string& more) {
    return "<revise item='a'><goal kind='output'><value column='R7'>5</value></goal>" + more + "</revise>";
}

TEST_CASE("左右の様式では、同じ年が両側の同じ所に立つ") {
    CHECK(shown(goal_of_two, revise_value(""), style_named("side-by-side")) ==
          "①拠点\n"
          "  [0] label keep: （下線部分は修正部分）\n"
          "  [0] table, 6 columns, 1 header rows\n"
          "      row\n"
          "        column-header columns 3 修正前\n"
          "        column-header columns 3 修正後\n"
          "      row\n"
          "        band columns 6 ●目標\n"
          "      row\n"
          "        data columns 3 指標の文\n"
          "        data columns 3 指標の文\n"
          "      row\n"
          "        column-header R6\n"
          "        column-header R7\n"
          "        column-header R8\n"
          "        column-header R6\n"
          "        column-header R7\n"
          "        column-header R8\n"
          "      row\n"
          "        data 1\n"
          "        data _2_\n"
          "        data 3\n"
          "        data 1\n"
          "        data _5_\n"
          "        data 3\n");
}

TEST_CASE("左右の様式で、片側にしかない年は、反対の側の同じ所に（新設）や（削除）と出す") {
    const std::string change = "<revise item='a'><goal kind='output'><addColumn><column>R9</column>"
                               "<value>9</value></addColumn><deleteColumn ref='R6'/></goal></revise>";
    CHECK(shown(goal_of_two, change, style_named("side-by-side")) ==
          "①拠点\n"
          "  [0] label keep: （下線部分は修正部分）\n"
          "  [0] table, 8 columns, 1 header rows\n"
          "      row\n"
          "        column-header columns 4 修正前\n"
          "        column-header columns 4 修正後\n"
          "      row\n"
          "        band columns 8 ●目標\n"
          "      row\n"
          "        data columns 4 指標の文\n"
          "        data columns 4 指標の文\n"
          "      row\n"
          "        column-header _R6_\n"
          "        column-header R7\n"
          "        column-header R8\n"
          "        data rows 2 （新設）\n"
          "        data rows 2 （削除）\n"
          "        column-header R7\n"
          "        column-header R8\n"
          "        column-header _R9_\n"
          "      row\n"
          "        data _1_\n"
          "        data 2\n"
          "        data 3\n"
          "        data 2\n"
          "        data 3\n"
          "        data _9_\n");
}

TEST_CASE("左右の様式で、行に名のある目標は、両側に行の名を置く") {
    const std::string rows =
        "<goal kind='output' label='●目標'><columns><column>R6</column><column>R7</column>"
        "</columns><row label='東'><value>1</value><value>2</value></row>"
        "<row label='西'><value>3</value><value>4</value></row></goal>";
    const std::string change = "<revise item='a'><goal kind='output'><deleteRow row='東'/></goal></revise>";
    CHECK(shown(rows, change, style_named("side-by-side")) == "①拠点\n"
                                                              "  [0] label keep: （下線部分は修正部分）\n"
                                                              "  [0] table, 6 columns, 1 header rows\n"
                                                              "      row\n"
                                                              "        column-header columns 3 修正前\n"
                                                              "        column-header columns 3 修正後\n"
                                                              "      row\n"
                                                              "        band columns 6 ●目標\n"
                                                              "      row\n"
                                                              "        column-header\n"
                                                              "        column-header R6\n"
                                                              "        column-header R7\n"
                                                              "        column-header\n"
                                                              "        column-header R6\n"
                                                              "        column-header R7\n"
                                                              "      row\n"
                                                              "        row-header _東_\n"
                                                              "        data _1_\n"
                                                              "        data _2_\n"
                                                              "        data columns 3 （削除）\n"
                                                              "      row\n"
                                                              "        row-header 西\n"
                                                              "        data 3\n"
                                                              "        data 4\n"
                                                              "        row-header 西\n"
                                                              "        data 3\n"
                                                              "        data 4\n");
}

TEST_CASE("左右の様式で、年の数の違う目標は、次の表になる") {
    const std::string two = goal_of_two +
                            "<goal kind='outcome' label='●成果'><columns><column>R6</column></columns>"
                            "<row><value>1</value></row></goal>";
    const std::string change = "<revise item='a'><goal kind='output'><value column='R7'>5</value></goal>"
                               "<goal kind='outcome'><value column='R6'>9</value></goal></revise>";
    CHECK(shown(two, change, style_named("side-by-side")) == "①拠点\n"
                                                             "  [0] label keep: （下線部分は修正部分）\n"
                                                             "  [0] table, 6 columns, 1 header rows\n"
                                                             "      row\n"
                                                             "        column-header columns 3 修正前\n"
                                                             "        column-header columns 3 修正後\n"
                                                             "      row\n"
                                                             "        band columns 6 ●目標\n"
                                                             "      row\n"
                                                             "        data columns 3 指標の文\n"
                                                             "        data columns 3 指標の文\n"
                                                             "      row\n"
                                                             "        column-header R6\n"
                                                             "        column-header R7\n"
                                                             "        column-header R8\n"
                                                             "        column-header R6\n"
                                                             "        column-header R7\n"
                                                             "        column-header R8\n"
                                                             "      row\n"
                                                             "        data 1\n"
                                                             "        data _2_\n"
                                                             "        data 3\n"
                                                             "        data 1\n"
                                                             "        data _5_\n"
                                                             "        data 3\n"
                                                             "  [0] table, 2 columns, 1 header rows\n"
                                                             "      row\n"
                                                             "        column-header 修正前\n"
                                                             "        column-header 修正後\n"
                                                             "      row\n"
                                                             "        band columns 2 ●成果\n"
                                                             "      row\n"
                                                             "        column-header R6\n"
                                                             "        column-header R6\n"
                                                             "      row\n"
                                                             "        data _1_\n"
                                                             "        data _9_\n");
}

TEST_CASE("左右の様式で、年の多すぎる目標は、年を縦に並べる") {
    std::string columns, values;
    for (int year = 1; year <= 20; ++year)
        columns += "<column>R" + std::to_string(year) + "</column>", values += "<value>1</value>";
    const std::string wide = "<goal kind='output' label='●目標'><columns>" + columns + "</columns><row>" +
                             values + "</row></goal>";
    const std::string change =
        "<revise item='a'><goal kind='output'><value column='R7'>5</value></goal></revise>";
    const std::string text = shown(wide, change, style_named("side-by-side"));
    CHECK(text.find("table, 3 columns") != std::string::npos);
    CHECK(text.find("row-header R20\n") != std::string::npos);
}

TEST_CASE("左右の様式で、文の名は文の上の帯になる") {
    const std::string text = "<bodies label='●実施主体'>総務課</bodies>";
    CHECK(shown(text, "<revise item='a'><bodies>企画課</bodies><reason>組織の見直し</reason></revise>",
                style_named("side-by-side")) == "①拠点\n"
                                                "  [0] label keep: （下線部分は修正部分）\n"
                                                "  [0] table, 2 columns, 1 header rows\n"
                                                "      row\n"
                                                "        column-header 修正前\n"
                                                "        column-header 修正後\n"
                                                "      row\n"
                                                "        band columns 2 ●実施主体\n"
                                                "      row\n"
                                                "        data _総務課_\n"
                                                "        data _企画課_\n"
                                                "      row\n"
                                                "        data columns 2 修正理由　組織の見直し\n");
}

HouseStyle changed(std::string_view name, void (*change)(HouseStyle&)) {
    HouseStyle style = style_named(name);
    change(style);
    return style;
}

TEST_CASE("新しい側を先にすると、左右が入れ替わり、印もそれぞれの側のまま") {
    const HouseStyle style = changed("by-year", [](HouseStyle& s) { s.comparison.order = Order::new_first; });
    CHECK(shown(goal_of_two, revise_value(""), style) == "①拠点\n"
                                                         "  [0] label keep: （下線部分は修正部分）\n"
                                                         "  [0] table, 3 columns, 1 header rows\n"
                                                         "      row\n"
                                                         "        column-header\n"
                                                         "        column-header 修正後\n"
                                                         "        column-header 修正前\n"
                                                         "      row\n"
                                                         "        band columns 3 ●目標\n"
                                                         "      row\n"
                                                         "        row-header 指標\n"
                                                         "        data 指標の文\n"
                                                         "        data 指標の文\n"
                                                         "      row\n"
                                                         "        row-header R6\n"
                                                         "        data 1\n"
                                                         "        data 1\n"
                                                         "      row\n"
                                                         "        row-header R7\n"
                                                         "        data _5_\n"
                                                         "        data _2_\n"
                                                         "      row\n"
                                                         "        row-header R8\n"
                                                         "        data 3\n"
                                                         "        data 3\n");
}

TEST_CASE("新しい側を先にすると、上下の様式では修正後が上に立ち、理由は終わりの側に付く") {
    const HouseStyle style = changed("stacked", [](HouseStyle& s) { s.comparison.order = Order::new_first; });
    const std::string text = "<description>前の文</description>";
    CHECK(shown(text, "<revise item='a'><description>後の文</description><reason>理由の文</reason></revise>",
                style) == "①拠点\n"
                          "  [0] label keep: （下線部分は修正部分）\n"
                          "  [0] label keep: 【修正後】\n"
                          "  [0] body: _後_の文\n"
                          "  [0] label keep: 【修正前】\n"
                          "  [0] body keep: _前_の文\n"
                          "  [0] note: 修正理由　理由の文\n");
}

TEST_CASE("備考の列には、修正の理由が全部の行にわたって立ち、目標の理由はその行だけに立つ") {
    const HouseStyle style =
        changed("by-year", [](HouseStyle& s) { s.comparison.notes = NotesPlace::column; });
    const std::string fields = "<description>前の文</description>" + goal_of_two;
    const std::string change =
        "<revise item='a'><description>後の文</description><goal kind='output'><value column='R7'>5</value>"
        "<reason>目標の理由</reason></goal><reason>全体の理由</reason><remark>課の備考</remark></revise>";
    CHECK(shown(fields, change, style) == "①拠点\n"
                                          "  [0] label keep: （下線部分は修正部分）\n"
                                          "  [0] table, 4 columns, 1 header rows\n"
                                          "      row\n"
                                          "        column-header\n"
                                          "        column-header 修正前\n"
                                          "        column-header 修正後\n"
                                          "        column-header 備考\n"
                                          "      row\n"
                                          "        row-header 内容\n"
                                          "        data _前_の文\n"
                                          "        data _後_の文\n"
                                          "        data 修正理由　全体の理由 / 備考　課の備考\n"
                                          "      row\n"
                                          "        band columns 3 ●目標\n"
                                          "        data rows 5 目標の理由\n"
                                          "      row\n"
                                          "        row-header 指標\n"
                                          "        data 指標の文\n"
                                          "        data 指標の文\n"
                                          "      row\n"
                                          "        row-header R6\n"
                                          "        data 1\n"
                                          "        data 1\n"
                                          "      row\n"
                                          "        row-header R7\n"
                                          "        data _2_\n"
                                          "        data _5_\n"
                                          "      row\n"
                                          "        row-header R8\n"
                                          "        data 3\n"
                                          "        data 3\n");
}

TEST_CASE("理由や備考を出さない様式では、どこにも出ない") {
    for (const std::string_view name : {"by-year", "side-by-side", "stacked"}) {
        CAPTURE(name);
        HouseStyle style = style_named(name);
        style.comparison.notes = NotesPlace::none;
        const std::string text =
            shown(goal_of_two, revise_value("<reason>全体の理由</reason><remark>課の備考</remark>"), style);
        CHECK(text.find("全体の理由") == std::string::npos);
        CHECK(text.find("課の備考") == std::string::npos);
    }
}

} // namespace
} // namespace taisho::test
