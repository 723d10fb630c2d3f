#include "base/diagnostics.h"
#include "check/check.h"
#include "small_plans.h"
#include "support.h"

#include <doctest/doctest.h>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <variant>

namespace taisho {
namespace {

using test::amended, test::checked, test::Lines, test::text, test::text_at, test::with_field;

// ---- goals and bodies ----

YearRange years(int first, int last, std::string_view from, std::string_view to) {
    return {first, last, text(from), text(to)};
}

Column year(int western, std::string_view label, std::optional<std::string_view> note = std::nullopt) {
    Column column;
    column.year = western, column.label = text(label);
    if (note) column.note = text(*note);
    return column;
}

Column column(ColumnKind kind, std::string_view label) {
    Column result;
    result.kind = kind, result.label = text(label);
    return result;
}

// 現状値, R6, R7 and R8 with one row.
Goal goal_with(std::initializer_list<std::string_view> values) {
    Goal goal;
    goal.columns = {column(ColumnKind::baseline, "現状値"), year(2024, "R6"), year(2025, "R7"),
                    year(2026, "R8")};
    goal.rows.emplace_back();
    for (const std::string_view value : values) goal.rows.front().values.push_back(text(value));
    return goal;
}

Passage bodies(std::string_view names) {
    Passage passage;
    passage.kind = PassageKind::bodies, passage.text = text_at(names, 1000);
    return passage;
}

Plan with_bodies(std::string_view names, std::initializer_list<std::string_view> known) {
    Plan plan = with_field(bodies(names));
    for (const std::string_view name : known) plan.body_names.push_back(text(name));
    return plan;
}

// ---- years ----

TEST_CASE("計画の期間の外の年は注意する") {
    Goal goal = goal_with({"1", "2", "3", "4"});
    goal.columns.push_back(column(ColumnKind::target, "目標値"));
    Plan plan = with_field(goal);
    plan.years = years(2024, 2025, "R6", "令和７年度");
    CHECK(
        checked(plan) ==
        Lines{
            "注意 「R8」は計画の期間（R6～令和７年度）の外です。列か、計画の from と to を直してください。"});
    plan.years = years(2024, 2026, "R6", "R8");
    CHECK(checked(plan) == Lines{});
}

TEST_CASE("期間が逆なら、それだけを言う") {
    Plan plan = with_field(goal_with({"1", "2", "3", "4"}));
    plan.years = years(2028, 2024, "R10", "R6");
    CHECK(checked(plan) == Lines{"エラー 計画の期間が逆です：R10～R6"});
}

TEST_CASE("修正で加えた期間の外の年は誤り、前からのものは言わない") {
    Plan before = with_field(goal_with({"1", "2", "3", "4"}));
    before.years = years(2024, 2025, "R6", "R7");
    Plan after = before;
    Goal& goal = std::get<Goal>(fields_of(after.tree.units.front()).front());
    goal.columns.push_back(year(2027, "R9"));
    const Lines expected = {
        "エラー 「R9」は計画の期間（R6～R7）の外です。列か、計画の from と to を直してください。"
        "修正で期間も変えるときは <revisePlan> を使います。"};
    CHECK(amended(before, after, {0}) == expected);
    CHECK(amended(before, after, {}) == Lines{});
}

TEST_CASE("期間を改めたら、修正していない項目も見る") {
    Plan before = with_field(goal_with({"1", "2", "3", "4"}));
    before.years = years(2024, 2026, "R6", "R8");
    Plan after = before;
    after.years = years(2024, 2025, "R6", "R7");
    CHECK(amended(before, after, {}) ==
          Lines{"エラー 「R8」は計画の期間（R6～R7）の外です。列か、計画の from と to を直してください。"
                "修正で期間も変えるときは <revisePlan> を使います。"});
    after.years = years(2026, 2024, "R8", "R6");
    CHECK(amended(before, after, {}) == Lines{"エラー 計画の期間が逆です：R8～R6"});
}

// ---- bodies ----

TEST_CASE("名簿がなければ、実施主体は見ない") {
    CHECK(checked(with_bodies("市（何でも課）", {})) == Lines{});
}

TEST_CASE("名簿の名前は、括弧や読点や中点で切っても、名前の中の中点で切らなくても見つかる") {
    CHECK(checked(with_bodies("市（福祉総務課、人権・男女参画室）、社会福祉協議会など",
                              {"市", "福祉総務課", "人権・男女参画室", "社会福祉協議会"})) == Lines{});
    CHECK(checked(with_bodies("市・県／国及びＮＰＯ等\n自治会 並びに子ども会",
                              {"市", "県", "国", "NPO", "自治会", "子ども会"})) == Lines{});
    CHECK(checked(with_bodies("【高等学校】市民会議（仮称）", {"高等学校", "市民会議（仮称）"})) == Lines{});
}

TEST_CASE("名簿にない名前は、近い名前とともに注意する") {
    CHECK(checked(with_bodies("市（福祉総務室、生活環境部など）", {"市", "福祉総務課"})) ==
          Lines{"注意 "
                "実施主体「福祉総務室」は、計画の名簿（bodyNames）にありません。もしかして「福祉総務課」です"
                "か。名前を直すか、名簿に加えてください。",
                "注意 "
                "実施主体「生活環境部」は、計画の名簿（bodyNames）にありません。名前を直すか、名簿に加えてく"
                "ださい。"});
}

TEST_CASE("名簿の名前で始まるだけの名前は別の名前") {
    CHECK(checked(with_bodies("福祉課長", {"福祉課"})) ==
          Lines{"注意 "
                "実施主体「福祉課長」は、計画の名簿（bodyNames）にありません。もしかして「福祉課」ですか。名"
                "前を直すか、名簿に加えてください。"});
}

TEST_CASE("名前だけを指し、それができなければ全体を指す") {
    Plan plan = with_bodies("市（Ｘ課）", {"市"});
    Diagnostics diagnostics;
    check_plan(plan, diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics.front().at.begin == 1006);
    CHECK(diagnostics.front().at.end == 1012);

    std::get<Passage>(fields_of(plan.tree.units.front()).front()).text.at.end += 4; // as with &amp;
    diagnostics.clear();
    check_plan(plan, diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics.front().at.begin == 1000);
}

TEST_CASE("修正で書いた知らない名前は誤り、前からの名前は言わない") {
    const Plan before = with_bodies("甲課", {"市"}), after = with_bodies("甲課、乙課", {"市"});
    CHECK(
        amended(before, after, {0}) ==
        Lines{
            "エラー "
            "実施主体「乙課」は、計画の名簿（bodyNames）にありません。名前を直すか、名簿に加えてください。"});
}

TEST_CASE("名簿を改めたら、修正していない項目も見る") {
    const Plan before = with_bodies("福祉総務課", {"福祉総務課"}),
               after = with_bodies("福祉総務課", {"福祉政策課"});
    CHECK(amended(before, after, {}) == Lines{"エラー "
                                              "実施主体「福祉総務課」は、計画の名簿（bodyNames）にありません"
                                              "。名前を直すか、名簿に加えてください。"});
}

// ---- 前年度比 ----

TEST_CASE("前年度比には、前の列に値か言葉がいる") {
    CHECK(checked(with_field(goal_with({"―", "現状値", "前年度比５％増", "前年度比５％増"}))) == Lines{});
    CHECK(checked(with_field(goal_with({"100", "前年度比５％増", "前年比５％増", "―"}))) == Lines{});
    CHECK(checked(with_field(goal_with({"―", "前年度比５％増", "", "対前年度比＋３％"}))) ==
          Lines{"注意 「前年度比５％増」とありますが、比べる前の年の値がありません。確かめてください。",
                "注意 「対前年度比＋３％」とありますが、比べる前の年の値がありません。確かめてください。"});
}

TEST_CASE("決まった年との比は、前の年がなくてもよい") {
    CHECK(checked(with_field(goal_with({"―", "令和５年度比５％増", "R5比７％増", "現状値"}))) == Lines{});
}

TEST_CASE("一番前の年の前年度比には前がない") {
    Goal goal;
    goal.columns = {column(ColumnKind::note, "備考"), year(2024, "R6")};
    goal.rows = {{{}, {text("備考"), text("前年度比５％増")}}};
    CHECK(checked(with_field(goal)) ==
          Lines{"注意 「前年度比５％増」とありますが、比べる前の年の値がありません。確かめてください。"});
}

// ---- 目標値 ----

TEST_CASE("目標値は最後の年に付く") {
    Goal goal = goal_with({"1", "2", "3", "4"});
    goal.columns[3].note = text("目標値");
    CHECK(checked(with_field(goal)) == Lines{});
    goal.columns.push_back(column(ColumnKind::target, "最終目標"));
    CHECK(checked(with_field(goal)) == Lines{});
    goal.columns[3].note.reset();
    goal.columns[2].note = text("目標値");
    CHECK(checked(with_field(goal)) ==
          Lines{"注意 「R7」は最後の年ではありません。「目標値」は、最後の年「R8」に付けてください。"});
}

TEST_CASE("どの年にも目標とあるときと、中間目標は、誤りでない") {
    Goal goal = goal_with({"1", "2", "3", "4"});
    goal.columns[2].note = text("中間目標値");
    CHECK(checked(with_field(goal)) == Lines{});
    goal.columns[1].note = goal.columns[2].note = goal.columns[3].note = text("目標");
    CHECK(checked(with_field(goal)) == Lines{});
}

TEST_CASE("修正で年を加えたら、目標値も移す") {
    Goal goal = goal_with({"1", "2", "3", "4"});
    goal.columns[3].note = text("目標値");
    const Plan before = with_field(goal);
    goal.columns.push_back(year(2027, "R9"));
    goal.rows.front().values.push_back(text("5"));
    CHECK(amended(before, with_field(goal), {0}) ==
          Lines{"エラー 「R8」は最後の年ではありません。「目標値」は、最後の年「R9」に付けてください。"
                "修正の中に <column ref=\"R8\"><note/></column> と書くと、前の「目標値」を消せます。"});
}

// ---- values that run backwards ----

TEST_CASE("値が途中で戻れば、一つの行に一度だけ注意する") {
    const Lines expected = {
        "注意 値が「12校区」から「8校区」へ戻っています（R6→R7）。誤りでないか確かめてください。"};
    CHECK(checked(with_field(goal_with({"6校区", "12校区", "8校区", "約14校区"}))) == expected);
    CHECK(checked(with_field(goal_with({"120", "110", "118", "100以上"}))) ==
          Lines{"注意 値が「110」から「118」へ戻っています（R6→R7）。誤りでないか確かめてください。"});
}

TEST_CASE("同じ向きの値、単位の違う値、増減の値は比べない") {
    CHECK(checked(with_field(goal_with({"6校区", "6校区", "現状値確認", "10校区"}))) == Lines{});
    CHECK(checked(with_field(goal_with({"50件", "20％", "30％", "４０%"}))) == Lines{});
    CHECK(checked(with_field(goal_with({"―", "５％増", "３％増", "７％増"}))) == Lines{});
    CHECK(checked(with_field(goal_with({"5", "9", "3", "5"}))) == Lines{});
}

TEST_CASE("修正後に戻る値は注意にとどまる") {
    const Plan before = with_field(goal_with({"―", "6校区", "10校区", "10校区"}));
    const Plan after = with_field(goal_with({"―", "6校区", "4校区", "10校区"}));
    CHECK(amended(before, after, {0}) ==
          Lines{"注意 値が「6校区」から「4校区」へ戻っています（R6→R7）。誤りでないか確かめてください。"});
    CHECK(amended(after, after, {0}) == Lines{});
}

TEST_CASE("値の数が列の数と違っても見終える") {
    CHECK(checked(with_field(goal_with({"1"}))) == Lines{});
    CHECK(checked(with_field(goal_with({"1", "2", "3", "4", "前年度比５％増"}))) == Lines{});
    CHECK(checked(with_field(Goal{})) == Lines{});
}

// ---- all together ----

TEST_CASE("なくなった項目は見ない") {
    const Plan before = with_bodies("市", {"市"});
    Plan after = with_bodies("知らない課", {"市"});
    after.tree.top.clear();
    CHECK(amended(before, after, {0}) == Lines{});
}

} // namespace
} // namespace taisho
