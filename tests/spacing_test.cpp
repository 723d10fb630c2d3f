#include "typeset/spacing.h"

#include "support.h"
#include "typeset/adjust.h"

#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

ShapedText spaced(const std::string& text, std::int32_t han_latin = 0, Family family = Family::mincho) {
    ShapedText shaped{text, {}, {}};
    fonts().shape(text, 0, static_cast<std::uint32_t>(text.size()), family, shaped.glyphs);
    apply_spacing(shaped, han_latin);
    return shaped;
}

std::vector<int> advances(const std::string& text) {
    std::vector<int> all;
    for (const Glyph& glyph : spaced(text).glyphs) all.push_back(glyph.advance);
    return all;
}

using Advances = std::vector<int>;

// ---- table 1 ----

// One character of each class that the fonts have at full width, or of western at its own.
const std::map<std::string, std::string> examples = {
    {"cl-01", "「"}, {"cl-02", "）"}, {"cl-03", "〜"}, {"cl-04", "？"}, {"cl-05", "・"},
    {"cl-06", "。"}, {"cl-07", "、"}, {"cl-08", "…"},  {"cl-09", "々"}, {"cl-10", "ー"},
    {"cl-11", "ッ"}, {"cl-12", "￥"}, {"cl-13", "％"}, {"cl-14", "　"}, {"cl-15", "あ"},
    {"cl-16", "ア"}, {"cl-19", "字"}, {"cl-24", "6"},  {"cl-27", "R"}};

bool is_half_width_body(const std::string& name) {
    return name == "cl-01" || name == "cl-02" || name == "cl-05" || name == "cl-06" || name == "cl-07" ||
           name == "cl-24" || name == "cl-27";
}

// What stands between the bodies of two characters in the middle of a line.
int white_between(const std::string& before, const std::string& after) {
    const ShapedText shaped = spaced("亜" + examples.at(before) + examples.at(after) + "亜", 250);
    const Space& left = shaped.spaces[1];
    const Space& right = shaped.spaces[2];
    const int bodies = (is_half_width_body(before) ? 500 : 1000) + (is_half_width_body(after) ? 500 : 1000);
    const int white = shaped.glyphs[1].advance + shaped.glyphs[2].advance - bodies;
    CHECK(white == left.before + left.after + right.before + right.after);
    return white - left.before - right.after;
}

// Where we differ from the table: a label such as R９ is one word, and what is no kana or ideograph (？ 〜 …)
// stands as close to Latin as the fonts let it.
bool is_exception(const std::string& before, const std::string& after) {
    const auto latin = [](const std::string& name) { return name == "cl-24" || name == "cl-27"; };
    return (before == "cl-04" && latin(after)) || (latin(before) && latin(after));
}

TEST_CASE("字間のあきは JLREQ の表１のとおりである") {
    std::ifstream table(source_folder / "tests/conformance/jlreq-spacing.tsv");
    std::string line;
    int rows = 0;
    while (std::getline(table, line)) {
        if (line.starts_with('#')) continue;
        std::istringstream fields(line);
        std::string before, after;
        int white = 0;
        fields >> before >> after >> white;
        if (is_exception(before, after)) continue;
        CAPTURE(before);
        CAPTURE(after);
        CHECK(white_between(before, after) == white);
        ++rows;
    }
    CHECK(rows > 300);
}

TEST_CASE("重なる括弧と句読点は、間をあけない") {
    CHECK(advances("字」「字") == Advances{1000, 1000, 500, 1000});
    CHECK(advances("字「『字") == Advances{1000, 1000, 500, 1000});
    CHECK(advances("字』」字") == Advances{1000, 500, 1000, 1000});
    CHECK(advances("字」、字") == Advances{1000, 500, 1000, 1000});
    CHECK(advances("字）。字") == Advances{1000, 500, 1000, 1000});
}

TEST_CASE("疑問符と三点リーダーの後の括弧は、全角の幅を持つ") {
    CHECK(advances("字？「字") == Advances{1000, 1000, 1000, 1000});
    CHECK(advances("字…「字") == Advances{1000, 1000, 1000, 1000});
}

TEST_CASE("中黒は、両側に四分のあきを持つ") { CHECK(advances("字・字") == Advances{1000, 1000, 1000}); }

TEST_CASE("半角の括弧は、字のままの幅で、あきを持たない") {
    CHECK(advances("実施(年に") == Advances{1000, 1000, 500, 1000, 1000});
}

TEST_CASE("改行の前後の字は、互いに影響しない") {
    ShapedText shaped{"字」\n「字", {}, {}};
    fonts().shape(shaped.utf8, 0, 7, Family::mincho, shaped.glyphs);
    fonts().shape(shaped.utf8, 7, 13, Family::mincho, shaped.glyphs);
    std::erase_if(shaped.glyphs, [&](const Glyph& glyph) { return shaped.utf8[glyph.begin] == '\n'; });
    apply_spacing(shaped, 0);
    CHECK(shaped.glyphs[1].advance == 1000);
    CHECK(shaped.glyphs[2].advance == 1000);
}

TEST_CASE("つめた字は、墨がつめた幅の中に残るように寄せて描く") {
    const ShapedText shaped = spaced("字「『字");
    CHECK(shaped.glyphs[2].advance == 500);
    CHECK(shaped.glyphs[2].x_offset == -500);
}

TEST_CASE("墨が半分に収まらない字は、つめない") {
    ShapedText shaped{"「『", {}, {}};
    fonts().shape(shaped.utf8, 0, 6, Family::mincho, shaped.glyphs);
    for (Glyph& glyph : shaped.glyphs) glyph.white = 0;
    apply_spacing(shaped, 0);
    CHECK(shaped.glyphs[1].advance == 1000);
}

TEST_CASE("和字と欧字の間の四分アキは、望むときだけ入り、札の中には入らない") {
    const auto whole = [](const std::string& text, std::int32_t han_latin) {
        int width = 0;
        for (const Glyph& glyph : spaced(text, han_latin).glyphs) width += glyph.advance;
        return width;
    };
    CHECK(whole("計画PDCAに", 250) - whole("計画PDCAに", 0) == 500);
    CHECK(whole("R９年", 250) == whole("R９年", 0));
    CHECK(whole("計画「PDCA」、", 250) == whole("計画「PDCA」、", 0));
}

// ---- reduction and expansion ----

std::vector<std::int16_t> reduced(const std::string& text, std::int32_t amount) {
    const ShapedText shaped = spaced(text);
    return reduce(shaped, 0, static_cast<std::uint32_t>(shaped.glyphs.size()), amount);
}

std::vector<std::int16_t> expanded(const std::string& text, std::int32_t amount) {
    const ShapedText shaped = spaced(text);
    return expand(shaped, 0, static_cast<std::uint32_t>(shaped.glyphs.size()), amount);
}

using Behind = std::vector<std::int16_t>;

TEST_CASE("つめるのは、中黒、括弧と読点の順で、句点はつめない") {
    CHECK(reduced("字・字、字", 300) == Behind{-150, -150, 0, 0, 0});
    CHECK(reduced("字・字、字", 700) == Behind{-250, -250, 0, -200, 0});
    CHECK(reduced("字。字、字", 500) == Behind{0, 0, 0, -500, 0});
}

TEST_CASE("同じ順位のあきは、等しくつめる") {
    CHECK(reduced("字、字、字", 500) == Behind{0, -250, 0, -250, 0});
}

TEST_CASE("欧文の空白は、四分まで最初につめる") {
    CHECK(reduced("a b、字", 250) == Behind{0, -250, 0, 0, 0});
}

TEST_CASE("広げるのは和字の間だけで、括弧や数の中は広げない") {
    CHECK(expanded("字字「字１２字", 400) == Behind{133, 0, 0, 133, 0, 134, 0});
}

TEST_CASE("四分を超えて広げるよりは、広げない") { CHECK(expanded("字字", 251).empty()); }

TEST_CASE("均等割付は、数や欧字を一つのまとまりとして広げる") {
    const ShapedText label = spaced("修正前");
    CHECK(distribute(label, 0, 3, 2000) == Behind{1000, 1000, 0});
    const ShapedText year = spaced("R１０");
    CHECK(distribute(year, 0, 3, 2000).empty());
    const ShapedText era = spaced("令和12年");
    CHECK(distribute(era, 0, 5, 2000) == Behind{666, 667, 0, 667, 0});
}

} // namespace
} // namespace taisho::test
