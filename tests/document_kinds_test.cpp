// What is shown of each kind of amendment, from revisions made by hand.

#include "document/compose.h"
#include "hand_revisions.h"
#include "support.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace taisho::test {
namespace {

using namespace by_hand;

// The document of one section, without its title and the heading of the section.
std::string shown(std::vector<Change> changes, std::string_view style) {
    const std::string text = dump(compose(paper(std::move(changes)), style_named(style)));
    const std::string lead = "heading 1 keep: １．修正\n";
    return text.substr(text.find(lead) + lead.size());
}

// The same without what stands above every table of years.
std::string rows_of(std::vector<Change> changes) {
    const std::string text = shown(std::move(changes), "by-year");
    const std::string lead = "        column-header 修正後\n";
    return text.substr(text.find(lead) + lead.size());
}

// What stands from 【修正前】 on.
std::string sides_of(std::vector<Change> changes) {
    const std::string text = shown(std::move(changes), "stacked");
    return text.substr(text.find("  [0] label keep: 【修正前】"));
}

PassagePair bodies(std::string_view before, std::string_view after) {
    return passage(PassageKind::bodies, same("●実施主体"), both(before, after));
}
PassagePair description(std::string_view text) { return passage(PassageKind::description, {}, same(text)); }
GoalPair unchanged_goal() { return goal(same("●成果目標"), same("割合"), {{same("R6"), same("5割")}}); }

Revision revised(std::vector<FieldPair> fields) {
    return revision(RevisionKind::revised, "①", "拠点", std::move(fields));
}

// ---- revised ----

TEST_CASE("変わらない目標は、名前と（略）だけになる") {
    const Change change = revised({bodies("市（一課）", "市（二課）"), unchanged_goal()});
    CHECK(rows_of({change}) == "      row\n"
                               "        row-header ●実施主体\n"
                               "        data 市（_一課_）\n"
                               "        data 市（_二課_）\n"
                               "      row\n"
                               "        band columns 3 ●成果目標　（略）\n");
    CHECK(sides_of({change}) == "  [0] label keep: 【修正前】\n"
                                "  [0] label keep: ●実施主体\n"
                                "  [0] body: 市（_一課_）\n"
                                "  [0] label: ●成果目標　（略）\n"
                                "  [0] label keep: 【修正後】\n"
                                "  [0] label keep: ●実施主体\n"
                                "  [0] body: 市（_二課_）\n"
                                "  [0] label: ●成果目標　（略）\n");
}

TEST_CASE("変わる目標のそばでは、変わらない目標も見比べるために並ぶ") {
    const GoalPair changed = goal(same("●業績目標"), {}, {{same("R6"), both("1件", "2件")}});
    CHECK(rows_of({revised({changed, unchanged_goal()})})
              .ends_with("        band columns 3 ●成果目標\n"
                         "      row\n"
                         "        row-header 指標\n"
                         "        data 割合\n"
                         "        data 割合\n"
                         "      row\n"
                         "        row-header R6\n"
                         "        data 5割\n"
                         "        data 5割\n"));
}

TEST_CASE("番号と名称が変われば、それぞれの行に両側が立つ") {
    Revision change = revised({});
    change.number = both("①", "②"), change.title = both("拠点", "居場所");
    CHECK(rows_of({change}) == "      row\n"
                               "        row-header 番号\n"
                               "        data _①_\n"
                               "        data _②_\n"
                               "      row\n"
                               "        row-header 名称\n"
                               "        data _拠点_\n"
                               "        data _居場所_\n");
    CHECK(sides_of({change}) == "  [0] label keep: 【修正前】\n"
                                "  [0] body: 番号　_①_\n"
                                "  [0] body: 名称　_拠点_\n"
                                "  [0] label keep: 【修正後】\n"
                                "  [0] body: 番号　_②_\n"
                                "  [0] body: 名称　_居場所_\n");
}

TEST_CASE("理由はその欄のすぐ下に、修正理由と意見と備考は終わりに立つ") {
    PassagePair field = bodies("一課", "二課");
    field.reason = words("改称のため。");
    Revision change = revised({field});
    change.annotations = {words("見直しによる。"), {words("3"), words("17")}, {words("甲"), words("乙")}};
    CHECK(rows_of({change}) == "      row\n"
                               "        row-header ●実施主体\n"
                               "        data _一課_\n"
                               "        data _二課_\n"
                               "      row\n"
                               "        row-header 理由\n"
                               "        data columns 2 改称のため。\n"
                               "      row\n"
                               "        row-header 修正理由\n"
                               "        data columns 2 見直しによる。\n"
                               "      row\n"
                               "        row-header 意見番号\n"
                               "        data columns 2 3、17\n"
                               "      row\n"
                               "        row-header 備考\n"
                               "        data columns 2 甲 / 乙\n");
    CHECK(sides_of({change}) == "  [0] label keep: 【修正前】\n"
                                "  [0] label keep: ●実施主体\n"
                                "  [0] body: _一課_\n"
                                "  [0] label keep: 【修正後】\n"
                                "  [0] label keep: ●実施主体\n"
                                "  [0] body keep: _二課_\n"
                                "  [0] note keep: 理由　改称のため。\n"
                                "  [0] note keep: 修正理由　見直しによる。\n"
                                "  [0] note keep: 意見番号　3、17\n"
                                "  [0] note keep: 備考　甲\n"
                                "  [0] note: 備考　乙\n");
}

TEST_CASE("列の追加と削除は、その年の行で示す") {
    const Change change = revised({goal(same("●業績目標"), {},
                                        {{gone("R6"), gone("1件")},
                                         {same("R7"), same("2件")},
                                         {new_text("R8"), new_text("3件")},
                                         {new_text("R9"), new_text("4件")}})});
    CHECK(rows_of({change}) == "      row\n"
                               "        band columns 3 ●業績目標\n"
                               "      row\n"
                               "        row-header _R6_\n"
                               "        data _1件_\n"
                               "        data （削除）\n"
                               "      row\n"
                               "        row-header R7\n"
                               "        data 2件\n"
                               "        data 2件\n"
                               "      row\n"
                               "        row-header _R8_\n"
                               "        data rows 2 （新設）\n"
                               "        data _3件_\n"
                               "      row\n"
                               "        row-header _R9_\n"
                               "        data _4件_\n");
}

TEST_CASE("目標が加われば、ない側がそう言う") {
    const Change change =
        revised({goal(new_text("●業績目標"), new_text("件数"),
                      {{new_text("R6"), new_text("―")}, {new_text("R7"), new_text("2件")}})});
    CHECK(rows_of({change}) == "      row\n"
                               "        band columns 3 ●業績目標\n"
                               "      row\n"
                               "        row-header 指標\n"
                               "        data rows 3 （新設）\n"
                               "        data _件数_\n"
                               "      row\n"
                               "        row-header R6\n"
                               "        data ―\n"
                               "      row\n"
                               "        row-header R7\n"
                               "        data _2件_\n");
    CHECK(sides_of({change}).starts_with("  [0] label keep: 【修正前】\n"
                                         "  [0] label: ●業績目標　（新設）\n"
                                         "  [0] label keep: 【修正後】\n"
                                         "  [0] label keep: ●業績目標\n"));
}

TEST_CASE("変わらない注は表の下に、変わる注は表の中に立つ") {
    const PassagePair same_note = passage(PassageKind::footnote, same("※１"), same("区域は告示による。"));
    const PassagePair new_note = passage(PassageKind::footnote, same("※２"), both("前年度", "前々年度"));
    CHECK(rows_of({revised({same_note, new_note})}) == "      row\n"
                                                       "        row-header ※２\n"
                                                       "        data _前年度_\n"
                                                       "        data _前々年度_\n"
                                                       "  [0] footnote: ※１　区域は告示による。\n");
}

// ---- headings ----

std::string heading_of(const Revision& change) {
    const std::string text = shown({change}, "by-year");
    return text.substr(0, text.find('\n') + 1);
}

TEST_CASE("計画書のページと誤記訂正は、見出しの後に立つ") {
    Revision change = revision(RevisionKind::corrected, "①", "拠点", {bodies("一課", "二課")});
    change.page = words("32～33");
    CHECK(heading_of(change) == "  [0] heading 2 keep: ①拠点（誤記訂正）（計画書32～33ページ）\n");
}

TEST_CASE("ページの言葉が空なら、ページは出ない") {
    HouseStyle style = style_named("by-year");
    style.words.page.clear();
    Revision change = revised({bodies("一課", "二課")});
    change.page = words("32");
    CHECK(dump(compose(paper({change}), style)).find("32") == std::string::npos);
}

TEST_CASE("変わらない項目は一行で、続けば番号だけになる") {
    Revision run = revision(RevisionKind::unchanged, "（２） ", "教育", {});
    run.through = heading("（４） ", "医療");
    const Revision one = revision(RevisionKind::unchanged, "（５） ", "防災", {});
    CHECK(shown({run, one}, "by-year") == "  [0] heading 2: （２）～（４）　（略）\n"
                                          "  [1] heading 2: （５） 防災　（略）\n");
}

TEST_CASE("階層の見出しは、その中の項目の上に一度だけ立つ") {
    Revision level = revision(RevisionKind::deleted, "（１）", "防犯", {});
    level.item = false;
    Revision item = revision(RevisionKind::deleted, "①", "防犯灯", {});
    item.path = {level.heading};
    const std::string text = shown({level, item}, "stacked");
    CHECK(text == "  [0] heading 2 keep: （１）防犯\n"
                  "  [0] label keep: （下線部分は修正部分）\n"
                  "  [0] label keep: 【修正前】\n"
                  "  [0] body: 名称　_防犯_\n"
                  "  [0] label keep: 【修正後】\n"
                  "  [0] mark: （削除）\n"
                  "  [1] heading 3 keep: ①防犯灯\n"
                  "  [1] label keep: 【修正前】\n"
                  "  [1] body: 名称　_防犯灯_\n"
                  "  [1] label keep: 【修正後】\n"
                  "  [1] mark: （削除）\n");
}

// ---- moved, renumbered ----

TEST_CASE("移動は位置を並べ、変わらない内容を略す") {
    Revision change = revision(RevisionKind::moved, "①", "拠点", {description("文"), unchanged_goal()});
    change.place = both("教育", "医療");
    CHECK(rows_of({change}) == "      row\n"
                               "        row-header 位置\n"
                               "        data _教育_\n"
                               "        data _医療_\n"
                               "      row\n"
                               "        row-header 内容\n"
                               "        data （略）\n"
                               "        data （略）\n");
    CHECK(sides_of({change}) == "  [0] label keep: 【修正前】\n"
                                "  [0] body: 位置　_教育_\n"
                                "  [0] mark: （略）\n"
                                "  [0] label keep: 【修正後】\n"
                                "  [0] body: 位置　_医療_\n"
                                "  [0] mark: （略）\n");
}

TEST_CASE("移動とともに変わる文があれば、残りはその他として略す") {
    Revision change = revision(RevisionKind::moved, "①", "拠点", {description("文"), bodies("一課", "二課")});
    change.place = both("教育", "医療");
    CHECK(rows_of({change}).ends_with("        row-header ●実施主体\n"
                                      "        data _一課_\n"
                                      "        data _二課_\n"
                                      "      row\n"
                                      "        row-header その他\n"
                                      "        data （略）\n"
                                      "        data （略）\n"));
}

TEST_CASE("番号だけが変わる項目は、続く限り一つの表になる") {
    std::vector<Change> changes;
    for (const auto& [before, after] : {std::pair("③", "②"), std::pair("④", "③")}) {
        Revision change = revision(RevisionKind::renumbered, before, "拠点", {});
        change.number = both(before, after);
        changes.emplace_back(std::move(change));
    }
    CHECK(heading_of(std::get<Revision>(changes[0])) == "  [0] heading 2 keep: ③拠点（番号の変更）\n");
    CHECK(shown(changes, "by-year").starts_with("  [0] heading 2 keep: ③～④（番号の変更）\n"));
    CHECK(rows_of(changes) == "      row\n"
                              "        row-header 番号\n"
                              "        data _③_拠点　（略）\n"
                              "        data _②_拠点　（略）\n"
                              "      row\n"
                              "        row-header 番号\n"
                              "        data _④_拠点　（略）\n"
                              "        data _③_拠点　（略）\n");
}

// ---- merged, split ----

TEST_CASE("統合された項目は、統合先を一つの欄で言う") {
    Revision change = revision(RevisionKind::merged, "②", "広報",
                               {passage(PassageKind::description, {}, gone("知らせます。")),
                                passage(PassageKind::bodies, gone("●実施主体"), gone("市"))});
    change.other = heading("①", "情報");
    CHECK(rows_of({change}) == "      row\n"
                               "        row-header 内容\n"
                               "        data _知らせます。_\n"
                               "        data rows 2 （①情報に統合）\n"
                               "      row\n"
                               "        row-header ●実施主体\n"
                               "        data _市_\n");
    CHECK(sides_of({change}).ends_with("  [0] label keep: 【修正後】\n"
                                       "  [0] mark: （①情報に統合）\n"));
}

TEST_CASE("分割でできた項目は、元の項目を言う") {
    Revision change = revision(RevisionKind::split, "②", "広報",
                               {passage(PassageKind::description, {}, new_text("知らせます。"))});
    change.other = heading("①", "{}の情報"); // what is filled in is not filled in again
    CHECK(rows_of({change}).find("        data （①{}の情報から分割）\n") != std::string::npos);
}

// ---- renaming ----

TEST_CASE("言葉の改めは、一文と箇所の表になる") {
    const std::vector<Heading> path = {heading("【１】", "目標"), heading("（２） ", "教育")};
    Renaming renaming{words("一課"), words("二課"), {}, {words("改組による。"), {}, {}}};
    const auto labelled = [](std::string_view label) {
        return Field{Passage{PassageKind::bodies, words(label), words("二課"), {}}};
    };
    renaming.places = {{{}, {}, labelled("実施主体の名簿"), 1},
                       {path, heading("①", "拠点"), labelled("●実施主体"), 1},
                       {path, heading("①", "拠点"), labelled("●業績目標"), 2},
                       {path, heading("②", "一課の仕事"), std::nullopt, 1}};
    const std::string wanted = "  [0] heading 2 keep: 「一課」を「二課」に改める。（5か所）\n"
                               "  [0] table, 3 columns, 1 header rows\n"
                               "      row\n"
                               "        column-header 箇所\n"
                               "        column-header 項目\n"
                               "        column-header 数\n"
                               "      row\n"
                               "        row-header 計画全体\n"
                               "        data 実施主体の名簿\n"
                               "        data 1\n"
                               "      row\n"
                               "        band columns 3 【１】目標　（２） 教育\n"
                               "      row\n"
                               "        row-header rows 2 ①拠点\n"
                               "        data ●実施主体\n"
                               "        data 1\n"
                               "      row\n"
                               "        data ●業績目標\n"
                               "        data 2\n"
                               "      row\n"
                               "        row-header ②一課の仕事\n"
                               "        data 見出し\n"
                               "        data 1\n"
                               "  [0] note: 修正理由　改組による。\n";
    CHECK(shown({renaming}, "by-year") == wanted);
    CHECK(shown({renaming}, "stacked") == wanted);
}

} // namespace
} // namespace taisho::test
