#include "style/switches.h"

#include "style/switch_values.h"

#include <algorithm>
#include <array>

namespace taisho {
namespace {

constexpr Given always = Given::always, optional = Given::optional;

constexpr std::string_view arrangements[] = {"by-year", "side-by-side", "stacked", "list"};
constexpr std::string_view families[] = {"mincho", "gothic"};
constexpr std::string_view aligns[] = {"start", "center", "end", "justify", "distribute", "decimal"};

std::vector<Switch> all_switches() {
    std::vector<Switch> all = {
        {"houseStyle", "arrangement",
         choice<HouseStyle>(
             arrangements, [](HouseStyle & s) -> auto& { return s.arrangement; }),
         always, "並べ方。by-year は年ごと、side-by-side は年の表を左右、stacked は上下、list は一覧",
         "the arrangement"}};
    for (const auto& part : {page_switches(), comparison_switches()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

std::span<const std::string_view> arrangement_names() { return arrangements; }

std::optional<Arrangement> arrangement_named(std::string_view word) {
    const auto found = std::ranges::find(arrangements, word);
    if (found == std::end(arrangements)) return std::nullopt;
    return static_cast<Arrangement>(found - std::begin(arrangements));
}

std::span<const Switch> switches() {
    static const std::vector<Switch> all = all_switches();
    return all;
}

std::span<const RoleSwitch> role_switches() {
    using Style = ParagraphStyle;
    static const std::vector<RoleSwitch> all = {
        {"role", "font",
         choice<Style>(
             families, [](Style & s) -> auto& { return s.family; }),
         always, "書体。mincho は明朝体、gothic はゴシック体", "the family of fonts"},
        {"role", "size", LengthValue<Style>{pt(5), pt(72), [](Style& s) -> Length& { return s.size; }},
         always, "文字の大きさ", "size of the text"},
        {"role", "pitch", LengthValue<Style>{pt(5), pt(200), [](Style& s) -> Length& { return s.pitch; }},
         always, "行送り。PDF だけのもの", "from line to line, in the PDF"},
        {"role", "align",
         choice<Style>(
             aligns, [](Style & s) -> auto& { return s.align; }),
         always, "そろえ方。start は左、end は右、justify は両端、distribute は均等割付、decimal は小数点",
         "alignment"},
        {"role", "spread", LengthValue<Style>{pt(0), pt(1000), [](Style& s) -> Length& { return s.spread; }},
         optional, "distribute で文字を割り付ける幅。0pt は置く場所いっぱい",
         "width over which distribute spreads a text; 0pt: all there is"},
        {"role", "indent", LengthValue<Style>{pt(0), pt(200), [](Style& s) -> Length& { return s.indent; }},
         always, "全部の行の字下げ", "indent of all lines"},
        {"role", "before",
         LengthValue<Style>{pt(0), pt(200), [](Style& s) -> Length& { return s.space_before; }}, always,
         "前の空き", "white space before"},
        {"role", "after",
         LengthValue<Style>{pt(0), pt(200), [](Style& s) -> Length& { return s.space_after; }}, always,
         "後ろの空き", "white space after"},
    };
    return all;
}

std::span<const StyleElement> style_elements() {
    static constexpr StyleElement all[] = {
        {"houseStyle", always, "様式の全体", "the whole style"},
        {"title", always, "この様式が何かを、一行で。印刷されない", "what the style is, in one line"},
        {"paper", always, "用紙と余白", "paper and margins"},
        {"grid", optional, "字数と行数", "characters and lines of a page"},
        {"pageNumber", always, "ページ番号", "page numbers"},
        {"paperNumber", always, "資料番号。一ページ目だけに出る", "the paper's number, on the first page"},
        {"head", optional, "ページの上の言葉", "the line at the head of pages"},
        {"foot", optional, "ページの下の言葉", "the line at the foot of pages"},
        {"stamp", optional, "「案」のような印", "a stamp"},
        {"table", always, "表の罫線と地の色", "rules and grounds of tables"},
        {"comparison", optional, "何をどう並べるか", "what is compared, and how"},
        {"mark", optional, "変わるところの印", "how changes are marked"},
        {"numbering", optional, "資料が付ける番号", "numbers that the paper gives"},
        {"typesetting", optional, "組み方", "typesetting"},
        {"sheet", always, "Excel の書体と画面", "fonts and screen of the workbook"},
        {"words", always, "言葉", "words"},
        {"spoken", optional, "読み上げる言葉。紙には出ない", "what is read aloud"},
        {"cover", optional, "表紙", "the cover"},
        {"contents", optional, "目次", "the contents"},
        {"role", always, "文字の役割ごとの、書体、大きさ、間隔", "the look of each role of a text"},
    };
    return all;
}

std::span<const RoleMeaning> role_meanings() {
    static constexpr std::array<RoleMeaning, role_count> all = {{
        {Role::title, "title", "資料の題名", "title of the paper"},
        {Role::section, "section", "節の見出し「１．業績目標及び成果目標を修正するもの」",
         "headings of sections"},
        {Role::level, "level", "階層の見出し（【４】、（５））", "headings of levels"},
        {Role::item, "item", "項目の見出し（①）", "headings of items"},
        {Role::body, "body", "説明など、表の外の文", "texts outside tables"},
        {Role::field_label, "fieldLabel", "文の前の言葉（●実施主体）", "labels of texts"},
        {Role::statement, "statement", "表の上に置く指標の文", "what a goal measures, above its table"},
        {Role::side_label, "sideLabel", "表の見出しの、修正前と修正後",
         "names of the sides at the head of tables"},
        {Role::legend, "legend", "（下線部分は修正部分）", "the legend"},
        {Role::column_header, "columnHeader", "表の一番上の欄", "heads of columns"},
        {Role::row_header, "rowHeader", "表の左端の欄", "heads of rows"},
        {Role::band, "band", "表を横切る見出し（●業績目標）", "labels across tables"},
        {Role::cell, "cell", "値の欄", "values"},
        {Role::mark, "mark", "表の中の（削除）（新設）", "（削除） and the like in tables"},
        {Role::note, "note", "表の下に置く理由や備考", "reasons and remarks below tables"},
        {Role::footnote, "footnote", "表の外に置く注（※）", "footnotes"},
        {Role::contents_title, "contentsTitle", "目次の題。省くと section と同じで、中央",
         "title of the contents"},
        {Role::contents, "contents", "目次の行。省くと body と同じで、左", "lines of the contents"},
        {Role::cover_meeting, "coverMeeting", "表紙の会議の名前。省くと title と同じ",
         "the meeting on the cover"},
        {Role::cover_title, "coverTitle", "表紙の題名。省くと title より大きく、上下を空ける",
         "the title on the cover"},
        {Role::cover_fact, "coverFact", "表紙の日時、場所、次第。省くと body より大きく、右へ下げる",
         "facts on the cover"},
        {Role::cover_department, "coverDepartment", "表紙の課。省くと body より大きく、中央",
         "the department on the cover"},
        {Role::side_heading, "sideHeading",
         "【修正前】【修正後】の見出し（上下の様式）。省くと fieldLabel から作る",
         "headings of sides (stacked)"},
        {Role::block_mark, "blockMark", "表の外の（削除）（新設）。省くと body から作る",
         "（削除） and the like outside tables"},
    }};
    return all;
}

std::span<const std::string_view, role_count> role_names() {
    static const auto names = [] {
        std::array<std::string_view, role_count> all;
        for (const RoleMeaning& meaning : role_meanings())
            all[static_cast<std::size_t>(meaning.role)] = meaning.name;
        return all;
    }();
    return names;
}

} // namespace taisho
