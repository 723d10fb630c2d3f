// The print sheet of the workbook, as it is laid out.

#include "document/compose.h"
#include "generated_papers.h"
#include "layout/follow_pages.h"
#include "layout/lay_out.h"
#include "revise/revisions.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace taisho::test {
namespace {

const std::vector<std::string_view> house_styles = {"by-year", "stacked", "side-by-side", "list",
                                                    "law-old-left"};

Document composed(const std::string& file, std::string_view style) {
    Diagnostics diagnostics;
    return compose(revise(read(file), diagnostics), style_named(style));
}

std::string text_of(const SheetCell& cell) {
    std::string text;
    for (const SheetRun& run : cell.runs) text += run.text;
    return text;
}

// ---- where the changes begin ----

std::string item(std::string_view id, std::string_view number, std::string_view description) {
    std::string xml = "<item id='" + std::string(id) + "'><number>" + std::string(number);
    return xml + "</number><title>項目" + std::string(id) + "</title><description>" +
           std::string(description) + "</description></item>";
}

// Item b goes, so that c and d are renumbered.
std::string with_renumbered_items() {
    return paper_file("<level id='l'><number>（１）</number><title>階層</title>" + item("a", "①", "甲課") +
                          item("b", "②", "乙課") + item("c", "③", "丙課") + item("d", "④", "丁課") +
                          "</level>",
                      "<revise item='a'><description>甲部</description></revise><delete item='b' "
                      "shift='yes'/><rename from='丁課' to='丁部'/>");
}

// The text of the first cell of each row at which a change begins.
std::vector<std::string> changes_of(const Sheet& sheet) {
    std::vector<std::string> begins;
    for (const std::uint32_t row : sheet.change_rows) {
        const auto cell = std::ranges::find(sheet.cells, row, &SheetCell::first_row);
        begins.push_back(cell == sheet.cells.end() ? "none" : text_of(*cell));
    }
    return begins;
}

TEST_CASE("修正の一つ一つが、シートのどの行から始まるか分かる") {
    const std::vector<std::string> wanted = {"（１）階層", "②項目b", "③～④（番号の変更）",
                                             "③～④（番号の変更）", "「丁課」を「丁部」に改める。（1か所）"};
    for (const std::string_view style : {"by-year", "stacked"})
        CHECK(changes_of(lay_out_sheet(composed(with_renumbered_items(), style), fonts())) == wanted);
}

TEST_CASE("目次があっても、修正の始まる行は変わらず見出しを指す") {
    std::string file = with_renumbered_items();
    file.insert(file.find("</meta>"), "<contents/>");
    const Sheet sheet = lay_out_sheet(composed(file, "by-year"), fonts());
    CHECK(changes_of(sheet).front() == "（１）階層");
    CHECK(sheet.change_rows.front() > 3); // below the contents
}

// ---- pages ----

using Place = std::pair<std::uint32_t, std::uint32_t>;

// Block and row with which each page begins.
std::vector<Place> begins_of(const std::vector<Band>& bands, const std::vector<PageRange>& pages) {
    std::vector<Place> begins;
    for (const PageRange& page : pages) begins.emplace_back(bands[page.first].block, bands[page.first].row);
    return begins;
}

std::vector<Place> marked(const std::vector<Band>& bands) {
    std::vector<Place> begins;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (i == 0 || bands[i].starts_page) begins.emplace_back(bands[i].block, bands[i].row);
    }
    return begins;
}

// Whether the bands of each row and paragraph show all of its lines, one after the other.
bool shows_every_line(const std::vector<Band>& bands, const std::vector<Band>& before) {
    std::map<Place, std::uint32_t> shown, wanted;
    for (const Band& band : before) wanted[{band.block, band.row}] = band.last;
    for (const Band& band : bands) {
        std::uint32_t& last = shown[{band.block, band.row}];
        if (band.first != last || band.last < band.first) return false;
        last = band.last;
    }
    return shown == wanted;
}

// A medium with other lines than paper.
Medium narrower(const PageSetup& setup) {
    Medium medium = paper_medium(setup);
    medium.usable = 900, medium.pitch = 1250, medium.manner = Manner::plain;
    medium.slice_above = medium.whole_paragraph = pt(409.5);
    return medium;
}

TEST_CASE("シートの切れ目は、どの資料でも、紙のページの始まりと同じ所にある") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Dice dice(seed);
        const std::string file = generated_paper(3 + seed, dice);
        for (const std::string_view style : house_styles) {
            CAPTURE(seed);
            CAPTURE(style);
            const Document document = composed(file, style);
            Diagnostics unused;
            Typesetter typesetter(fonts(), document.typesetting, unused);
            const Flow paper = set_document(document, paper_medium(document.page), typesetter);
            Flow sheet = set_document(document, narrower(document.page), typesetter);
            const std::vector<Band> before = sheet.bands;
            follow_pages(paper, sheet);
            REQUIRE(marked(sheet.bands) == begins_of(paper.bands, paper.pages));
            REQUIRE(shows_every_line(sheet.bands, before));
        }
    }
}

Length height_of(const Sheet& sheet, std::size_t first, std::size_t last) {
    const auto at = [&](std::size_t row) { return sheet.heights.begin() + static_cast<std::ptrdiff_t>(row); };
    return std::accumulate(at(first), at(last), Length{});
}

// Of the rows of each page, with those that Excel repeats above them.
std::vector<Length> page_heights(const Sheet& sheet) {
    std::vector<Length> heights;
    std::size_t first = 0;
    const auto header_end = static_cast<std::size_t>(sheet.repeat_last + 1);
    for (std::size_t page = 0; page <= sheet.breaks.size(); ++page) {
        const std::size_t end = page < sheet.breaks.size() ? sheet.breaks[page] : sheet.heights.size();
        const bool repeats = sheet.repeat_first >= 0 && first >= header_end;
        heights.push_back(height_of(sheet, first, end));
        if (repeats)
            heights.back() += height_of(sheet, static_cast<std::size_t>(sheet.repeat_first), header_end);
        first = end;
    }
    return heights;
}

// Excel prints what is wider than the page smaller, so that a page holds more.
TEST_CASE("シートのどのページの行も、一枚に収まる") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Dice dice(seed);
        const std::string file = generated_paper(3 + seed, dice);
        for (const std::string_view style : house_styles) {
            CAPTURE(seed);
            CAPTURE(style);
            const Document document = composed(file, style);
            const Sheet sheet = lay_out_sheet(document, fonts());
            const PageSetup& page = document.page;
            const std::int64_t columns = std::accumulate(sheet.columns.begin(), sheet.columns.end(), 0);
            const Length width = pt(0.75) * static_cast<std::int32_t>(columns);
            const Length across = page.width - page.left - page.right;
            const Length room =
                scale(page.height - page.top - page.bottom, std::max(width, across).mpt, across.mpt);
            for (const Length height : page_heights(sheet)) REQUIRE(height <= room);
        }
    }
}

TEST_CASE("シートは紙と同じ枚数になる") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Dice dice(seed);
        const std::string file = generated_paper(3 + seed, dice);
        for (const std::string_view style : house_styles) {
            CAPTURE(seed);
            CAPTURE(style);
            const Document document = composed(file, style);
            Diagnostics unused;
            const std::size_t pages = lay_out_pages(document, fonts(), unused).pages.size();
            REQUIRE(lay_out_sheet(document, fonts()).breaks.size() + 1 == pages);
        }
    }
}

TEST_CASE("ページの途中で切れた行は、シートでも同じ文の所で切れる") {
    std::string text;
    for (int i = 1; i <= 400; ++i) text += "第" + std::to_string(i) + "の取組みを進めます。";
    const std::string file =
        paper_file("<item id='a'><number>①</number><title>項目</title><description>前</description></item>",
                   "<revise item='a'><description>" + text + "</description></revise>");
    const Document document = composed(file, "by-year");
    Diagnostics unused;
    const Pages pages = lay_out_pages(document, fonts(), unused);
    REQUIRE(pages.pages.size() > 2);
    const Sheet sheet = lay_out_sheet(document, fonts());
    REQUIRE(sheet.breaks.size() + 1 == pages.pages.size());
    // How far the text has come at the end of the first page, in bytes.
    std::uint32_t on_paper = 0, on_sheet = 0;
    for (const PlacedText& placed : pages.pages[0].texts) {
        const ShapedText& shaped = pages.texts[placed.text];
        if (shaped.utf8 == text) on_paper = shaped.glyphs[placed.last - 1].end;
    }
    for (const SheetCell& cell : sheet.cells) {
        const std::string shown = text_of(cell);
        const bool is_text = cell.first_row < sheet.breaks[0] && shown.size() > 500;
        if (is_text) on_sheet += static_cast<std::uint32_t>(shown.size());
    }
    constexpr std::uint32_t half_line = 60; // of some 18 characters of three bytes, and a little
    CHECK(std::max(on_paper, on_sheet) - std::min(on_paper, on_sheet) <= half_line);
}

// ---- looks ----

std::string sides_of(const SheetCell& cell) {
    if (!cell.border) return "none";
    std::string sides;
    if (!cell.open.above) sides += "above ";
    if (!cell.open.below) sides += "below ";
    if (!cell.open.left) sides += "left ";
    if (!cell.open.right) sides += "right ";
    return sides;
}

TEST_CASE("表の見出しを繰り返すページの項目の見出しは、左右の罫線だけで囲む") {
    const Sheet sheet = lay_out_sheet(composed(read_bytes(real_paper), "by-year"), fonts());
    REQUIRE_FALSE(sheet.breaks.empty());
    const auto heading = std::ranges::find_if(
        sheet.cells, [](const SheetCell& cell) { return text_of(cell).starts_with("【２】"); });
    REQUIRE(heading != sheet.cells.end());
    CHECK(sides_of(*heading) == "left right ");
    const auto label = std::ranges::find_if(sheet.cells, [&](const SheetCell& cell) {
        return cell.first_row > heading->first_row && text_of(cell) == "●業績目標";
    });
    REQUIRE(label != sheet.cells.end());
    CHECK(sides_of(*label) == "above below left right ");
}

TEST_CASE("一ページ目の見出しには罫線がない") {
    const Sheet sheet = lay_out_sheet(composed(read_bytes(real_paper), "by-year"), fonts());
    for (const SheetCell& cell : sheet.cells) {
        if (static_cast<std::int32_t>(cell.first_row) < sheet.repeat_first) CHECK(sides_of(cell) == "none");
    }
}

TEST_CASE("シートの初めの欄は題名である") {
    for (const std::string_view style : house_styles) {
        const Document document = composed(read_bytes(real_paper), style);
        const Sheet sheet = lay_out_sheet(document, fonts());
        CHECK(text_of(sheet.cells.front()) == document.properties.title);
        CHECK(sheet.cells.front().first_row == 0);
        CHECK(sheet.cells.front().first_column == 0);
    }
}

TEST_CASE("何もない欄は、結合しない") {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        Dice dice(seed);
        const std::string file = generated_paper(4 + seed, dice);
        for (const std::string_view style : house_styles) {
            for (const SheetCell& cell : lay_out_sheet(composed(file, style), fonts()).cells) {
                const bool merged = cell.first_row < cell.last_row || cell.first_column < cell.last_column;
                REQUIRE_FALSE((merged && text_of(cell).empty()));
            }
        }
    }
}

// ---- line pitch ----

TEST_CASE("行の高さは、様式の行送りで変わる") {
    HouseStyle style = style_named("by-year");
    Diagnostics diagnostics;
    const auto height = [&](std::int32_t pitch) {
        style.sheet_fonts.line_pitch = pitch;
        const Sheet sheet =
            lay_out_sheet(compose(revise(read(read_bytes(real_paper)), diagnostics), style), fonts());
        return height_of(sheet, 0, sheet.heights.size());
    };
    CHECK(height(100) < height(125));
    CHECK(height(125) < height(150));
}

// ---- on the screen, and for those who hear it ----

TEST_CASE("どの表も同じ見出しなら、見出しより下の全体が一つの表で、行の見出しもある") {
    const Sheet sheet = lay_out_sheet(composed(read_bytes(real_paper), "by-year"), fonts());
    REQUIRE(sheet.repeat_first >= 0);
    const auto last_row = static_cast<std::uint32_t>(sheet.heights.size() - 1);
    const auto last_column = static_cast<std::uint16_t>(sheet.columns.size() - 1);
    const std::vector<HeadedArea> wanted{
        {static_cast<std::uint32_t>(sheet.repeat_first), last_row, 0, last_column, HeaderCells::both}};
    CHECK(sheet.tables == wanted);
}

TEST_CASE("上下の様式では、表の一つ一つに列の見出しがある") {
    const Document document = composed(read_bytes(real_paper), "stacked");
    const Sheet sheet = lay_out_sheet(document, fonts());
    const auto tables = std::ranges::count_if(
        document.body, [](const Block& block) { return std::holds_alternative<Table>(block.content); });
    CHECK(std::ssize(sheet.tables) == tables);
    for (const HeadedArea& table : sheet.tables) {
        CHECK(table.headers == HeaderCells::columns);
        const auto first = std::ranges::find(sheet.cells, table.first_row, &SheetCell::first_row);
        REQUIRE(first != sheet.cells.end());
        CHECK(text_of(*first) == "現状値");
    }
}

TEST_CASE("画面では、幅が窓に合う大きさで見せる") {
    CHECK(lay_out_sheet(composed(read_bytes(real_paper), "by-year"), fonts()).zoom == 120);
}

TEST_CASE("見出しが上にあるときだけ、画面に固定する") {
    const std::string goals = goal("output", "指標", {"一", "二", "三"});
    const std::string item = "<item id='a'><number>①</number><title>項目</title>" + goals + "</item>";
    const std::string change =
        "<revise item='a'><goal kind='output'><value column='R6'>四</value></goal></revise>";
    const Sheet near = lay_out_sheet(composed(paper_file(item, change), "by-year"), fonts());
    REQUIRE(near.repeat_last >= 0);
    CHECK(near.frozen_rows == static_cast<std::uint32_t>(near.repeat_last + 1));
    CHECK(height_of(near, 0, near.frozen_rows) <= pt(195)); // a third of a screen
    CHECK(lay_out_sheet(composed(read_bytes(real_paper), "by-year"), fonts()).frozen_rows == 1); // the title
    CHECK(lay_out_sheet(composed(paper_file(item, change), "stacked"), fonts()).frozen_rows == 1);
}

} // namespace
} // namespace taisho::test
