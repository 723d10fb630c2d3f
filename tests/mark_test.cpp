#include "revise/mark.h"

#include "base/utf8.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

std::string shown(const Marked& side) {
    std::string result;
    std::uint32_t at = 0;
    for (const Range& range : side.changed) {
        result += side.text.utf8.substr(at, range.begin - at) + "[" +
                  side.text.utf8.substr(range.begin, range.end - range.begin) + "]";
        at = range.end;
    }
    return result + side.text.utf8.substr(at);
}

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

} // namespace
} // namespace taisho::test
