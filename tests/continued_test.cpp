#include "document/compose.h"
#include "layout/lay_out.h"
#include "revise/revisions.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

// A goal of `count` labelled rows and three years, of which one value changes: two pages and more.
std::string long_paper(int count) {
    std::string rows;
    for (int i = 1; i <= count; ++i) {
        rows += "<row label='種別" + std::to_string(i) +
                "'><value>一</value><value>二</value><value>三</value></row>";
    }
    return paper_file(
        "<item id='a'><number>①</number><title>見込量</title><goal kind='output' label='●業績目標'>"
        "<columns><column>R6</column><column>R7</column><column>R8</column></columns>" +
            rows + "</goal></item>",
        "<revise item='a'><goal kind='output'><value column='R6' row='種別1'>四</value></goal></revise>");
}

Document document_of_text(const std::string& file, const HouseStyle& style) {
    Diagnostics diagnostics;
    return compose(revise(read(file), diagnostics), style);
}

Document document_of_text(const std::string& file) { return document_of_text(file, style_named("by-year")); }

// The texts of Document::contexts that stand above the last block, outermost first.
std::vector<std::string> above_last(const Document& document) {
    std::vector<std::string> texts;
    for (std::int32_t i = document.body.back().context; i >= 0;) {
        const Context& context = document.contexts[static_cast<std::size_t>(i)];
        texts.insert(texts.begin(), context.paragraph.text);
        i = context.outer;
    }
    return texts;
}

// An item ①教育 below levels, given from the outermost as elements <number> and <title>.
std::vector<std::string> above_item(const std::vector<std::string>& levels) {
    std::string plan =
        "<item id='a'><number>①</number><title>教育</title><description>甲</description></item>";
    for (std::size_t i = levels.size(); i-- > 0;)
        plan = "<level id='l" + std::to_string(i) + "'>" + levels[i] + plan + "</level>";
    return above_last(
        document_of_text(paper_file(plan, "<revise item='a'><description>乙</description></revise>")));
}

// What is said again at the head of a page, the header's cells first.
std::vector<std::string> repeated_at_head(const Pages& pages, const Page& page) {
    std::vector<std::string> texts;
    for (const PlacedText& placed : page.texts) {
        if (!placed.artifact) break;
        texts.push_back(pages.texts[placed.text].utf8);
    }
    return texts;
}

TEST_CASE("ページが変わると、目標と行の名に（続き）が付いて立つ") {
    Diagnostics diagnostics;
    const Pages pages = lay_out_pages(document_of_text(long_paper(12)), fonts(), diagnostics);
    REQUIRE(pages.pages.size() == 2);
    const std::vector<std::string> head = repeated_at_head(pages, pages.pages[1]);
    REQUIRE(head.size() >= 4);
    CHECK(head[0] == "①見込量（続き）");
    CHECK(head[1] == "修正前");
    CHECK(head[2] == "修正後");
    CHECK(head[3] == "●業績目標（続き）");
    const PlacedText& first = pages.pages[1].texts[head.size()];
    const std::string begins_with = pages.texts[first.text].utf8;
    const bool begins_with_a_name = begins_with.starts_with("種別");
    CHECK(head.size() == (begins_with_a_name ? 4 : 5));
    if (!begins_with_a_name) CHECK(head[4].ends_with("（続き）"));
}

TEST_CASE("どのページも、目標の名から読める") {
    for (int count = 8; count < 40; ++count) {
        CAPTURE(count);
        Diagnostics diagnostics;
        const Pages pages = lay_out_pages(document_of_text(long_paper(count)), fonts(), diagnostics);
        for (std::size_t i = 1; i < pages.pages.size(); ++i) {
            const std::vector<std::string> head = repeated_at_head(pages, pages.pages[i]);
            REQUIRE(head.size() >= 4);
            REQUIRE(head[0] == "①見込量（続き）");
            REQUIRE(head[3] == "●業績目標（続き）");
        }
    }
}

// The texts of the sheet from the first break on, down to `count` of them.
std::vector<std::string> after_break(const Sheet& sheet, std::size_t count) {
    std::vector<std::string> texts;
    for (const SheetCell& cell : sheet.cells) {
        if (cell.first_row >= sheet.breaks[0] && texts.size() < count && !cell.runs.empty()) {
            std::string& text = texts.emplace_back();
            for (const SheetRun& run : cell.runs) text += run.text;
        }
    }
    return texts;
}

TEST_CASE("シートでも、ページの頭に項目と目標の名が（続き）で立つ") {
    const Sheet sheet = lay_out_sheet(document_of_text(long_paper(12)), fonts());
    REQUIRE(sheet.breaks.size() == 1);
    CHECK(after_break(sheet, 2) == std::vector<std::string>{"①見込量（続き）", "●業績目標（続き）"});
}

TEST_CASE("上下の様式では、項目と側と目標の名に（続き）が付いて立つ") {
    Diagnostics diagnostics;
    const Document document = document_of_text(long_paper(30), style_named("stacked"));
    const Pages pages = lay_out_pages(document, fonts(), diagnostics);
    REQUIRE(pages.pages.size() == 3);
    const std::vector<std::string> wanted = {
        "①見込量（続き）", "【修正前】（続き）", "●業績目標（続き）", "R6", "R7", "R8"};
    CHECK(repeated_at_head(pages, pages.pages[1]) == wanted);
    CHECK(repeated_at_head(pages, pages.pages[2])[1] == "【修正後】（続き）");
    const Sheet sheet = lay_out_sheet(document, fonts());
    REQUIRE(sheet.breaks.size() == 2);
    CHECK(after_break(sheet, 6) == wanted);
}

TEST_CASE("長い文の途中で変わったページにも、何の続きかが立つ") {
    std::string text;
    for (int i = 0; i < 250; ++i) text += "地域の福祉を推進します。";
    const std::string file =
        paper_file("<item id='a'><title>教育</title><passage label='●背景'>" + text + "</passage></item>",
                   "<revise item='a'><passage>" + text + "さらに。</passage></revise>");
    Diagnostics diagnostics;
    const Pages pages = lay_out_pages(document_of_text(file, style_named("stacked")), fonts(), diagnostics);
    REQUIRE(pages.pages.size() == 4);
    CHECK(repeated_at_head(pages, pages.pages[1]) ==
          std::vector<std::string>{"教育（続き）", "【修正前】（続き）", "●背景（続き）"});
    CHECK(repeated_at_head(pages, pages.pages[3]) ==
          std::vector<std::string>{"教育（続き）", "【修正後】（続き）", "●背景（続き）"});
}

// Without the blanks that lines end with, all that stands in the first column of a page's table.
std::string label_on(const Pages& pages, const Page& page, const std::string& label) {
    std::string all;
    for (const PlacedText& placed : page.texts) {
        const ShapedText& text = pages.texts[placed.text];
        const std::uint32_t begin = text.glyphs[placed.first].begin;
        if (text.utf8 == label) all += text.utf8.substr(begin, text.glyphs[placed.last - 1].end - begin);
    }
    return all;
}

std::string sentences(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "地域の福祉を推進します。";
    return text;
}

TEST_CASE("何行にもなる行の名も、分かれた行のどのページにもそっくり立つ") {
    const std::string label =
        "●地域の福祉を推進するための体制の整備と、それを支える人を育てるための考え方と進め方";
    for (int above = 1; above < 180; above += 3) {
        const std::string text = sentences(130);
        Diagnostics diagnostics;
        const Pages pages = lay_out_pages(
            document_of_text(paper_file(
                "<item id='a'><title>教育</title><description>" + sentences(above) +
                    "</description><passage label='" + label + "'>" + text + "</passage></item>",
                "<revise item='a'><passage label='" + label + "'>" + text + "さらに。</passage></revise>")),
            fonts(), diagnostics);
        CAPTURE(above);
        std::size_t parts = 0;
        for (const Page& page : pages.pages) {
            const std::string shown = label_on(pages, page, label);
            CHECK((shown.empty() || shown == label));
            parts += shown.empty() ? 0U : 1U;
        }
        CHECK(parts >= 2);
    }
}

TEST_CASE("新しい項目で始まるページには、何も繰り返さない") {
    std::string plan, amendments;
    for (int i = 0; i < 12; ++i) {
        const std::string id = "i" + std::to_string(i);
        plan += "<item id='" + id + "'><title>項目" + std::to_string(i) + "</title>" +
                goal("output", "甲", {"一", "二", "三"}) + "</item>";
        amendments += "<delete item='" + id + "'/>";
    }
    Diagnostics diagnostics;
    for (const char* style : {"by-year", "stacked"}) {
        const Pages pages = lay_out_pages(document_of_text(paper_file(plan, amendments), style_named(style)),
                                          fonts(), diagnostics);
        REQUIRE(pages.pages.size() > 1);
        for (const Page& page : pages.pages) CHECK(repeated_at_head(pages, page).empty());
    }
}

TEST_CASE("上の階層は番号で、番号がなければ名前で言う") {
    CHECK(above_item({}) == std::vector<std::string>{"①教育（続き）"});
    CHECK(above_item({"<number>【４】</number><title>基本目標</title>",
                      "<number>（５）</number><title>支援</title>"}) ==
          std::vector<std::string>{"【４】（５）①教育（続き）"});
    CHECK(above_item(
              {"<number>第１章</number><title>基本目標</title>", "<number>２</number><title>支援</title>"}) ==
          std::vector<std::string>{"第１章　２　①教育（続き）"});
    CHECK(above_item({"<title>基本目標</title>"}) == std::vector<std::string>{"基本目標　①教育（続き）"});
}

TEST_CASE("長い名前は、一行に入る所で切る") {
    CHECK(above_item({"<title>地域の福祉を推進するための基本となる目標</title>"}) ==
          std::vector<std::string>{"地域の福祉を推進するた…　①教育（続き）"});
    const std::string deep = "<title>地域の福祉を推進する目標</title>";
    CHECK(above_item({deep, "<number>第２章</number>" + deep, deep}) ==
          std::vector<std::string>{"第２章　地域の福祉を推進する目標　①教育（続き）"});
}

TEST_CASE("（続き）の言葉がなければ、何も繰り返さない") {
    for (const char* name : {"by-year", "stacked"}) {
        HouseStyle style = style_named(name);
        style.words.continued.clear();
        const Document document = document_of_text(long_paper(30), style);
        CHECK(document.contexts.empty());
        Diagnostics diagnostics;
        const Pages pages = lay_out_pages(document, fonts(), diagnostics);
        REQUIRE(pages.pages.size() > 1);
        for (const std::string& text : repeated_at_head(pages, pages.pages[1])) {
            CHECK(text != "●業績目標");
            CHECK(text != "①見込量");
        }
    }
}

TEST_CASE("目標のあとの説明には、目標の名を続けない") {
    const Document document = document_of_text(paper_file(
        "<item id='a'><title>甲</title><goal kind='output' label='●業績目標'><columns><column>R6</column>"
        "</columns><row><value>一</value></row></goal><passage label='●背景'>乙</passage></item>",
        "<revise item='a'><passage>丙</passage></revise>"));
    for (const Block& block : document.body) {
        const auto* table = std::get_if<Table>(&block.content);
        if (table == nullptr) continue;
        CHECK(table->rows.back().depth == 1);
        CHECK(table->rows.back().continued == -1);
    }
}

} // namespace
} // namespace taisho::test
