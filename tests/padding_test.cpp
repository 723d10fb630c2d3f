// Blanks in place of words that the other side alone has.

#include "compare/mark.h"
#include "document/compose.h"
#include "document/padding.h"
#include "layout/lay_out.h"
#include "small_papers.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

// Both sides, with changes in brackets and the blanks as □ (full) and _ (half).
std::string padded_sides(std::string_view before, std::string_view after) {
    TextPair pair = mark_changes({std::string(before), {}}, {std::string(after), {}});
    pad(*pair.before, *pair.after);
    std::string both = shown(*pair.before) + " | " + shown(*pair.after);
    for (const auto& [blank, sign] : {std::pair<std::string, std::string>{"\u2003", "□"}, {"\u2002", "_"}})
        for (std::size_t at = 0; (at = both.find(blank, at)) != std::string::npos;)
            both.replace(at, blank.size(), sign);
    return both;
}

TEST_CASE("加えた言葉の反対の側は、同じ長さだけ空く") {
    CHECK(padded_sides("市は、相談に応じる。", "市は、福祉の相談に応じる。") ==
          "市は、[□□□]相談に応じる。 | 市は、[福祉の]相談に応じる。");
}

TEST_CASE("削った言葉の反対の側も、同じ長さだけ空く") {
    CHECK(padded_sides("電話及び窓口で応じる。", "窓口で応じる。") ==
          "[電話及び]窓口で応じる。 | [□□□□]窓口で応じる。");
}

TEST_CASE("終わりに加えた言葉も空き、半角は半角の幅で空く") {
    CHECK(padded_sides("120件", "120件 (R7)") == "120件[□□_] | 120件[ (R7)]");
}

TEST_CASE("言いかえた言葉には、空きを置かない") {
    CHECK(padded_sides("福祉課が行う。", "企画課が行う。") == "[福祉課]が行う。 | [企画課]が行う。");
}

TEST_CASE("空きは行の終わりでも消えず、下線が引かれる") {
    const std::string plan =
        item("a", "<number>①</number><title>拠点</title>", goal("output", "件数", {"120件", "2", "3"}));
    const std::string change =
        "<revise item='a'><goal kind='output'><value column='R6'>120件以上</value></goal></revise>";
    HouseStyle style = style_named("by-year");
    const auto strokes = [&](bool padding) {
        style.comparison.padding = padding;
        Diagnostics diagnostics;
        const Document document = compose(revisions_of(plan, change), style);
        return lay_out_pages(document, fonts(), diagnostics).pages.front().underlines;
    };
    const auto plain = strokes(false), blank = strokes(true);
    REQUIRE(plain.size() == 1);
    REQUIRE(blank.size() == 2);
    CHECK(blank[0].x2 - blank[0].x1 == blank[1].x2 - blank[1].x1);
}

TEST_CASE("長い空きは、行の中で分かれる") {
    const std::string before = "市は、行う。",
                      added = "国及び県の関係機関並びに地域の福祉に関わる団体及び企業と連携して、";
    const std::string plan =
        item("a", "<number>①</number><title>拠点</title>", goal("output", before, {"1", "2", "3"}));
    const std::string change = "<revise item='a'><goal kind='output'><statement>市は、" + added +
                               "行う。</statement></goal></revise>";
    HouseStyle style = style_named("by-year");
    style.comparison.padding = true;
    Diagnostics diagnostics;
    const Document document = compose(revisions_of(plan, change), style);
    const Pages pages = lay_out_pages(document, fonts(), diagnostics);
    CHECK(diagnostics.empty()); // no line was broken by force
}

} // namespace
} // namespace taisho::test
