#include "fitting.h"

#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

// In lines of `characters` full-width characters.
std::string lines(const std::string& text, std::int32_t characters) {
    return shown(fit(text, {characters * 1000}));
}

TEST_CASE("入る文は一行") { CHECK(lines("実施する", 4) == "実施する"); }

TEST_CASE("入らない文は入る所で行が替わる") {
    CHECK(lines("計画の策定及び実施", 5) == "計画の策定|及び実施");
}

TEST_CASE("句点は行頭に来ず、前の字が一緒に送られる") {
    CHECK(lines("実施する。次に行う", 4) == "実施|する。|次に行う");
}

TEST_CASE("始め括弧は行末に来ない") { CHECK(lines("各計画「方針」の策定", 4) == "各計画|「方針」の|策定"); }

TEST_CASE("年度の札は切れない") { CHECK(lines("令和の計画Ｒ１０まで", 6) == "令和の計画|Ｒ１０まで"); }

TEST_CASE("数と助数詞は、行が短くならなければ離れない") {
    CHECK(lines("全ての中学校区10校区で", 8) == "全ての中学校区|10校区で");
}

TEST_CASE("ほかに切る所がなければ、語の中でも切る") { CHECK(lines("１２３４５６", 4) == "１２３４!|５６"); }

TEST_CASE("一字も入らない幅でも、一字ずつ並ぶ") { CHECK(shown(fit("実施", {500})) == "実|施"); }

TEST_CASE("空の文は空の一行") { CHECK(lines("", 4) == ""); }

TEST_CASE("著者の行替えで必ず行が替わる") { CHECK(lines("実施\n検証", 4) == "実施|検証"); }

TEST_CASE("著者の行替えが続けば空の行ができる") { CHECK(lines("実施\n\n検証\n", 4) == "実施||検証|"); }

TEST_CASE("行末の空白は行に入らない") { CHECK(lines("実施する　検証", 4) == "実施する|検証"); }

TEST_CASE("著者の行頭の空白は残る") { CHECK(lines("　実施する検証", 4) == "　実施|する検証"); }

TEST_CASE("行頭の印の後ろに、次の行もそろう") {
    CHECK(lines("・地域資源の見える化", 6) == "・地域資源の|__見える化");
}

TEST_CASE("印の後ろの空白の分もそろう") {
    CHECK(lines("① 地域資源の見える化", 7) == "① 地域資源の|___見える化");
}

TEST_CASE("二つ目の印も自分の行にそろう") {
    CHECK(lines("・地域の資源\n・見える化する", 5) == "・地域の|__資源|・見える|__化する");
}

TEST_CASE("番号の幅が違っても、後ろの文は縦にそろう") {
    const Fitted fitted = fit("９．拠点\n１０．居場所の整備", {6000});
    CHECK(shown(fitted) == "９．拠点|１０．居場所|______の整備");
    CHECK(fitted.text.glyphs[1].advance == 2000); // ．and what the mark below is wider
    CHECK(shown(fit("（９）拠点の見える化\n（１０）乙", {8000})) ==
          "（９）拠点の|_______見える化|（１０）乙");
}

TEST_CASE("番号でない印は、そのままの幅である") {
    CHECK(fit("①甲\n（１０）乙", {6000}).text.glyphs[0].advance == 1000);
}

TEST_CASE("印をそろえない書き方もある") {
    CHECK(shown(fit("・地域資源の見える化", {6000, 0, Manner::plain})) == "・地域資源の|見える化");
}

TEST_CASE("指した字の下に次の行がそろう") {
    CHECK(shown(fit("（２） 拠点、居場所の整備", {8000, 10})) == "（２） 拠点、居場|______所の整備");
}

TEST_CASE("幅の半分を超える字下げはしない") {
    CHECK(shown(fit("１２３４５ 拠点の整備", {8000, 16})) == "１２３４５|拠点の整備");
}

TEST_CASE("一字だけの行は残さない") { CHECK(lines("計画の策定を行う", 7) == "計画の策定を|行う"); }

TEST_CASE("一字と終わり括弧だけの行も残さない") { CHECK(lines("（計画の策定）", 5) == "（計画の|策定）"); }

TEST_CASE("異体字は前の字と離れない") { CHECK(lines("葛󠄀葛󠄀", 1) == "葛󠄀|葛󠄀"); }

// ---- properties of many texts ----

const std::vector<std::string_view> pieces = {"福祉",
                                              "\t",
                                              "\t「甲」、",
                                              "切れ目ない",
                                              "「方針」",
                                              "『基本計画』",
                                              "10校区",
                                              "５％",
                                              "Ｒ１０",
                                              "１，２３４．５",
                                              "第２条",
                                              "・",
                                              "、",
                                              "。",
                                              "（",
                                              "）",
                                              "データ",
                                              "ッ",
                                              "きょう",
                                              "々",
                                              "ー",
                                              "―",
                                              "…",
                                              "PDCA cycle",
                                              "https://a.jp/b",
                                              "𠮷",
                                              "髙",
                                              "か\u3099",
                                              "葛󠄀",
                                              " ",
                                              "　",
                                              "\n",
                                              "\n・",
                                              "\n（１）",
                                              "①",
                                              "ｱｲｳ",
                                              "！",
                                              "？",
                                              "％",
                                              "：",
                                              "〜",
                                              "a",
                                              "9",
                                              "\u200b",
                                              "\u3000\u3000",
                                              "·",
                                              "“",
                                              "”",
                                              "'"};

std::string random_text(Dice& dice) {
    std::string result;
    for (std::size_t i = dice.below(30); i > 0; --i) result += dice.pick(pieces);
    return result;
}

// The lines stand for the whole text, in order; an author's break stands between two lines.
bool joins_to_text(const Fitted& fitted) {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < fitted.lines.size(); ++i) {
        const FittedLine& line = fitted.lines[i];
        const bool after_break = i > 0 && line.begin == at + 1 && fitted.text.utf8[at] == '\n';
        if ((line.begin != at && !after_break) || line.end < line.begin) return false;
        at = line.end;
    }
    return at == fitted.text.utf8.size();
}

std::size_t characters_in(const Fitted& fitted, const FittedLine& line) {
    std::size_t count = 0;
    for (std::uint32_t i = line.first; i < line.last; ++i)
        count +=
            fitted.text.glyphs[i].begin != fitted.text.glyphs[i].end && fitted.text.glyphs[i].advance > 0;
    return count;
}

bool is_within(const Fitted& fitted, const FittedLine& line, std::int32_t width) {
    return line.indent + line.width <= width || characters_in(fitted, line) <= 1;
}

bool starts_legally(const Fitted& fitted, std::size_t i) {
    const bool soft = i > 0 && fitted.lines[i].begin == fitted.lines[i - 1].end;
    const bool hard = i == 0 || !soft;
    return hard || fitted.breaks[fitted.lines[i].begin] >= Break::poor ||
           fitted.lines[i - 1].ended < Break::poor;
}

// A line may end in an emergency only where no better place is behind its first character.
bool needs_emergency(const Fitted& fitted, const FittedLine& line) {
    for (std::uint32_t at = line.begin + 1; at <= line.end; ++at) {
        if (fitted.breaks[at] == Break::poor || fitted.breaks[at] == Break::allowed) return false;
    }
    return true;
}

bool widths_agree(const Fitted& fitted, const FittedLine& line, bool hanging) {
    const std::int32_t seen = seen_width(fitted, line);
    return seen == line.width || (hanging && seen == line.width + 500);
}

// A tab is a wide blank there.
std::int32_t full_width(const Fitted& fitted, const FittedLine& line) {
    std::int32_t width = 0;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        const bool tab = fitted.text.utf8[fitted.text.glyphs[i].begin] == '\t';
        width += tab ? 1000 : fitted.text.glyphs[i].advance + fitted.text.spaces[i].taken;
    }
    return width;
}

TEST_CASE("三千の文は、どの幅でも、つなげば元に戻り、はみ出さず、禁則を守る") {
    Dice dice(4);
    for (int n = 0; n < 3000; ++n) {
        Setting setting{static_cast<std::int32_t>(500 + dice.below(30'000))};
        setting.justify = dice.below(2) == 0, setting.hanging = dice.below(4) == 0;
        const Fitted fitted = fit(random_text(dice), setting);
        const std::string got = shown(fitted);
        CAPTURE(fitted.text.utf8);
        CAPTURE(setting.width);
        CAPTURE(got);
        REQUIRE(joins_to_text(fitted));
        for (std::size_t i = 0; i < fitted.lines.size(); ++i) {
            const FittedLine& line = fitted.lines[i];
            REQUIRE(is_within(fitted, line, setting.width));
            REQUIRE(starts_legally(fitted, i));
            REQUIRE(widths_agree(fitted, line, setting.hanging));
            const bool conceded = line.ended < Break::poor && setting.width >= narrow_line;
            if (conceded) REQUIRE(needs_emergency(fitted, line));
        }
    }
}

TEST_CASE("千の文は、字をつめない組み方でも、はみ出さない") {
    Dice dice(5);
    for (int n = 0; n < 1000; ++n) {
        const auto width = static_cast<std::int32_t>(500 + dice.below(20'000));
        const Fitted fitted = fit(random_text(dice), {width, 0, Manner::plain});
        CAPTURE(fitted.text.utf8);
        REQUIRE(joins_to_text(fitted));
        for (const FittedLine& line : fitted.lines) {
            REQUIRE(line.width == full_width(fitted, line));
            REQUIRE(is_within(fitted, line, width));
        }
    }
}

} // namespace
} // namespace taisho::test
