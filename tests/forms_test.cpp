// The forms a house style gives to headings, numbers, legends and what does not change.

#include "document/compose.h"
#include "document/paper_numbers.h"
#include "small_papers.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

const std::string plan =
    "<level id='L'><number>【１】</number><title>目標</title>"
    "<item id='a'><number>①</number><title>相談</title><description>相談に応じます。</description></item>"
    "<item id='b'><number>②</number><title>居場所</title><description>居場所を作ります。</description></item>"
    "<item id='c'><number>③</number><title>研修</title><description>研修を行います。</description></item>"
    "</level>";
const std::string change_a = "<revise item='a'><description>６０件の相談に応じます。</description></revise>";

// The document without its title, each table as the number of its rows.
std::string outline(const std::string& amendments, const HouseStyle& style) {
    const Document document = compose(revisions_of(plan, amendments), style);
    std::string text;
    for (std::size_t i = 1; i < document.body.size(); ++i) {
        if (const auto* paragraph = std::get_if<Paragraph>(&document.body[i].content))
            text +=
                (paragraph->level > 0 ? std::to_string(paragraph->level) + " " : "") + paragraph->text + "\n";
        else
            text += "表" + std::to_string(std::get<Table>(document.body[i].content).rows.size()) + "行\n";
    }
    return text;
}

HouseStyle by_year(void (*change)(HouseStyle&)) {
    HouseStyle style = style_named("by-year");
    change(style);
    return style;
}

TEST_CASE("節の番号は、資料のままか、様式の形になる") {
    struct Case {
        NumberForm form;
        std::string first, eleventh;
    };
    const std::vector<Case> cases = {
        {NumberForm::ordinal, "第１　", "第１１　"},
        {NumberForm::digit, "１　", "１１　"},
        {NumberForm::digit_stop, "１．", "１１．"},
        {NumberForm::brackets, "(1)　", "(11)　"},
        {NumberForm::wide_brackets, "（１）", "（１１）"},
        {NumberForm::kana, "ア　", "サ　"},
        {NumberForm::kana_brackets, "(ア)　", "(サ)　"},
        {NumberForm::circled, "①　", "⑪　"},
        {NumberForm::none, "", ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.first);
        CHECK(number_text(one.form, 1, DigitWidth::as_written) == one.first);
        CHECK(number_text(one.form, 11, DigitWidth::as_written) == one.eleventh);
    }
    CHECK(number_text(NumberForm::circled, 51, DigitWidth::as_written) == "(51)　");
    CHECK(number_text(NumberForm::ordinal, 11, DigitWidth::mixed) == "第11　");
    CHECK(number_text(NumberForm::ordinal, 1, DigitWidth::mixed) == "第１　");
    CHECK(number_text(NumberForm::brackets, 1, DigitWidth::full) == "(１)　");
}

TEST_CASE("節の番号の形を変えても、題と中身は変わらない") {
    const HouseStyle style = by_year([](HouseStyle& s) { s.numbering.sections = NumberForm::ordinal; });
    CHECK(outline(change_a, style) == "1 第１　修正\n2 【１】目標\n3 ①相談\n（下線部分は修正部分）\n表2行\n");
}

TEST_CASE("修正ごとの番号は、節ごとに一から付き、略すものには付かない") {
    const HouseStyle style = by_year([](HouseStyle& s) { s.numbering.amendments = NumberForm::brackets; });
    CHECK(outline(change_a + "<unchanged item='b'/><delete item='c'/>", style) ==
          "1 １．修正\n2 【１】目標\n3 (1)　①相談\n（下線部分は修正部分）\n表2行\n3 ②居場所　（略）\n3 "
          "(2)　③研修\n表2行\n");
}

TEST_CASE("見出しを一行に並べると、階層は項目の前に立つ") {
    const HouseStyle style = by_year([](HouseStyle& s) { s.comparison.headings = PathForm::line; });
    CHECK(outline(change_a + "<unchanged item='b' through='c'/>", style) ==
          "1 １．修正\n2 【１】目標　＞　①相談\n（下線部分は修正部分）\n表2行\n2 "
          "【１】目標　＞　②～③　（略）\n");
}

TEST_CASE("変わらないものは、まとめて略すか、一つずつ略すか、出さないか、全部を出す") {
    const std::string amendments = change_a + "<unchanged item='b' through='c'/>";
    const std::string lead = "1 １．修正\n2 【１】目標\n3 ①相談\n（下線部分は修正部分）\n表2行\n";
    const auto form = [](UnchangedForm unchanged, UnchangedRuns runs) {
        HouseStyle style = style_named("by-year");
        style.comparison.unchanged = unchanged, style.comparison.runs = runs;
        return style;
    };
    CHECK(outline(amendments, form(UnchangedForm::word, UnchangedRuns::joined)) == lead + "3 ②～③　（略）\n");
    CHECK(outline(amendments, form(UnchangedForm::word, UnchangedRuns::each)) ==
          lead + "3 ②居場所　（略）\n3 ③研修　（略）\n");
    CHECK(outline(amendments, form(UnchangedForm::omit, UnchangedRuns::joined)) == lead);
    CHECK(outline(amendments, form(UnchangedForm::full, UnchangedRuns::joined)) ==
          lead + "3 ②居場所\n表2行\n3 ③研修\n表2行\n");
}

TEST_CASE("変わらない階層の全部を出すと、その下の項目も出る") {
    const HouseStyle style = by_year([](HouseStyle& s) { s.comparison.unchanged = UnchangedForm::full; });
    const std::string more =
        "<level id='M'><number>【２】</number><title>ほか</title><item id='d'><number>①</number>"
        "<title>情報</title><description>情報を出します。</description></item></level>";
    const Document document = compose(revisions_of(plan + more, change_a + "<unchanged level='M'/>"), style);
    const std::vector<std::string> texts = texts_of(document);
    CHECK(std::ranges::count(texts, "①情報") == 1);
    CHECK(std::ranges::count(texts, "情報を出します。") == 2);
}

TEST_CASE("下線の説明は、初めの表の上か、終わりの表の下に一度だけ出る") {
    const HouseStyle style = by_year([](HouseStyle& s) { s.comparison.legend = LegendPlace::below; });
    CHECK(outline(change_a + "<delete item='c'/>", style) ==
          "1 １．修正\n2 【１】目標\n3 ①相談\n表2行\n3 ③研修\n表2行\n（下線部分は修正部分）\n");
}

TEST_CASE("数字の幅は、資料が付ける数だけに当たり、求めれば文にも当たる") {
    const auto texts = [&](bool in_text) {
        HouseStyle style = style_named("by-year");
        style.numbering.digits = DigitWidth::half, style.numbering.in_text = in_text;
        return texts_of(compose(revisions_of(plan, change_a), style));
    };
    CHECK(std::ranges::count(texts(false), "1．修正") == 1);
    CHECK(std::ranges::count(texts(false), "６０件の相談に応じます。") == 1);
    CHECK(std::ranges::count(texts(true), "60件の相談に応じます。") == 1);
}

TEST_CASE("文の数字の幅を変えても、印は同じ言葉に付く") {
    HouseStyle style = style_named("by-year");
    style.numbering.digits = DigitWidth::half, style.numbering.in_text = true;
    const std::string text = dump(compose(revisions_of(plan, change_a), style));
    CHECK(text.find("data _60件の_相談に応じます。\n") != std::string::npos);
}

TEST_CASE("節ごとに並べ方を変えられる") {
    const std::string file =
        "<amendmentPaper><meta><title>計画の修正</title></meta><plan>" + plan +
        "</plan><amendments><section><number>１．</number><title>一</title>" + change_a +
        "</section><section arrangement='stacked'><number>２．</number><title>二</title><delete item='c'/>"
        "</section></amendments></amendmentPaper>";
    const Paper paper = read(file);
    CHECK(paper.sections[1].arrangement.utf8 == "stacked");
    Diagnostics diagnostics;
    const std::vector<std::string> texts =
        texts_of(compose(revise(paper, diagnostics), style_named("by-year")));
    CHECK(std::ranges::count(texts, "修正前") == 1);
    CHECK(std::ranges::count(texts, "【修正前】") == 1);
    CHECK(slips("<amendmentPaper><meta><title>計画の修正</title></meta><plan>" + plan +
                "</plan><amendments><section arrangement='stackd'><title>一</title>" + change_a +
                "</section></amendments></amendmentPaper>") ==
          "T211 arrangement に「stackd」は使えません。もしかして「stacked」ですか。使えるもの：by-year, "
          "side-by-side, "
          "stacked, list\n");
}

} // namespace
} // namespace taisho::test
