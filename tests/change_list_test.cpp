// 修正一覧: which entries there are for each kind of amendment, and what they say.

#include "data/change_list.h"

#include "data/data_table.h"
#include "printed.h"
#include "small_papers.h"

#include <doctest/doctest.h>
#include <set>
#include <string>

namespace taisho::test {
namespace {

// A line for each entry, "№ place | item | before → after", and its reason in （）.
std::string list_of(const Revisions& revisions) {
    std::string lines;
    for (const ListedChange& entry : list_changes(revisions, style_named("by-year"))) {
        std::string place; // which has a line for each level
        for (const char c : entry.place) place += c == '\n' ? std::string("　") : std::string(1, c);
        lines += std::to_string(entry.ordinal) + " " + place + " | " + entry.item + " | " + entry.before +
                 " → " + entry.after + (entry.reason.empty() ? "" : " （" + entry.reason + "）");
        lines += "\n";
    }
    return lines;
}

std::string list_of(const std::string& plan, const std::string& amendments) {
    return list_of(revisions_of(plan, amendments));
}

std::string with_goal(const std::string& amendment) {
    const std::string plan = "<level id='1'><number>【４】</number><title>目標</title><item id='a'><number>① "
                             "</number><title>連携</title><bodies label='●実施主体'>市</bodies>" +
                             goal("output", "会議の数", {"1回", "2回", "2回"}) + "</item></level>";
    return list_of(plan, amendment);
}

std::string revised(const std::string& inside) {
    return with_goal("<revise item='a'>" + inside + "</revise>");
}

// ---- goals ----

TEST_CASE("一覧は、指標と年ごとに一件で、続く年の同じ変更はまとめる") {
    CHECK(revised("<goal kind='output'><statement>校区の数</statement><value column='R6'>3校区</value>"
                  "<value column='R7'>6校区</value><value column='R8'>6校区</value></goal>"
                  "<reason>見直し</reason>") ==
          "1 【４】目標　① 連携 | 業績目標　指標 | 会議の数 → 校区の数 （見直し）\n"
          "1 【４】目標　① 連携 | 業績目標　R6 | 1回 → 3校区 （見直し）\n"
          "1 【４】目標　① 連携 | 業績目標　R7～R8 | 2回 → 6校区 （見直し）\n");
}

TEST_CASE("間に変わらない年があれば、まとめない") {
    CHECK(with_goal(
              "<revise item='a'><goal kind='output'><value column='R6'>5回</value>"
              "<addColumn after='R8'><column>R9</column><value>5回</value></addColumn></goal></revise>") ==
          "1 【４】目標　① 連携 | 業績目標　R6 | 1回 → 5回\n"
          "1 【４】目標　① 連携 | 業績目標　R9 | （新設） → 5回\n");
}

TEST_CASE("行のある目標は行の名前を添え、欄の理由は修正の理由に先立つ") {
    const std::string plan =
        "<item id='a'><title>連携</title><goal kind='outcome'><columns><column>R6</column></columns>"
        "<row label='東'><value>1</value></row><row label='西'><value>2</value></row></goal></item>";
    CHECK(list_of(plan,
                  "<revise item='a'><title>連携の強化</title><goal kind='outcome'>"
                  "<value column='R6' row='西'>3</value><reason>転入</reason></goal><reason>見直し</reason>"
                  "</revise>") == "1 連携 | 名称 | 連携 → 連携の強化 （見直し）\n"
                                  "1 連携 | 成果目標　西　R6 | 2 → 3 （転入）\n");
}

TEST_CASE("目標を加えた項目には、目標ごとに一件") {
    CHECK(
        revised("<add><goal kind='outcome'><statement>割合</statement><columns><column>R6</column></columns>"
                "<row><value>60％</value></row></goal></add>") ==
        "1 【４】目標　① 連携 | 成果目標 | （新設） → 割合\n");
}

// ---- other fields ----

TEST_CASE("文は、見出しの印を除いた名前で一件") {
    CHECK(revised("<bodies>市、社協</bodies>") == "1 【４】目標　① 連携 | 実施主体 | 市 → 市、社協\n");
}

TEST_CASE("表は、変わった欄ごとに、行と列の名前で一件") {
    const auto table = [](const std::string& rows) {
        return "<table label='■一覧'><row header='yes'><cell>名</cell><cell>数</cell></row>" + rows +
               "</table>";
    };
    const std::string first = "<row><cell>甲</cell><cell>1</cell></row>",
                      second = "<row><cell>乙</cell><cell>2</cell></row>";
    CHECK(list_of("<item id='t'><title>表</title>" + table(first + second) + "</item>",
                  "<revise item='t'><replace field='table'>" +
                      table("<row><cell>甲</cell><cell>3</cell></row>") + "</replace></revise>") ==
          "1 表 | 一覧　甲　数 | 1 → 3\n"
          "1 表 | 一覧　名 | 乙 → （削除）\n"
          "1 表 | 一覧　乙　数 | 2 → （削除）\n");
}

// ---- units ----

TEST_CASE("削除した項目は一件で、目標の名前と指標を挙げる") {
    CHECK(with_goal("<delete item='a'><reason>終了</reason></delete>") ==
          "1 【４】目標　① 連携 | 業績目標 | 会議の数 → （削除） （終了）\n");
}

TEST_CASE("目標のない項目や階層は、見出しを挙げる") {
    CHECK(list_of(
              "<level id='1'><number>第１章　</number><title>福祉</title><item id='a'><number>①</number>"
              "<title>相談</title></item></level>",
              "<delete level='1'/><add><item id='n'><number>②</number><title>見守り</title></item></add>") ==
          "1 第１章　福祉 | 階層の削除 | 第１章　福祉 → （削除）\n"
          "2 第１章　福祉　①相談 | 項目の削除 | ①相談 → （削除）\n"
          "3 ②見守り | 項目の追加 | （新設） → ②見守り\n");
}

TEST_CASE("統合でなくなる項目は、行き先を言う") {
    CHECK(list_of("<item id='a'><number>①</number><title>相談</title></item>"
                  "<item id='b'><number>②</number><title>見守り</title></item>",
                  "<merge into='a'><from item='b'/></merge>") ==
          "2 ②見守り | 項目の統合 | ②見守り → （①相談に統合）\n");
}

TEST_CASE("移動と番号の変更は、位置と番号を挙げる") {
    const std::string plan =
        "<level id='1'><title>福祉</title><item id='a'><number>①</number><title>相談</title>"
        "</item></level><level id='2'><title>教育</title></level>";
    CHECK(list_of(plan, "<move item='a' to='2'/>") == "1 福祉　①相談 | 位置 | 福祉 → 教育\n");
    CHECK(list_of(plan, "<renumber item='a'><number>②</number></renumber>") ==
          "1 福祉　①相談 | 番号 | ① → ②\n");
}

TEST_CASE("語の言換えは、計画全体に一件") {
    CHECK(with_goal("<rename from='連携' to='協働'/>") == "1 計画全体 | 字句 | 連携 → 協働\n");
}

// ---- any paper ----

TEST_CASE("どの資料でも、一覧は修正の順で、変わったものだけを挙げる") {
    const HouseStyle style = style_named("by-year");
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Dice dice(seed + 1'300'000);
        const Revisions revisions = random_revisions(dice);
        const DataTable table = make_data(revisions);
        std::set<std::pair<std::uint32_t, std::uint32_t>> numbers;
        for (const DataUnit& unit : table.units) numbers.emplace(unit.change, unit.ordinal);
        std::uint32_t last = 0;
        for (const ListedChange& entry : list_changes(revisions, style)) {
            CHECK(entry.change >= last);
            CHECK(numbers.contains({entry.change, entry.ordinal}));
            CHECK(!entry.item.empty());
            CHECK(entry.place.find('\t') == std::string::npos);
            CHECK(entry.item.find_first_of("\n\t") == std::string::npos);
            last = entry.change;
        }
    }
}

} // namespace
} // namespace taisho::test
