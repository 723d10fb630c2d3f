// What the columns of a free table hold, told from their texts.

#include "document/column_roles.h"

#include "document/compose.h"
#include "hand_revisions.h"
#include "support.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace taisho::test {
namespace {

using namespace by_hand;
using Texts = std::initializer_list<std::initializer_list<std::string_view>>;

// The first row is the header; a text that begins with # names its row.
MarkedTable table_of(Texts texts) {
    MarkedTable table;
    table.header_rows = 1;
    for (const auto& row : texts) {
        table.columns = row.size();
        table.rows.emplace_back();
        for (const std::string_view text : row) {
            const std::size_t column = table.rows.back().size();
            table.rows.back().push_back(text.starts_with('#') ? header_cell(column, text.substr(1))
                                                              : cell(column, text));
        }
    }
    return table;
}

std::vector<ColumnRole> roles_of(const MarkedTable& table) {
    std::vector<ColumnRole> roles(table.columns);
    note_columns(table, roles);
    return roles;
}

// n: names, f: by its content, s: as wide as the others.
std::string tracks(const MarkedTable& table) {
    std::string result;
    for (const Track track : tracks_of(roles_of(table))) {
        switch (track) {
        case Track::label: result += 'n'; break;
        case Track::fit: result += 'f'; break;
        case Track::share: result += 's'; break;
        case Track::side: result += 'b'; break;
        case Track::note: result += 'r'; break;
        }
    }
    return result;
}

// l: left, r: right, d: by the decimal point.
char align_of(std::initializer_list<std::string_view> values) {
    MarkedTable table;
    table.columns = 1;
    for (const std::string_view value : values) table.rows.push_back({cell(0, value)});
    Paragraph paragraph;
    align_figure(roles_of(table).front(), paragraph);
    return paragraph.style.align == Align::end ? 'r' : paragraph.style.align == Align::decimal ? 'd' : 'l';
}

TEST_CASE("名前の列は名前、年度の列は等しく、ほかは内容に合わせる") {
    CHECK(tracks(table_of({{"区分", "令和６年度", "R7", "備考"}, {"#窓口", "実施", "―", "増やす。"}})) ==
          "nssf");
}

TEST_CASE("隣り合う同じ単位の数の列は、等しい幅になる") {
    CHECK(tracks(table_of({{"", "4月", "5月", "計"}, {"#来所", "3", "12", "15"}})) == "nsss");
    CHECK(tracks(table_of({{"事業", "決算額", "比率"}, {"配食", "1,234", "12.5％"}})) == "fff");
}

TEST_CASE("二列にまたがる年度の見出しは、その下の列を年度の列にする") {
    MarkedTable table = table_of({{"地区", "令和６年度", ""}, {"北部", "設計", "着工"}});
    table.rows[0].pop_back();
    table.rows[0][1] = spanning(table.rows[0][1], 1, 2);
    CHECK(tracks(table) == "fss");
}

TEST_CASE("数だけの列は右に、小数があれば小数点でそろえる") {
    CHECK(align_of({"20人", "―", "120人"}) == 'r');
    CHECK(align_of({"￥１，２３４", "¥98"}) == 'r');
    CHECK(align_of({"12.5％", "3％"}) == 'd');
    CHECK(align_of({"12％", "0"}) == 'd'); // the digits below each other, not the unit below a digit
    CHECK(align_of({"１２％", "3%"}) == 'r');
}

TEST_CASE("言葉の混じる列、単位の違う列は左のまま") {
    CHECK(align_of({"20人", "30人以上"}) == 'l');
    CHECK(align_of({"20人", "3校区"}) == 'l');
    CHECK(align_of({"20人", "未定"}) == 'l');
    CHECK(align_of({"―", ""}) == 'l');
}

TEST_CASE("上下の様式でも、修正前と修正後の表は同じ列になる") {
    TablePair pair{{}, table_of({{"区分", "内容"}}), table_of({{"区分", "内容"}}), {}};
    pair.before->rows.push_back({cell(0, "窓口"), cell(1, "相談", true)});
    pair.after->rows.push_back({cell(0, "窓口"), cell(1, "相談を受け止めて支援につなげます。", true)});
    const PassagePair bodies = passage(PassageKind::bodies, {}, both("一課", "二課"));
    const Revision change = revision(RevisionKind::revised, "①", "講座", {bodies, pair, bodies, pair});
    const Document document = compose(paper({change}), style_named("stacked"));
    std::vector<std::uint32_t> groups;
    for (const Block& block : document.body)
        if (const auto* table = std::get_if<Table>(&block.content)) groups.push_back(table->group);
    REQUIRE(groups.size() == 4);
    CHECK(groups[0] == groups[2]);
    CHECK(groups[1] == groups[3]);
    CHECK(groups[0] != groups[1]);
}

} // namespace
} // namespace taisho::test
