#include "text/characters.h"
#include "text/fold.h"
#include "text/line_breaks.h"
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
        {"・こども若者", "・"},     {"●実施主体", "●"},   {"■ＰＤＣＡ", "■"},
        {"※　注", "※　"},           {"① 拠点", "① "},     {"㉑拠点", "㉑"},
        {"（１） 拠点", "（１） "}, {"(2)拠点", "(2)"},   {"（ア）拠点", "（ア）"},
        {"（い）拠点", "（い）"},   {"１．拠点", "１．"}, {"12. 拠点", "12. "},
        {"（100）拠点", "（100）"},
    };
    for (const MarkCase& one : cases) {
        CAPTURE(one.line);
        CHECK(one.line.substr(0, list_mark_length(one.line)) == one.mark);
    }
}

TEST_CASE("印でない行頭") {
    for (const std::string_view line : {"", "拠点", "１．５倍", "3.5", "（拠点）", "（１拠点", "（1234）年",
                                        "2024年度", "・", "①", "（１）", "R6", "（アイ）"}) {
        CAPTURE(line);
        CHECK(list_mark_length(line) == 0);
    }
}

// ---- line breaks ----

// The text with | where a line may end, / where that is poor, ~ where it cuts a token.
std::string with_breaks(std::string_view text) {
    static const LineBreaker breaker({});
    const std::vector<Break> breaks = breaker.breaks(text);
    std::string shown;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (breaks[i] == Break::allowed) shown += '|';
        if (breaks[i] == Break::poor) shown += '/';
        if (breaks[i] == Break::group || breaks[i] == Break::token) shown += '~';
        shown += text[i];
    }
    return shown;
}

TEST_CASE("句点は行頭に来ない") { CHECK(with_breaks("実施。次に") == "実|施。|次|に"); }

TEST_CASE("読点は行頭に来ない") { CHECK(with_breaks("市、国") == "市、|国"); }

TEST_CASE("始め括弧は行末に来ず、終わり括弧は行頭に来ない") {
    CHECK(with_breaks("市「方針」の") == "市|「方|針」|の");
}

TEST_CASE("丸括弧も同じ") { CHECK(with_breaks("市（福祉）の") == "市|（福|祉）|の"); }

TEST_CASE("重なる括弧は離れない") { CHECK(with_breaks("「『計画』」と") == "「『計|画』」|と"); }

TEST_CASE("全角の数は切れない") { CHECK(with_breaks("計６０％増") == "計|６~０％|増"); }

TEST_CASE("半角の数は切れない") { CHECK(with_breaks("計60%増") == "計|60%|増"); }

TEST_CASE("年度の札は切れない") { CHECK(with_breaks("Ｒ９、Ｒ１０") == "Ｒ~９、|Ｒ~１~０"); }

TEST_CASE("幅の混じる札も切れない") { CHECK(with_breaks("R９") == "R~９"); }

TEST_CASE("数と助数詞の間は、切れるが好ましくない") { CHECK(with_breaks("10校区") == "10/校|区"); }

TEST_CASE("小数と桁区切りは切れない") {
    CHECK(with_breaks("１．５と１，０００") == "１．~５|と|１，~０~０~０");
}

TEST_CASE("第と数の間は切れない") { CHECK(with_breaks("第２条") == "第~２/条"); }

TEST_CASE("小書きの仮名は行頭に来ない") { CHECK(with_breaks("きょう") == "きょ|う"); }

TEST_CASE("促音は行頭に来ない") { CHECK(with_breaks("マッチ") == "マッ|チ"); }

TEST_CASE("長音符は行頭に来ない") { CHECK(with_breaks("データ") == "デー|タ"); }

TEST_CASE("中点は行頭に来ない") { CHECK(with_breaks("自助・共助") == "自|助・|共|助"); }

TEST_CASE("々は行頭に来ない") { CHECK(with_breaks("様々な") == "様々|な"); }

TEST_CASE("行頭の丸数字は後ろの文から離れない") { CHECK(with_breaks("①福祉") == "①福|祉"); }

TEST_CASE("行頭の括弧数字と空白も後ろの文から離れない") {
    CHECK(with_breaks("（２） 拠点") == "（２） 拠|点");
}

TEST_CASE("二行目の行頭の印も離れない") { CHECK(with_breaks("一\n・二三") == "一\n・二|三"); }

TEST_CASE("濁点は前の字から離れない") { CHECK(with_breaks("か\u3099く") == "か\u3099|く"); }

TEST_CASE("異体字は一つの字である") { CHECK(with_breaks("葛󠄀城") == "葛󠄀|城"); }

TEST_CASE("四バイトの字の中では切れない") { CHECK(with_breaks("𠮷髙") == "𠮷|髙"); }

TEST_CASE("ダッシュの並びは切れない") { CHECK(with_breaks("市――国") == "市|――|国"); }

TEST_CASE("欧字の語は空白でだけ切れる") { CHECK(with_breaks("PDCA cycle") == "PDCA |cycle"); }

TEST_CASE("全角の語は切れない") { CHECK(with_breaks("ＰＤＣＡを") == "Ｐ~Ｄ~Ｃ~Ａ|を"); }

TEST_CASE("著者の行替えでは必ず切れる") {
    CHECK(LineBreaker({}).breaks("a\nb") ==
          std::vector{Break::none, Break::none, Break::mandatory, Break::mandatory});
}

TEST_CASE("空の文にも終わりがある") { CHECK(LineBreaker({}).breaks("") == std::vector{Break::mandatory}); }

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
