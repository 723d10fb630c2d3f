// How cells stand in their rows.

#include "layout/flow.h"
#include "layout/lay_out.h"
#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

namespace taisho::test {
namespace {

Cell cell_of(std::size_t column, std::string_view text, Length size, Length pitch) {
    Paragraph paragraph;
    paragraph.text = text;
    paragraph.runs = {{0, static_cast<std::uint32_t>(text.size()), Family::mincho, ChangeMark::none}};
    paragraph.style.size = size, paragraph.style.pitch = pitch;
    Cell cell;
    cell.column = static_cast<std::uint16_t>(column);
    cell.paragraphs.push_back(std::move(paragraph));
    return cell;
}

Document document_of(std::vector<Row> rows) {
    Document document;
    PageSetup& page = document.page;
    page.width = pt(595), page.height = pt(842), page.number.size = pt(10);
    page.left = page.right = page.top = page.bottom = pt(50);
    page.cell_padding_x = pt(5), page.cell_padding_y = pt(3);
    Table table;
    table.tracks = {Track::fit, Track::fit};
    table.rows = std::move(rows);
    document.body.push_back({std::move(table)});
    return document;
}

std::int32_t y_of(std::string_view text, const Pages& pages) {
    const auto is_it = [&](const PlacedText& one) { return pages.texts[one.text].utf8 == text; };
    return std::ranges::find_if(pages.pages[0].texts, is_it)->y.mpt;
}

TEST_CASE("上にそろえた欄の一行目は、大きさが違っても同じ高さに立つ") {
    Row row;
    row.cells = {cell_of(0, "大きな字", pt(16), pt(30)), cell_of(1, "小さな字", pt(10.5), pt(16.5))};
    const Document document = document_of({row});
    Diagnostics diagnostics;
    const Pages pages = lay_out_pages(document, fonts(), diagnostics);
    CHECK(y_of("大きな字", pages) == y_of("小さな字", pages));
}

TEST_CASE("下げられた欄の文字も、行からはみ出さない") {
    Row row;
    row.cells = {cell_of(0, "大", pt(16), pt(30)), cell_of(1, "一\n二\n三", pt(10.5), pt(16.5))};
    const Document document = document_of({row});
    Diagnostics diagnostics;
    Typesetter typesetter(fonts(), Typesetting{}, diagnostics);
    const Flow flow = set_document(document, paper_medium(document.page), typesetter);
    const SetRow& set = std::get<SetTable>(flow.blocks[0]).rows[0];
    // The first baseline is 21.08 pt below the padding in the large cell, 12.24 pt in the small one.
    CHECK(set.cells[1].drop == pt(8.84));
    CHECK(set.height == pt(16.5) * 3 + pt(8.84) + pt(3) * 2);
}

TEST_CASE("中央の欄は、横の字の大きさでは動かない") {
    Row row;
    row.cells = {cell_of(0, "大きな字", pt(16), pt(30)), cell_of(1, "小さな字", pt(10.5), pt(16.5))};
    row.cells[1].vertical = VerticalAlign::middle;
    Diagnostics diagnostics;
    const Pages pages = lay_out_pages(document_of({row}), fonts(), diagnostics);
    // 50 of the margin, half of what the row of 36 leaves, and 12.24 to the baseline.
    CHECK(y_of("小さな字", pages) == pt(50 + (36 - 16.5) / 2 + 12.24).mpt);
}

TEST_CASE("行送りの違う欄も、ページで分かれた行からはみ出さない") {
    std::string lines = "一";
    for (int i = 0; i < 99; ++i) lines += "\n一";
    Row row;
    row.cells = {cell_of(0, lines, pt(8), pt(10)), cell_of(1, lines, pt(10.5), pt(20))};
    const Document document = document_of({row});
    Diagnostics diagnostics;
    const Pages pages = lay_out_pages(document, fonts(), diagnostics);
    REQUIRE(pages.pages.size() > 2);
    for (const Page& page : pages.pages) {
        Length bottom{};
        for (const PlacedRule& rule : page.rules) bottom = std::max(bottom, rule.y2);
        for (const PlacedText& text : page.texts) CHECK((text.artifact || text.y < bottom));
    }
}

} // namespace
} // namespace taisho::test
