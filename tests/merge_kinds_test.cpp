// Edits of every kind of amendment: what goes, stays and becomes another amendment. One fact each.

#include "edited_book.h"
#include "office.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace taisho;
using namespace taisho::test;

namespace {

std::string item(const std::string& id, const std::string& number, const std::string& title,
                 const std::string& more = "") {
    return "<item id='" + id + "'><number>" + number + "</number><title>" + title + "</title><description>" +
           title + "を進めます。</description>" + more + "</item>";
}

// A goal of the rows 甲 and 乙 and the years R6 to R8, and two footnotes.
const std::string more_fields =
    "<goal kind='output' label='●業績目標'><statement>回数</statement><columns><column>R6</column>"
    "<column>R7</column><column>R8</column></columns><row label='甲'><value>1回</value><value>2回</value>"
    "<value>3回</value></row><row label='乙'><value>4回</value><value>5回</value><value>6回</value></row>"
    "</goal><footnote>注一</footnote><footnote>注二</footnote>";

const std::string revise_a = "<revise item='a'><description>変わる。</description></revise>";

std::string revise_a_goal(const std::string& edits) {
    return "<revise item='a'><goal kind='output'>" + edits + "</goal></revise>";
}

// Level 1 holds the items a ①相談, b ②見守り and c ③送迎; level 2 the item d ①学校.
std::string paper(const std::string& amendments) {
    return paper_file("<level id='1'><number>第１章　</number><title>福祉</title>" +
                          item("a", "①", "相談", more_fields) + item("b", "②", "見守り") +
                          item("c", "③", "送迎") +
                          "</level><level id='2'><number>第２章　</number><title>教育</title>" +
                          item("d", "①", "学校") + "</level>",
                      amendments);
}

// What stands in the section after the edits, without the blanks between elements; messages before.
template <class Edit>
std::string after(const std::string& amendments, Edit edit) {
    const std::string file = paper(amendments);
    EditedBook book = book_of(file);
    edit(book);
    const Imported imported = import(file, book);
    const std::string title = "<title>修正</title>";
    const std::size_t begin = imported.file.find(title);
    if (begin == std::string::npos) return imported.messages + "（修正なし）";
    const std::size_t from = begin + title.size();
    std::string section;
    for (const char c : imported.file.substr(from, imported.file.find("</section>") - from)) {
        if (c == '\n') section.resize(section.find_last_not_of(' ') + 1);
        const bool indents = c == ' ' && (section.empty() || section.back() == '>');
        if (c != '\n' && !indents) section += c;
    }
    return imported.messages + section;
}

auto without(const std::string& beginning) {
    return [beginning](EditedBook& book) {
        std::erase_if(book.rows, [&](auto& row) { return row["ID"].starts_with(beginning); });
    };
}

const std::string level_of_two = "<add after='2'><level id='3'><number>第３章　</number><title>新</title>" +
                                 item("e", "①", "見学") + item("f", "②", "講座") + "</level></add>";

const std::string split_b =
    "<split item='b'><description>半分</description>" + item("b2", "③", "残り") + "</split>";

const std::string merge_b = "<merge into='a'><from item='b'/><title>相談と見守り</title></merge>";

TEST_CASE("加える階層の一つの項目の行を消すと、その項目だけがなくなる") {
    CHECK(after(level_of_two, without("f/")) ==
          "<add after='2'><level id='3'><number>第３章　</number><title>新</title>" + item("e", "①", "見学") +
              "</level></add>");
}

TEST_CASE("加える階層の行をみな消すと、階層を加えない") {
    CHECK(after(revise_a + level_of_two, [](EditedBook& book) {
              without("3/")(book), without("e/")(book), without("f/")(book);
          }) == revise_a);
}

TEST_CASE("項目が残る階層だけの行を消すことはできない") {
    CHECK(after(level_of_two, without("3/")) ==
          "エラー T637 「新」の直しは、資料の修正として書けません。資料の XML を直してください。\n" +
              level_of_two);
}

TEST_CASE("分けた項目の行を消すと、分割でなく修正になる") {
    CHECK(after(split_b, without("b2/")) == "<revise item=\"b\"><description>半分</description></revise>");
}

TEST_CASE("分けた項目が残っていれば、分割はやめられない") {
    CHECK(after(split_b, without("b/")) ==
          "エラー T637 「見守り」の直しは、資料の修正として書けません。資料の XML を直してください。\n" +
              split_b);
}

TEST_CASE("統合される項目の行を消すと、統合でなく修正になる") {
    CHECK(after(merge_b, without("b/")) == "<revise item=\"a\"><title>相談と見守り</title></revise>");
}

TEST_CASE("移す項目の修正後の行を消すと、削除になる") {
    CHECK(after("<move item='b' to='2'><number>②</number></move>", without("b/修正後/")) ==
          "<delete item=\"b\"/>");
}

TEST_CASE("計画についての修正の行を消すと、その修正をやめる") {
    CHECK(after("<revisePlan><title>新しい計画</title></revisePlan>" + revise_a, without("/")) == revise_a);
}

TEST_CASE("番号の変更の番号を直しても、番号の変更のまま") {
    CHECK(after("<renumber item='c'><number>④</number><reason>欠番</reason></renumber>",
                [](EditedBook& book) { book.text("c/修正後/番号///") = "⑤"; }) ==
          "<renumber item='c'><number>⑤</number><reason>欠番</reason></renumber>");
}

TEST_CASE("番号の変更の番号を元に戻すと、その修正は消える") {
    CHECK(after(revise_a + "<renumber item='c'><number>④</number></renumber>",
                [](EditedBook& book) { book.text("c/修正後/番号///") = "③"; }) == revise_a);
}

TEST_CASE("行と年を一度に消せる") {
    CHECK(after(revise_a_goal("<value column='R6' row='乙'>7回</value>"),
                [](EditedBook& book) {
                    without("a/修正後/値/output#1/甲/")(book);
                    book.remove("a/修正後/値/output#1/乙/2025");
                }) ==
          "<revise item='a'><replace field=\"output\"><goal kind=\"output\" label=\"●業績目標\">"
          "<statement>回数</statement><columns><column>R6</column><column>R8</column></columns>"
          "<row label=\"乙\"><value>7回</value><value>6回</value></row></goal></replace></revise>");
}

TEST_CASE("欄の理由は、その欄の修正の理由になる") {
    const std::string value = "<value column='R7' row='甲'>3回</value>";
    CHECK(after(revise_a_goal(value + "<reason>もとの理由</reason>"), [](EditedBook& book) {
              book.text("a/修正後/修正理由/output#1//") = "別の理由";
          }) == revise_a_goal(value + "<reason>別の理由</reason>"));
}

TEST_CASE("欄を直しても、その欄の理由は残る") {
    CHECK(after(revise_a_goal("<value column='R7' row='甲'>3回</value><reason>理由</reason>"),
                [](EditedBook& book) { book.text("a/修正後/値/output#1/甲/2025") = "4回"; }) ==
          revise_a_goal("<value column='R7' row='甲'>4回</value><reason>理由</reason>"));
}

TEST_CASE("名称変更の後の語を含む文を直しても、名称変更は元の語を見つける") {
    const std::string rename = "<rename from='見守り' to='見守り（旧見守り）'/>";
    CHECK(after("<revise item='b'><description>見守りをします。</description></revise>" + rename,
                [](EditedBook& book) {
                    book.text("b/修正後/文/description#1//") = "見守り（旧見守り）を続けます。";
                }) == "<revise item='b'><description>見守りを続けます。</description></revise>" + rename);
}

// ---- rows that are copied ----

TEST_CASE("ID ごと写した行も、別の項目なら新しい項目になる") {
    CHECK(after(revise_a,
                [](EditedBook& book) {
                    const std::string id = "a/修正後/文/description#1//";
                    auto& row = book.copy(id);
                    row["ID"] = id, row["項目"] = "集い", row["項目番号"] = "④";
                }) == revise_a + "<add level=\"1\"><item id=\"1-new1\"><number>④</number><title>集い</title>"
                                 "<description>変わる。</description></item></add>");
}

TEST_CASE("写した行が先に並んでいても、もとの行は、もとの行") {
    CHECK(after(revise_a,
                [](EditedBook& book) {
                    const std::string id = "a/修正後/値/output#1/甲/2026";
                    auto& row = book.copy(id);
                    row["ID"] = id, row["列"] = "R9", row["表記"] = "9回";
                    std::ranges::reverse(book.rows);
                }) ==
          "<revise item='a'><description>変わる。</description><goal kind=\"output\">"
          "<addColumn after=\"R8\"><column>R9</column><value>9回</value><value>―</value></addColumn>"
          "</goal></revise>");
}

TEST_CASE("同じ欄の行が二つあって文が違えば、誤り") {
    CHECK(after(revise_a, [](EditedBook& book) {
              const std::string id = "a/修正後/文/description#1//";
              auto& row = book.copy(id);
              row["ID"] = id, row["表記"] = "別の文。";
          }).starts_with("エラー T625 "));
}

TEST_CASE("どの欄のものでもない ID は、誤り") {
    CHECK(after(revise_a, [](EditedBook& book) {
              book.copy("a/修正後/文/description#1//")["ID"] = "z/修正後/文/description#1//";
          }).starts_with("エラー T624 "));
}

TEST_CASE("項目の修正後の行をみな写すと、同じ形の新しい項目になる") {
    CHECK(after(revise_a,
                [](EditedBook& book) {
                    std::vector<std::map<std::string, std::string>> copied;
                    for (auto row : book.rows) {
                        if (!row["ID"].starts_with("a/修正後/")) continue;
                        row.erase("ID"), row["項目"] = "集い";
                        if (row["内容"] == "名称") row["表記"] = "集い";
                        if (row["内容"] == "番号") row["表記"] = "④";
                        copied.push_back(row);
                    }
                    book.rows.insert(book.rows.end(), copied.begin(), copied.end());
                }) == revise_a +
                          "<add level=\"1\"><item id=\"1-new1\"><number>④</number><title>集い</title>"
                          "<description>変わる。</description><goal kind=\"output\" label=\"●業績目標\">"
                          "<statement>回数</statement><columns><column>R6</column><column>R7</column>"
                          "<column>R8</column></columns><row label=\"甲\"><value>1回</value>"
                          "<value>2回</value><value>3回</value></row><row label=\"乙\"><value>4回</value>"
                          "<value>5回</value><value>6回</value></row></goal><footnote>注一</footnote>"
                          "<footnote>注二</footnote></item></add>");
}

TEST_CASE("加えた行は、二度取り込んでも一度だけ加わる") {
    const std::string file = paper(revise_a);
    EditedBook book = book_of(file);
    for (const std::string row : {"甲", "乙"}) {
        auto& copied = book.copy("a/修正後/値/output#1/" + row + "/2026");
        copied["列"] = "R9", copied["列の種類"] = "目標値", copied["表記"] = "9回";
    }
    const Imported once = import(file, book);
    CHECK(holds(once.file, "<column kind=\"target\">R9</column>"));
    CHECK(import(once.file, book) == Imported{once.file, "", "直されたところはありません。\n"});
}

} // namespace
