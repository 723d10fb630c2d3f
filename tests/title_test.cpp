// Titles that do not fit into one line.

#include "document/compose.h"
#include "layout/lay_out.h"
#include "small_papers.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

// The lines of the title of a paper, in its usual style with a title of that size.
std::vector<std::string> title_lines(const std::string& title, Length size) {
    Revisions revisions =
        revisions_of(item("a", "<number>①</number><title>拠点</title>", "<description>一</description>"),
                     "<revise item='a'><description>二</description></revise>");
    revisions.title.utf8 = title;
    HouseStyle style = style_named("by-year");
    style.styles[static_cast<std::size_t>(Role::title)].size = size;
    Diagnostics diagnostics;
    const Document document = compose(revisions, style);
    const Pages pages = lay_out_pages(document, fonts(), diagnostics);
    std::vector<std::string> lines;
    for (const PlacedText& placed : pages.pages.front().texts) {
        if (placed.origin.block != 0) continue;
        const ShapedText& text = pages.texts[placed.text];
        const std::uint32_t begin = text.glyphs[placed.first].begin, end = text.glyphs[placed.last - 1].end;
        lines.push_back(text.utf8.substr(begin, end - begin));
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("一行に収まる題名は、分けない") {
    CHECK(title_lines("計画における業績目標等の修正について", pt(15)) ==
          Lines{"計画における業績目標等の修正について"});
}

TEST_CASE("一行に収まらない題名は、句の切れ目で、ほぼ同じ長さに分ける") {
    CHECK(title_lines("地域福祉基本・活動計画における業績目標等の修正について", pt(20)) ==
          Lines{"地域福祉基本・活動計画における", "業績目標等の修正について"});
}

TEST_CASE("題名の中の改行は、そのまま残る") {
    CHECK(title_lines("地域福祉計画\n業績目標等の修正について", pt(15)) ==
          Lines{"地域福祉計画", "業績目標等の修正について"});
}

} // namespace
} // namespace taisho::test
