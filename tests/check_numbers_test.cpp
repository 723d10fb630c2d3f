#include "base/diagnostics.h"
#include "check/check.h"
#include "small_plans.h"
#include "support.h"

#include <doctest/doctest.h>
#include <optional>
#include <string>

namespace taisho {
namespace {

using test::add_unit, test::amended, test::checked, test::Lines, test::text, test::with_items;

void take_away(Plan& plan, std::size_t index) { std::erase(plan.tree.top, index); }

TEST_CASE("続いた番号は注意されない") {
    CHECK(checked(with_items({"① ", "②", "③ "})) == Lines{});
    CHECK(checked(with_items({"９", "10", "１１"})) == Lines{});
    CHECK(checked(with_items({"イ", "ロ", "ハ"})) == Lines{});
    CHECK(checked(with_items({"", "はじめに", "第２章", "第３章", ""})) == Lines{});
}

TEST_CASE("番号の飛びは、あるはずの番号とともに注意する") {
    CHECK(checked(with_items({"（１） ", "（３）", "（６）"})) ==
          Lines{"注意 番号が「（１）」から「（３）」へ飛んでいます。間に「（２）」があるはずです。",
                "注意 番号が「（３）」から「（６）」へ飛んでいます。間に「（４）」があるはずです。"});
    CHECK(checked(with_items({"⑳", "㉒"})) ==
          Lines{"注意 番号が「⑳」から「㉒」へ飛んでいます。間に「㉑」があるはずです。"});
}

TEST_CASE("飛びの場所は後ろの番号") {
    Diagnostics diagnostics;
    check_plan(with_items({"①", "②", "④"}), diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics.front().at.begin == 200);
}

TEST_CASE("同じ番号は、離れていても幅が違っても注意する") {
    CHECK(checked(with_items({"①", "②", "②", "③"})) == Lines{"注意 番号「②」が、同じ階層に二度あります。"});
    CHECK(checked(with_items({"（1）", "（２）", "(１)"})) ==
          Lines{"注意 番号「(１)」が、同じ階層に二度あります。"});
}

TEST_CASE("番号が小さくなるのは、新しい数え始め") {
    CHECK(checked(with_items({"③", "④", "①", "②"})) == Lines{});
}

TEST_CASE("書き方の違う番号と、階層と項目は、別々に数える") {
    CHECK(checked(with_items({"①", "１", "②", "２", "付１"})) == Lines{});
    Plan plan = with_items({"１", "２"});
    add_unit(plan, std::nullopt, "１", Level{});
    CHECK(checked(plan) == Lines{});
}

TEST_CASE("階層の中の番号も見る") {
    Plan plan;
    const std::size_t level = add_unit(plan, std::nullopt, "第１章", Level{});
    add_unit(plan, level, "１", Item{});
    add_unit(plan, level, "３", Item{});
    CHECK(checked(plan) == Lines{"注意 番号が「１」から「３」へ飛んでいます。間に「２」があるはずです。"});
}

TEST_CASE("抜き書きの計画では、飛びは誤りでなく、重なりは誤り") {
    Plan plan = with_items({"①", "③", "③"});
    plan.extract = true;
    CHECK(checked(plan) == Lines{"注意 番号「③」が、同じ階層に二度あります。"});
}

TEST_CASE("削除でできた飛びは、あるはずの番号を言わない") {
    const Plan before = with_items({"①", "②", "③"});
    Plan after = before;
    take_away(after, 1);
    CHECK(amended(before, after, {}) ==
          Lines{"注意 番号が「①」から「③」へ飛んでいます。番号を詰めるときは、削除や移動に shift=\"yes\" "
                "と書きます。"});
}

TEST_CASE("追加でできた飛びと重なりは、その場所で注意する") {
    const Plan before = with_items({"①", "②"});
    Plan after = before;
    add_unit(after, std::nullopt, "④", Item{});
    CHECK(amended(before, after, {2}) ==
          Lines{"注意 番号が「②」から「④」へ飛んでいます。間に「③」があるはずです。"});
    after.tree.units.back().heading.number = text("②");
    CHECK(amended(before, after, {2}) == Lines{"注意 番号「②」が、同じ階層に二度あります。"});
}

TEST_CASE("前からある飛びは、修正のせいではない") {
    const Plan before = with_items({"①", "③", "④"});
    Plan after = before;
    take_away(after, 2);
    CHECK(amended(before, after, {}) == Lines{});
    after = before;
    take_away(after, 1);
    CHECK(amended(before, after, {}) ==
          Lines{"注意 番号が「①」から「④」へ飛んでいます。番号を詰めるときは、削除や移動に shift=\"yes\" "
                "と書きます。"});
}

TEST_CASE("抜き書きでも、続いていた番号の間を削除すれば飛びになる") {
    Plan before = with_items({"①", "③", "④", "⑤"});
    before.extract = true;
    Plan after = before;
    take_away(after, 2);
    CHECK(amended(before, after, {}) ==
          Lines{"注意 番号が「③」から「⑤」へ飛んでいます。番号を詰めるときは、削除や移動に shift=\"yes\" "
                "と書きます。"});
    after = before;
    take_away(after, 1);
    CHECK(amended(before, after, {}) == Lines{});
    add_unit(after, std::nullopt, "⑨", Item{});
    CHECK(amended(before, after, {4}) == Lines{});
}

TEST_CASE("飛びだらけの大きな計画も、すぐに見終える") {
    Plan before;
    for (int i = 1; i <= 50'000; ++i) add_unit(before, std::nullopt, std::to_string(2 * i), Item{});
    before.extract = true;
    Plan after = before;
    std::erase_if(after.tree.top, [](std::size_t unit) { return unit % 3 == 1; });
    CHECK(amended(before, after, {}) == Lines{});
    before.extract = false;
    CHECK(checked(before).all.size() == most_diagnostics / 2);
}

} // namespace
} // namespace taisho
