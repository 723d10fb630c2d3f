// What the columns of the data say, and the data as CSV.

#include "data/csv.h"
#include "data/data_columns.h"
#include "hand_revisions.h"
#include "small_papers.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

const std::string plan =
    "<level id='1'><number>第１章　</number><title>福祉</title>" +
    item("a", "<number>①</number><title>相談</title><page>12</page>",
         "<description>相談を進めます。</description>") +
    item("b", "<number>②</number><title>見守り</title>", "<description>見守ります。</description>") +
    item("c", "<number>③</number><title>送迎</title>", "<bodies>市</bodies>") +
    "</level><level id='2'><number>第２章　</number><title>教育</title></level>";

// The filled cells of the row with the key: header=content, in the order of the columns.
std::string cells_of(const DataTable& table, std::string_view key) {
    DatumBuffers buffers;
    std::vector<Datum> cells;
    for (const DataRow& row : table.rows) {
        if (key_of(place_of(table, row)) != key) continue;
        show_row(table, row, buffers, cells);
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const DataColumnEntry& column = data_columns()[i];
            CHECK((!cells[i].number || column.number));
            std::string content(cells[i].text);
            if (cells[i].number)
                content =
                    std::to_string(cells[i].number->digits) + "e-" + std::to_string(cells[i].number->places);
            if (!content.empty() && column.column != DataColumn::key)
                line.append(line.empty() ? "" : " ").append(column.header).append("=").append(content);
        }
        return line;
    }
    return "no row";
}

// ---- columns ----

const std::string goal_plan =
    "<level id='1'><number>【４】</number><title>基本目標４</title><level id='1-5'><number>（５） </number>"
    "<title>教育</title><item id='g'><number>① </number><title>連携</title><bodies>市、<br/>学校</bodies>"
    "<goal kind='output' "
    "label='●業績目標'><statement>校区の数</statement><columns><column>R９</column></columns>"
    "<row label='小学校'><value>約10～12校区</value></row></goal></item></level></level>";

TEST_CASE("値の行は、項目の名前と数と単位をすべて繰り返す") {
    const Revisions revisions =
        revisions_of(goal_plan, "<revise item='g'><goal kind='output'><value column='R9' row='小学校'>"
                                "令和５年度比５％増</value><reason>少子化</reason></goal>"
                                "<reason>見直し</reason></revise>");
    const DataTable table = make_data(revisions);
    CHECK(cells_of(table, "g/修正前/値/output#1/小学校/2027") ==
          "修正番号=1e-0 資料番号=資料１ 修正の種類=修正 階層=【４】基本目標４＞（５） 教育 項目番号=1e-0 項目=連携 "
          "実施主体=市、 学校 欄=業績目標 指標=校区の数 行=小学校 列=R９ 列の種類=年度 年度（西暦）=2027e-0 "
          "内容=値 修正前後=修正前 表記=約10～12校区 数値=10e-0 上限=12e-0 単位=校区 条件=約 変更=あり "
          "理由=少子化");
    CHECK(cells_of(table, "g/修正後/値/output#1/小学校/2027") ==
          "修正番号=1e-0 資料番号=資料１ 修正の種類=修正 階層=【４】基本目標４＞（５） 教育 項目番号=1e-0 項目=連携 "
          "実施主体=市、 学校 欄=業績目標 指標=校区の数 行=小学校 列=R９ 列の種類=年度 年度（西暦）=2027e-0 "
          "内容=値 修正前後=修正後 表記=令和５年度比５％増 数値=5e-0 単位=％ 条件=増 基準=令和５年度比 "
          "変更=あり "
          "理由=少子化");
}

TEST_CASE("改行は表記の列だけにあり、値でない文から数は読まない") {
    const Revisions revisions = revisions_of(
        goal_plan, "<correct item='g'><bodies>10校</bodies><reason>誤植<br/>です</reason></correct>");
    const DataTable table = make_data(revisions);
    CHECK(cells_of(table, "g/修正前/文/bodies#1//") ==
          "修正番号=1e-0 資料番号=資料１ 修正の種類=誤記訂正 階層=【４】基本目標４＞（５） 教育 項目番号=1e-0 "
          "項目=連携 "
          "実施主体=市、 学校 欄=実施主体 内容=文 修正前後=修正前 表記=市、\n学校 変更=あり 理由=誤植 です");
    CHECK(cells_of(table, "g/修正後/文/bodies#1//") ==
          "修正番号=1e-0 資料番号=資料１ 修正の種類=誤記訂正 階層=【４】基本目標４＞（５） 教育 項目番号=1e-0 "
          "項目=連携 "
          "実施主体=10校 欄=実施主体 内容=文 修正前後=修正後 表記=10校 変更=あり 理由=誤植 です");
}

TEST_CASE("移動した項目の階層は、側ごとに") {
    const Revisions revisions = revisions_of(plan, "<move item='c' to='2'/>");
    const DataTable table = make_data(revisions);
    CHECK(cells_of(table, "c/修正前/名称///") == "修正番号=1e-0 資料番号=資料１ 修正の種類=移動 階層=第１章　福祉 "
                                                 "項目番号=3e-0 項目=送迎 実施主体=市 内容=名称 "
                                                 "修正前後=修正前 表記=送迎 変更=なし");
    CHECK(cells_of(table, "c/修正後/名称///") == "修正番号=1e-0 資料番号=資料１ 修正の種類=移動 階層=第２章　教育 "
                                                 "項目番号=3e-0 項目=送迎 実施主体=市 内容=名称 "
                                                 "修正前後=修正後 表記=送迎 変更=なし");
}

TEST_CASE("一つの種類の目標が二つあれば、欄は見出しで分かれる") {
    using namespace by_hand;
    GoalPair first = goal(same("●相談"), same("件数"), {}), second = goal(same("●訪問"), same("回数"), {});
    first.kind = words("output"), second.kind = words("output");
    Revision two = revision(RevisionKind::revised, "①", "支援", {first, second});
    two.id = words("a");
    const Revisions revisions = paper({two});
    const DataTable table = make_data(revisions);
    REQUIRE(table.fields.size() == 4);
    CHECK(table.fields[0].name == "相談");
    CHECK(table.fields[3].name == "訪問");
    CHECK(table.fields[3].key == "output#2");
}

TEST_CASE("業績目標と成果目標のほかの目標の欄は、見出し、なければ種類") {
    using namespace by_hand;
    GoalPair labelled = goal(same("◆取組み"), same("件数"), {}), bare = goal({}, same("回数"), {});
    labelled.kind = words("action"), bare.kind = words("活動指標");
    const Revisions revisions = paper({revision(RevisionKind::revised, "①", "支援", {labelled, bare})});
    const DataTable table = make_data(revisions);
    REQUIRE(table.fields.size() == 4);
    CHECK(table.fields[0].name == "取組み");
    CHECK(table.fields[2].name == "活動指標");
}

TEST_CASE("略した修正は番号を取らない") {
    const Revisions revisions =
        revisions_of(plan, "<unchanged item='a'/><delete item='b'/><unchanged item='c'/><revise "
                           "level='2'><title>学び</title></revise>");
    const DataTable table = make_data(revisions);
    REQUIRE(table.units.size() == 2);
    CHECK(table.units[0].ordinal == 1);
    CHECK(table.units[0].change == 1);
    CHECK(table.units[1].ordinal == 2);
    CHECK(table.units[1].change == 3);
}

TEST_CASE("どの行にも繰り返す文は、長ければ切る。自分の行では切らない") {
    std::string title, cut;
    for (int i = 0; i < 500; ++i) title += "長";
    for (int i = 0; i < 300; ++i) cut += "長";
    const Revisions revisions =
        revisions_of("<item id='a'><title>" + title + "</title></item>", "<delete item='a'/>");
    const DataTable table = make_data(revisions);
    CHECK(table.units.front().title == cut + "…");
    CHECK(table.rows.front().text == title);
    const std::string name = cut.substr(0, 300) + "…";
    CHECK(row_keys({title, title}) == std::vector<std::string>{name, name + "#2"});
}

TEST_CASE("列の意味は、説明の表のとおり") {
    std::string rows;
    for (const DataColumnEntry& column : data_columns())
        rows.append("| ").append(column.header).append(" | ").append(column.meaning).append(" |\n");
    CHECK(read_bytes(source_folder / "docs" / "data.md").find("|---|---|\n" + rows + "\n") !=
          std::string::npos);
}

TEST_CASE("説明にある表記の例は、そのとおり読まれる") {
    const std::string values =
        "<goal "
        "kind='output'><columns><column>R6</column><column>R7</column><column>R8</column><column>R9</column>"
        "<column>R10</column></columns><row><value>１，２３４千円</value><value>約50件</value>"
        "<value>20～30人</value><value>前年度比５％増</value><value>100以下</value></row></goal>";
    const Revisions revisions = revisions_of(item("g", "<title>目標</title>", values), "<delete item='g'/>");
    const std::string csv = write_csv(make_data(revisions));
    for (const std::string line :
         {"１，２３４千円,1234,,千円,,,", "約50件,50,,件,約,,", "20～30人,20,30,人,,,",
          "前年度比５％増,5,,％,増,前年度比,", "100以下,100,,,以下,,"})
        CHECK_MESSAGE(csv.find(",修正前," + line + "あり,") != std::string::npos, line);
}

// ---- CSV ----

// The table with one passage that says `text`, as CSV without its header.
std::string csv_line(std::string_view text) {
    DataTable table;
    table.units.push_back({});
    DataRow row;
    row.text = text;
    table.rows.push_back(row);
    const std::string csv = write_csv(table);
    REQUIRE(csv.starts_with("\xef\xbb\xbf修正番号,資料番号,"));
    const std::size_t header = csv.find("\r\n");
    return csv.substr(header + 2);
}

TEST_CASE("CSVは、区切りや改行のある文を引用符で囲む") {
    CHECK(csv_line("市、国") == "0,,,,,,,,,,,,,,文,修正前,市、国,,,,,,なし,,/修正前/文///\r\n");
    CHECK(csv_line("a,b") == "0,,,,,,,,,,,,,,文,修正前,\"a,b\",,,,,,なし,,/修正前/文///\r\n");
    CHECK(csv_line("\"引用\"\n次") ==
          "0,,,,,,,,,,,,,,文,修正前,\"\"\"引用\"\"\n次\",,,,,,なし,,/修正前/文///\r\n");
}

TEST_CASE("CSVで数式に見える文は、数式にならない") {
    for (const std::string start : {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"}) {
        CAPTURE(start);
        const bool quoted = start == "\r";
        const std::string text = "'" + start + "1", mark = quoted ? "\"" : "";
        CHECK(csv_line(start + "1") ==
              "0,,,,,,,,,,,,,,文,修正前," + mark + text + mark + ",,,,,,なし,,/修正前/文///\r\n");
    }
    CHECK(csv_line("―") == "0,,,,,,,,,,,,,,文,修正前,―,,,,,,なし,,/修正前/文///\r\n");
}

TEST_CASE("CSVの数は、桁区切りのない半角") {
    const std::string values =
        "<goal kind='output'><columns><column>R6</column><column>R7</column><column>R8</column></columns>"
        "<row><value>１，２３４．５千円</value><value>△0.05ポイント</value><value>―</value></row></goal>";
    const Revisions revisions = revisions_of(item("g", "<title>目標</title>", values), "<delete item='g'/>");
    const std::string csv = write_csv(make_data(revisions));
    CHECK(csv.find(",１，２３４．５千円,1234.5,,千円,") != std::string::npos);
    CHECK(csv.find(",△0.05ポイント,-0.05,,ポイント,") != std::string::npos);
    CHECK(csv.find(",―,,,,,,あり,") != std::string::npos);
}

} // namespace
} // namespace taisho::test
