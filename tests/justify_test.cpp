// Lines of justified paragraphs, and what else a line may need: white at its ends, tabs, hanging marks.

#include "fitting.h"
#include "support.h"
#include "typeset/typesetter.h"

#include <doctest/doctest.h>
#include <numeric>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

using Widths = std::vector<std::int32_t>;

Fitted justified(const std::string& text, std::int32_t width) {
    return fit(text, {width, 0, Manner::body, true});
}

Widths widths(const Fitted& fitted) {
    Widths all;
    for (const FittedLine& line : fitted.lines) all.push_back(line.width);
    return all;
}

// What is added behind the glyphs of a line; empty when nothing is.
std::vector<std::int16_t> adjustments(const Fitted& fitted, std::size_t line) {
    const FittedLine& one = fitted.lines[line];
    if (one.adjustment < 0) return {};
    const auto begin = fitted.adjustments.begin() + one.adjustment;
    return {begin, begin + (one.last - one.first)};
}

// ---- white at the ends ----

TEST_CASE("行頭の始め括弧は、行の端にそろう") {
    const Fitted fitted = fit("「方針」の策定", {20000});
    CHECK(fitted.lines[0].head == 500);
    CHECK(fitted.lines[0].width == 6500);
}

TEST_CASE("行末の括弧の後ろは、行の幅に数えない") {
    CHECK(fit("の「方針」", {20000}).lines[0].width == 4500);
}

TEST_CASE("行末の読点の後ろを落とせば入る字は、行に入る") {
    CHECK(shown(fit("実施、検証", {2500})) == "実施、|検証");
}

// ---- reduction and expansion ----

TEST_CASE("字下げの後の括弧も端にそろい、その分を詰めて次の字を入れる") {
    const Fitted fitted = justified("福祉、教育、医療、介護の各分野で実施", 12000);
    CHECK(shown(fitted) == "福祉、教育、医療、介護の|各分野で実施");
    CHECK(widths(fitted)[0] == 12000);
}

TEST_CASE("読点を四分まで詰めて入るなら、追い込む") {
    const Fitted fitted = justified("福祉、教育、医療、介護の各分野で実施する", 12500);
    CHECK(shown(fitted) == "福祉、教育、医療、介護の各|分野で実施する");
    CHECK(widths(fitted)[0] == 12500);
    CHECK(adjustments(fitted, 0) ==
          std::vector<std::int16_t>{0, 0, -166, 0, 0, -167, 0, 0, -167, 0, 0, 0, 0});
}

TEST_CASE("追い込めなければ、字間を等しく広げて追い出す") {
    const Fitted fitted = justified("福祉の各分野で実施する「方針」の策定", 12100);
    CHECK(shown(fitted) == "福祉の各分野で実施する|「方針」の策定");
    CHECK(widths(fitted)[0] == 12100);
    CHECK(adjustments(fitted, 0) ==
          std::vector<std::int16_t>{110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 0});
}

TEST_CASE("四分を超えて広げる行は、広げずに残す") {
    const Fitted fitted = justified("詳しくはhttps://www.example.lg.jp/plan/を見ること", 12000);
    CHECK(adjustments(fitted, 0).empty());
}

TEST_CASE("段落の最後の行と、著者が切った行は広げない") {
    CHECK(adjustments(justified("福祉の各分野で\n実施する方針", 13000), 0).empty());
    CHECK(adjustments(justified("福祉の各分野で\n実施する方針", 13000), 1).empty());
}

TEST_CASE("段落の最後の字は、詰めて入るなら前の行に入る") {
    CHECK(shown(justified("福祉、教育、医療、介護、保健など", 14500)) == "福祉、教育、医療、介護、保健など");
}

TEST_CASE("十二字より狭い行は、両端をそろえない") {
    const Fitted fitted = justified("福祉の各分野で実施する方針", 11500);
    CHECK(adjustments(fitted, 0).empty());
}

// ---- hanging ----

TEST_CASE("ぶら下げを許せば、句点は端の外に出る") {
    Setting setting{13000, 0, Manner::body, true, true};
    const Fitted fitted = fit("福祉の各分野で実施していく。次に検証する", setting);
    CHECK(shown(fitted) == "福祉の各分野で実施していく。|次に検証する");
    CHECK(widths(fitted)[0] == 13000);
    CHECK(seen_width(fitted, fitted.lines[0]) == 13500);
}

TEST_CASE("ぶら下げを許さなければ、句点は前の字と送られる") {
    CHECK(shown(justified("福祉の各分野で実施していく。次に検証する", 13000)) ==
          "福祉の各分野で実施してい|く。次に検証する");
}

// ---- tabs ----

TEST_CASE("タブの後ろの字は、次の四字目の倍数に立つ") {
    const Fitted fitted = fit("甲\t乙丙丁戊己\t庚", {30000});
    REQUIRE(fitted.lines.size() == 1);
    CHECK(adjustments(fitted, 0)[1] == 3000 - 500); // the glyph of a blank is half an em
    CHECK(fitted.lines[0].width == 13000);
}

TEST_CASE("タブのある行は詰めず、入らない字は次の行に送る") {
    const Fitted fitted = fit("項目\t「甲」、「甲」、字字字字字", {14000});
    CHECK(shown(fitted) == "項目\t「甲」、「甲」、字字字|字字");
    CHECK(fitted.lines[0].width <= 14000);
}

TEST_CASE("行の終わりのタブは、行に数えない") { CHECK(fit("項目\t\t\t", {6000}).lines[0].width == 2000); }

// ---- size ----

const Paragraph& paragraph_of(const std::string& text) {
    static Paragraph paragraph;
    paragraph.text = text;
    paragraph.runs = {{0, static_cast<std::uint32_t>(text.size()), Family::mincho, ChangeMark::none}};
    return paragraph;
}

SetParagraph set(const std::string& text, Length width, Align align, Length spread) {
    Diagnostics diagnostics;
    Typesetter typesetter(fonts(), Typesetting{}, diagnostics);
    static Paragraph paragraph;
    paragraph = paragraph_of(text);
    paragraph.style.align = align, paragraph.style.spread = spread;
    return typesetter.set(paragraph, width, Manner::body);
}

TEST_CASE("禁則を守れない欄では、字を八ポイントまで小さくする") {
    const SetParagraph result = set("々々々", pt(25), Align::start, {});
    CHECK(result.lines.size() == 1);
    CHECK(result.size < pt(10.5));
    CHECK(result.size >= pt(8));
}

TEST_CASE("均等割付の札は、決めた幅に広がり、その両端に字が立つ") {
    const SetParagraph result = set("修正前", pt(200), Align::distribute, pt(52.5));
    CHECK(result.lines[0].width == 5000);
    CHECK(line_start(result, result.lines[0]) == (pt(200) - pt(52.5)) / 2);
}

TEST_CASE("均等割付の札も、数の札や長い札は広げない") {
    CHECK(set("R１０", pt(200), Align::distribute, pt(52.5)).lines[0].width == 2500);
    CHECK(set("修正理由と備考", pt(200), Align::distribute, pt(52.5)).lines[0].width == 7000);
}

TEST_CASE("欄の中では、和字と欧字の間をあけず、句点をぶら下げない") {
    Typesetting typesetting;
    typesetting.hanging = true, typesetting.han_latin = 250;
    Diagnostics diagnostics;
    Typesetter typesetter(fonts(), typesetting, diagnostics);
    Paragraph paragraph = paragraph_of("計画のPDCAを回し、次の年に実施する");
    paragraph.style.align = Align::justify;
    const auto whole = [&](Manner manner) {
        return typesetter.set(paragraph, pt(500), manner).lines[0].width;
    };
    CHECK(whole(Manner::body) == whole(Manner::cell) + 500);
}

TEST_CASE("中央にそろえる行は、見えている幅の中央に立つ") {
    const SetParagraph result = set("（削除）", pt(100), Align::center, {});
    CHECK(result.lines[0].width == 3000);
    CHECK(line_start(result, result.lines[0]) == (pt(100) - pt(31.5)) / 2);
}

} // namespace
} // namespace taisho::test
