#include "app/new_paper.h"

#include "app/load_paper.h"
#include "app/plan_file.h"
#include "app/write_file.h"
#include "model/write_paper.h"

#include <algorithm>
#include <iostream>
#include <system_error>

namespace taisho {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view starting_paper = R"(<?xml version="1.0" encoding="UTF-8"?>
<!--
  修正前・修正後の資料です。このまま作れます：　taisho build shiryo.xml
  この「＜！－－」と「－－＞」の間は心覚えで、印刷されません。
  書き方の説明は docs/input-format.md にあります。
-->
<amendmentPaper>
  <meta>
    <!-- 右上の囲みの番号。要らなければ、この行を消します。 -->
    <paperNumber>資料１</paperNumber>
    <!-- 会議のこと。PDF と Excel の「プロパティ」と、表紙に入ります。要らない行は消します。 -->
    <council round="第１回">○○審議会</council>
    <date iso="2024-08-01">令和６年８月１日（木）</date>
    <title>○○計画における業績目標の修正について</title>
    <department>○○課</department>
    <!-- ここに <cover/> と書くと表紙が、<contents/> と書くと目次が付きます。 -->
  </meta>

  <!-- いまの計画。修正前の文は、ここに一度だけ書きます。
       from と to は計画の期間。extract="yes" は、計画の一部だけを写したという印です。 -->
  <plan from="R6" to="R10" extract="yes">
    <title>○○計画</title>
    <!-- level は階層（基本目標、章など）。何段でも入れられます。id は、修正から指すための名前です。 -->
    <level id="1">
      <number>第１章　</number>
      <title>相談支援の充実</title>
      <item id="1-1">
        <number>（１）</number>
        <title>相談窓口の設置</title>
        <description>身近な地域で相談できる窓口を設けます。</description>
        <bodies label="●実施主体">市（福祉総務課）</bodies>
        <goal kind="output" label="●業績目標">
          <statement>相談窓口の設置数</statement>
          <columns>
            <column kind="baseline">現状値</column>
            <column>R6</column>
            <column>R7</column>
            <column>R8</column>
            <column>R9</column>
            <column>R10<note>目標値</note></column>
          </columns>
          <!-- 値は、列と同じ数だけ。値がないときは ― と書きます。 -->
          <row>
            <value>―</value>
            <value>2か所</value>
            <value>4か所</value>
            <value>6か所</value>
            <value>8か所</value>
            <value>10か所</value>
          </row>
        </goal>
      </item>
      <item id="1-2">
        <number>（２）</number>
        <title>相談員の養成</title>
        <description>地域の相談員を養成します。</description>
      </item>
    </level>
  </plan>

  <!-- 修正。変わるところだけを書きます。下線は、プログラムが引きます。 -->
  <amendments>
    <section>
      <number>１．</number>
      <title>業績目標を修正するもの</title>
      <revise item="1-1">
        <goal kind="output">
          <value column="R9">9か所</value>
          <value column="R10">12か所</value>
        </goal>
        <reason>設置が計画より早く進んでいるため。</reason>
      </revise>
    </section>

    <section>
      <number>２．</number>
      <title>項目を削除するもの</title>
      <delete item="1-2"/>
    </section>

    <!-- ほかの書き方：
      追加　<add level="1" after="1-1"><item id="1-3">…</item></add>
      移動　<move item="1-2" to="2"/>
      統合　<merge into="1-1"><from item="1-2"/></merge>
      改称　<rename from="福祉総務課" to="地域福祉課"/>
    -->
  </amendments>
</amendmentPaper>
)";

// Comments may not hold two hyphens.
std::string in_comment(std::string text) {
    for (std::size_t at = text.find("--"); at != std::string::npos; at = text.find("--", at))
        text.replace(at, 2, "－－");
    std::ranges::replace(text, '\n', ' ');
    return text;
}

// One line for each level and item, indented as they are nested.
std::string list_of_ids(const UnitTree& tree) {
    std::string list;
    for (const std::size_t index : reading_order(tree)) {
        const Unit& unit = tree.units[index];
        list.append(4 + 2 * path_of(tree, index).size(), ' ');
        list += in_comment((is_item(unit) ? "item=\"" : "level=\"") + unit.id.utf8 + "\"　" +
                           unit.heading.number.utf8 + unit.heading.title.utf8);
        list.push_back('\n');
    }
    return list;
}

// A first amendment that changes nothing, so that the paper can be built.
Section first_section(const UnitTree& tree) {
    const std::vector<std::size_t> order = reading_order(tree);
    const auto item =
        std::ranges::find_if(order, [&](std::size_t unit) { return is_item(tree.units[unit]); });
    const Unit& unit = tree.units[item != order.end() ? *item : order.front()];
    Unchanged unchanged{{unit.id, !is_item(unit)}, {}};
    return {{Text{"１．", {}}, Text{"計画を修正するもの", {}}}, {{std::move(unchanged), {}, {}}}};
}

std::string paper_for(const Plan& plan) {
    Paper paper;
    paper.number.utf8 = "資料１";
    paper.title.utf8 = plan.title.utf8 + "の修正について";
    paper.reference = PlanReference{Text{"plan.xml", {}}, plan.version, {}};
    paper.sections.push_back(first_section(plan.tree));
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<!--
  修正前・修正後の資料です。このまま作れます：　taisho build shiryo.xml
  計画は plan.xml にあり、修正前の文はそこから取られます。ここには、変わるところだけを書きます。
  書き方の説明は docs/input-format.md にあります。

  計画の階層と項目の id：
)" + list_of_ids(plan.tree) +
           R"(
  書き方の例（id は上から選びます）：
    修正　<revise item="…"><goal kind="output"><value column="R9">9か所</value></goal></revise>
    削除　<delete item="…"/>
    略　　<unchanged item="…"/>
-->
)" + dump(paper);
}

} // namespace

Outcome new_paper(const NewOptions& options) {
    Sources sources;
    Diagnostics diagnostics;
    const auto fail = [&](Outcome outcome) {
        return report(outcome, diagnostics, sources, options.language);
    };
    std::optional<LoadedPaper> loaded;
    if (!options.plan.empty()) {
        loaded = load_plan(options.plan, sources, diagnostics);
        if (loaded && !has_errors(diagnostics) && loaded->paper.plan.tree.top.empty())
            add_error(diagnostics, Code::empty_element, loaded->plan->at, {"plan"});
        if (!loaded || has_errors(diagnostics)) return fail(Outcome::bad_input);
    }
    std::error_code error;
    if (fs::exists(options.folder, error) && !fs::is_empty(options.folder, error)) {
        add_error(diagnostics, Code::folder_not_empty, {}, {options.folder.string()});
        return fail(Outcome::cannot_write);
    }
    fs::create_directories(options.folder, error);
    const fs::path paper = options.folder / "shiryo.xml", plan = options.folder / "plan.xml";
    bool good = true;
    if (loaded) {
        good = write_file(
            plan,
            plan_file(sources[loaded->plan_source], *loaded->plan, *loaded->plan, loaded->plan_is_root()),
            diagnostics);
    }
    good = good && write_file(paper, loaded ? paper_for(loaded->paper.plan) : starting_paper, diagnostics);
    if (!good) return fail(Outcome::cannot_write);
    if (loaded) std::cout << plan.string() << '\n';
    std::cout << paper.string() << '\n';
    return fail(Outcome::done);
}

} // namespace taisho
