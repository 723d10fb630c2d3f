// How changes look: strokes, bold, colour and frames, on paper, for readers of tags and on the sheet.

#include "document/compose.h"
#include "layout/lay_out.h"
#include "package.h"
#include "printed.h"
#include "small_papers.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

const std::string plan =
    "<level id='l'><number>【１】</number><title>一</title>" +
    item("a", "<number>①</number><title>拠点</title>", goal("output", "件数", {"120件", "2", "3"})) +
    "</level><level id='m'><number>【２】</number><title>二</title>" +
    item("b", "<number>①</number><title>情報</title>", "<description>甲</description>") + "</level>";
const std::string change =
    "<revise item='a'><goal kind='output'><value column='R6'>150件</value></goal></revise>";

Document with_marks(const std::string& amendments, void (*set)(Marks&), std::string_view name = "by-year") {
    HouseStyle style = style_named(name);
    set(style.page.marks);
    return compose(revisions_of(plan, amendments), style);
}

Page first_page(const Document& document) {
    Diagnostics diagnostics;
    return lay_out_pages(document, fonts(), diagnostics).pages.front();
}

// How far below the baseline each stroke lies, in 1/1000 em of 10.5 pt, in the order of the page.
std::vector<std::int32_t> strokes(const Document& document) {
    const Page page = first_page(document);
    std::vector<std::int32_t> all;
    for (const PlacedRule& rule : page.underlines) {
        Length nearest = pt(1000);
        for (const PlacedText& text : page.texts)
            if (std::abs((rule.y1 - text.y).mpt) < std::abs(nearest.mpt)) nearest = rule.y1 - text.y;
        all.push_back(static_cast<std::int32_t>(std::int64_t{nearest.mpt} * 1000 / pt(10.5).mpt));
    }
    return all;
}

TEST_CASE("印の線は、側ごとに選べる") {
    using Strokes = std::vector<std::int32_t>;
    CHECK(strokes(with_marks(change, [](Marks&) {})) == Strokes{205, 205});
    CHECK(strokes(with_marks(change, [](Marks& m) { m.before = Stroke::strike; })) == Strokes{-380, 205});
    CHECK(strokes(with_marks(change, [](Marks& m) { m.after = Stroke::double_underline; })) ==
          Strokes{205, 170, 265});
    CHECK(strokes(with_marks(change, [](Marks& m) { m.before = Stroke::none; })) == Strokes{205});
}

TEST_CASE("移るものの番号と位置の線だけを、別にできる") {
    const auto count = [&](void (*set)(Marks&)) {
        return strokes(with_marks("<move item='b' after='a'><number>②</number></move>" + change, set)).size();
    };
    const std::size_t usual = count([](Marks&) {});
    // 位置 and 番号 have two lines for one on each side; in 位置 number and title change apart.
    const std::size_t twice = count([](Marks& m) { m.moved = Stroke::double_underline; });
    const std::size_t without = count([](Marks& m) { m.moved = Stroke::none; });
    CHECK(without == 2); // of the value that changes
    CHECK(twice - without == 2 * (usual - without));
}

TEST_CASE("太字と色は、変わった言葉だけに付く") {
    const Page plain = first_page(with_marks(change, [](Marks&) {}));
    CHECK(plain.emphases.empty());
    const Page page = first_page(with_marks(change, [](Marks& m) { m.bold = true, m.colour = 0xb00000; }));
    REQUIRE(page.emphases.size() == 2);
    for (const Emphasis& one : page.emphases) {
        CHECK(one.bold);
        CHECK(one.colour == 0xb00000);
        CHECK(one.last - one.first == 4); // 120件 and 150件
    }
    for (const PlacedRule& rule : page.underlines) CHECK(rule.colour == 0xb00000);
}

TEST_CASE("ゴシック体の印は、変わった言葉の書体を変える") {
    const Document document = with_marks(change, [](Marks& m) { m.gothic = true; });
    std::size_t gothic = 0;
    for (const Row& row : std::get<Table>(document.body.back().content).rows) {
        for (const Cell& cell : row.cells)
            for (const Paragraph& paragraph : cell.paragraphs)
                for (const Run& run : paragraph.runs)
                    if (run.is_changed()) gothic += run.family == Family::gothic ? 1U : 100U;
    }
    CHECK(gothic == 2);
}

// ---- frames ----

const std::string new_year =
    "<revise item='a'><goal kind='output'><addColumn><column>R9</column><value>9</value>"
    "</addColumn></goal></revise>";

std::size_t rules_of_frames(const Document& document, bool dashed) {
    std::size_t count = 0;
    for (const PlacedRule& rule : first_page(document).rules)
        count += rule.dashed == dashed && rule.width >= (dashed ? pt(0.1) : pt(1.5)) ? 1U : 0U;
    return count;
}

TEST_CASE("加えた年の欄を、太い枠か破線の枠で囲める") {
    for (const std::string_view name : {"by-year", "stacked", "side-by-side"}) {
        CAPTURE(name);
        CHECK(rules_of_frames(with_marks(
                                  new_year, [](Marks&) {}, name),
                              false) == 0);
        CHECK(rules_of_frames(with_marks(
                                  new_year, [](Marks& m) { m.frame = FrameStroke::bold; }, name),
                              false) == 4);
        CHECK(rules_of_frames(with_marks(
                                  new_year, [](Marks& m) { m.frame = FrameStroke::dashed; }, name),
                              true) == 4);
    }
}

TEST_CASE("変わるところのある表の全体を、枠で囲める") {
    const auto set = [](Marks& m) { m.frame = FrameStroke::bold, m.framed = FramedPart::table; };
    CHECK(rules_of_frames(with_marks(change, set, "by-year"), false) == 4);
    CHECK(rules_of_frames(with_marks(change, set, "stacked"), false) == 8); // a table on each side
}

TEST_CASE("値が変わるだけなら、欄の枠は付かない") {
    CHECK(rules_of_frames(with_marks(change, [](Marks& m) { m.frame = FrameStroke::bold; }), false) == 0);
}

// ---- tags ----

TEST_CASE("見え消しは、読み上げるソフトにも取り消し線と伝わる") {
    HouseStyle style = style_named("by-year");
    style.page.marks.before = Stroke::strike;
    const Structure structure = make_structure(compose(revisions_of(plan, change), style));
    std::size_t struck = 0, underlined = 0;
    for (const StructureElement& element : structure.elements) {
        struck += element.stroke == Stroke::strike ? 1U : 0U;
        underlined += element.stroke == Stroke::underline ? 1U : 0U;
    }
    CHECK(struck == 1);
    CHECK(underlined == 1);
}

TEST_CASE("反対の側の言葉のための空きは、読まれない") {
    HouseStyle style = style_named("by-year");
    style.comparison.padding = true;
    const std::string added =
        "<revise item='a'><goal kind='output'><value column='R6'>120件以上</value></goal></revise>";
    const Structure structure = make_structure(compose(revisions_of(plan, added), style));
    CHECK(std::ranges::count_if(structure.elements, [](const auto& element) { return element.changed; }) ==
          1);
}

} // namespace
} // namespace taisho::test
