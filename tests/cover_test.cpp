// 表紙: what stands on it, and that the paper begins behind it.

#include "document/compose.h"
#include "layout/lay_out.h"
#include "revise/revisions.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

using Lines = std::vector<std::string>;

const std::string meeting =
    "<council round='第３回'>推進審議会</council><date iso='2024-08-01'>令和６年８月１日</date>"
    "<place>第一会議室</place><agenda><topic>１　開会</topic><topic>２　議事</topic></agenda>";

// A paper of one item; `above` and `below` stand around the title of its <meta>.
std::string paper(std::string_view above, std::string_view below) {
    std::string file = paper_file("<item id='a'><number>①</number><title>窓口</title></item>",
                                  "<delete item='a'><reason>理由</reason></delete>");
    file.insert(file.find("<title>計画の修正"), above);
    return file.insert(file.find("</meta>"), below);
}

Document composed(const std::string& file, const HouseStyle& style) {
    Diagnostics diagnostics;
    return compose(revise(read(file), diagnostics), style);
}

// What stands before the first block that begins a page.
Lines cover_of(const Document& document) {
    Lines lines;
    for (const Block& block : document.body) {
        if (block.starts_page) return lines;
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        lines.push_back(paragraph != nullptr ? paragraph->text : "（表）");
    }
    return {};
}

TEST_CASE("表紙には、会議、題名、日時、場所、次第、課が並び、題名は一度だけ") {
    const Document document =
        composed(paper(meeting, "<department>福祉総務課</department><cover/>"), style_named("by-year"));
    CHECK(cover_of(document) == Lines{"第３回推進審議会", "計画の修正", "日時　令和６年８月１日",
                                      "場所　第一会議室", "次第　１　開会", "２　議事", "福祉総務課"});
    std::size_t titles = 0;
    for (const Block& block : document.body) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (paragraph != nullptr && paragraph->kind == ParagraphKind::title) ++titles;
    }
    CHECK(titles == 1);
}

TEST_CASE("会議を書かない資料の表紙は、題名だけ") {
    CHECK(cover_of(composed(paper("", "<cover/>"), style_named("stacked"))) == Lines{"計画の修正"});
}

TEST_CASE("求めなければ表紙はなく、会議のことは紙に出ない") {
    const std::string with = dump(composed(paper(meeting, ""), style_named("by-year")));
    const std::string without = dump(composed(paper("", ""), style_named("by-year")));
    CHECK(with.substr(with.find("  [0] title")) == without.substr(without.find("  [0] title")));
}

TEST_CASE("様式が求めれば、資料が求めなくても表紙が付き、言葉は様式が決める") {
    HouseStyle style = style_named("by-year");
    style.cover = {true, "と　き", "ところ", ""};
    CHECK(cover_of(composed(paper(meeting, ""), style)) ==
          Lines{"第３回推進審議会", "計画の修正", "と　き　令和６年８月１日", "ところ　第一会議室",
                "１　開会", "２　議事"});
}

TEST_CASE("次第の二つ目からは、一つ目の下にそろう") {
    const Document document = composed(paper(meeting, "<cover/>"), style_named("by-year"));
    const auto& first = std::get<Paragraph>(document.body[4].content);
    const auto& second = std::get<Paragraph>(document.body[5].content);
    REQUIRE(first.text == "次第　１　開会");
    CHECK(first.hang == std::string_view("次第　").size());
    CHECK(second.style.indent == first.style.indent + first.style.size * 3);
}

std::string text_of(const Pages& pages, const Page& page) {
    std::string all;
    for (const PlacedText& placed : page.texts) {
        const ShapedText& text = pages.texts[placed.text];
        all += text.utf8.substr(text.glyphs[placed.first].begin,
                                text.glyphs[placed.last - 1].end - text.glyphs[placed.first].begin) +
               "\n";
    }
    return all;
}

TEST_CASE("表紙は一ページを占め、目次と本文は次のページから始まる") {
    for (const std::string_view name : {"by-year", "stacked", "side-by-side"}) {
        CAPTURE(name);
        Diagnostics diagnostics;
        const Document document = composed(paper(meeting, "<cover/><contents/>"), style_named(name));
        const Pages pages = lay_out_pages(document, fonts(), diagnostics);
        REQUIRE(pages.pages.size() == 2);
        CHECK(text_of(pages, pages.pages[0]) ==
              "資料１\n第３回推進審議会\n計画の修正\n日時　令和６年８月１日\n場所　第一会議室\n"
              "次第　１　開会\n２　議事\n1\n");
        CHECK(text_of(pages, pages.pages[1]).starts_with("目次\n"));
        const Sheet sheet = lay_out_sheet(document, fonts());
        CHECK(sheet.breaks.size() == 1);
    }
}

TEST_CASE("次第が長くても、一ページに収まらない表紙は次のページへ続く") {
    std::string agenda = "<agenda>";
    for (int i = 0; i < 80; ++i) agenda += "<topic>議事</topic>";
    Diagnostics diagnostics;
    const Document document = composed(paper(agenda + "</agenda>", "<cover/>"), style_named("by-year"));
    const Pages pages = lay_out_pages(document, fonts(), diagnostics);
    std::size_t topics = 0;
    for (const Page& page : pages.pages) {
        const std::string text = text_of(pages, page);
        for (std::size_t at = text.find("議事"); at != std::string::npos; at = text.find("議事", at + 1))
            ++topics;
    }
    CHECK(topics == 80);
    CHECK(diagnostics.empty());
}

} // namespace
} // namespace taisho::test
