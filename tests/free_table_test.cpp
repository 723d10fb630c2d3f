// Free tables in the document and on the page: spans, headers, widths of columns.

#include "base/length.h"
#include "document/compose.h"
#include "hand_revisions.h"
#include "layout/flow.h"
#include "layout/lay_out.h"
#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace taisho::test {
namespace {

using namespace by_hand;

MarkedTable small_table(bool changed) {
    MarkedTable table;
    table.columns = 3, table.header_rows = 1;
    table.rows = {{cell(0, "区分"), spanning(cell(1, "人数"), 1, 2)},
                  {spanning(header_cell(0, "入門"), 2, 1), cell(1, "40"), cell(2, "―")},
                  {cell(1, "20", changed), cell(2, "5")}};
    return table;
}

std::string shown(const TablePair& pair, std::string_view style) {
    const Revision change = revision(RevisionKind::revised, "①", "講座", {pair});
    const std::string text = dump(compose(paper({change}), style_named(style)));
    const std::string lead = "label keep: （下線部分は修正部分）\n";
    return text.substr(text.find(lead) + lead.size());
}

const std::string body_of_small_table = "      row\n"
                                        "        column-header 区分\n"
                                        "        column-header columns 2 人数\n"
                                        "      row\n"
                                        "        row-header rows 2 入門\n"
                                        "        data 40\n"
                                        "        data ―\n"
                                        "      row\n"
                                        "        data _20_\n"
                                        "        data 5\n";

TEST_CASE("自由な表は、年ごとの様式でも上下に並び、側と見出しを毎頁に立てる") {
    const TablePair pair{same("■一覧"), small_table(true), small_table(true), words("増やすため。")};
    const auto table = [](const std::string& side) {
        return "  [0] table, 3 columns, 3 header rows\n"
               "      row\n"
               "        column-header columns 3 " +
               side +
               "\n"
               "      row\n"
               "        band columns 3 ■一覧\n" +
               body_of_small_table;
    };
    CHECK(shown(pair, "by-year") == table("修正前") + table("修正後") + "  [0] note: 理由　増やすため。\n");
}

TEST_CASE("上下の様式の自由な表は、それぞれの側に立つ") {
    const TablePair pair{same("■一覧"), small_table(true), small_table(true), {}};
    const std::string table = "  [0] label keep: ■一覧\n"
                              "  [0] table, 3 columns, 1 header rows\n" +
                              body_of_small_table;
    CHECK(shown(pair, "stacked") ==
          "  [0] label keep: 【修正前】\n" + table + "  [0] label keep: 【修正後】\n" + table);
}

TEST_CASE("加わった表は、修正前に（新設）とだけ言う") {
    const TablePair pair{new_text("■一覧"), std::nullopt, small_table(false), {}};
    CHECK(shown(pair, "by-year")
              .starts_with("  [0] table, 1 columns, 2 header rows\n"
                           "      row\n"
                           "        column-header 修正前\n"
                           "      row\n"
                           "        band ■一覧\n"
                           "      row\n"
                           "        data （新設）\n"
                           "  [0] table, 3 columns, 3 header rows\n"));
    CHECK(shown(pair, "stacked")
              .starts_with("  [0] label keep: 【修正前】\n"
                           "  [0] label: ■一覧　（新設）\n"
                           "  [0] label keep: 【修正後】\n"));
}

TEST_CASE("変わらない表は、名前と（略）だけになる") {
    const TablePair pair{same("■一覧"), small_table(false), small_table(false), {}};
    const PassagePair other = passage(PassageKind::bodies, {}, both("一課", "二課"));
    const Revision change = revision(RevisionKind::revised, "①", "講座", {other, pair});
    const std::string text = dump(compose(paper({change}), style_named("by-year")));
    CHECK(text.ends_with("        row-header 実施主体\n"
                         "        data _一課_\n"
                         "        data _二課_\n"
                         "      row\n"
                         "        band columns 3 ■一覧　（略）\n"));
}

TEST_CASE("表の後の目標は、改めて修正前と修正後の表になる") {
    const TablePair pair{same("■一覧"), small_table(true), small_table(true), {}};
    const PassagePair other = passage(PassageKind::bodies, {}, both("一課", "二課"));
    const Revision change = revision(RevisionKind::revised, "①", "講座", {other, pair, other});
    const Document document = compose(paper({change}), style_named("by-year"));
    std::string columns;
    for (const Block& block : document.body) {
        if (const auto* table = std::get_if<Table>(&block.content))
            columns += std::to_string(table->header_rows) + (table->shared_header ? "s " : " ");
    }
    CHECK(columns == "1s 3 3 1s ");
}

// ---- on the page ----

// A table of two columns: a cell over all rows, and as many rows beside it.
Document tall_document(const std::string& over_all, std::size_t rows) {
    MarkedTable table;
    table.columns = 2, table.header_rows = 1;
    table.rows = {{cell(0, "区分"), cell(1, "内容")}};
    for (std::size_t i = 0; i < rows; ++i) table.rows.push_back({cell(1, "行" + std::to_string(i))});
    MarkedCell head = spanning(cell(0, over_all, true), static_cast<int>(rows), 1);
    table.rows[1].insert(table.rows[1].begin(), head);
    const Revision change =
        revision(RevisionKind::added, "①", "講座", {TablePair{{}, std::nullopt, table, {}}});
    return compose(paper({change}), style_named("by-year"));
}

// No text of a table stands below the lowest rule of its page.
void check_all_inside(const Document& document, const Pages& pages) {
    const auto in_table = [&](const PlacedText& text) {
        return text.origin.block < document.body.size() &&
               std::holds_alternative<Table>(document.body[text.origin.block].content);
    };
    for (const Page& page : pages.pages) {
        Length lowest{};
        for (const PlacedRule& rule : page.rules) lowest = std::max({lowest, rule.y1, rule.y2});
        for (const PlacedText& text : page.texts) {
            if (in_table(text)) CHECK(text.y.mpt <= lowest.mpt);
        }
    }
}

TEST_CASE("行をまたぐ欄は、頁が変わっても欄からはみ出さない") {
    for (const std::size_t rows : {2U, 3U, 9U, 40U, 41U, 80U}) {
        for (const std::size_t sentences : {1U, 4U, 8U, 12U, 20U, 60U, 400U}) {
            CAPTURE(rows);
            CAPTURE(sentences);
            std::string text;
            for (std::size_t i = 0; i < sentences; ++i) text += "支え合う仕組みをつくります。";
            Diagnostics diagnostics;
            const Document document = tall_document(text, rows);
            check_all_inside(document, lay_out_pages(document, fonts(), diagnostics));
            CHECK(diagnostics.empty());
        }
    }
}

TEST_CASE("またぐ欄の途中で頁が変わると、次の頁にも同じ文字が立つ") {
    Diagnostics diagnostics;
    const Pages pages = lay_out_pages(tall_document("支え合う仕組み", 60), fonts(), diagnostics);
    REQUIRE(pages.pages.size() == 3);
    for (const Page& page : pages.pages) {
        const auto is_it = [&](const PlacedText& text) {
            return pages.texts[text.text].utf8 == "支え合う仕組み";
        };
        CHECK(std::ranges::count_if(page.texts, is_it) == 1);
    }
}

TEST_CASE("頁の半分より高い見出しは、次の頁で繰り返さない") {
    MarkedTable table;
    table.columns = 1, table.header_rows = 40;
    for (std::size_t i = 0; i < 80; ++i) table.rows.push_back({cell(0, "行" + std::to_string(i))});
    const Revision change =
        revision(RevisionKind::added, "①", "講座", {TablePair{{}, std::nullopt, table, {}}});
    Diagnostics diagnostics;
    const Document document = compose(paper({change}), style_named("stacked"));
    const Pages pages = lay_out_pages(document, fonts(), diagnostics);
    CHECK(pages.pages.size() <= 4);
    check_all_inside(document, pages);
}

Sheet sheet_of(const std::string& over_all, std::size_t rows) {
    return lay_out_sheet(tall_document(over_all, rows), fonts());
}

TEST_CASE("シートでも、またぐ欄は重ならずに全ての行を覆う") {
    for (const std::size_t rows : {2U, 40U, 80U}) {
        CAPTURE(rows);
        const Sheet sheet = sheet_of("支え合う仕組みをつくります。", rows);
        std::vector<std::vector<int>> covered(sheet.heights.size(), std::vector<int>(sheet.columns.size()));
        for (const SheetCell& one : sheet.cells) {
            for (std::size_t r = one.first_row; r <= one.last_row; ++r) {
                for (std::size_t c = one.first_column; c <= one.last_column; ++c) ++covered[r][c];
            }
        }
        const auto once = [](const std::vector<int>& row) {
            return std::ranges::all_of(row, [](int count) { return count <= 1; });
        };
        CHECK(std::ranges::all_of(covered, once));
    }
}

// ---- widths ----

std::vector<Length> widths_of(std::vector<std::string_view> texts) {
    MarkedTable table;
    table.columns = texts.size();
    table.rows.emplace_back();
    for (std::size_t i = 0; i < texts.size(); ++i) table.rows[0].push_back(cell(i, texts[i]));
    const Revision change =
        revision(RevisionKind::added, "①", "講座", {TablePair{{}, std::nullopt, table, {}}});
    const Document document = compose(paper({change}), style_named("stacked"));
    Diagnostics diagnostics;
    Typesetter typesetter(fonts(), Typesetting{}, diagnostics);
    const Flow flow = set_document(document, paper_medium(document.page), typesetter);
    const auto& set = std::get<SetTable>(flow.blocks.back());
    std::vector<Length> widths;
    for (std::size_t i = 0; i + 1 < set.edges.size(); ++i) widths.push_back(set.edges[i + 1] - set.edges[i]);
    return widths;
}

TEST_CASE("短い列は文字に合わせ、長い列ほど広くなる") {
    const std::vector<Length> widths = widths_of(
        {"区分", "見守り", "地域包括支援センターの職員による出張相談の開催",
         "地域包括支援センターの職員を増やし、出張相談の回数を増やすとともに、民生委員・児童委員との情報交"
         "換会を開く。また、相談の記録を残し、関係する課と分かち合うことで、切れ目のない支援につなげる。"});
    CHECK(widths[0] < widths[1]);
    CHECK(widths[1] < widths[2]);
    CHECK(widths[2] * 3 < widths[3] * 2);
}

TEST_CASE("列の幅を足すと、いつも本文の幅になる") {
    Dice dice(7);
    const HouseStyle style = style_named("stacked");
    const Length width = style.page.width - style.page.left - style.page.right;
    for (int turn = 0; turn < 60; ++turn) {
        std::vector<std::string> texts(1 + dice.below(12));
        for (std::string& text : texts) {
            for (std::size_t n = dice.below(40); n > 0; --n) text += dice.below(3) == 0 ? "1" : "あ";
        }
        Length sum{};
        for (const Length one : widths_of({texts.begin(), texts.end()})) {
            CHECK(one > Length{});
            sum += one;
        }
        CHECK(sum == width);
    }
}

} // namespace
} // namespace taisho::test
