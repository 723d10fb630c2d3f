#include "style/switch_values.h"

#include <algorithm>

// What the office calls things.

namespace taisho {
namespace {

template <std::string Words::*member>
std::string& word_of(HouseStyle& style) {
    return style.words.*member;
}

} // namespace

std::vector<Switch> word_switches() {
    using Word = WordValue<HouseStyle>;
    constexpr Given always = Given::always, optional = Given::optional;
    return {
        {"words", "title", Word{word_of<&Words::title>, {"{}"}}, optional, "資料の題名。{} に題名が入る",
         "title of the paper; {} is the title"},
        {"words", "before", Word{word_of<&Words::before>, {}, "修正前, 改正前, 現行, 旧"}, always,
         "修正前の側の名前", "name of the side before"},
        {"words", "after", Word{word_of<&Words::after>, {}, "修正後, 改正後, 改正案, 新"}, always,
         "修正後の側の名前", "name of the side after"},
        {"words", "sideHeading", Word{word_of<&Words::side_heading>, {"{}"}, "{}, 【{}】"}, optional,
         "その側のものを下に並べるときの、側の見出し（上下の様式）。{} に側の名前が入る",
         "heading of a side that stands below it (stacked); {} is its name"},
        {"words", "number", Word{word_of<&Words::number>}, always, "番号が変わるときの行の名前",
         "row of a number that changes"},
        {"words", "name", Word{word_of<&Words::name>}, always, "名前が変わるときの行の名前",
         "row of a name that changes"},
        {"words", "place", Word{word_of<&Words::place>}, always, "移した項目の、上の階層を示す行の名前",
         "row of the levels above what moves"},
        {"words", "statement", Word{word_of<&Words::statement>}, always, "指標の行の名前",
         "row of what a goal measures"},
        {"words", "description", Word{word_of<&Words::description>}, always,
         "見出しのない説明の行と、全部を略す行の名前", "row of a description without a label"},
        {"words", "bodies", Word{word_of<&Words::bodies>}, always, "見出しのない実施主体の行の名前",
         "row of bodies without a label"},
        {"words", "footnote", Word{word_of<&Words::footnote>}, always, "印のない注の行の名前",
         "row of a footnote without a mark"},
        {"words", "table", Word{word_of<&Words::table>}, always, "見出しのない表の呼び名",
         "a table without a label"},
        {"words", "rest", Word{word_of<&Words::rest>}, always,
         "移した項目の、変わらない内容をまとめて略す行の名前", "row of all that is left out of what moves"},
        {"words", "reason", Word{word_of<&Words::reason>}, always, "一つの文や目標の理由",
         "reason of a text or goal"},
        {"words", "amendmentReason", Word{word_of<&Words::amendment_reason>}, always,
         "修正全体の理由。一覧では理由の列の名前", "reason of the amendment; head of that column in a list"},
        {"words", "opinions", Word{word_of<&Words::opinions>}, always, "もとになった意見の番号",
         "numbers of opinions"},
        {"words", "remark", Word{word_of<&Words::remark>}, always, "備考", "remark"},
        {"words", "notes", Word{word_of<&Words::notes>}, optional,
         "理由や備考を置く列の名前（notes=\"column\" のとき）", "head of the column of notes"},
        {"words", "deleted", Word{word_of<&Words::deleted>}, always, "なくなったものの、修正後の側",
         "in place of what is gone"},
        {"words", "added", Word{word_of<&Words::added>}, always, "加わったものの、修正前の側",
         "in place of what is new"},
        {"words", "merged", Word{word_of<&Words::merged>, {"{}"}}, always,
         "統合された項目の、修正後の側。{} に統合先の番号と名前が入る", "of an item that was merged into {}"},
        {"words", "split", Word{word_of<&Words::split>, {"{}"}}, always,
         "分割でできた項目の、修正前の側。{} に元の項目の番号と名前が入る",
         "of an item that was split from {}"},
        {"words", "omitted", Word{word_of<&Words::omitted>}, always, "変わらないものを略す言葉",
         "for what does not change"},
        {"words", "through", Word{word_of<&Words::through>}, always, "続けて略す番号の、初めと終わりの間",
         "between the ends of a run"},
        {"words", "corrected", Word{word_of<&Words::corrected>}, always, "誤記の訂正をした項目の、見出しの後",
         "behind the heading of a correction"},
        {"words", "moved", Word{word_of<&Words::moved>}, always, "移った項目や階層の、見出しの後",
         "behind the heading of what moved"},
        {"words", "renumbered", Word{word_of<&Words::renumbered>}, always,
         "番号だけが変わる項目の、見出しの後", "behind the heading of what was renumbered"},
        {"words", "page", Word{word_of<&Words::page>, {"{}"}}, always,
         "計画書でのページ。見出しの後。{} にページが入る", "page of the plan, behind a heading"},
        {"words", "pages", Word{word_of<&Words::pages>}, always, "そのページが変わるときの行の名前",
         "row of a page that changes"},
        {"words", "rename", Word{word_of<&Words::rename>, {"{from}", "{to}", "{count}"}}, always,
         "言葉を改めるときの一文。{from} に前の言葉、{to} に後の言葉、{count} に数が入る",
         "sentence for words that are exchanged"},
        {"words", "renamedAt", Word{word_of<&Words::renamed_at>}, always,
         "箇所の列の名前（言葉を改める表と、一覧）", "head of the column of places"},
        {"words", "renamedField", Word{word_of<&Words::renamed_field>}, always,
         "項目の列の名前（言葉を改める表と、一覧）", "head of the column of fields"},
        {"words", "renamedCount", Word{word_of<&Words::renamed_count>}, always,
         "数の列の名前（言葉を改める表）", "head of the column of counts"},
        {"words", "heading", Word{word_of<&Words::heading>}, always,
         "言葉を改める表で、見出しの中にあったとき", "found in a heading"},
        {"words", "plan", Word{word_of<&Words::plan>}, always,
         "項目の外（計画の名前や実施主体の名簿）にあったとき", "found outside of items"},
        {"words", "continued", Word{word_of<&Words::continued>}, always,
         "項目の途中でページが変わったとき、次のページの頭に繰り返す見出しに付ける言葉",
         "behind headings that are said again on a later page"},
        {"words", "legend", Word{word_of<&Words::legend>}, always, "下線の説明", "the legend"},
        {"words", "ordinal", Word{word_of<&Words::ordinal>}, optional, "一覧の、番号の列の名前",
         "head of the column of numbers in a list"},
        {"words", "path", Word{word_of<&Words::path>}, optional,
         "見出しを一行に並べるときの、間（headings=\"line\" のとき）", "between headings in one line"},
    };
}

std::string fill(std::string_view word, std::span<const Filling> fillings) {
    std::string text;
    while (!word.empty()) {
        const auto here = std::ranges::find_if(
            fillings, [&](const Filling& filling) { return word.starts_with(filling.place); });
        if (here == fillings.end()) {
            text.push_back(word.front()), word.remove_prefix(1);
        } else {
            text += here->text, word.remove_prefix(here->place.size());
        }
    }
    return text;
}

} // namespace taisho
