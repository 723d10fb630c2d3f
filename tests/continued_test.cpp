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

Document document_of_text(const std::string& file) {
    Diagnostics diagnostics;
    return compose(revise(read(file), diagnostics), style_named("by-year"));
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
    REQUIRE(head.size() >= 3);
    CHECK(head[0] == "修正前");
    CHECK(head[1] == "修正後");
    CHECK(head[2] == "●業績目標（続き）");
    const PlacedText& first = pages.pages[1].texts[head.size()];
    const std::string begins_with = pages.texts[first.text].utf8;
    const bool begins_with_a_name = begins_with.starts_with("種別");
    CHECK(head.size() == (begins_with_a_name ? 3 : 4));
    if (!begins_with_a_name) CHECK(head[3].ends_with("（続き）"));
}

TEST_CASE("どのページも、目標の名から読める") {
    for (int count = 8; count < 40; ++count) {
        CAPTURE(count);
        Diagnostics diagnostics;
        const Pages pages = lay_out_pages(document_of_text(long_paper(count)), fonts(), diagnostics);
        for (std::size_t i = 1; i < pages.pages.size(); ++i) {
            const std::vector<std::string> head = repeated_at_head(pages, pages.pages[i]);
            REQUIRE(head.size() >= 3);
            REQUIRE(head[2] == "●業績目標（続き）");
        }
    }
}

TEST_CASE("シートでも、ページの頭に目標の名が（続き）で立つ") {
    const Sheet sheet = lay_out_sheet(document_of_text(long_paper(12)), fonts());
    REQUIRE(sheet.breaks.size() == 1);
    for (const SheetCell& cell : sheet.cells) {
        if (cell.first_row == sheet.breaks[0]) CHECK(cell.runs.front().text == "●業績目標（続き）");
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
