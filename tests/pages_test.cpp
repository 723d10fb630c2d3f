#include "document/compose.h"
#include "layout/lay_out.h"
#include "revise/revisions.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <variant>

namespace taisho::test {
namespace {

struct Laid {
    Document document;
    Pages pages;
};

Laid laid_out(const std::filesystem::path& file, std::string_view style) {
    Diagnostics diagnostics;
    Laid laid{compose(revise(read(read_bytes(file)), diagnostics), style_named(style)), {}};
    laid.pages = lay_out_pages(laid.document, fonts(), diagnostics);
    CHECK(diagnostics.empty());
    return laid;
}

// Block, column and paragraph, and for cells the row of the table in which they begin.
using Place = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

// The row in which the cell begins that covers `row` and begins in `column`.
std::uint32_t first_row_of(const Table& table, std::uint32_t row, std::uint32_t column) {
    for (std::uint32_t from = row + 1; from-- > 0;) {
        for (const Cell& cell : table.rows[from].cells) {
            if (cell.column == column && from + cell.row_span > row) return from;
        }
    }
    return row;
}

Place place_of(const Document& document, const Origin& origin) {
    const auto* table = std::get_if<Table>(&document.body[origin.block].content);
    const std::uint32_t row = table != nullptr ? first_row_of(*table, origin.row, origin.column) : 0;
    return {origin.block, row, origin.column, origin.paragraph};
}

// Bytes of the texts placed, in the order of the pages; what is repeated is left out.
using Placed = std::map<Place, std::string>;

std::string without_blanks(std::string text) {
    for (const std::string_view blank : {"　", " ", "\n"}) {
        for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank, at))
            text.erase(at, blank.size());
    }
    return text;
}

Placed placed_texts(const Laid& laid) {
    Placed placed;
    for (const Page& page : laid.pages.pages) {
        for (const PlacedText& one : page.texts) {
            const ShapedText& text = laid.pages.texts[one.text];
            const bool is_box =
                page.number == 1 && &one == &page.texts.front() && text.utf8 == laid.document.paper_number;
            if (one.artifact || is_box) continue;
            const std::uint32_t begin = text.glyphs[one.first].begin, end = text.glyphs[one.last - 1].end;
            placed[place_of(laid.document, one.origin)] +=
                without_blanks(text.utf8.substr(begin, end - begin));
        }
    }
    return placed;
}

Placed wanted_texts(const Document& document) {
    Placed wanted;
    for (std::uint32_t block = 0; block < document.body.size(); ++block) {
        if (const auto* paragraph = std::get_if<Paragraph>(&document.body[block].content)) {
            wanted[{block, 0, 0, 0}] = without_blanks(paragraph->text);
            continue;
        }
        const auto& table = std::get<Table>(document.body[block].content);
        for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
            for (const Cell& cell : table.rows[row].cells) {
                for (std::uint32_t i = 0; i < cell.paragraphs.size(); ++i) {
                    wanted[{block, row, cell.column, i}] = without_blanks(cell.paragraphs[i].text);
                }
            }
        }
    }
    return wanted;
}

// The first paragraph that is not placed once and whole, or nothing.
std::string first_difference(const Placed& wanted, const Placed& placed) {
    for (const auto& [place, text] : wanted) {
        const auto found = placed.find(place);
        const std::string got = found != placed.end() ? found->second : "（ない）";
        if (got != text) return "あるはず：" + text + "\nできた　：" + got;
    }
    for (const auto& [place, text] : placed) {
        if (!wanted.contains(place)) return "余分：" + text;
    }
    return {};
}

TEST_CASE("資料の文は、頁のどこかに一度ずつ、そっくり置かれる") {
    for (const auto& file : {real_paper, other_paper}) {
        for (const std::string_view style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"}) {
            CAPTURE(file);
            CAPTURE(style);
            const Laid laid = laid_out(file, style);
            CHECK(first_difference(wanted_texts(laid.document), placed_texts(laid)) == "");
        }
    }
}

// ---- the area of a page ----

TEST_CASE("罫線と塗りと文は、余白に出ない") {
    for (const auto& file : {real_paper, other_paper}) {
        for (const std::string_view style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"}) {
            const Laid laid = laid_out(file, style);
            const PageSetup& setup = laid.document.page;
            const Length right = setup.width - setup.right, bottom = setup.height - setup.bottom;
            for (const Page& page : laid.pages.pages) {
                CAPTURE(page.number);
                for (const PlacedFill& fill : page.fills)
                    REQUIRE((fill.x >= setup.left && fill.x + fill.width <= right));
                for (const PlacedFill& fill : page.fills)
                    REQUIRE((fill.y >= setup.top && fill.y + fill.height <= bottom));
                for (const PlacedRule& rule : page.rules)
                    REQUIRE((rule.x1 >= setup.left && rule.x2 <= right && rule.y2 <= bottom));
                for (const PlacedText& text : page.texts) {
                    const Space& first = laid.pages.texts[text.text].spaces[text.first];
                    REQUIRE(text.x + from_em(first.before, text.size) >= setup.left);
                    REQUIRE((text.artifact || text.y <= bottom));
                }
            }
        }
    }
}

TEST_CASE("頁の番号は一から順に付く") {
    int number = 0;
    for (const Page& page : laid_out(other_paper, "by-year").pages.pages) CHECK(page.number == ++number);
}

TEST_CASE("資料の番号の箱は一頁目だけに立つ") {
    std::size_t count = 0;
    const Laid laid = laid_out(real_paper, "stacked");
    for (const Page& page : laid.pages.pages) {
        count += static_cast<std::size_t>(std::ranges::count_if(
            page.texts, [&](const PlacedText& one) { return laid.pages.texts[one.text].utf8 == "資料３"; }));
    }
    CHECK(count == 1);
}

TEST_CASE("表が頁をまたげば、見出しの行が繰り返される") {
    std::size_t repeated = 0;
    const Laid laid = laid_out(other_paper, "by-year");
    for (const Page& page : laid.pages.pages) {
        repeated += static_cast<std::size_t>(std::ranges::count_if(page.texts, [&](const PlacedText& one) {
            return one.artifact && laid.pages.texts[one.text].utf8 == "修正前";
        }));
    }
    CHECK(repeated >= 1);
}

TEST_CASE("同じ役割の列は、どの表でも同じ幅") {
    const Laid laid = laid_out(real_paper, "by-year");
    std::vector<Length> lefts; // of the rules that part before from after
    for (const Page& page : laid.pages.pages) {
        for (const PlacedRule& rule : page.rules) {
            if (rule.x1 == rule.x2) lefts.push_back(rule.x1);
        }
    }
    std::ranges::sort(lefts);
    const auto repeated = std::ranges::unique(lefts);
    lefts.erase(repeated.begin(), repeated.end());
    CHECK(lefts.size() == 4 + 1); // the box with the paper's number has a left rule of its own
}

// ---- justified lines ----

TEST_CASE("両端をそろえても、ぶら下げる所は次の行の頭の真上にある") {
    const std::string departments =
        "市（福祉総務課、子育て支援室、障がい福祉課、高齢介護室、人権・男女参画室、学校教育室）";
    Diagnostics diagnostics;
    const Document document = compose(
        revise(read(paper_file("<item id='a'><title>甲</title><bodies label='●実施主体'>" + departments +
                                   "</bodies>" + goal("output", "乙", {"一", "二", "三"}) + "</item>",
                               "<delete item='a'/>")),
               diagnostics),
        style_named("by-year"));
    const Pages pages = lay_out_pages(document, fonts(), diagnostics);
    std::vector<PlacedText> lines;
    for (const PlacedText& placed : pages.pages[0].texts) {
        if (pages.texts[placed.text].utf8 == "●実施主体　" + departments) lines.push_back(placed);
    }
    REQUIRE(lines.size() == 2);
    REQUIRE(lines[0].adjustment >= 0);
    const auto adjusted = pages.pages[0].adjustments.begin() + lines[0].adjustment;
    CHECK(std::vector(adjusted, adjusted + 6) == std::vector<std::int16_t>(6)); // ●実施主体 and the blank
    CHECK(lines[0].x + pt(10.5) * 6 == lines[1].x);
}

// ---- the sheet ----

TEST_CASE("紙で広げる札は、シートでは全角の空白で広げ、数の札はそのままにする") {
    const Laid laid = laid_out(real_paper, "by-year");
    std::set<std::string> labels;
    for (const SheetCell& cell : lay_out_sheet(laid.document, fonts()).cells) {
        if (cell.first_column == 0 && cell.fill != white && cell.runs.size() == 1)
            labels.insert(cell.runs[0].text);
        if (cell.align == Align::center && cell.fill == laid.document.page.header_fill) {
            for (const SheetRun& run : cell.runs) labels.insert(run.text);
        }
    }
    for (const std::string_view label : {"修　正　前", "修　正　後", "指　標", "現状値", "R6"}) {
        CAPTURE(label);
        CHECK(labels.contains(std::string(label)));
    }
}

// The texts of all cells, column by column; `between` stands behind each. What is said again at the head of a
// page is left out: a text may go on below it.
std::string texts_by_column(const Sheet& sheet, const std::string& between) {
    std::map<std::uint16_t, std::string> columns;
    for (const SheetCell& cell : sheet.cells) {
        const bool again = !cell.runs.empty() && cell.runs.back().text.ends_with("（続き）");
        if (again) continue;
        for (const SheetRun& run : cell.runs) columns[cell.first_column] += run.text;
        columns[cell.first_column] += between;
    }
    std::string all;
    for (const auto& [column, text] : columns) all += text + '\1';
    return without_blanks(all);
}

// A text stands whole in a cell, unless Excel allows no row so tall: then it goes on in the cells below.
TEST_CASE("資料の文は、シートの欄にそっくり入る") {
    for (const auto& file : {real_paper, other_paper}) {
        for (const std::string_view style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"}) {
            CAPTURE(file);
            CAPTURE(style);
            Diagnostics diagnostics;
            const Document document =
                compose(revise(read(read_bytes(file)), diagnostics), style_named(style));
            const Sheet sheet = lay_out_sheet(document, fonts());
            const bool may_go_on = file == other_paper;
            const std::string cells = texts_by_column(sheet, "\1");
            const std::string columns = may_go_on ? texts_by_column(sheet, "") : cells;
            for (const auto& [place, text] : wanted_texts(document)) {
                CAPTURE(text);
                REQUIRE((cells.find(text) != std::string::npos || columns.find(text) != std::string::npos));
            }
        }
    }
}

TEST_CASE("シートの欄は重ならない") {
    for (const std::string_view style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"}) {
        Diagnostics diagnostics;
        const Document document =
            compose(revise(read(read_bytes(other_paper)), diagnostics), style_named(style));
        std::map<std::pair<std::uint32_t, std::uint32_t>, int> owners;
        const Sheet sheet = lay_out_sheet(document, fonts());
        for (const SheetCell& cell : sheet.cells) {
            REQUIRE(cell.last_row < sheet.heights.size());
            REQUIRE(cell.last_column < sheet.columns.size());
            for (std::uint32_t row = cell.first_row; row <= cell.last_row; ++row) {
                for (std::uint32_t column = cell.first_column; column <= cell.last_column; ++column) {
                    REQUIRE(++owners[{row, column}] == 1);
                }
            }
        }
    }
}

TEST_CASE("シートの行の高さはExcelの限りを超えない") {
    Diagnostics diagnostics;
    const Document document =
        compose(revise(read(read_bytes(other_paper)), diagnostics), style_named("by-year"));
    for (const Length height : lay_out_sheet(document, fonts()).heights) {
        REQUIRE((height > Length{} && height <= pt(409.5)));
    }
}

} // namespace
} // namespace taisho::test
