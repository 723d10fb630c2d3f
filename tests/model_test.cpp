#include "model/read_paper.h"
#include "model/write_paper.h"
#include "support.h"
#include "text/fold.h"

#include <doctest/doctest.h>
#include <string>
#include <variant>
#include <vector>

namespace taisho::test {
namespace {

const Paper& shiryo3() {
    static const Paper paper = read(read_bytes(real_paper));
    return paper;
}

template <class Kind>
std::vector<const Kind*> fields_of(const Paper& paper) {
    std::vector<const Kind*> found;
    for (const Unit& unit : paper.plan.tree.units) {
        if (!is_item(unit)) continue;
        for (const Field& field : taisho::fields_of(unit)) {
            if (const auto* one = std::get_if<Kind>(&field)) found.push_back(one);
        }
    }
    return found;
}

using Names = std::vector<std::string>;

// ---- the real paper ----

TEST_CASE("資料３の項目は六つ") {
    Names ids;
    for (const Unit& unit : shiryo3().plan.tree.units) {
        if (is_item(unit)) ids.push_back(unit.id.utf8);
    }
    CHECK(ids == Names{"2-2-1", "4-5-1", "5-1-1", "5-2-3", "5-2-4", "5-3-1"});
}

TEST_CASE("資料３の目標は十二") { CHECK(fields_of<Goal>(shiryo3()).size() == 12); }

TEST_CASE("資料３の目標はどれも現状値と五年の列を持つ") {
    for (const Goal* goal : fields_of<Goal>(shiryo3())) {
        std::vector<std::optional<int>> years;
        for (const Column& column : goal->columns) years.push_back(column.year);
        CHECK(years == std::vector<std::optional<int>>{std::nullopt, 2024, 2025, 2026, 2027, 2028});
    }
}

TEST_CASE("資料３の値は列の数だけある") {
    for (const Goal* goal : fields_of<Goal>(shiryo3())) {
        REQUIRE(goal->rows.size() == 1);
        CHECK(goal->rows[0].values.size() == 6);
    }
}

TEST_CASE("資料３は一件を修正し、五件を削除する") {
    Names changes;
    for (const Section& section : shiryo3().sections) {
        for (const Amendment& amendment : section.amendments) {
            if (const auto* one = std::get_if<Revise>(&amendment.change))
                changes.push_back("revise " + one->unit.id.utf8);
            if (const auto* one = std::get_if<Delete>(&amendment.change))
                changes.push_back("delete " + one->unit.id.utf8);
        }
    }
    CHECK(changes == Names{"revise 4-5-1", "delete 2-2-1", "delete 5-1-1", "delete 5-2-3", "delete 5-2-4",
                           "delete 5-3-1"});
}

TEST_CASE("資料３の値の行替えは四行になる") {
    const std::vector<const Goal*> goals = fields_of<Goal>(shiryo3());
    CHECK(goals[1]->rows[0].values[1].utf8 == "・こども若者\n・老人集会所等公共施設の地域福祉拠点化\n・地域資"
                                              "源の見える化とマッチング\n・創発の場開発推進の設定");
}

TEST_CASE("資料３の追加の様式はstackedだけ") {
    REQUIRE(shiryo3().templates.size() == 1);
    CHECK(shiryo3().templates[0].utf8 == "stacked");
}

// ---- small papers ----

TEST_CASE("階層は外側から並び、項目に道筋が付く") {
    const Paper paper = read(paper_file("<level id='1'><title>一</title><level id='1-1'><title>二</title>"
                                        "<item id='a'><title>三</title></item></level></level>",
                                        "<delete item='a'/>"));
    CHECK(path_of(paper.plan.tree, 2) == std::vector<std::size_t>{0, 1});
    CHECK(reading_order(paper.plan.tree) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("項目と階層は、書いた順に混ぜて並べられる") {
    const Paper paper = read(paper_file("<item id='a'><title>一</title></item>"
                                        "<level id='1'><title>二</title></level>"
                                        "<item id='b'><title>三</title></item>",
                                        "<delete item='a'/>"));
    Names ids;
    for (const std::size_t unit : reading_order(paper.plan.tree))
        ids.push_back(paper.plan.tree.units[unit].id.utf8);
    CHECK(ids == Names{"a", "1", "b"});
}

TEST_CASE("会議のことも、読んだとおりに見せる") {
    const std::string meta = R"(  <meta>
    <paperNumber>資料２</paperNumber>
    <council round="第３回">地域福祉推進審議会</council>
    <date iso="2024-08-01">令和６年８月１日</date>
    <place>第一会議室</place>
    <agenda>
      <topic>１　開会</topic>
      <topic>２　議事</topic>
    </agenda>
    <title>計画の修正</title>
    <department>福祉総務課</department>
    <output template="stacked"/>
  </meta>
)";
    const std::string once = dump(
        read("<amendmentPaper>" + meta +
             "<plan><item id='a'><title>拠点</title></item></plan><amendments><section><title>修正</title>"
             "<delete item='a'/></section></amendments></amendmentPaper>"));
    CHECK(once.substr(once.find("  <meta>"), meta.size()) == meta);
}

TEST_CASE("読んだ資料を、一つの書き方の XML で見せる") {
    const std::string item =
        "<item id='a'><number>①</number><title>拠点</title><page>32</page><description>説明</description>" +
        goal("output", "指標", {"―", "実施", "検証"}) +
        "<table label='表'><row header='yes'><cell>名</cell><cell columnSpan='2'>数</cell></row>"
        "<row><cell rowSpan='2' header='yes'>い</cell><cell>1</cell><cell/></row>"
        "<row><cell>2</cell><cell>3<br/>4</cell></row></table></item>";
    const std::string paper = paper_file(
        item, "<revise item='a'><goal kind='output'><column ref='R8'><note>目標値</note>"
              "</column><value column='Ｒ７'>策定<br/>実施</value></goal><reason>理由</reason></revise>");
    const std::string once = dump(read(paper));
    CHECK(dump(read(once)) == once);
    CHECK(once.find("<cell rowSpan=\"2\" header=\"yes\">い</cell>") != std::string::npos);
    CHECK(once.substr(once.find("  <amendments>")) == R"(  <amendments>
    <section>
      <number>１．</number>
      <title>修正</title>
      <revise item="a">
        <goal kind="output">
          <column ref="R8">
            <note>目標値</note>
          </column>
          <value column="Ｒ７">策定<br/>実施</value>
        </goal>
        <reason>理由</reason>
      </revise>
    </section>
  </amendments>
</amendmentPaper>
)");
}

TEST_CASE("全角と半角、元号の違う年度は、同じ年度") {
    const Paper paper = read(paper_file(
        "<item id='a'><title>一</title><goal kind='output'><columns><column>H31</column><column>Ｒ２</column>"
        "<column>令和3年度</column><column>2022</column></columns></goal></item>",
        "<delete item='a'/>"));
    std::vector<std::optional<int>> years;
    for (const Column& column : fields_of<Goal>(paper)[0]->columns) years.push_back(column.year);
    CHECK(years == std::vector<std::optional<int>>{2019, 2020, 2021, 2022});
}

// ---- slips ----

std::string columns_slip(const std::string& columns) {
    const std::string item = "<item id='a'><title>拠点</title><goal kind='output'><columns>" + columns +
                             "</columns></goal></item>";
    return slips(paper_file(item, "<delete item='a'/>"));
}

TEST_CASE("年度でない列には種類が要る") {
    CHECK(columns_slip("<column>現状値</column>") ==
          "T207 「現状値」は年度として読めません。R6、令和6年度、2024 のように書いてください。"
          "年度でない列には kind を書きます。\n");
}

TEST_CASE("書き方の違う同じ年度は同じ列") {
    CHECK(columns_slip("<column>R1</column><column>平成３１年度</column>") ==
          "T206 列「平成３１年度」が二度あります。\n");
}

TEST_CASE("知らない種類の列は断る") {
    CHECK(columns_slip("<column kind='yaer'>R6</column>") ==
          "T211 kind に「yaer」は使えません。もしかして「year」ですか。使えるもの：year, baseline, target, "
          "note, free\n");
}

TEST_CASE("値の数は列の数と同じ") {
    const std::string item =
        "<item id='a'><title>拠点</title>" + goal("output", "指標", {"一", "二"}) + "</item>";
    CHECK(slips(paper_file(item, "<delete item='a'/>")) == "T204 値が2個です。列は3個あります。\n");
}

TEST_CASE("同じidは二度使えない") {
    CHECK(slips(paper_file("<level id='a'><title>一</title><item id='a'><title>二</title></item></level>",
                           "<delete level='a'/>")) == "T202 id「a」が二度使われています。\n");
}

TEST_CASE("修正のない節は断る") {
    CHECK(slips(paper_file("<item id='a'><title>一</title></item>", "")) ==
          "T215 「修正」の中に修正（revise、delete など）がありません。\n");
}

TEST_CASE("目標の行は、名前で区別する") {
    const std::string item =
        "<item id='a'><title>拠点</title><goal kind='output'><columns><column>R6</column>"
        "</columns><row label='ア'><value>1</value></row>"
        "<row label='ｱ'><value>2</value></row><row label='ア'><value>3</value></row>"
        "</goal></item>";
    CHECK(slips(paper_file(item, "<delete item='a'/>")) ==
          "T252 行「ア」が二度あります。行が二つ以上あるときは、違う label を付けてください。\n");
}

std::string table_slip(const std::string& rows) {
    const std::string item = "<item id='a'><title>拠点</title><table>" + rows + "</table></item>";
    return slips(paper_file(item, "<delete item='a'/>"));
}

TEST_CASE("表の行は、上から下りてくる欄と合わせて、どれも同じ幅") {
    CHECK(table_slip("<row><cell rowSpan='2'/><cell/></row><row><cell/></row>") == "");
    CHECK(table_slip("<row><cell/><cell/></row><row><cell/></row>") ==
          "T236 表の2行目の欄が合いません。2欄あるはずですが、1欄あります（上の行から続く欄も数えます）。\n");
    CHECK(table_slip("<row><cell rowSpan='2'/><cell/></row><row><cell/><cell/></row>") ==
          "T236 表の2行目の欄が合いません。2欄あるはずですが、3欄あります（上の行から続く欄も数えます）。\n");
    CHECK(table_slip("<row><cell/><cell rowSpan='2'/><cell/></row><row><cell columnSpan='2'/></row>") ==
          "T236 表の2行目の欄が合いません。横に続く欄が、上の行から続く欄に重なっています。\n");
}

TEST_CASE("表の欄は、最後の行より下へ出ない") {
    CHECK(table_slip("<row><cell rowSpan='2'/><cell/></row>") ==
          "T255 表の rowSpan が、最後の行より下へはみ出しています。rowSpan "
          "を小さくするか、行を足してください。\n");
}

TEST_CASE("欄の広さは 1 から 1000 まで") {
    CHECK(table_slip("<row><cell columnSpan='0'/></row>") ==
          "T238 columnSpan=\"0\" は使えません。1 から 1000 までの整数で書いてください。\n");
}

TEST_CASE("根が違えば、ほかは見ない") {
    CHECK(slips("<paper><x/></paper>") ==
          "T116 一番外側の要素が <paper> です。<amendmentPaper> のはずです。\n");
}

} // namespace
} // namespace taisho::test
