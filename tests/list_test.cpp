// 修正箇所一覧: the rows of the list, and what stands beside them.

#include "document/compose.h"
#include "small_papers.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

const std::string plan = "<level id='1'><number>【４】</number><title>目標</title><item "
                         "id='a'><number>①</number><title>連携</title>"
                         "<description>連携します。</description>" +
                         goal("output", "会議の数", {"1回", "2回", "2回"}) +
                         "</item><item id='b'><number>②</number><title>拠点</title>" +
                         goal("output", "拠点の数", {"1", "2", "3"}) + "</item></level>";

// The table of the list, from its header on.
std::string rows(const std::string& amendments, const HouseStyle& style) {
    const std::string text = dump(compose(revisions_of(plan, amendments), style));
    const std::size_t at = text.find("  [0] table");
    REQUIRE(at != std::string::npos);
    return text.substr(at);
}

std::string rows(const std::string& amendments) { return rows(amendments, style_named("list")); }

const std::string revised = "<revise item='a'><goal kind='output'><statement>会議の回数</statement>"
                            "<value column='R7'>5回</value><value column='R8'>5回</value></goal>"
                            "<reason>国の指針</reason></revise>";

TEST_CASE("一覧は、変わるところの一つを一行にし、続く年の同じ変更をまとめる") {
    CHECK(rows(revised) == "  [0] table, 6 columns, 1 header rows\n"
                           "      row\n"
                           "        column-header №\n"
                           "        column-header 箇所\n"
                           "        column-header 項目\n"
                           "        column-header 修正前\n"
                           "        column-header 修正後\n"
                           "        column-header 修正理由\n"
                           "      row\n"
                           "        row-header rows 2 1\n"
                           "        row-header rows 2 【４】目標 / ①連携\n"
                           "        row-header 業績目標 / 指標\n"
                           "        data 会議の_数_\n"
                           "        data 会議の_回数_\n"
                           "        data rows 2 国の指針\n"
                           "      row\n"
                           "        row-header 業績目標 / R7～R8\n"
                           "        data _2回_\n"
                           "        data _5回_\n");
}

TEST_CASE("一覧では、なくなる項目を一行にし、目標の名前と指標を示す") {
    CHECK(rows("<delete item='b'/>") == "  [0] table, 6 columns, 1 header rows\n"
                                        "      row\n"
                                        "        column-header №\n"
                                        "        column-header 箇所\n"
                                        "        column-header 項目\n"
                                        "        column-header 修正前\n"
                                        "        column-header 修正後\n"
                                        "        column-header 修正理由\n"
                                        "      row\n"
                                        "        row-header 1\n"
                                        "        row-header 【４】目標 / ②拠点\n"
                                        "        row-header 業績目標\n"
                                        "        data 拠点の数\n"
                                        "        data （削除）\n"
                                        "        data\n");
}

TEST_CASE("一覧で、新しい側を先にすると、修正後の列が左に来る") {
    HouseStyle style = style_named("list");
    style.comparison.order = Order::new_first;
    CHECK(rows("<revise item='a'><description>連携を進めます。</description></revise>", style) ==
          "  [0] table, 6 columns, 1 header rows\n"
          "      row\n"
          "        column-header №\n"
          "        column-header 箇所\n"
          "        column-header 項目\n"
          "        column-header 修正後\n"
          "        column-header 修正前\n"
          "        column-header 修正理由\n"
          "      row\n"
          "        row-header 1\n"
          "        row-header 【４】目標 / ①連携\n"
          "        row-header 内容\n"
          "        data 連携_を進め_ます。\n"
          "        data 連携_し_ます。\n"
          "        data\n");
}

TEST_CASE("一覧で、目標だけの理由は、その目標の行の横に立つ") {
    CHECK(rows("<revise item='a'><description>連携を進めます。</description><goal kind='output'>"
               "<value "
               "column='R7'>5回</value><reason>目標の理由</reason></goal><reason>全体の理由</reason></"
               "revise>") == "  [0] table, 6 columns, 1 header rows\n"
                             "      row\n"
                             "        column-header №\n"
                             "        column-header 箇所\n"
                             "        column-header 項目\n"
                             "        column-header 修正前\n"
                             "        column-header 修正後\n"
                             "        column-header 修正理由\n"
                             "      row\n"
                             "        row-header rows 2 1\n"
                             "        row-header rows 2 【４】目標 / ①連携\n"
                             "        row-header 内容\n"
                             "        data 連携_し_ます。\n"
                             "        data 連携_を進め_ます。\n"
                             "        data 全体の理由\n"
                             "      row\n"
                             "        row-header 業績目標 / R7\n"
                             "        data _2回_\n"
                             "        data _5回_\n"
                             "        data 目標の理由\n");
}

TEST_CASE("一覧では、言葉の改めも一行になる") {
    CHECK(rows("<rename from='会議' to='協議'/>") == "  [0] table, 6 columns, 1 header rows\n"
                                                     "      row\n"
                                                     "        column-header №\n"
                                                     "        column-header 箇所\n"
                                                     "        column-header 項目\n"
                                                     "        column-header 修正前\n"
                                                     "        column-header 修正後\n"
                                                     "        column-header 修正理由\n"
                                                     "      row\n"
                                                     "        row-header 1\n"
                                                     "        row-header 計画全体\n"
                                                     "        row-header 字句\n"
                                                     "        data 会議\n"
                                                     "        data 協議\n"
                                                     "        data\n");
}

TEST_CASE("一覧で、長い理由は列に入れず、行の下に両側にわたって置く") {
    std::string reason;
    for (int i = 0; i < 60; ++i) reason += "国の指針が変わったため、";
    const std::string text =
        rows("<revise item='b'><goal kind='output'><value column='R7'>5</value></goal><reason>" + reason +
             "</reason></revise>");
    CHECK(text.find("row-header 修正理由\n        data columns 2 " + reason + "\n") != std::string::npos);
    CHECK(text.find("row-header rows 2 1\n") != std::string::npos);
}

TEST_CASE("理由を出さない一覧には、理由の列がない") {
    HouseStyle style = style_named("list");
    style.comparison.notes = NotesPlace::none;
    const std::string text = rows(revised, style);
    CHECK(text.find("5 columns") != std::string::npos);
    CHECK(text.find("国の指針") == std::string::npos);
}

TEST_CASE("一覧に、変わらないものは出ず、どの修正がどの表から始まるかが分かる") {
    const Document document =
        compose(revisions_of(plan, "<unchanged item='b'/>" + revised), style_named("list"));
    CHECK(document.changes == std::vector<std::uint32_t>{no_block, 2});
    CHECK(document.body.size() == 3); // the title, the legend, the list
}

TEST_CASE("一覧の題名には、何の一覧かが付く") {
    const Document document = compose(revisions_of(plan, revised), style_named("list"));
    CHECK(std::get<Paragraph>(document.body.front().content).text == "計画の修正　修正箇所一覧");
    CHECK(document.properties.title == "計画の修正　修正箇所一覧");
}

TEST_CASE("一覧は、節をまたいで一つの表になり、求めれば節ごとに分かれる") {
    Revisions revisions = revisions_of(plan, revised + "<delete item='b'/>");
    RevisedSection second = revisions.sections.front();
    revisions.sections.front().changes.pop_back();
    second.changes.erase(second.changes.begin());
    revisions.sections.push_back(std::move(second));
    const auto tables = [&](ListSections sections) {
        HouseStyle style = style_named("list");
        style.comparison.list_sections = sections;
        const std::string text = dump(compose(revisions, style));
        std::size_t count = 0;
        for (std::size_t at = 0; (at = text.find("] table", at)) != std::string::npos; ++at) ++count;
        return count;
    };
    CHECK(tables(ListSections::none) == 1);
    CHECK(tables(ListSections::heading) == 2);
}

TEST_CASE("一覧の番号は資料を通して続き、一覧でない節の修正も、節に分かれた一覧も数える") {
    Revisions revisions = revisions_of(plan, revised + "<delete item='b'/>");
    RevisedSection second = revisions.sections.front();
    revisions.sections.front().changes.pop_back();
    second.changes.erase(second.changes.begin());
    revisions.sections.push_back(std::move(second));
    const auto second_row = [&](const HouseStyle& style) {
        const std::string text = dump(compose(revisions, style));
        return text.find("row-header 2\n        row-header 【４】目標 / ②拠点\n") != std::string::npos;
    };
    HouseStyle parted = style_named("list");
    parted.comparison.list_sections = ListSections::heading;
    CHECK(second_row(parted));
    CHECK(second_row(style_named("list")));
    revisions.sections.back().arrangement = text("list");
    CHECK(second_row(style_named("by-year")));
}

TEST_CASE("一覧で、どの目標にも理由があるとき、修正の理由と意見番号は初めの行に先に立つ") {
    const std::string text = rows("<revise item='a'><goal kind='output'><value column='R7'>5回</value>"
                                  "<reason>目標の理由</reason></goal><reason>全体の理由</reason>"
                                  "<opinion>12</opinion></revise>");
    CHECK(text.substr(text.find("        row-header 1\n")) ==
          "        row-header 1\n"
          "        row-header 【４】目標 / ①連携\n"
          "        row-header 業績目標 / R7\n"
          "        data _2回_\n"
          "        data _5回_\n"
          "        data 修正理由　全体の理由 / 意見番号　12 / 理由　目標の理由\n");
}

TEST_CASE("一覧には、統合で残る項目のように文の変わらない修正も、（略）と、その番号で載る") {
    const std::string text = rows("<merge into='a'><from item='b'/><reason>重複</reason></merge>");
    CHECK(text.substr(text.find("        row-header 1\n")) == "        row-header 1\n"
                                                              "        row-header 【４】目標 / ①連携\n"
                                                              "        row-header 内容\n"
                                                              "        data （略）\n"
                                                              "        data （略）\n"
                                                              "        data\n"
                                                              "      row\n"
                                                              "        row-header 2\n"
                                                              "        row-header 【４】目標 / ②拠点\n"
                                                              "        row-header 業績目標\n"
                                                              "        data 拠点の数\n"
                                                              "        data （①連携に統合）\n"
                                                              "        data 重複\n");
}

} // namespace
} // namespace taisho::test
