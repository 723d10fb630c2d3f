#include "text/line_breaks.h"

#include "base/utf8.h"
#include "kinsoku.h"
#include "support.h"
#include "text/jlreq.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace taisho::test {
namespace {

std::string with(std::string_view text, std::string_view signs, const BreakRules& rules) {
    const std::vector<Break> breaks = LineBreaker(rules).breaks(text);
    std::string shown;
    for (std::size_t i = 0; i < text.size(); i += decode(text, i).length) {
        const char sign = signs[static_cast<std::size_t>(breaks[i])];
        if (i > 0 && sign != ' ') shown += sign;
        shown += text.substr(i, decode(text, i).length);
    }
    return shown;
}

// The text with | where a line may end, / where that is poor, ~ where it cuts a token.
std::string with_breaks(std::string_view text) { return with(text, "     ~~ /| ", {}); }

// The text with a sign for each boundary where breaking would be a concession: < line start, > line end, s
// small kana, i inseparable, ~ token, g group, w word; x where there is never a break.
std::string with_concessions(std::string_view text) { return with(text, "x<>si~gw  |", {}); }

std::string with_breaks(std::string_view text, BreakLevel level) {
    return with(text, "        || ", {level, false, "ja"});
}

// ---- kinsoku ----

TEST_CASE("句点は行頭に来ない") { CHECK(with_breaks("実施。次に") == "実|施。|次|に"); }

TEST_CASE("読点は行頭に来ない") { CHECK(with_breaks("市、国") == "市、|国"); }

TEST_CASE("始め括弧は行末に来ず、終わり括弧は行頭に来ない") {
    CHECK(with_breaks("市「方針」の") == "市|「方|針」|の");
}

TEST_CASE("丸括弧も同じ") { CHECK(with_breaks("市（福祉）の") == "市|（福|祉）|の"); }

TEST_CASE("半角の括弧も同じ") { CHECK(with_breaks("市(福祉)の[国]と") == "市|(福|祉)|の|[国]|と"); }

TEST_CASE("重なる括弧は離れない") { CHECK(with_breaks("「『計画』」と") == "「『計|画』」|と"); }

TEST_CASE("全角の数は切れない") { CHECK(with_breaks("計６０％増") == "計|６~０％/増"); }

TEST_CASE("半角の数は切れない") { CHECK(with_breaks("計60%増") == "計|6~0%/増"); }

TEST_CASE("年度の札は切れない") { CHECK(with_breaks("Ｒ９、Ｒ１０") == "Ｒ~９、|Ｒ~１~０"); }

TEST_CASE("幅の混じる札も切れない") { CHECK(with_breaks("R９") == "R~９"); }

TEST_CASE("数と助数詞の間は、切れるが好ましくない") { CHECK(with_breaks("10校区") == "1~0/校|区"); }

TEST_CASE("小数と桁区切りは切れない") {
    CHECK(with_breaks("１．５と１，０００") == "１．~５|と|１，~０~０~０");
}

TEST_CASE("第と数の間は切れない") { CHECK(with_breaks("第２条") == "第~２~条"); }

TEST_CASE("小書きの仮名は行頭に来ない") { CHECK(with_breaks("きょう") == "きょ|う"); }

TEST_CASE("促音は行頭に来ない") { CHECK(with_breaks("マッチ") == "マッ|チ"); }

TEST_CASE("長音符は行頭に来ない") { CHECK(with_breaks("データ") == "デー|タ"); }

TEST_CASE("中点は行頭に来ない") { CHECK(with_breaks("自助・共助") == "自|助・|共|助"); }

TEST_CASE("々は行頭に来ない") { CHECK(with_breaks("様々な") == "様々|な"); }

TEST_CASE("行頭の丸数字は後ろの文から離れない") { CHECK(with_breaks("①福祉") == "①~福|祉"); }

TEST_CASE("行頭の括弧数字と空白も後ろの文から離れない") {
    CHECK(with_breaks("（２） 拠点") == "（２）~ ~拠|点");
}

TEST_CASE("二行目の行頭の印も離れない") { CHECK(with_breaks("一\n・二三") == "一\n・~二|三"); }

TEST_CASE("濁点は前の字から離れない") { CHECK(with_breaks("か\u3099く") == "か\u3099|く"); }

TEST_CASE("異体字は一つの字である") { CHECK(with_breaks("葛󠄀城") == "葛󠄀|城"); }

TEST_CASE("四バイトの字の中では切れない") { CHECK(with_breaks("𠮷髙") == "𠮷|髙"); }

TEST_CASE("ダッシュの並びは切れない") { CHECK(with_breaks("市――国") == "市|――|国"); }

TEST_CASE("欧字の語は空白でだけ切れる") { CHECK(with_breaks("PDCA cycle") == "PDCA |cycle"); }

TEST_CASE("全角の語は切れない") { CHECK(with_concessions("ＰＤＣＡを") == "ＰwＤwＣwＡを"); }

TEST_CASE("著者の行替えでは必ず切れる") {
    CHECK(LineBreaker({}).breaks("a\nb") ==
          std::vector{Break::none, Break::none, Break::mandatory, Break::mandatory});
}

TEST_CASE("空の文にも終わりがある") { CHECK(LineBreaker({}).breaks("") == std::vector{Break::mandatory}); }

// ---- levels ----

TEST_CASE("標準では小書きの仮名と長音符が、緩い禁則では々や中点も行頭に来る") {
    const std::string_view text = "きょうデータ様々な、自助・共助";
    CHECK(with_breaks(text, BreakLevel::strict) == "きょ|う|デー|タ|様々|な、|自|助・|共|助");
    CHECK(with_breaks(text, BreakLevel::normal) == "き|ょ|う|デ|ー|タ|様々|な、|自|助・|共|助");
    CHECK(with_breaks(text, BreakLevel::loose) == "き|ょ|う|デ|ー|タ|様|々|な、|自|助|・|共|助");
}

TEST_CASE("緩い禁則では、三点リーダーと％も行頭に来る") {
    CHECK(with_breaks("市……国６％", BreakLevel::strict) == "市……|国|６％");
    CHECK(with_breaks("市…国６％", BreakLevel::loose) == "市|…|国|６|％");
    CHECK(with_breaks("「…」", BreakLevel::loose) == "「…」");
}

TEST_CASE("Windows の波ダッシュも、波ダッシュと同じ") {
    CHECK(with_breaks("六～七〜八", BreakLevel::strict) == "六～|七〜|八");
    CHECK(with_breaks("六～七〜八", BreakLevel::normal) == "六|～|七|〜|八");
}

TEST_CASE("通貨や番号の記号は行末に来ない") {
    CHECK(with_breaks("計￥５と№七と＃八") == "計|￥５|と|№七|と|＃八");
}

TEST_CASE("決まりだけを見るときは、数も札も守らない") {
    CHECK(with_breaks("Ｒ１０①福", BreakLevel::strict) == "Ｒ|１|０|①|福");
}

// ---- tokens ----

TEST_CASE("年号の年は一つの語") {
    CHECK(with_breaks("令和６年度の") == "令~和~６~年~度|の");
    CHECK(with_breaks("平成３０年") == "平~成~３~０~年");
    CHECK(with_breaks("令和元年度") == "令~和~元~年~度");
    CHECK(with_breaks("令和の年") == "令|和|の|年");
}

TEST_CASE("条や回は、第から離れない") {
    CHECK(with_breaks("第１２条の") == "第~１~２~条|の");
    CHECK(with_breaks("第1回") == "第~1~回");
    CHECK(with_breaks("次第に１２条") == "次|第|に|１~２/条");
}

TEST_CASE("番号の前の点でも切れない") {
    CHECK(with_concessions("No.12") == "Nwo<.~1~2");
    CHECK(with_concessions("Ｎｏ．１２") == "Ｎwｏ<．~１~２");
}

TEST_CASE("金額は、詰まったときだけ桁区切りの後で切れる") {
    CHECK(with_concessions("￥１，２３４，０００") == "￥>１<，g２~３~４<，g０~０~０");
    CHECK(with_concessions("1,234") == "1<,g2~3~4");
}

TEST_CASE("日付、時刻、電話番号も、区切りの後だけ") {
    CHECK(with_concessions("４／１") == "４~／g１");
    CHECK(with_concessions("１０：３０") == "１~０<：g３~０");
    CHECK(with_concessions("０１－２３") == "０~１~－g２~３");
    CHECK(with_concessions("01-23") == "0~1<-g2~3");
}

TEST_CASE("増減の印は数から離れない") { CHECK(with_breaks("前年▲５％") == "前|年|▲~５％"); }

TEST_CASE("率と増減の間は、切れるが好ましくない") {
    CHECK(with_breaks("前年度比５％増") == "前|年|度|比|５％/増");
}

TEST_CASE("年に一度の前では、ふつうに切れる") { CHECK(with_breaks("年に１度") == "年|に|１/度"); }

TEST_CASE("文中の印も後ろの文から離れない") {
    CHECK(with_breaks("福祉、①拠点●実施") == "福|祉、|①~拠|点|●~実|施");
    CHECK(with_breaks("市●●課") == "市|●●|課");
}

TEST_CASE("見出しの番号の括弧も後ろの文から離れない") {
    CHECK(with_breaks("【４】基本") == "【４】~基|本");
    CHECK(with_breaks("【注】基本") == "【注】|基|本");
}

TEST_CASE("英字と数字は切れない") {
    CHECK(with_concessions("R６") == "R~６");
    CHECK(with_concessions("５Ｇと") == "５~Ｇと");
}

TEST_CASE("半角の語は、ある区切りの後だけで切れる") {
    CHECK(with_breaks("input/output e-mail") == "input/|output |e-|mail");
    CHECK(with_concessions("no\u00a0break") == "nwox\u00a0xbwrwewawk");
}

TEST_CASE("所番地は、点や問いの前と斜線の後で切れる") {
    const std::vector<std::pair<std::string_view, std::string_view>> cases = {
        {"https://www.city.jp/a-b", "https://!www!.city!.jp/!a-!b"},
        {"www.a.jp/?id=12&x=%E3#t", "www!.a!.jp/!?id!=12!&x!=%E3!#t"},
        {"soumu_k@city.jp", "soumu!_k!@city!.jp"},
        {"見よ(www.a.jp).", "見|よ|(www!.a!.jp)."},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(with(text, "        !| ", {}) == expected);
    }
}

// ---- concessions ----

TEST_CASE("切れない所にも、切るならどこがましかの順がある") {
    CHECK(with_concessions("市、「国」。") == "市<、「>国<」<。");
    CHECK(with_concessions("きょデー") == "きsょデsー");
    CHECK(with_concessions("――‥…") == "―i―i‥i…");
    CHECK(with_concessions("abc") == "awbwc");
}

TEST_CASE("空白の前で切れば、その後ろの字が行頭に来る") {
    CHECK(with_concessions("市 国") == "市w 国");
    CHECK(with_concessions("市 」") == "市< <」");
    CHECK(with_concessions("「 国") == "「> >国");
}

TEST_CASE("一つに見える字の中では、決して切れない") {
    CHECK(with_concessions("か\u3099葛\U000E0100e\u0301") == "かx\u3099葛x\U000E0100ex\u0301");
}

// ---- what always holds ----

constexpr std::u32string_view alphabet =
    U"亜市国あいかはゃっーアイャヴ々ゝ、。，．・：；！？「」『』（）【】()[]…‥―—〜～゠‐–％℃￥№＃$%"
    U"０１２９012９abＡＢRＲ年度第令和元①●※■増　 -/.,?&=@_#:\n\t\u00a0\u3099\ufe00\u200b\u2060"
    U"𠮷ｱｯｰ｡｢｣\U0001F1EF\U0001F1F5\uAC00\u1100\u1161";

std::string random_text(Dice& dice) {
    std::string text;
    for (std::size_t length = dice.below(24); length > 0; --length) append_utf8(text, dice.pick(alphabet));
    return text;
}

TEST_CASE("厳しい禁則で切れる所は、緩い禁則でも切れる") {
    Dice dice(11);
    for (const bool tokens : {false, true}) {
        const LineBreaker strict({BreakLevel::strict, tokens, "ja"});
        const LineBreaker normal({BreakLevel::normal, tokens, "ja"});
        const LineBreaker loose({BreakLevel::loose, tokens, "ja"});
        for (int i = 0; i < 20'000; ++i) {
            const std::string text = random_text(dice);
            CAPTURE(text);
            const auto a = strict.breaks(text), b = normal.breaks(text), c = loose.breaks(text);
            bool holds = true;
            for (std::size_t at = 0; at <= text.size(); ++at) {
                const bool in_strict = a[at] >= Break::poor, in_normal = b[at] >= Break::poor;
                holds = holds && (!in_strict || in_normal) && (!in_normal || c[at] >= Break::poor);
            }
            REQUIRE(holds);
        }
    }
}

// Behind a blank that one sees nothing of, UAX #14 lets a line begin with ー or ・ too.
bool is_seen(char32_t c) { return c != U' ' && c != U'\t' && c != 0x200b; }

TEST_CASE("切れる所の前後に、行末と行頭に来てはならない字はない") {
    Dice dice(12);
    const LineBreaker breaker({});
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = random_text(dice);
        CAPTURE(text);
        const std::vector<Break> breaks = breaker.breaks(text);
        char32_t before = 0;
        for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) {
            const char32_t after = decode(text, at).character;
            const bool legal = breaks[at] == Break::poor || breaks[at] == Break::allowed;
            const bool wrong = may_not_end_line(before) || (may_not_begin_line(after) && is_seen(before));
            REQUIRE_FALSE((legal && wrong));
            before = after;
        }
    }
}

TEST_CASE("“と”は、和文の中では括弧である") {
    const auto breaks = [](std::string_view text) {
        std::string shown;
        const std::vector<Break> all = LineBreaker({}).breaks(text);
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (i > 0 && all[i] >= Break::poor) shown += '|';
            shown += text[i];
        }
        return shown;
    };
    CHECK(breaks("の“場”を") == "の|“場”|を");
    CHECK(breaks("の“場”ー") == "の|“場”ー");
    CHECK(breaks("it’s") == "it’s");
}

} // namespace
} // namespace taisho::test
