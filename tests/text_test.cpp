#include "text/characters.h"
#include "text/fold.h"
#include "text/words.h"

#include <doctest/doctest.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {
namespace {

// ---- fiscal years ----

struct YearCase {
    std::string_view label;
    std::optional<int> year;
};

TEST_CASE("年度の札はどの書き方でも同じ年度になる") {
    const std::vector<YearCase> cases = {
        {"R6", 2024},          {"Ｒ６", 2024},       {"Ｒ６年度", 2024},     {"令和6年度", 2024},
        {"令和６年", 2024},    {"令和元年度", 2019}, {"R1", 2019},           {"H31", 2019},
        {"平成31年度", 2019},  {"Ｈ３１", 2019},     {"R.6", 2024},          {"r6", 2024},
        {"令和 6 年度", 2024}, {"Ｒ１０", 2028},     {"令和１０年度", 2028}, {"平成元年", 1989},
        {"S63", 1988},         {"昭和64年", 1989},   {"大正15年", 1926},     {"明治元年", 1868},
        {"2024", 2024},        {"2024年度", 2024},   {"２０２４年度", 2024}, {"1868", 1868},
        {"2999年", 2999},
    };
    for (const YearCase& one : cases) {
        CAPTURE(one.label);
        CHECK(parse_fiscal_year(one.label) == one.year);
    }
}

TEST_CASE("年度でない札は年度にならない") {
    for (const std::string_view label :
         {"",      "R",    "令和", "R0",       "令和0年度", "R100",    "現状値",     "目標",
          "R6末",  "6",    "1867", "3000",     "24年度",    "R6〜R10", "令和六年度", "X6",
          "20245", "年度", "R-6",  "R6年度末", "元年度",    "令和元"}) {
        CAPTURE(label);
        const bool first_year = label == std::string_view("令和元");
        CHECK(parse_fiscal_year(label) == (first_year ? std::optional(2019) : std::nullopt));
    }
}

TEST_CASE("全角の英数字と空白だけを半角にする") { CHECK(fold_width("Ｒ１０　（年）ｱ〜") == "R10 (年)ｱ〜"); }

// ---- list marks ----

struct MarkCase {
    std::string_view line, mark;
};

TEST_CASE("行頭の印は後ろの空白まで") {
    const std::vector<MarkCase> cases = {
        {"・こども若者", "・"},     {"●実施主体", "●"},       {"■ＰＤＣＡ", "■"},
        {"※　注", "※　"},           {"① 拠点", "① "},         {"㉑拠点", "㉑"},
        {"（１） 拠点", "（１） "}, {"(2)拠点", "(2)"},       {"（ア）拠点", "（ア）"},
        {"（い）拠点", "（い）"},   {"１．拠点", "１．"},     {"12. 拠点", "12. "},
        {"（100）拠点", "（100）"}, {"１．\t拠点", "１．\t"}, {"　・拠点", "　・"},
        {"　　① 拠点", "　　① "},   {"⑴拠点", "⑴"},           {"ア　拠点", "ア　"},
        {"イ．拠点", "イ．"},       {"ａ　拠点", "ａ　"},     {"１　拠点", "１　"},
        {"ⅰ　拠点", "ⅰ　"},         {"－　拠点", "－　"},     {"→拠点", "→"},
        {"【１】拠点", "【１】"},   {"①と連携する", "①"},
    };
    for (const MarkCase& one : cases) {
        CAPTURE(one.line);
        CHECK(one.line.substr(0, list_mark_length(one.line)) == one.mark);
    }
}

TEST_CASE("印でない行頭") {
    for (const std::string_view line :
         {"",         "拠点",       "１．５倍", "3.5",          "（拠点）", "（１拠点", "（1234）年",
          "2024年度", "・",         "①",        "（１）",       "R6",       "（アイ）", "　本文",
          "－５％",   "【修正前】", "市　計画", "２０２４　年", "１ 拠点",  "(1]拠点"}) {
        CAPTURE(line);
        CHECK(list_mark_length(line) == 0);
    }
}

TEST_CASE("ほかの番号を指す文は、箇条書きではない") {
    for (const std::string_view line :
         {"①から③までの事業", "①～③", "(1)及び(2)", "①、②", "①と②", "（１）又は（２）"}) {
        CAPTURE(line);
        CHECK(list_mark_length(line) == 0);
    }
}

// ---- words ----

std::string words(std::string_view text) {
    std::string shown;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : split_words(text)) {
        shown.append(shown.empty() ? "" : "|").append(text.substr(begin, end - begin));
        begin = end;
    }
    return shown;
}

TEST_CASE("数と単位は一語") { CHECK(words("10校区") == "10校区"); }

TEST_CASE("百分率と増減は一語") { CHECK(words("５％増") == "５％増"); }

TEST_CASE("年度の札は一語") { CHECK(words("R１０") == "R１０"); }

TEST_CASE("括弧の語は一語") { CHECK(words("『基本計画』") == "『基本計画』"); }

TEST_CASE("文の中の括弧の語も一語") { CHECK(words("各「基本計画」の") == "各|「基本計画」|の"); }

TEST_CASE("小数と桁区切りのある数も一語") { CHECK(words("1,234.5人") == "1,234.5人"); }

TEST_CASE("十六字までの括弧の語は一語") {
    CHECK(words("「一二三四五六七八九十一二三四五六」") == "「一二三四五六七八九十一二三四五六」");
}

TEST_CASE("閉じない括弧は文を呑み込まない") { CHECK(split_words("「計画の策定を行う").size() > 2); }

TEST_CASE("空の文に語はない") { CHECK(split_words("").empty()); }

TEST_CASE("語をつなぐと文になる") {
    const std::string text = "福祉部局、教育部局が連携し、福祉的支援の「方針」を策定する（全10校区）。";
    const std::vector<std::uint32_t> ends = split_words(text);
    REQUIRE(!ends.empty());
    CHECK(ends.back() == text.size());
    for (std::size_t i = 1; i < ends.size(); ++i) CHECK(ends[i - 1] < ends[i]);
}

} // namespace
} // namespace taisho
