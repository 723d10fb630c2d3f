#include "model/read_paper.h"
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
    for (const Item& item : paper.plan.items) {
        for (const Field& field : item.fields) {
            if (const auto* one = std::get_if<Kind>(&field)) found.push_back(one);
        }
    }
    return found;
}

using Names = std::vector<std::string>;

// ---- the real paper ----

TEST_CASE("資料３の項目は六つ") {
    Names ids;
    for (const Item& item : shiryo3().plan.items) ids.push_back(item.id.utf8);
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
                changes.push_back("revise " + one->item.utf8);
            if (const auto* one = std::get_if<Delete>(&amendment.change))
                changes.push_back("delete " + one->item.utf8);
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
    REQUIRE(paper.plan.items.size() == 1);
    CHECK(paper.plan.items[0].path == std::vector<std::size_t>{0, 1});
    CHECK(paper.plan.levels[1].path == std::vector<std::size_t>{0});
}

TEST_CASE("足した項目は、指した階層の下に入る") {
    const Paper paper =
        read(paper_file("<level id='1'><title>一</title><level id='1-1'><title>二</title></level></level>",
                        "<add level='1-1'><item id='a'><title>三</title></item></add>"));
    CHECK(std::get<Add>(paper.sections[0].amendments[0].change).item.path == std::vector<std::size_t>{0, 1});
}

TEST_CASE("読んだ計画を文字にして見せる") {
    const std::string item =
        "<item id='a'><number>①</number><title>拠点</title><description>説明</description>" +
        goal("output", "指標", {"―", "実施", "検証"}) + "</item>";
    const Paper paper =
        read(paper_file(item, "<revise item='a'><goal kind='output'><column ref='R8'><note>目標値</note>"
                              "</column><value column='Ｒ７'>策定</value></goal></revise>"));
    CHECK(dump(paper) == "paper “資料１” “計画の修正”\n"
                         "plan “”\n"
                         "  item a “①”“拠点”\n"
                         "    description: “説明”\n"
                         "    goal output “●目標”: “指標”\n"
                         "      column year 2024 “R6”\n"
                         "      column year 2025 “R7”\n"
                         "      column year 2026 “R8”\n"
                         "      row | “―” “実施” “検証”\n"
                         "section “１．”“修正”\n"
                         "  revise a\n"
                         "    goal output\n"
                         "      column R8 note “目標値”\n"
                         "      value Ｒ７: “策定”\n");
}

// ---- slips ----

std::string columns_slip(const std::string& columns) {
    const std::string item = "<item id='a'><title>拠点</title><goal kind='output'><columns>" + columns +
                             "</columns></goal></item>";
    return slips(paper_file(item, "<delete item='a'/>"));
}

TEST_CASE("年度でない列には種類が要る") {
    CHECK(columns_slip("<column>現状値</column>") ==
          "T207 「現状値」は年度として読めません。R6、令和6年度、2024 のように書くか、kind "
          "を指定してください。\n");
}

TEST_CASE("書き方の違う同じ年度は同じ列") {
    CHECK(columns_slip("<column>R1</column><column>平成３１年度</column>") ==
          "T206 列「平成３１年度」が二度あります。\n");
}

TEST_CASE("知らない種類の列は断る") {
    CHECK(columns_slip("<column kind='yaer'>R6</column>") ==
          "T211 kind に「yaer」は使えません。使えるもの：baseline, year, target, note, free\n");
}

TEST_CASE("値の数は列の数と同じ") {
    const std::string item =
        "<item id='a'><title>拠点</title>" + goal("output", "指標", {"一", "二"}) + "</item>";
    CHECK(slips(paper_file(item, "<delete item='a'/>")) == "T204 値が2個です。列は3個あります。\n");
}

TEST_CASE("同じidは二度使えない") {
    CHECK(slips(paper_file("<level id='a'><title>一</title><item id='a'><title>二</title></item></level>",
                           "<delete item='a'/>")) == "T202 id「a」が二度使われています。\n");
}

TEST_CASE("修正のない節は断る") {
    CHECK(slips(paper_file("<item id='a'><title>一</title></item>", "")) ==
          "T215 「修正」の中に修正（revise、delete、add）がありません。\n");
}

TEST_CASE("知らない階層には足せない") {
    CHECK(slips(paper_file("", "<add level='9'><item id='a'><title>三</title></item></add>"))
              .starts_with("T214 階層「9」は計画の中にありません。"));
}

TEST_CASE("根が違えば、ほかは見ない") {
    CHECK(slips("<paper><x/></paper>") ==
          "T116 一番外側の要素が <paper> です。<amendmentPaper> のはずです。\n");
}

} // namespace
} // namespace taisho::test
