#include "compare/mark.h"
#include "revise/revisions.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <variant>

namespace taisho::test {
namespace {

// The revisions of a plan with one item 「a」 as text.
std::string revised(const std::string& fields, const std::string& amendments) {
    const Paper paper = read(
        paper_file("<item id='a'><number>①</number><title>拠点</title>" + fields + "</item>", amendments));
    Diagnostics diagnostics;
    const Revisions revisions = revise(paper, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) MESSAGE(sentence(diagnostic, Language::japanese));
    CHECK(diagnostics.empty());
    return dump(revisions);
}

std::string slips_of(const std::string& fields, const std::string& amendments) {
    return slips(paper_file("<item id='a'><title>拠点</title>" + fields + "</item>", amendments));
}

const std::string three_years = goal("output", "指標", {"―", "設定", "検証"});

TEST_CASE("同じ年度の値が並ぶ") {
    CHECK(revised(three_years,
                  "<revise item='a'><goal kind='output'><value column='Ｒ７'>策定</value></goal></revise>") ==
          "１．修正\n"
          "  revised ①拠点\n"
          "    goal\n"
          "      label = ●目標\n"
          "      statement = 指標\n"
          "      column = R6\n"
          "      column = R7\n"
          "      column = R8\n"
          "      row\n"
          "        value = ―\n"
          "        value ⟦設定⟧ → ⟦策定⟧\n"
          "        value = 検証\n");
}

TEST_CASE("列に書き添えた言葉だけが変わる") {
    CHECK(revised(three_years, "<revise item='a'><goal kind='output'><column "
                               "ref='R8'><note>目標値</note></column></goal></revise>") ==
          "１．修正\n"
          "  revised ①拠点\n"
          "    goal\n"
          "      label = ●目標\n"
          "      statement = 指標\n"
          "      column = R6\n"
          "      column = R7\n"
          "      column = R8\n"
          "        note ∅ → ⟦目標値⟧\n"
          "      row\n"
          "        value = ―\n"
          "        value = 設定\n"
          "        value = 検証\n");
}

TEST_CASE("列の名を変えても、列は同じ列のまま") {
    CHECK(revised(three_years, "<revise item='a'><goal kind='output'><column "
                               "ref='R8'><label>Ｒ８以降</label></column></goal></revise>") ==
          "１．修正\n"
          "  revised ①拠点\n"
          "    goal\n"
          "      label = ●目標\n"
          "      statement = 指標\n"
          "      column = R6\n"
          "      column = R7\n"
          "      column ⟦R8⟧ → ⟦Ｒ８以降⟧\n"
          "      row\n"
          "        value = ―\n"
          "        value = 設定\n"
          "        value = 検証\n");
}

TEST_CASE("削除した項目は、横線のほか全てに印が付く") {
    CHECK(revised(three_years, "<delete item='a'/>") == "１．修正\n"
                                                        "  deleted ①拠点\n"
                                                        "    number ⟦①⟧ → ∅\n"
                                                        "    title ⟦拠点⟧ → ∅\n"
                                                        "    goal\n"
                                                        "      label ⟦●目標⟧ → ∅\n"
                                                        "      statement ⟦指標⟧ → ∅\n"
                                                        "      column ⟦R6⟧ → ∅\n"
                                                        "      column ⟦R7⟧ → ∅\n"
                                                        "      column ⟦R8⟧ → ∅\n"
                                                        "      row\n"
                                                        "        value ― → ∅\n"
                                                        "        value ⟦設定⟧ → ∅\n"
                                                        "        value ⟦検証⟧ → ∅\n");
}

TEST_CASE("足した項目は、全てに印が付く") {
    const Paper paper = read(paper_file(
        "<level id='1'><number>１</number><title>基本目標</title></level>",
        "<add level='1'><item id='b'><title>圏域</title><description>検討</description></item></add>"));
    Diagnostics diagnostics;
    CHECK(dump(revise(paper, diagnostics)) == "１．修正\n"
                                              "  added １基本目標 > 圏域\n"
                                              "    title ∅ → ⟦圏域⟧\n"
                                              "    description\n"
                                              "      text ∅ → ⟦検討⟧\n");
}

TEST_CASE("説明の変わった語だけに印が付く") {
    CHECK(
        revised("<description>福祉部局と教育部局が連携して支援します。</description>",
                "<revise "
                "item='a'><description>福祉部局と教育委員会が連携して支援します。</description></revise>") ==
        "１．修正\n"
        "  revised ①拠点\n"
        "    description\n"
        "      text 福祉部局と⟦教育部局⟧が連携して支援します。 → "
        "福祉部局と⟦教育委員会⟧が連携して支援します。\n");
}

const std::string two_rows = "<goal kind='output'><columns><column>R6</column><column>R7</column></columns>"
                             "<row label='市内'><value>一</value><value>二</value></row><row "
                             "label='市外'><value>三</value><value>四</value></row></goal>";

TEST_CASE("行が二つあれば、名で区別する") {
    CHECK(revised(two_rows, "<revise item='a'><goal kind='output'><value column='R7' "
                            "row='市外'>五</value></goal></revise>") == "１．修正\n"
                                                                        "  revised ①拠点\n"
                                                                        "    goal\n"
                                                                        "      column = R6\n"
                                                                        "      column = R7\n"
                                                                        "      row\n"
                                                                        "        label = 市内\n"
                                                                        "        value = 一\n"
                                                                        "        value = 二\n"
                                                                        "      row\n"
                                                                        "        label = 市外\n"
                                                                        "        value = 三\n"
                                                                        "        value ⟦四⟧ → ⟦五⟧\n");
}

TEST_CASE("行を丸ごと書き直せば、名の同じ行が並ぶ") {
    CHECK(
        revised(
            two_rows,
            "<revise item='a'><goal kind='output'><row label='市外'><value>三</value><value>四</value></row>"
            "<row label='県外'><value>六</value><value>七</value></row></goal></revise>") ==
        "１．修正\n"
        "  revised ①拠点\n"
        "    goal\n"
        "      column = R6\n"
        "      column = R7\n"
        "      row\n"
        "        label ⟦市内⟧ → ∅\n"
        "        value ⟦一⟧ → ∅\n"
        "        value ⟦二⟧ → ∅\n"
        "      row\n"
        "        label = 市外\n"
        "        value = 三\n"
        "        value = 四\n"
        "      row\n"
        "        label ∅ → ⟦県外⟧\n"
        "        value ∅ → ⟦六⟧\n"
        "        value ∅ → ⟦七⟧\n");
}

const std::string with_target =
    "<goal kind='output'><columns><column>R6</column><column kind='target'>目標値</column></columns>"
    "<row><value>一</value><value>二</value></row></goal>";

TEST_CASE("年度でない列も、名を変えただけなら同じ列のまま") {
    CHECK(revised(with_target, "<revise item='a'><goal kind='output'><column "
                               "ref='目標値'><label>最終目標値</label></column></goal></revise>") ==
          "１．修正\n"
          "  revised ①拠点\n"
          "    goal\n"
          "      column = R6\n"
          "      column 目標値 → ⟦最終⟧目標値\n"
          "      row\n"
          "        value = 一\n"
          "        value = 二\n");
}

TEST_CASE("列の名を変えても、値は計画の列の名で指せる") {
    CHECK(slips_of(
              with_target,
              "<revise item='a'><goal kind='output'><column ref='目標値'><label>最終目標値</label></column>"
              "<value column='目標値'>三</value></goal></revise>") == "");
}

TEST_CASE("同じ種類の目標は、見出しの言葉で指せる") {
    const std::string two_goals =
        "<goal kind='output' "
        "label='●甲'><columns><column>R6</column></columns><row><value>一</value></row></goal>"
        "<goal kind='output' "
        "label='●乙'><columns><column>R6</column></columns><row><value>二</value></row></goal>";
    CHECK(revised(two_goals,
                  "<revise item='a'><goal kind='output' label='●乙'><value column='R6'>三</value></goal>"
                  "</revise>") == "１．修正\n"
                                  "  revised ①拠点\n"
                                  "    goal\n"
                                  "      label = ●甲\n"
                                  "      column = R6\n"
                                  "      row\n"
                                  "        value = 一\n"
                                  "    goal\n"
                                  "      label = ●乙\n"
                                  "      column = R6\n"
                                  "      row\n"
                                  "        value ⟦二⟧ → ⟦三⟧\n");
}

TEST_CASE("目標の名だけを変えられる") {
    CHECK(slips_of(three_years,
                   "<revise item='a'><goal kind='output'><label>●指標</label></goal></revise>") == "");
}

// ---- slips ----

TEST_CASE("計画にない項目は断る") {
    CHECK(slips_of("", "<delete item='b'/>").starts_with("T201 項目「b」は計画の中にありません。"));
}

TEST_CASE("一つの項目は一度だけ直せる") {
    CHECK(slips_of("", "<revise item='a'><title>圏域</title></revise><delete item='a'/>") ==
          "T203 項目「a」が二度修正（削除）されています。一つにまとめてください。\n");
    CHECK(slips_of("", "<delete item='a'/><revise item='a'><title>圏域</title></revise>") ==
          "T257 "
          "「a」は、先の修正で削除（統合）されています。順番を入れかえるか、どちらかの修正を消してください。"
          "\n");
}

TEST_CASE("何も変えない修正は断る") {
    CHECK(slips_of(three_years,
                   "<revise item='a'><goal kind='output'><value column='R7'>設定</value></goal></revise>") ==
          "T212 「a」の修正は、何も変えていません。変わるところを書くか、この修正を消してください。\n");
}

TEST_CASE("ない列の値は断り、ある列を挙げる") {
    CHECK(slips_of(three_years,
                   "<revise item='a'><goal kind='output'><value column='R9'>一</value></goal></revise>") ==
          "T205 列「R9」はこの目標にありません。列：R6、R7、R8\n");
}

TEST_CASE("同じ列の値を二度書けば断る") {
    CHECK(slips_of(three_years, "<revise item='a'><goal kind='output'><value column='R7'>一</value>"
                                "<value column='令和７年度'>二</value></goal></revise>") ==
          "T213 列「令和７年度」の値が二度書かれています。\n");
}

TEST_CASE("同じ目標を二度直せば断る") {
    CHECK(slips_of(three_years, "<revise item='a'><goal kind='output'><value column='R7'>一</value></goal>"
                                "<goal kind='output'><value column='R8'>二</value></goal></revise>") ==
          "T217 「output」が二度修正されています。一つにまとめてください。\n");
}

TEST_CASE("行を全部書きかえるときに値も書けば断る") {
    CHECK(slips_of(three_years, "<revise item='a'><goal kind='output'><row><value>一</value><value>二</value>"
                                "<value>三</value></row><value column='R7'>四</value></goal></revise>")
              .starts_with("T218 "));
}

TEST_CASE("ない目標は断る") {
    CHECK(slips_of(three_years,
                   "<revise item='a'><goal kind='outcome'><statement>一</statement></goal></revise>") ==
          "T208 項目「a」に「outcome」はありません。あるもの：output\n");
}

TEST_CASE("同じ種類の目標が二つあれば、どれか分からない") {
    CHECK(slips_of(three_years + three_years,
                   "<revise item='a'><goal kind='output'><statement>一</statement></goal></revise>")
              .starts_with("T209 項目「a」には「output」が二つ以上あり、どれか分かりません。"));
}

TEST_CASE("行が二つあるのに名がなければ断る") {
    CHECK(slips_of(two_rows,
                   "<revise item='a'><goal kind='output'><value column='R7'>五</value></goal></revise>")
              .starts_with("T216 "));
}

TEST_CASE("書き直した行の値の数も数える") {
    CHECK(slips_of(two_rows, "<revise item='a'><goal kind='output'><row "
                             "label='市外'><value>三</value></row></goal></revise>") ==
          "T204 値が1個です。列は2個あります。\n");
}

} // namespace
} // namespace taisho::test
