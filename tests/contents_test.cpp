// 目次: what it names, where its lines lead to, and how they stand on the page.

#include "document/compose.h"
#include "generated_papers.h"
#include "layout/lay_out.h"
#include "revise/revisions.h"
#include "support.h"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

using Lines = std::vector<std::string>;

const std::string plan =
    "<level id='1'><number>【１】</number><title>相談</title>"
    "<item "
    "id='a'><number>①</number><title>窓口</title><page>12</page><description>福祉課が担う。</description>"
    "</item><item id='b'><number>②</number><title>養成</title></item>"
    "<item id='c'><number>③</number><title>訪問</title></item></level>";

const std::string amendments =
    "<revise item='a'><description>地域福祉課が担う。</description></revise><unchanged item='b'/>"
    "<delete item='c'/></section><section><number>２．</number><title>改称</title>"
    "<rename from='福祉課' to='福祉室' partOfWord='yes'/>";

std::string asking(std::string file) { return file.insert(file.find("</meta>"), "<contents/>"); }

Document composed(const std::string& file, const HouseStyle& style) {
    Diagnostics diagnostics;
    return compose(revise(read(file), diagnostics), style);
}

std::vector<const Paragraph*> contents_of(const Document& document) {
    std::vector<const Paragraph*> lines;
    for (const Block& block : document.body) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (paragraph != nullptr && paragraph->kind == ParagraphKind::contents) lines.push_back(paragraph);
    }
    return lines;
}

// Its level and its text.
Lines named(const Document& document) {
    Lines lines;
    for (const Paragraph* line : contents_of(document))
        lines.push_back(std::to_string(line->level) + " " + line->text);
    return lines;
}

// ---- what it names ----

TEST_CASE("目次は、節、階層、項目、言葉の改めを、並ぶ順に挙げる") {
    const Document document = composed(asking(paper_file(plan, amendments)), style_named("by-year"));
    CHECK(named(document) == Lines{"1 １．修正", "2 【１】相談", "3 ①窓口", "3 ②養成　（略）", "3 ③訪問",
                                   "1 ２．改称", "2 「福祉課」を「福祉室」に改める。（1か所）"});
}

TEST_CASE("目次は題名のすぐ下、初めの節の前に立つ") {
    const Document document = composed(asking(paper_file(plan, amendments)), style_named("stacked"));
    const auto kind = [&](std::size_t block) {
        return std::get<Paragraph>(document.body[block].content).kind;
    };
    CHECK(kind(0) == ParagraphKind::title);
    CHECK(std::get<Paragraph>(document.body[1].content).text == "目次");
    for (std::size_t block = 2; block < 9; ++block) CHECK(kind(block) == ParagraphKind::contents);
    CHECK(kind(9) == ParagraphKind::heading);
}

TEST_CASE("求めなければ、目次はない") {
    CHECK(named(composed(paper_file(plan, amendments), style_named("by-year"))) == Lines{});
}

TEST_CASE("様式が求めれば、資料が求めなくても目次ができ、深さは様式が決める") {
    HouseStyle style = style_named("by-year");
    style.contents.always = true, style.contents.depth = 2, style.contents.title = "もくじ";
    const Document document = composed(paper_file(plan, amendments), style);
    CHECK(named(document) ==
          Lines{"1 １．修正", "2 【１】相談", "1 ２．改称", "2 「福祉課」を「福祉室」に改める。（1か所）"});
    CHECK(std::get<Paragraph>(document.body[1].content).text == "もくじ");
}

TEST_CASE("題のない目次は、行だけになる") {
    HouseStyle style = style_named("by-year");
    style.contents.always = true, style.contents.title.clear();
    const Document document = composed(paper_file(plan, amendments), style);
    CHECK(std::get<Paragraph>(document.body[1].content).kind == ParagraphKind::contents);
}

// The same without what follows it lightly: （計画書12ページ）
std::string heading_text(const Document& document, const Paragraph& line) {
    const auto& heading = std::get<Paragraph>(document.body[line.target].content);
    CHECK(heading.kind == ParagraphKind::heading);
    CHECK(heading.level == line.level);
    return heading.text.substr(0, line.text.size());
}

TEST_CASE("目次の行は、どれも同じ文の見出しを指し、指されない見出しはない") {
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const Document document =
            composed(asking(generated_paper(20, dice)), style_named(seed % 2 == 0 ? "by-year" : "stacked"));
        std::vector<std::uint32_t> targets, headings;
        for (const Paragraph* line : contents_of(document)) {
            targets.push_back(line->target);
            CHECK(heading_text(document, *line) == line->text);
        }
        for (std::uint32_t i = 0; i < document.body.size(); ++i) {
            const auto* paragraph = std::get_if<Paragraph>(&document.body[i].content);
            if (paragraph != nullptr && paragraph->kind == ParagraphKind::heading) headings.push_back(i);
        }
        CHECK(targets == headings);
    }
}

// ---- on the page ----

struct Laid {
    Document document;
    Pages pages;
};

Laid laid_out(const std::string& file, const HouseStyle& style) {
    Diagnostics diagnostics;
    Laid laid{composed(file, style), {}};
    laid.pages = lay_out_pages(laid.document, fonts(), diagnostics);
    return laid;
}

std::string text_of(const Pages& pages, const PlacedText& placed) {
    const ShapedText& text = pages.texts[placed.text];
    return text.utf8.substr(text.glyphs[placed.first].begin,
                            text.glyphs[placed.last - 1].end - text.glyphs[placed.first].begin);
}

Length end_of(const Page& page, const Pages& pages, const PlacedText& placed) {
    std::int32_t width = 0;
    for (std::uint32_t i = placed.first; i < placed.last; ++i) {
        width += pages.texts[placed.text].glyphs[i].advance;
        if (placed.adjustment >= 0)
            width += page.adjustments[static_cast<std::size_t>(placed.adjustment) + i - placed.first];
    }
    return placed.x + from_em(width, placed.size);
}

bool is_line(const Laid& laid, const PlacedText& placed) {
    if (placed.artifact || placed.origin.block >= laid.document.body.size()) return false;
    const auto* paragraph = std::get_if<Paragraph>(&laid.document.body[placed.origin.block].content);
    return paragraph != nullptr && paragraph->kind == ParagraphKind::contents;
}

// The number of the first page with something of each block; 0: nothing.
std::vector<int> pages_of_blocks(const Laid& laid) {
    std::vector<int> numbers(laid.document.body.size(), 0);
    for (const Page& page : laid.pages.pages) {
        for (const PlacedText& placed : page.texts) {
            const bool counts = !placed.artifact && placed.origin.block < numbers.size();
            if (counts && numbers[placed.origin.block] == 0) numbers[placed.origin.block] = page.number;
        }
    }
    return numbers;
}

TEST_CASE("目次のページ番号は、目次が何ページになっても、見出しのあるページの番号") {
    for (const std::size_t items : {1U, 40U, 130U}) {
        for (const std::string_view name : {"by-year", "stacked"}) {
            CAPTURE(items);
            CAPTURE(name);
            Dice dice(items);
            const Laid laid = laid_out(asking(generated_paper(items, dice)), style_named(name));
            const std::vector<int> numbers = pages_of_blocks(laid);
            std::vector<std::uint32_t> numbered, lines;
            for (const Page& page : laid.pages.pages) {
                for (const PlacedText& placed : page.texts) {
                    if (!is_line(laid, placed) || placed.origin.paragraph != 1) continue;
                    const auto& line = std::get<Paragraph>(laid.document.body[placed.origin.block].content);
                    CHECK(text_of(laid.pages, placed) == std::to_string(numbers[line.target]));
                    numbered.push_back(placed.origin.block);
                }
            }
            for (std::uint32_t i = 0; i < laid.document.body.size(); ++i) {
                const auto* paragraph = std::get_if<Paragraph>(&laid.document.body[i].content);
                if (paragraph != nullptr && paragraph->target != no_block) lines.push_back(i);
            }
            CHECK(numbered == lines);
        }
    }
}

TEST_CASE("目次のページ番号は右端にそろい、見出しは番号にかからない") {
    Dice dice(7);
    const HouseStyle style = style_named("by-year");
    const Laid laid = laid_out(asking(generated_paper(40, dice)), style);
    const Length right = style.page.width - style.page.right;
    for (const Page& page : laid.pages.pages) {
        for (const PlacedText& placed : page.texts) {
            if (!is_line(laid, placed)) continue;
            const Length end = end_of(page, laid.pages, placed);
            if (placed.origin.paragraph == 1) {
                CHECK(std::abs((right - end).mpt) <= 1);
            } else {
                CHECK(end <= right - placed.size * 3);
            }
        }
    }
}

TEST_CASE("目次の点線は読まれず、どの行も同じ所で終わる") {
    Dice dice(3);
    const Laid laid = laid_out(asking(generated_paper(40, dice)), style_named("stacked"));
    std::vector<std::int32_t> ends;
    for (const Page& page : laid.pages.pages) {
        for (const PlacedText& placed : page.texts) {
            if (!text_of(laid.pages, placed).starts_with("……")) continue;
            CHECK(placed.artifact);
            CHECK(placed.origin.block == no_block);
            ends.push_back(end_of(page, laid.pages, placed).mpt);
        }
    }
    REQUIRE(ends.size() > 40);
    const auto [least, most] = std::ranges::minmax(ends);
    CHECK(most - least <= 1);
}

TEST_CASE("長い見出しは行を改め、番号の後ろにそろい、ページ番号は終わりの行に付く") {
    std::string title;
    for (int i = 0; i < 12; ++i) title += "地域のつながり";
    const Laid laid =
        laid_out(asking(paper_file("<item id='a'><number>①</number><title>" + title + "</title></item>",
                                   "<delete item='a'/>")),
                 style_named("by-year"));
    std::vector<const PlacedText*> lines;
    for (const PlacedText& placed : laid.pages.pages.front().texts) {
        const bool of_item = is_line(laid, placed) && placed.origin.block == 3;
        if (of_item) lines.push_back(&placed);
    }
    REQUIRE(lines.size() == 4); // three of the heading, and the number
    CHECK(lines[1]->x - lines[0]->x == lines[0]->size);
    CHECK(lines[2]->x == lines[1]->x);
    CHECK(lines[3]->y == lines[2]->y);
    CHECK(text_of(laid.pages, *lines[3]) == "1");
}

TEST_CASE("深い階層でも、目次の見出しには行の半分がある") {
    std::string levels, ends;
    for (int i = 0; i < 28; ++i) {
        levels += "<level id='l" + std::to_string(i) + "'><title>階層</title>";
        ends += "</level>";
    }
    const HouseStyle style = style_named("by-year");
    const Laid laid = laid_out(
        asking(paper_file(levels + "<item id='a'><title>項目</title></item>" + ends, "<delete item='a'/>")),
        style);
    for (const Paragraph* line : contents_of(laid.document))
        CHECK(line->style.indent <= (style.page.width - style.page.left - style.page.right) / 3);
}

TEST_CASE("目次の途中でページが変わると、目次の続きだと分かる") {
    Dice dice(11);
    const Laid laid = laid_out(asking(generated_paper(90, dice)), style_named("by-year"));
    const Page& second = laid.pages.pages[1];
    CHECK(text_of(laid.pages, second.texts.front()).starts_with("目次"));
    CHECK(second.texts.front().artifact);
    CHECK(is_line(laid, *std::ranges::find(second.texts, false, &PlacedText::artifact)));
}

// ---- in the workbook ----

std::string text_of(const SheetCell& cell) {
    std::string text;
    for (const SheetRun& run : cell.runs) text += run.text;
    return text;
}

TEST_CASE("Excel の目次の行は、同じ文の見出しのある行を指す") {
    for (const std::string_view name : {"by-year", "stacked"}) {
        Dice dice(5);
        const Sheet sheet =
            lay_out_sheet(composed(asking(generated_paper(30, dice)), style_named(name)), fonts());
        std::size_t links = 0;
        for (const SheetCell& cell : sheet.cells) {
            if (cell.leads_to == no_row) continue;
            const auto heading = std::ranges::find(sheet.cells, cell.leads_to, &SheetCell::first_row);
            REQUIRE(heading != sheet.cells.end());
            CHECK(text_of(*heading).starts_with(text_of(cell)));
            CHECK(heading->first_column == 0);
            CHECK(heading->first_row > cell.first_row);
            ++links;
        }
        CHECK(links > 30);
    }
}

} // namespace
} // namespace taisho::test
