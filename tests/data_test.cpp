// The paper as data: which rows there are for each kind of amendment, and what they are called.

#include "data/data_columns.h"
#include "hand_revisions.h"
#include "small_papers.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

// A line for each row: its key, ○ when it changes, ✎ when it may be edited, and its text.
std::string rows_of(const Revisions& revisions) {
    const DataTable table = make_data(revisions);
    std::string lines;
    for (const DataRow& row : table.rows) {
        lines += key_of(place_of(table, row)) + (row.changed ? " ○" : " ・") + (row.editable ? "✎ " : " ");
        for (const char c : row.text) lines += c == '\n' ? "⏎" : std::string(1, c);
        lines += "\n";
    }
    return lines;
}

const std::string plan =
    "<level id='1'><number>第１章　</number><title>福祉</title>" +
    item("a", "<number>①</number><title>相談</title><page>12</page>",
         "<description>相談を進めます。</description>") +
    item("b", "<number>②</number><title>見守り</title>", "<description>見守ります。</description>") +
    item("c", "<number>③</number><title>送迎</title>", "<bodies>市</bodies>") +
    "</level><level id='2'><number>第２章　</number><title>教育</title></level>";

std::string rows_of(const std::string& amendments) { return rows_of(revisions_of(plan, amendments)); }

// ---- which rows there are ----

TEST_CASE("修正した項目は、見出し、ページ、変わらない欄まで両側が並び、修正後と理由を直せる") {
    CHECK(rows_of("<revise item='a'><title>相談と支援</title></revise>") ==
          "a/修正前/番号/// ・ ①\n"
          "a/修正後/番号/// ・✎ ①\n"
          "a/修正前/名称/// ○ 相談\n"
          "a/修正後/名称/// ○✎ 相談と支援\n"
          "a/修正前/ページ/// ・ 12\n"
          "a/修正後/ページ/// ・✎ 12\n"
          "a/修正前/文/description#1// ・ 相談を進めます。\n"
          "a/修正後/文/description#1// ・✎ 相談を進めます。\n"
          "a/修正後/修正理由/// ・✎ \n");
}

TEST_CASE("削除した項目は修正前だけで、直せるのは理由だけ") {
    CHECK(
        rows_of("<delete item='c'><reason>終了</reason><opinion>3</opinion><remark>別表</remark></delete>") ==
        "c/修正前/番号/// ○ ③\n"
        "c/修正前/名称/// ○ 送迎\n"
        "c/修正前/文/bodies#1// ○ 市\n"
        "c/修正後/修正理由/// ・✎ 終了\n"
        "c/修正後/意見番号//#1/ ・ 3\n"
        "c/修正後/備考//#1/ ・ 別表\n");
}

TEST_CASE("繰り上がった番号は直せず、欄を持たない") {
    CHECK(rows_of("<delete item='b' shift='yes'/>") == "b/修正前/番号/// ○ ②\n"
                                                       "b/修正前/名称/// ○ 見守り\n"
                                                       "b/修正前/文/description#1// ○ 見守ります。\n"
                                                       "b/修正後/修正理由/// ・✎ \n"
                                                       "c/修正前/番号/// ○ ③\n"
                                                       "c/修正後/番号/// ○ ②\n"
                                                       "c/修正前/名称/// ・ 送迎\n"
                                                       "c/修正後/名称/// ・ 送迎\n");
}

TEST_CASE("番号の変更で直せるのは、番号と理由だけ") {
    CHECK(rows_of("<renumber item='c'><number>④</number></renumber>") == "c/修正前/番号/// ○ ③\n"
                                                                         "c/修正後/番号/// ○✎ ④\n"
                                                                         "c/修正前/名称/// ・ 送迎\n"
                                                                         "c/修正後/名称/// ・ 送迎\n"
                                                                         "c/修正後/修正理由/// ・✎ \n");
}

TEST_CASE("加えた階層の下の項目も直せるが、理由は階層に一つ") {
    CHECK(
        rows_of(
            "<add><level id='3'><title>防災</title><item id='n'><title>訓練</title></item></level></add>") ==
        "3/修正後/名称/// ○✎ 防災\n"
        "3/修正後/修正理由/// ・✎ \n"
        "n/修正後/名称/// ○✎ 訓練\n");
}

TEST_CASE("統合と分割は、なくなる側と生まれる側だけ") {
    CHECK(rows_of("<merge into='a'><from item='b'/></merge>") ==
          "a/修正前/番号/// ・ ①\n"
          "a/修正後/番号/// ・✎ ①\n"
          "a/修正前/名称/// ・ 相談\n"
          "a/修正後/名称/// ・✎ 相談\n"
          "a/修正前/ページ/// ・ 12\n"
          "a/修正後/ページ/// ・✎ 12\n"
          "a/修正前/文/description#1// ・ 相談を進めます。\n"
          "a/修正後/文/description#1// ・✎ 相談を進めます。\n"
          "b/修正前/番号/// ○ ②\n"
          "b/修正前/名称/// ○ 見守り\n"
          "b/修正前/文/description#1// ○ 見守ります。\n"
          "b/修正後/修正理由/// ・✎ \n");
}

TEST_CASE("略した項目に行はない") { CHECK(rows_of("<unchanged item='a'/>") == ""); }

TEST_CASE("語の言換えは、前の語と後の語") {
    CHECK(rows_of("<rename from='見守り' to='見守る'/>") == "rename#1/修正前/字句/// ○ 見守り\n"
                                                            "rename#1/修正後/字句/// ○ 見守る\n"
                                                            "rename#1/修正後/修正理由/// ・ \n");
}

TEST_CASE("計画そのものは、名前だけを直せる") {
    CHECK(rows_of(revisions_of("<title>旧計画</title>" + plan,
                               "<revisePlan from='R6' to='R10'><title>新計画</title></revisePlan>")) ==
          "/修正前/名称/// ○ 旧計画\n"
          "/修正後/名称/// ○✎ 新計画\n"
          "/修正後/文/passage#1// ○ R6～R10\n"
          "/修正後/修正理由/// ・✎ \n");
}

// ---- goals and tables ----

TEST_CASE("目標は、指標、行と列ごとの値、付記の順") {
    const std::string goals =
        "<goal kind='output'><statement>数</statement><columns><column kind='baseline'>現状値</column>"
        "<column>R9</column></columns><row label='東'><value>1</value><value>2</value></row>"
        "<row label='西'><value>3</value><value>4</value></row></goal>";
    CHECK(rows_of(revisions_of(
              item("g", "<title>目標</title>", goals),
              "<revise item='g'><goal kind='output'><column ref='R9'><note>目標値</note></column>"
              "<value column='R9' row='西'>5</value></goal></revise>")) ==
          "g/修正前/名称/// ・ 目標\n"
          "g/修正後/名称/// ・✎ 目標\n"
          "g/修正前/指標/output#1// ・ 数\n"
          "g/修正後/指標/output#1// ・✎ 数\n"
          "g/修正前/値/output#1/東/現状値 ・ 1\n"
          "g/修正後/値/output#1/東/現状値 ・✎ 1\n"
          "g/修正前/値/output#1/東/2027 ・ 2\n"
          "g/修正後/値/output#1/東/2027 ・✎ 2\n"
          "g/修正前/値/output#1/西/現状値 ・ 3\n"
          "g/修正後/値/output#1/西/現状値 ・✎ 3\n"
          "g/修正前/値/output#1/西/2027 ○ 4\n"
          "g/修正後/値/output#1/西/2027 ○✎ 5\n"
          "g/修正後/付記/output#1//2027 ○✎ 目標値\n"
          "g/修正後/修正理由/// ・✎ \n");
}

TEST_CASE("目標の見出しが変われば、直せない名称の行になる") {
    const std::string goals = "<goal kind='output' label='指標１'><columns><column>R6</column></columns>"
                              "<row><value>1</value></row></goal>";
    CHECK(
        rows_of(revisions_of(item("g", "<title>目標</title>", goals),
                             "<revise item='g'><goal kind='output'><label>指標２</label></goal></revise>")) ==
        "g/修正前/名称/// ・ 目標\n"
        "g/修正後/名称/// ・✎ 目標\n"
        "g/修正前/名称/output#1// ○ 指標１\n"
        "g/修正後/名称/output#1// ○ 指標２\n"
        "g/修正前/値/output#1/#1/2024 ・ 1\n"
        "g/修正後/値/output#1/#1/2024 ・✎ 1\n"
        "g/修正後/修正理由/// ・✎ \n");
}

TEST_CASE("欄だけの理由は、その欄の後の行で、直せない") {
    CHECK(rows_of(revisions_of(item("g", "<title>目標</title>", "<passage>文</passage><bodies>市</bodies>"),
                               "<revise item='g'><bodies>国</bodies><delete "
                               "field='passage'><reason>重複</reason></delete></revise>")) ==
          "g/修正前/名称/// ・ 目標\n"
          "g/修正後/名称/// ・✎ 目標\n"
          "g/修正前/文/passage#1// ○ 文\n"
          "g/修正前/修正理由/passage#1// ・ 重複\n"
          "g/修正前/文/bodies#1// ○ 市\n"
          "g/修正後/文/bodies#1// ○✎ 国\n"
          "g/修正後/修正理由/// ・✎ \n");
}

TEST_CASE("表は欄ごとに両側が並び、なくなった行の欄は修正前だけ") {
    const auto table = [](const std::string& rows) {
        return "<table label='■一覧'><row header='yes'><cell>名</cell><cell>数</cell></row>" + rows +
               "</table>";
    };
    const std::string before = table("<row><cell>甲</cell><cell>1</cell></row>"
                                     "<row><cell>乙</cell><cell></cell></row>"),
                      after = table("<row><cell>甲</cell><cell></cell></row>");
    CHECK(rows_of(revisions_of(item("t", "<title>表</title>", before),
                               "<revise item='t'><replace field='table'>" + after + "</replace></revise>")) ==
          "t/修正前/名称/// ・ 表\n"
          "t/修正後/名称/// ・✎ 表\n"
          "t/修正前/表の欄/table#1/#1/#1 ・ 名\n"
          "t/修正後/表の欄/table#1/#1/#1 ・✎ 名\n"
          "t/修正前/表の欄/table#1/#1/#2 ・ 数\n"
          "t/修正後/表の欄/table#1/#1/#2 ・✎ 数\n"
          "t/修正前/表の欄/table#1/#2/#1 ・ 甲\n"
          "t/修正後/表の欄/table#1/#2/#1 ・✎ 甲\n"
          "t/修正前/表の欄/table#1/#2/#2 ○ 1\n"
          "t/修正後/表の欄/table#1/#2/#2 ○✎ \n"
          "t/修正前/表の欄/table#1/#3/#1 ○ 乙\n"
          "t/修正前/表の欄/table#1/#3/#2 ○ \n"
          "t/修正後/修正理由/// ・✎ \n");
}

// ---- keys ----

TEST_CASE("名札の中の斜線と百分率は、書き換えて戻せる") {
    const DataPlace place{Side::before, "a/b", Part::value, "人/年#1", "50%", "%2F"};
    CHECK(key_of(place) == "a%2Fb/修正前/値/人%2F年#1/50%25/%252F");
    CHECK(parse_key(key_of(place)) == place);
    CHECK(parse_key("a/修正前/値/output#1/東") == std::nullopt);
    CHECK(parse_key("a/いつか/値/output#1/東/2027") == std::nullopt);
}

TEST_CASE("同じ名前は番号で分かれ、元からある番号とは重ならない") {
    using Names = std::vector<std::string>;
    CHECK(distinct({"東", "西", "東", "東"}) == Names{"東", "西", "東#2", "東#3"});
    CHECK(distinct({"東", "東", "東#2"}) == Names{"東", "東#3", "東#2"});
    CHECK(field_keys({"output", "bodies", "output"}) == Names{"output#1", "bodies#1", "output#2"});
    CHECK(row_keys({"", "#1", "東\n西"}) == Names{"#1", "#1#2", "東 西"});
    CHECK(column_keys({{2027, "R９"}, {std::nullopt, "2027"}, {std::nullopt, "備考"}}) ==
          Names{"2027", "2027#2", "備考"});
}

TEST_CASE("同じ項目が二度出れば、二度目は別の名札") {
    using namespace by_hand;
    Revision once = revision(RevisionKind::moved, "①", "相談", {});
    once.id = words("a");
    Revision again = revision(RevisionKind::deleted, "①", "相談", {});
    again.id = words("a"), again.number = gone("①"), again.title = gone("相談");
    CHECK(rows_of(paper({once, again})) == "a/修正前/番号/// ・ ①\n"
                                           "a/修正後/番号/// ・✎ ①\n"
                                           "a/修正前/名称/// ・ 相談\n"
                                           "a/修正後/名称/// ・✎ 相談\n"
                                           "a#2/修正前/番号/// ○ ①\n"
                                           "a#2/修正前/名称/// ○ 相談\n");
}

} // namespace
} // namespace taisho::test
