#include "compare/mark.h"

#include "base/utf8.h"
#include "compare/align.h"
#include "support.h"
#include "text/characters.h"
#include "text/words.h"

#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

std::string marks(std::string_view before, std::string_view after) {
    const TextPair pair = mark_changes(text(before), text(after));
    REQUIRE(pair.before);
    REQUIRE(pair.after);
    return shown(*pair.before) + " → " + shown(*pair.after);
}

TEST_CASE("同じ文に印はない") {
    CHECK(marks("年度報告書の作成", "年度報告書の作成") == "年度報告書の作成 → 年度報告書の作成");
}

TEST_CASE("数と単位は一つの語として印が付く") {
    CHECK(marks("支援する校区を6校区とする", "支援する校区を10校区とする") ==
          "支援する校区を[6校区]とする → 支援する校区を[10校区]とする");
}

TEST_CASE("括弧の語は丸ごと印が付く") {
    CHECK(marks("各『基本計画』に基づく進捗管理", "各『実施計画』に基づく進捗管理") ==
          "各[『基本計画』]に基づく進捗管理 → 各[『実施計画』]に基づく進捗管理");
}

TEST_CASE("丸括弧の中は、語ごとに印が付く") {
    CHECK(marks("市（福祉総務課）", "市（福祉総務課、こども課）") ==
          "市（福祉総務課） → 市（福祉総務課[、こども課]）");
}

TEST_CASE("丸括弧の中で取り替えた語だけに印が付く") {
    CHECK(marks("環境政策課（GX推進係）", "環境政策課（GX・脱炭素推進係）") ==
          "環境政策課（GX推進係） → 環境政策課（GX[・脱炭素]推進係）");
}

TEST_CASE("数と単位のあとの語は、単位ではない") {
    CHECK(marks("10校区", "10校区以上") == "10校区 → 10校区[以上]");
}

TEST_CASE("足した語は後だけに印が付く") {
    CHECK(marks("年度報告書の作成", "年度報告書の作成及び公表") ==
          "年度報告書の作成 → 年度報告書の作成[及び公表]");
}

TEST_CASE("取った語は前だけに印が付く") {
    CHECK(marks("年度報告書の作成及び公表", "年度報告書の作成") ==
          "年度報告書の作成[及び公表] → 年度報告書の作成");
}

TEST_CASE("共通の少ない文は丸ごと印が付く") {
    CHECK(marks("「福祉的支援方針」の実施・検証", "10校区") == "[「福祉的支援方針」の実施・検証] → [10校区]");
}

TEST_CASE("空の文からは丸ごと印が付く") { CHECK(marks("", "策定") == " → [策定]"); }

TEST_CASE("空の文へは丸ごと印が付く") { CHECK(marks("策定", "") == "[策定] → "); }

TEST_CASE("幅だけの違いも印になる") { CHECK(marks("10校区", "１０校区") == "[10校区] → [１０校区]"); }

TEST_CASE("ない側の横線に印は付かない") {
    for (const std::string_view dash : {"―", "－", "—", "-"}) {
        CAPTURE(dash);
        CHECK(only_before(text(dash)).before->changed.empty());
    }
}

TEST_CASE("横線で始まる文は横線ではない") {
    CHECK(only_after(text("―設定")).after->changed == std::vector<Range>{{0, 9}});
}

TEST_CASE("片側だけの文は丸ごと印が付く") {
    const TextPair pair = only_before(text("設定"));
    CHECK_FALSE(pair.after.has_value());
    CHECK(pair.before->changed == std::vector<Range>{{0, 6}});
}

TEST_CASE("年度は元号ごと印が付く") {
    CHECK(marks("令和６年度に見直す", "令和７年度に見直す") == "[令和６年度]に見直す → [令和７年度]に見直す");
}

TEST_CASE("数の範囲は丸ごと印が付く") {
    CHECK(marks("職員３～５人を置く", "職員３～７人を置く") == "職員[３～５人]を置く → 職員[３～７人]を置く");
}

TEST_CASE("取り替えた課の名は丸ごと印が付く") {
    CHECK(marks("市（福祉総務課、子育て支援室）", "市（地域福祉課、子育て支援室）") ==
          "市（[福祉総務課]、子育て支援室） → 市（[地域福祉課]、子育て支援室）");
}

TEST_CASE("離れた二つの違いには、別々に印が付く") {
    CHECK(marks("社会福祉協議会及び民生委員と見守りを行います。",
                "社会福祉協議会、民生委員と見守り活動を行います。") ==
          "社会福祉協議会[及び]民生委員と見守りを行います。 → "
          "社会福祉協議会[、]民生委員と見守り[活動]を行います。");
}

TEST_CASE("足した語は、句の切れ目で印が付く") {
    CHECK(marks("協議会と連携する", "協議会及び委員会と連携する") ==
          "協議会と連携する → 協議会[及び委員会]と連携する");
}

TEST_CASE("違いの間に残る助詞は、印に含める") {
    CHECK(marks("本計画では市民の参加を求める。", "本計画では住民の協働を求める。") ==
          "本計画では[市民の参加]を求める。 → 本計画では[住民の協働]を求める。");
}

TEST_CASE("足した行は、行ごと印が付く") {
    CHECK(marks("・相談の充実\n・拠点の整備", "・相談の充実\n・見守りの強化\n・拠点の整備") ==
          "・相談の充実\n・拠点の整備 → ・相談の充実\n[・見守りの強化\n]・拠点の整備");
}

TEST_CASE("似た段落どうしが比べられる") {
    CHECK(marks("１　相談の充実を図ります。\n２　拠点の整備を進めます。",
                "１　見守りの仕組みを新たに設けます。\n２　相談の一層の充実を図ります。\n３　拠点の整備を進め"
                "ます。") == "[１]　相談の充実を図ります。\n[２]　拠点の整備を進めます。 → "
                             "[１　見守りの仕組みを新たに設けます。\n２]　相談の[一層の]充実を図ります。\n["
                             "３]　拠点の整備を進めます。");
}

TEST_CASE("行を分けただけなら、行替えだけに印が付く") {
    CHECK(marks("計画を策定します。市民の意見を聴きます。", "計画を策定します。\n市民の意見を聴きます。") ==
          "計画を策定します。市民の意見を聴きます。 → 計画を策定します。[\n]市民の意見を聴きます。");
}

TEST_CASE("短い文への長い追加は、追加だけに印が付く") {
    CHECK(marks("市", "市、関係機関、民間事業体及び地域住民") ==
          "市 → 市[、関係機関、民間事業体及び地域住民]");
}

TEST_CASE("長い文の三つの違いには、三つの印が付く") {
    const std::string before =
        "本市では、人口減少が進む中、誰もが安心して暮らせる地域づくりが課題となっています。このため、市民、"
        "事業者、行政が一体となって、省エネルギー行動の実践や再生可能エネルギーの導入を進め、2030年度までに"
        "温室効果ガス排出量を46％削減することを目指します。";
    const std::string after =
        "本市では、人口減少が進む中、誰もが安心して暮らせるまちづくりが課題となっています。このため、市民、"
        "事業者、行政が一体となって、省エネルギー行動の実践や再生可能エネルギーの導入を進め、2035年度までに"
        "温室効果ガス排出量を50％削減することを目指します。";
    const TextPair pair = mark_changes(text(before), text(after));
    std::vector<std::string> marked;
    for (const Range& range : pair.after->changed)
        marked.push_back(after.substr(range.begin, range.end - range.begin));
    CHECK(marked == std::vector<std::string>{"まち", "2035年度", "50％削減"});
}

// ---- properties of many pairs ----

const std::vector<std::string_view> nouns = {"福祉部局",
                                             "教育委員会",
                                             "中学校区",
                                             "「方針」",
                                             "『基本計画』",
                                             "10校区",
                                             "５％増",
                                             "前年度比",
                                             "市民",
                                             "こども・家庭",
                                             "オンライン学習",
                                             "データ連携",
                                             "プロジェクトチーム",
                                             "（全10校区）",
                                             "圏域",
                                             "R１０",
                                             "1,234人",
                                             "𠮷野",
                                             "髙木",
                                             "ＰＤＣＡ",
                                             "KPI",
                                             "居場所",
                                             "実施主体",
                                             "60%",
                                             "令和元年度",
                                             "か\u3099く",
                                             "葛󠄀城",
                                             "年度報告書",
                                             "―",
                                             "\n・"};
const std::vector<std::string_view> joins = {"の", "を", "が",   "と", "及び", "に基づく",
                                             "、", "。", "し、", "　", " ",    "について"};
const std::vector<std::string_view> verbs = {"策定", "実施",     "検証", "強化します。", "検討",
                                             "連携", "評価する", "確認", "公表",         "整備を行う。"};

std::vector<std::string_view> random_words(Dice& dice) {
    std::vector<std::string_view> words;
    const std::size_t count = dice.below(14);
    for (std::size_t i = 0; i < count; ++i) {
        words.push_back(dice.pick(nouns));
        words.push_back(dice.below(4) == 0 ? dice.pick(verbs) : dice.pick(joins));
    }
    return words;
}

// Exchanges, removes and adds a few words.
std::vector<std::string_view> edited(std::vector<std::string_view> words, Dice& dice) {
    const std::size_t edits = dice.below(5);
    for (std::size_t i = 0; i < edits && !words.empty(); ++i) {
        const auto at = words.begin() + static_cast<std::ptrdiff_t>(dice.below(words.size()));
        switch (dice.below(3)) {
        case 0: *at = dice.pick(nouns); break;
        case 1: words.erase(at); break;
        case 2: words.insert(at, dice.pick(verbs)); break;
        }
    }
    return words;
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string result;
    for (const std::string_view word : words) result += word;
    return result;
}

std::string unmarked(const Marked& side) {
    std::string result;
    std::uint32_t at = 0;
    for (const Range& range : side.changed) {
        result += side.text.utf8.substr(at, range.begin - at);
        at = range.end;
    }
    return result + side.text.utf8.substr(at);
}

bool is_boundary(const std::string& utf8, std::uint32_t at) {
    return at == utf8.size() || (static_cast<unsigned char>(utf8[at]) & 0xc0U) != 0x80U;
}

// Ascending, not empty, not touching each other, never inside a character.
bool is_well_formed(const Marked& side) {
    const std::string& utf8 = side.text.utf8;
    for (std::size_t i = 0; i < side.changed.size(); ++i) {
        const auto [begin, end] = side.changed[i];
        const bool apart = i == 0 || side.changed[i - 1].end < begin;
        if (!apart || begin >= end || end > utf8.size() || !is_boundary(utf8, begin) ||
            !is_boundary(utf8, end))
            return false;
    }
    return true;
}

// Whether a mark begins or ends between `base` and the combining mark behind it, or inside a word of a kind
// that is never cut.
bool cuts_a_unit(const Marked& side) {
    const std::string& utf8 = side.text.utf8;
    std::vector<std::uint32_t> edges;
    for (const Range& range : side.changed) edges.push_back(range.begin), edges.push_back(range.end);
    const auto is_cut = [&](std::uint32_t begin, std::uint32_t end) {
        return std::ranges::any_of(edges, [&](std::uint32_t edge) { return begin < edge && edge < end; });
    };
    std::uint32_t begin = 0;
    for (const std::uint32_t end : split_words(utf8)) {
        const char32_t first = decode(utf8, begin).character;
        const bool unit = is_digit(first) || is_opening(first) || is_latin_letter(first);
        if (unit && is_cut(begin, end)) return true;
        begin = end;
    }
    return std::ranges::any_of(edges, [&](std::uint32_t edge) {
        return edge < utf8.size() && is_combining(decode(utf8, edge).character);
    });
}

constexpr int pair_count = 3000;

TEST_CASE("三千組の文で、印のない所は前も後も同じ") {
    Dice dice(1);
    for (int i = 0; i < pair_count; ++i) {
        const std::vector<std::string_view> words = random_words(dice);
        const std::string before = joined(words);
        const std::string after = joined(dice.below(5) == 0 ? random_words(dice) : edited(words, dice));
        CAPTURE(before);
        CAPTURE(after);
        const TextPair pair = mark_changes(text(before), text(after));
        REQUIRE(unmarked(*pair.before) == unmarked(*pair.after));
        REQUIRE(is_well_formed(*pair.before));
        REQUIRE(is_well_formed(*pair.after));
        REQUIRE(has_change(pair) == (before != after));
        REQUIRE_FALSE(cuts_a_unit(*pair.before));
        REQUIRE_FALSE(cuts_a_unit(*pair.after));
    }
}

TEST_CASE("共通の少ない三百組の文は、どれも丸ごと印が付く") {
    Dice dice(2);
    for (int i = 0; i < 300; ++i) {
        std::string before, after; // no character of one is in the other
        for (std::size_t n = 1 + dice.below(12); n > 0; --n)
            before += dice.pick(std::vector<std::string_view>{"市", "民", "福", "祉"});
        for (std::size_t n = 1 + dice.below(12); n > 0; --n)
            after += dice.pick(std::vector<std::string_view>{"策", "定", "検", "証"});
        CHECK(marks(before, after) == "[" + before + "] → [" + after + "]");
    }
}

TEST_CASE("長い文でも、印のない所は前も後も同じ") {
    Dice dice(3);
    std::vector<std::string_view> words;
    while (words.size() < 3000) words.push_back(dice.pick(dice.below(2) == 0 ? nouns : joins));
    std::vector<std::string_view> other = words;
    for (int i = 0; i < 400; ++i) other[dice.below(other.size())] = dice.pick(verbs);
    const TextPair pair = mark_changes(text(joined(words)), text(joined(other)));
    CHECK(unmarked(*pair.before) == unmarked(*pair.after));
    CHECK(has_change(pair));
}

// Ordinary and rare characters without any sense.
std::string random_characters(Dice& dice) {
    static const std::vector<std::string_view> characters = {
        "市", "民", "福", "祉", "課", "の", "を", "が", "か\u3099", "葛\U000E0100", "𠮷",      "ｶ",
        "ﾞ",  "カ", "ー", "1",  "６", ",",  "．", "％", "校",       "区",           "「",      "」",
        "（", "）", "、", "。", "\n", "A",  "ｂ", " ",  "　",       "～",           "🏳️", "々"};
    std::string result;
    for (std::size_t n = dice.below(40); n > 0; --n) result += dice.pick(characters);
    return result;
}

TEST_CASE("三千組のでたらめな文でも、印のない所は前も後も同じ") {
    Dice dice(4);
    for (int i = 0; i < pair_count; ++i) {
        const std::string middle = random_characters(dice);
        const std::string before = random_characters(dice) + middle + random_characters(dice);
        const std::string after = random_characters(dice) + middle + random_characters(dice);
        CAPTURE(before);
        CAPTURE(after);
        const TextPair pair = mark_changes(text(before), text(after));
        REQUIRE(unmarked(*pair.before) == unmarked(*pair.after));
        REQUIRE(is_well_formed(*pair.before));
        REQUIRE(is_well_formed(*pair.after));
        REQUIRE(has_change(pair) == (before != after));
    }
}

// ---- very long texts ----

// Without line breaks but for those in `behind_each`.
std::string long_text(Dice& dice, std::size_t bytes, std::string_view behind_each) {
    std::string result;
    while (result.size() < bytes) {
        const std::string_view noun = dice.pick(nouns);
        if (noun.starts_with('\n')) continue;
        result.append(noun).append(dice.pick(verbs)).append(behind_each);
    }
    return result;
}

double seconds_for(const std::string& before, const std::string& after) {
    const auto start = std::chrono::steady_clock::now();
    const TextPair pair = mark_changes(text(before), text(after));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK(unmarked(*pair.before) == unmarked(*pair.after));
    return took.count();
}

constexpr std::size_t megabyte = 1'000'000;
constexpr double patience = 10; // seconds, of a debug build with sanitizers

TEST_CASE("百万字節の文も、すぐに比べられる") {
    Dice dice(5);
    for (const std::string_view behind : {"", "\n", "、。", "\n\n"}) {
        CAPTURE(behind);
        CHECK(seconds_for(long_text(dice, megabyte, behind), long_text(dice, megabyte, behind)) < patience);
    }
}

TEST_CASE("百万字節の文の小さい三つの違いには、三つの印が付く") {
    Dice dice(6);
    const std::string a = long_text(dice, megabyte / 2, ""), b = long_text(dice, megabyte / 2, "");
    const TextPair pair =
        mark_changes(text("課題" + a + "課題" + b + "課題"), text("対策" + a + "対策" + b + "対策"));
    CHECK(pair.before->changed.size() == 3);
    CHECK(unmarked(*pair.before) == unmarked(*pair.after));
}

// ---- alignment ----

std::string aligned(std::string_view before, std::string_view after) {
    const auto score = [](char one, char other) { return one == other ? 2 : one == (other ^ 0x20) ? 1 : 0; };
    std::string result;
    for (const auto& [i, j] : align(before, after, score)) {
        result.push_back(i ? before[*i] : '-');
        result.push_back(j ? after[*j] : '-');
        result.push_back(' ');
    }
    return result;
}

TEST_CASE("同じものどうしが並び、片側だけのものは前のもののあとに来る") {
    CHECK(aligned("abcd", "axcde") == "aa b- -x cc dd -e ");
}

TEST_CASE("似たものより同じものが選ばれる") { CHECK(aligned("aA", "Ab") == "a- AA -b "); }

TEST_CASE("空の並びとも並べられる") {
    CHECK(aligned("", "ab") == "-a -b ");
    CHECK(aligned("ab", "") == "a- b- ");
}

TEST_CASE("長すぎる並びは近くのものと並ぶ") {
    const std::string many(5000, 'a');
    CHECK(align(many, many, [](char one, char other) { return one == other ? 1 : 0; }).size() == 5000);
}

} // namespace
} // namespace taisho::test
