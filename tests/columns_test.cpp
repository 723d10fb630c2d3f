// How wide columns become, and how figures stand in them.

#include "layout/columns.h"
#include "layout/fewer_lines.h"

#include "layout/flow.h"
#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace taisho::test {
namespace {

Paragraph text_of(std::string_view text) {
    Paragraph paragraph;
    paragraph.text = text;
    paragraph.runs = {{0, static_cast<std::uint32_t>(text.size()), Family::mincho, ChangeMark::none}};
    return paragraph;
}

Cell cell_of(std::size_t column, std::string_view text, CellKind kind) {
    Cell cell;
    cell.kind = kind, cell.column = static_cast<std::uint16_t>(column);
    if (!text.empty()) cell.paragraphs.push_back(text_of(text));
    return cell;
}

// The first row holds the heads; a column of labels holds names of rows.
Table table_of(std::vector<Track> tracks, const std::vector<std::vector<std::string>>& texts) {
    Table table;
    table.tracks = std::move(tracks), table.header_rows = 1;
    for (std::size_t r = 0; r < texts.size(); ++r) {
        Row& row = table.rows.emplace_back();
        for (std::size_t c = 0; c < texts[r].size(); ++c) {
            const bool name = table.tracks[c] == Track::label;
            const CellKind kind = r == 0 ? CellKind::column_header
                                  : name ? CellKind::row_header
                                         : CellKind::data;
            row.cells.push_back(cell_of(c, texts[r][c], kind));
        }
    }
    return table;
}

// A line holds 43 characters.
Medium page() {
    Medium medium;
    medium.width = pt(10.5 * 43), medium.height = pt(700);
    medium.padding_x = pt(5.25), medium.padding_y = pt(3);
    medium.slice_above = pt(350);
    return medium;
}

struct Laid {
    Document document;
    Flow flow;

    const SetTable& table(std::size_t block) const { return std::get<SetTable>(flow.blocks[block]); }
    std::uint32_t lines(std::size_t row, std::size_t column) const {
        return table(0).rows[row].cells[column].lines;
    }
};

Laid lay(std::vector<Table> tables, const Medium& medium) {
    Laid laid;
    for (Table& table : tables) laid.document.body.push_back({std::move(table)});
    Diagnostics diagnostics;
    Typesetter typesetter(fonts(), Typesetting{}, diagnostics);
    laid.flow = set_document(laid.document, medium, typesetter);
    return laid;
}

std::vector<std::int32_t> widths(const SetTable& table) {
    std::vector<std::int32_t> result;
    for (std::size_t i = 0; i + 1 < table.edges.size(); ++i)
        result.push_back((table.edges[i + 1] - table.edges[i]).mpt);
    return result;
}

std::vector<std::int32_t> widths(const Table& table) { return widths(lay({table}, page()).table(0)); }

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (; times > 0; --times) result += text;
    return result;
}

const std::vector<Track> named_years = {Track::label, Track::share, Track::share,
                                        Track::share, Track::share, Track::share};
const std::vector<std::string> five_years = {"",           "現状値",     "令和６年度",
                                             "令和７年度", "令和８年度", "目標値"};

TEST_CASE("長い名前の行があっても、年度の見出しは折れない") {
    const std::string name = "地域包括支援センターにおける総合相談の延べ件数";
    const Laid laid =
        lay({table_of(named_years, {five_years, {name, "―", "6校区", "6校区", "7校区", "8校区"}})}, page());
    for (std::size_t c = 1; c < 6; ++c) CHECK(laid.lines(0, c) == 1);
    CHECK(laid.lines(1, 0) <= 3);
}

TEST_CASE("年度の列は同じ幅で、割り切れない分は名前の列が取る") {
    const std::vector<std::int32_t> all =
        widths(table_of(named_years, {five_years, {"件数", "―", repeated("支え合う", 9), "1", "2", "3"}}));
    for (std::size_t c = 2; c < 6; ++c) CHECK(all[c] == all[1]);
}

TEST_CASE("名前の列は、余地があれば文字に合い、余りは値の列が取る") {
    const std::string name = "見守り協力員の延べ人数";
    const Laid laid =
        lay({table_of(named_years, {five_years, {name, "―", "1人", "2人", "3人", "4人"}})}, page());
    CHECK(laid.lines(1, 0) == 1);
    const std::vector<std::int32_t> all = widths(laid.table(0));
    CHECK(all[0] <= 10'500 * 13); // 11 characters, the padding and an em
    CHECK(std::accumulate(all.begin(), all.end(), 0) == page().width.mpt);
}

TEST_CASE("短い列は長い文の横でも折れず、長い文が残りを取る") {
    const Laid laid =
        lay({table_of({Track::fit, Track::fit, Track::fit},
                      {{"区分", "内容", "時期"},
                       {"窓口", repeated("相談を受け止めて支援につなげます。", 20), "令和６年度"}})},
            page());
    CHECK(laid.lines(1, 0) == 1);
    CHECK(laid.lines(1, 2) == 1);
    const std::vector<std::int32_t> all = widths(laid.table(0));
    CHECK(all[1] * 3 > page().width.mpt * 2);
}

TEST_CASE("長い番地は、ほかの列を押しのけない") {
    const std::string address = "https://www.example.jp/" + repeated("abcdefghij", 30);
    const Laid laid = lay({table_of({Track::fit, Track::fit, Track::fit},
                                    {{"名称", "掲載先", "担当"}, {"概要版", address, "情報政策課"}})},
                          page());
    CHECK(laid.lines(1, 0) == 1);
    CHECK(laid.lines(1, 2) == 1);
    const std::vector<std::string> values = {"総合相談の件数", address, "1", "2", "3", "4"};
    const Laid years = lay({table_of(named_years, {five_years, values})}, page());
    for (std::size_t c = 1; c < 6; ++c) CHECK(years.lines(0, c) == 1);
    CHECK(years.lines(1, 0) == 1);
}

TEST_CASE("列が多すぎるときは、名前の列が四字を取り、ほかは等しく狭くなる") {
    std::vector<std::string> heads(13, "令和６年度"), values(13, "￥１，２３４，０００");
    heads[0] = "費目", values[0] = "生活保護扶助費";
    std::vector<Track> tracks(13, Track::share);
    tracks[0] = Track::label;
    const std::vector<std::int32_t> all = widths(table_of(tracks, {heads, values}));
    CHECK(all[0] / 10'500 == 5); // the padding included
    for (std::size_t c = 1; c < 13; ++c) CHECK(all[c] == all[1]);
}

TEST_CASE("二列にまたがる欄の文字の分だけ、その二列は広い") {
    Table table = table_of({Track::fit, Track::fit, Track::fit}, {{"ア", "イ", "ウ"}, {"あ", "い", "う"}});
    Row& row = table.rows.emplace_back();
    row.cells = {cell_of(0, "地域福祉コーディネーター", CellKind::data),
                 cell_of(2, repeated("う", 60), CellKind::data)};
    row.cells[0].column_span = 2;
    const Laid laid = lay({table}, page());
    CHECK(laid.lines(2, 0) == 1);
    const std::vector<std::int32_t> all = widths(laid.table(0));
    CHECK(all[0] == all[1]);
}

TEST_CASE("同じ組の表は、内容が違っても同じ列になる") {
    const Table one = table_of(named_years, {five_years, {"件数", "1", "2", "3", "4", "5"}});
    const Table other = table_of(named_years, {five_years, {"総合相談の延べ件数", "1", "2", "3", "4", "5"}});
    const Laid laid = lay({one, other}, page());
    CHECK(laid.table(0).edges == laid.table(1).edges);
}

// ---- what always holds ----

Table any_table(Dice& dice) {
    std::vector<Track> tracks(1 + dice.below(9));
    for (Track& track : tracks) track = std::vector{Track::label, Track::share, Track::fit}[dice.below(3)];
    std::vector<std::vector<std::string>> texts(1 + dice.below(4), std::vector<std::string>(tracks.size()));
    for (auto& row : texts) {
        for (std::string& text : row)
            text = repeated(dice.below(4) == 0 ? "1" : "あ", dice.below(dice.below(5) == 0 ? 120 : 9));
    }
    return table_of(tracks, texts);
}

std::vector<std::int32_t> shares(const std::vector<Track>& tracks, const std::vector<std::int32_t>& all) {
    std::vector<std::int32_t> result;
    for (std::size_t c = 0; c < all.size(); ++c)
        if (tracks[c] == Track::share) result.push_back(all[c]);
    return result;
}

TEST_CASE("どんな表でも、列は幅を持ち、合わせて本文の幅になり、同じ役の列は等しい") {
    Dice dice(11);
    for (int turn = 0; turn < 300; ++turn) {
        CAPTURE(turn);
        const Table table = any_table(dice);
        Medium medium = page();
        if (dice.below(2) == 0) medium.grid = pt(0.75), medium.usable = 970, medium.width = pt(450);
        const std::vector<std::int32_t> all = widths(lay({table}, medium).table(0));
        for (const std::int32_t width : all) CHECK(width > 0);
        CHECK(std::accumulate(all.begin(), all.end(), 0) == medium.width.mpt);
        const std::vector<std::int32_t> equal = shares(table.tracks, all);
        if (equal.empty()) continue;
        const auto [least, most] = std::ranges::minmax(equal);
        CHECK(most - least <= medium.grid.mpt);
    }
}

TEST_CASE("四字は、入る限りどの列でも一行に入る") {
    Dice dice(12);
    for (int turn = 0; turn < 100; ++turn) {
        CAPTURE(turn);
        std::vector<Track> tracks(2 + dice.below(6));
        for (Track& track : tracks) track = dice.below(2) == 0 ? Track::label : Track::fit;
        std::vector<std::string> texts(tracks.size(), "四字熟語");
        texts[dice.below(texts.size())] = repeated("長い文", 40);
        const Laid laid = lay({table_of(tracks, {std::vector<std::string>(tracks.size()), texts})}, page());
        for (std::size_t c = 0; c < texts.size(); ++c)
            if (texts[c] == "四字熟語") CHECK(laid.lines(1, c) == 1);
    }
}

// ---- figures ----

// Where the text ends in the column of the table's only block, by its rows, in 1/1000 pt.
std::vector<std::int32_t> ends_of(const std::vector<std::string>& figures) {
    Table table = table_of({Track::fit}, {});
    table.header_rows = 0;
    for (const std::string& figure : figures) {
        Row& row = table.rows.emplace_back();
        row.cells = {cell_of(0, figure, CellKind::data)};
        row.cells[0].paragraphs[0].style.align = Align::decimal;
    }
    const Laid laid = lay({table}, page());
    std::vector<std::int32_t> ends;
    for (const SetRow& row : laid.table(0).rows) {
        const SetParagraph& set = row.cells[0].paragraphs[0];
        const Length width = from_em(set.lines[0].width, set.paragraph->style.size);
        ends.push_back((line_start(set, set.lines[0]) + width - set.width).mpt);
    }
    return ends;
}

TEST_CASE("小数点は上下にそろい、小数のない数は点の前で終わる") {
    // A digit and a point of half width are 5.25 pt, those of full width 10.5.
    CHECK(ends_of({"12.25", "3.5", "100"}) == std::vector{0, -5250, -15750});
    CHECK(ends_of({"１２．２５", "3.5", "1,000"}) == std::vector{0, -21000, -31500});
    CHECK(ends_of({"12.5％", "3％", "１００％"}) == std::vector{0, -10500, -10500});
}

TEST_CASE("小数点でそろえた列は、整数の最も長い数と小数の最も長い数の分だけ広い") {
    Table table = table_of({Track::fit, Track::fit},
                           {{"比率", "備考"}, {"１２３４５", repeated("長い文", 40)}, {"0.12345", "―"}});
    for (const std::size_t row : {1U, 2U})
        table.rows[row].cells[0].paragraphs[0].style.align = Align::decimal;
    const std::vector<std::int32_t> all = widths(table);
    CHECK(all[0] >= 10'500 * (5 + 3 + 1));
}

// ---- fewer lines ----

TEST_CASE("どの行でも少し足りない列は、めったに足りる必要のない列から幅をもらう") {
    ColumnsInUse columns{{14, 12}, {true, true}, {4, 4}, {}};
    for (int i = 0; i < 20; ++i) columns.rows.push_back({15, i % 10 == 0 ? 12 : 5});
    CHECK(with_fewer_lines(columns) == std::vector<std::int64_t>{17, 9});
}

TEST_CASE("動かせない列は、幅を変えない") {
    const ColumnsInUse columns{{14, 12}, {true, false}, {4, 4}, {{15, 5}, {15, 5}}};
    CHECK(with_fewer_lines(columns) == columns.widths);
}

TEST_CASE("行が低くならなければ、何も動かない") {
    const ColumnsInUse columns{{14, 12}, {true, true}, {4, 4}, {{14, 12}, {3, 2}}};
    CHECK(with_fewer_lines(columns) == columns.widths);
}

} // namespace
} // namespace taisho::test
