#include "style/house_style.h"
#include "style/measure.h"
#include "support.h"
#include "xml/read.h"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

struct LengthCase {
    std::string_view text;
    std::int32_t mpt;
};

TEST_CASE("長さはポイントかミリで書く") {
    const std::vector<LengthCase> cases = {
        {"0pt", 0},           {"10.5pt", 10'500},    {"0.125pt", 125},
        {"12pt", 12'000},     {"2000pt", 2'000'000}, {"25.4mm", 72'000},
        {"210mm", 595'276},   {"297mm", 841'890},    {"1mm", 2'835},
        {"21.3mm", 60'378},   {"0.001mm", 3},        {"00012pt", 12'000},
        {"12.000pt", 12'000},
    };
    for (const LengthCase& one : cases) {
        CAPTURE(one.text);
        CHECK(parse_length(one.text) == Length{one.mpt});
    }
}

TEST_CASE("長さでない書き方") {
    for (const std::string_view text :
         {"",       "pt",   "10",   "10.5",        "10,5pt",   "-1pt",   "+1pt",  "1 pt",
          " 1pt",   "1pt ", "1.pt", ".5pt",        "1.2345pt", "2001pt", "706mm", "1e2pt",
          "1..2pt", "１pt", "10px", "999999999pt", "1.5.5mm",  "0x1pt",  "ptpt"}) {
        CAPTURE(text);
        CHECK(parse_length(text) == (text == ".5pt" ? std::optional(pt(0.5)) : std::nullopt));
    }
}

// ---- house styles ----

std::string by_year_file() { return read_bytes(source_folder / "templates" / "by-year.xml"); }

std::string replaced(std::string file, std::string_view from, std::string_view to) {
    const std::size_t at = file.find(from);
    REQUIRE(at != std::string::npos);
    return file.replace(at, from.size(), to);
}

// What reading the style reports, a line each.
std::string slips_of_style(const std::string& file) {
    const Sources sources{{"style.xml", file}};
    Diagnostics diagnostics;
    const std::optional<Element> root = read_xml(sources, 0, diagnostics);
    REQUIRE(root);
    const bool is_read = read_house_style(*root, diagnostics).has_value();
    CHECK(is_read == diagnostics.empty());
    std::string lines;
    for (const Diagnostic& diagnostic : diagnostics) lines += sentence(diagnostic, Language::japanese) + "\n";
    return lines;
}

TEST_CASE("年ごとの様式の紙はＡ４") {
    const HouseStyle style = style_named("by-year");
    CHECK(style.arrangement == Arrangement::by_year);
    CHECK(style.page.width.mpt == 595'276);
    CHECK(style.page.height.mpt == 841'890);
}

TEST_CASE("上下の様式の呼び方") {
    const HouseStyle style = style_named("stacked");
    CHECK(style.arrangement == Arrangement::stacked);
    CHECK(style.words.before == "修正前");
    CHECK(style.words.side_heading == "【{}】");
    CHECK(style.words.legend == "（下線部分は修正部分）");
}

TEST_CASE("役割ごとの書き方を読む") {
    const ParagraphStyle legend = style_named("by-year").style(Role::legend);
    CHECK(legend == ParagraphStyle{Family::mincho, pt(9), pt(13.5), pt(0), pt(4), pt(3), Align::end});
}

TEST_CASE("長さでない値は断る") {
    CHECK(slips_of_style(replaced(by_year_file(), "top=\"20mm\"", "top=\"20\"")) ==
          "top=\"20\" は長さとして使えません。10.5pt や 20mm のように、0pt から 300pt "
          "までで書いてください。\n");
}

TEST_CASE("本文の入らない余白は断る") {
    CHECK(slips_of_style(replaced(replaced(by_year_file(), "right=\"21.3mm\"", "right=\"90mm\""),
                                  "left=\"22mm\"", "left=\"90mm\"")) ==
          "余白が広すぎて、本文を置く場所がありません。\n");
}

TEST_CASE("知らない役割は断り、抜けた役割も言う") {
    CHECK(slips_of_style(replaced(by_year_file(), "name=\"body\"", "name=\"bodi\"")) ==
          "role に「bodi」はありません。もしかして「body」ですか。\n<role name=\"body\"> がありません。\n");
}

TEST_CASE("色は #rrggbb か、二五五までの灰色") {
    const auto fill = [](std::string_view value) {
        return replaced(by_year_file(), "headerFill=\"240\"", "headerFill=\"" + std::string(value) + "\"");
    };
    const auto colour = [&](std::string_view value) {
        Diagnostics diagnostics;
        return read_house_style(parse(fill(value)), diagnostics)->page.header_fill;
    };
    CHECK(colour("#DDEEFF") == 0xddeeff);
    CHECK(colour("200") == grey(200));
    for (const std::string_view value : {"256", "-1", "#ddeef", "#ddeegg", "ddeeff", "", "none", "red"}) {
        CAPTURE(value);
        CHECK(slips_of_style(fill(value)) == "headerFill=\"" + std::string(value) +
                                                 "\" は色として使えません。#1f4e79 のような色か、0（黒）から "
                                                 "255（白）までの灰色で書いてください。\n");
    }
}

TEST_CASE("知らない並べ方は断る") {
    CHECK(slips_of_style(replaced(by_year_file(), "arrangement=\"by-year\"", "arrangement=\"by-month\"")) ==
          "arrangement に「by-month」は使えません。使えるもの：by-year, "
          "side-by-side, "
          "stacked, list\n");
}

TEST_CASE("言葉の中の入れる所は、決まった名前だけ") {
    CHECK(slips_of_style(replaced(by_year_file(), "（{count}か所）", "（{number}か所）")) ==
          "rename に「{number}」は使えません。使えるもの：{from}, {to}, {count}\n");
    CHECK(slips_of_style(replaced(by_year_file(), "deleted=\"（削除）\"", "deleted=\"{}を削除\"")) ==
          "deleted に「{}」は使えません。使えるもの：―\n");
    CHECK(slips_of_style(replaced(by_year_file(), "（{}に統合）", "（{}と{に統合）")) ==
          "merged に「{に統合）」は使えません。使えるもの：{}\n");
}

TEST_CASE("入れる所には、言葉がそのまま入る") {
    const std::vector<Filling> fillings = {{"{from}", "{to}課"}, {"{to}", "二課"}};
    CHECK(fill("「{from}」を「{to}」に{count}", fillings) == "「{to}課」を「二課」に{count}");
    CHECK(fill("", fillings).empty());
}

// The style that a good file gives.
HouseStyle style_of(const std::string& file) {
    Diagnostics diagnostics;
    std::optional<HouseStyle> style = read_house_style(parse(file), diagnostics);
    REQUIRE(style);
    return *style;
}

TEST_CASE("Excel の行送りは百分率で書き、省くと 125 になる") {
    const std::string file = by_year_file();
    CHECK(style_of(replaced(file, " linePitch=\"125\"", "")).sheet_fonts.line_pitch == 125);
    CHECK(style_of(replaced(file, "linePitch=\"125\"", "linePitch=\"170\"")).sheet_fonts.line_pitch == 170);
    CHECK(slips_of_style(replaced(file, "linePitch=\"125\"", "linePitch=\"1.25\"")) ==
          "linePitch=\"1.25\" は使えません。100 から 200 までの整数で書いてください。\n");
}

constexpr std::string_view typesetting =
    R"(<typesetting lineBreak="strict" hanging="no" hanLatin="0" tab="4" hardBreaks="keep" wholeItem="50"/>)";

std::string with_typesetting(std::string_view element) {
    return replaced(by_year_file(), typesetting, element);
}

TEST_CASE("組み方を読む") {
    const Typesetting set =
        style_of(with_typesetting("<typesetting lineBreak='loose' hanging='yes' hanLatin='0.125' tab='8' "
                                  "wholeItem='0'/>"))
            .typesetting;
    CHECK(set.line_break == BreakLevel::loose);
    CHECK(set.hanging);
    CHECK(set.han_latin == 125);
    CHECK(set.tab == 8);
    CHECK(set.whole_item == 0);
}

TEST_CASE("組み方は、全部でも一部でも省ける") {
    for (const std::string_view element :
         {typesetting, std::string_view(""), std::string_view("<typesetting/>"),
          std::string_view("<typesetting hanging='no'/>")}) {
        CAPTURE(element);
        const Typesetting set = style_of(with_typesetting(element)).typesetting, given;
        CHECK(set.line_break == given.line_break);
        CHECK(set.hanging == given.hanging);
        CHECK(set.han_latin == given.han_latin);
        CHECK(set.tab == given.tab);
        CHECK(set.whole_item == given.whole_item);
    }
}

TEST_CASE("組み方の値でないものは断る") {
    CHECK(slips_of_style(with_typesetting(
              "<typesetting lineBreak='soft' hanging='1' hanLatin='0.5' tab='0' wholeItem='101'/>")) ==
          "lineBreak に「soft」は使えません。使えるもの：strict, normal, loose\n"
          "hanging に「1」は使えません。使えるもの：no, yes\n"
          "hanLatin に「0.5」は使えません。使えるもの：0, 0.125, 0.25\n"
          "tab=\"0\" は使えません。1 から 30 までの整数で書いてください。\n"
          "wholeItem=\"101\" は使えません。0 から 100 までの整数で書いてください。\n");
    CHECK(slips_of_style(with_typesetting("<typesetting hangin='no'/>")) ==
          "<typesetting> に属性 hangin はありません。もしかして hanging ですか。書ける属性：lineBreak, "
          "hanging, "
          "hanLatin, tab, hardBreaks, wholeItem\n");
}

TEST_CASE("均等割付と小数点そろえの役割") {
    const std::string mark =
        R"(name="mark"         font="mincho" size="10.5pt" pitch="15pt"   align="center")";
    const auto mark_with = [&](std::string_view align) {
        const std::string head = mark.substr(0, mark.find("align"));
        return style_of(replaced(by_year_file(), mark, head + std::string(align))).style(Role::mark);
    };
    CHECK(mark_with("align='distribute' spread='40pt'").align == Align::distribute);
    CHECK(mark_with("align='distribute' spread='40pt'").spread == pt(40));
    CHECK(mark_with("align='distribute'").spread == pt(0));
    CHECK(mark_with("align='decimal'").align == Align::decimal);
    CHECK(slips_of_style(replaced(by_year_file(), mark, mark + " spread='4'")) ==
          "spread=\"4\" は長さとして使えません。10.5pt や 20mm のように、0pt から 1000pt "
          "までで書いてください。\n");
}

TEST_CASE("様式の属性の綴り違いを言い当てる") {
    CHECK(slips_of_style(replaced(by_year_file(), "fromBottom=", "frombotom=")) ==
          "<pageNumber> に属性 frombotom はありません。もしかして fromBottom ですか。書ける属性：size, "
          "fromBottom, form, place, from\n");
}

// ---- the contents ----

std::string with_contents(std::string_view element) {
    return replaced(by_year_file(), "  <!-- 文字の役割", "  " + std::string(element) + "\n  <!-- 文字の役割");
}

TEST_CASE("目次は、様式に書けばいつも付く") {
    CHECK_FALSE(style_named("by-year").contents.always);
    CHECK_FALSE(style_named("stacked").contents.always);
    const Contents plain = style_of(with_contents("<contents/>")).contents;
    CHECK(plain.always);
    CHECK(plain.title == "目次");
    CHECK(plain.depth == 9);
    const Contents other = style_of(with_contents("<contents title='もくじ' depth='2'/>")).contents;
    CHECK(other.title == "もくじ");
    CHECK(other.depth == 2);
    CHECK(slips_of_style(with_contents("<contents depth='0'/>")) ==
          "depth=\"0\" は使えません。1 から 40 までの整数で書いてください。\n");
}

TEST_CASE("二つの側の名前は、空にできない") {
    CHECK(slips_of_style(replaced(by_year_file(), "before=\"修正前\"", "before=\"\"")) ==
          "before は空にできません。言葉を書いてください（例：修正前, 改正前, 現行, 旧）。\n");
}

TEST_CASE("読み上げる言葉は、省けば決まった言葉、書けばそのとおり") {
    CHECK(style_of(replaced(by_year_file(), "<spoken change=\"修正部分\" noValue=\"なし\"/>", ""))
              .spoken.change == "修正部分");
    const Spoken spoken = style_of(replaced(by_year_file(), "<spoken change=\"修正部分\" noValue=\"なし\"/>",
                                            "<spoken change=\"\" noValue=\"値なし\"/>"))
                              .spoken;
    CHECK(spoken.change == "");
    CHECK(spoken.no_value == "値なし");
}

TEST_CASE("表紙は、様式に書けばいつも付き、言葉も選べる") {
    CHECK_FALSE(style_named("by-year").cover.always);
    const Cover cover = style_of(with_contents("<cover place='会場' agenda=''/>")).cover;
    CHECK(cover.always);
    CHECK(cover.date == "日時");
    CHECK(cover.place == "会場");
    CHECK(cover.agenda == "");
}

TEST_CASE("目次の役割は、省けば節の見出しと本文から作り、書けばそのとおり") {
    const HouseStyle style = style_named("by-year");
    ParagraphStyle title = style.style(Role::section), line = style.style(Role::body);
    title.align = Align::center;
    line.align = Align::start, line.indent = line.space_before = line.space_after = {};
    CHECK(style.style(Role::contents_title) == title);
    CHECK(style.style(Role::contents) == line);
    const std::string role = "<role name=\"contents\" font=\"gothic\" size=\"9pt\" pitch=\"12pt\" "
                             "align=\"start\" indent=\"3pt\" before=\"1pt\" after=\"2pt\"/></houseStyle>";
    CHECK(style_of(replaced(by_year_file(), "</houseStyle>", role)).style(Role::contents) ==
          ParagraphStyle{Family::gothic, pt(9), pt(12), pt(3), pt(1), pt(2), Align::start});
}

} // namespace
} // namespace taisho::test
