#include "style/switch_values.h"

// What is compared and how it is marked, numbers, typesetting, the workbook, what is read aloud.

namespace taisho {
namespace {

using Style = HouseStyle;
using Number = NumberValue<Style>;
using Word = WordValue<Style>;
constexpr Given always = Given::always, optional = Given::optional;

constexpr std::string_view orders[] = {"old-first", "new-first"};
constexpr std::string_view path_forms[] = {"lines", "line"};
constexpr std::string_view unchanged_forms[] = {"word", "omit", "full"};
constexpr std::string_view run_forms[] = {"joined", "each"};
constexpr std::string_view note_places[] = {"rows", "column", "none"};
constexpr std::string_view legend_places[] = {"above", "below"};
constexpr std::string_view list_sections[] = {"none", "heading"};

constexpr std::string_view strokes[] = {"none", "underline", "double", "strike"};
constexpr std::string_view frames[] = {"none", "bold", "dashed"};
constexpr std::string_view framed_parts[] = {"cells", "table"};

constexpr std::string_view number_forms[] = {"as-written", "第１", "１",   "１．", "(1)",
                                             "（１）",     "ア",   "(ア)", "①",    "none"};
constexpr std::string_view digit_widths[] = {"as-written", "mixed", "half", "full"};

constexpr std::string_view break_levels[] = {"strict", "normal", "loose"};
constexpr std::string_view hard_breaks[] = {"join", "keep"};
constexpr std::string_view latin_spaces[] = {"0", "0.125", "0.25"}; // em, in steps of 1/8
constexpr std::int32_t latin_step = 125;                            // 1/1000 em

std::vector<Switch> comparisons() {
    return {
        {"comparison", "order",
         choice<Style>(
             orders, [](Style & s) -> auto& { return s.comparison.order; }),
         optional, "old-first は左（上下の様式では上）が修正前、new-first は修正後",
         "what stands left, or above where the sides are stacked"},
        {"comparison", "headings",
         choice<Style>(
             path_forms, [](Style & s) -> auto& { return s.comparison.headings; }),
         optional, "項目の上の階層の見出し。lines は一行ずつ、line は項目と一行に",
         "headings of the levels above an item: each on a line, or all in one line with the item"},
        {"comparison", "unchanged",
         choice<Style>(
             unchanged_forms, [](Style & s) -> auto& { return s.comparison.unchanged; }),
         optional,
         "変わらないもの。word は「（略）」、omit は出さない、full "
         "は全部を出す（番号だけが変わる項目のほか）。一覧には出ない",
         "what does not change: the word for it, nothing, or all of it (but for what is only renumbered); "
         "not in a list"},
        {"comparison", "runs",
         choice<Style>(
             run_forms, [](Style & s) -> auto& { return s.comparison.runs; }),
         optional, "続く変わらないもの。joined は「②～④　（略）」とまとめ、each は一つずつ",
         "units that do not change, one behind the other: in one line, or each in its own"},
        {"comparison", "notes",
         choice<Style>(
             note_places, [](Style & s) -> auto& { return s.comparison.notes; }),
         optional,
         "理由や備考。rows は下の行、column は右端の列、none は出さない。上下の様式の column は rows "
         "と同じ、一覧の rows は column と同じ",
         "reasons and remarks: in rows below, in a column at the right, or nowhere; stacked has rows only, a "
         "list a column"},
        {"comparison", "legend",
         choice<Style>(
             legend_places, [](Style & s) -> auto& { return s.comparison.legend; }),
         optional, "下線の説明（legend の言葉）の場所。above は初めの表の上、below は終わりの表の下",
         "where the legend stands: above the first table or below the last"},
        {"comparison", "padding",
         choice<Style>(
             no_yes, [](Style & s) -> auto& { return s.comparison.padding; }),
         optional, "加えた言葉や削った言葉の反対の側を、同じ長さだけ空けて下線を引くか",
         "whether blanks stand where the other side has words that were added or deleted"},
        {"comparison", "listSections",
         choice<Style>(
             list_sections, [](Style & s) -> auto& { return s.comparison.list_sections; }),
         optional, "一覧の様式で、節の見出しを出すか（heading）、全部を一つの表にするか（none）",
         "whether a list has a heading for each section, or is one table"},
    };
}

std::vector<Switch> marks() {
    return {
        {"mark", "before",
         choice<Style>(
             strokes, [](Style & s) -> auto& { return s.page.marks.before; }),
         optional, "修正前の、変わる言葉の線。double は二重下線、strike は見え消し",
         "stroke of changed words before"},
        {"mark", "after",
         choice<Style>(
             strokes, [](Style & s) -> auto& { return s.page.marks.after; }),
         optional, "修正後の、変わった言葉の線", "stroke of changed words after"},
        {"mark", "moved",
         choice<Style>(
             strokes, [](Style & s) -> auto& { return s.page.marks.moved; }),
         optional, "移るものや番号の変わるものの、位置と番号の線",
         "stroke of numbers and places of what moves"},
        {"mark", "bold",
         choice<Style>(
             no_yes, [](Style & s) -> auto& { return s.page.marks.bold; }),
         optional, "変わる言葉を太くするか", "whether changed words are bold"},
        {"mark", "gothic",
         choice<Style>(
             no_yes, [](Style & s) -> auto& { return s.page.marks.gothic; }),
         optional, "変わる言葉をゴシック体にするか", "whether changed words are set in Gothic"},
        {"mark", "colour", ColourValue<Style>{[](Style& s) -> Colour& { return s.page.marks.colour; }, true},
         optional, "変わる言葉の色。ほかの印と一緒にだけ使える",
         "colour of changed words, only together with another mark"},
        {"mark", "frame",
         choice<Style>(
             frames, [](Style & s) -> auto& { return s.page.marks.frame; }),
         optional, "表の形が変わるところの枠。bold は太い枠、dashed は破線の枠",
         "frame where the shape of a table changes"},
        {"mark", "framed",
         choice<Style>(
             framed_parts, [](Style & s) -> auto& { return s.page.marks.framed; }),
         optional, "枠で囲むもの。cells は一方の側にだけある欄、table は変わるところのある表の全体",
         "what is framed: cells that one side alone has, or the whole table"},
    };
}

std::vector<Switch> numbers() {
    return {
        {"numbering", "sections",
         choice<Style>(
             number_forms, [](Style & s) -> auto& { return s.numbering.sections; }),
         optional, "節の番号の形。as-written は資料のまま、none は付けない",
         "form of the numbers of sections"},
        {"numbering", "amendments",
         choice<Style>(
             number_forms, [](Style & s) -> auto& { return s.numbering.amendments; }),
         optional, "修正ごとの見出しの前に付ける番号の形。none は付けない。一覧ではいつも№の列",
         "form of a number before the heading of each amendment; a list always has its column"},
        {"numbering", "digits",
         choice<Style>(
             digit_widths, [](Style & s) -> auto& { return s.numbering.digits; }),
         optional, "資料が付ける数（ページ、節、№など）の幅。mixed は一けたを全角、二けたからを半角",
         "width of numbers that the paper gives; mixed: one digit full, more half"},
        {"numbering", "text",
         choice<Style>(
             no_yes, [](Style & s) -> auto& { return s.numbering.in_text; }),
         optional, "digits を、計画の文の中の数にも当てるか", "whether digits holds for the texts, too"},
    };
}

std::vector<Switch> typesetting() {
    return {
        {"typesetting", "lineBreak",
         choice<Style>(
             break_levels, [](Style & s) -> auto& { return s.typesetting.line_break; }),
         optional, "禁則の強さ", "how strictly lines are broken"},
        {"typesetting", "hanging",
         choice<Style>(
             no_yes, [](Style & s) -> auto& { return s.typesetting.hanging; }),
         optional, "行の終わりの「、」「。」を、本文の外に出してよいか",
         "whether 、 and 。 may stand beyond the edge"},
        {"typesetting", "hanLatin",
         ChoiceValue<Style>{
             latin_spaces,
             [](Style& s) { return static_cast<std::size_t>(s.typesetting.han_latin / latin_step); },
             [](Style& s, std::size_t index) {
                 s.typesetting.han_latin = static_cast<std::int32_t>(index) * latin_step;
             }},
         optional, "両端をそろえる行で、和文と欧文や数字の間を、一字の何倍あけるか",
         "white between Japanese and Latin in justified lines, in em"},
        {"typesetting", "tab", Number{1, 30, [](Style& s) -> std::int32_t& { return s.typesetting.tab; }},
         optional, "タブの間隔。字数", "distance of tab stops, in characters"},
        {"typesetting", "hardBreaks",
         choice<Style>(
             hard_breaks, [](Style & s) -> auto& { return s.typesetting.hard_breaks; }),
         optional, "表の欄の中の改行を、そのままにするか（keep）、つなぐか（join）",
         "whether line breaks in cells stay or are joined"},
        {"typesetting", "wholeItem",
         Number{0, 100, [](Style& s) -> std::int32_t& { return s.typesetting.whole_item; }}, optional,
         "項目を一つのページに収めるために、前のページを何％まで空けてよいか",
         "percent of a page that may stay empty so that an item stays on one page"},
    };
}

std::vector<Switch> workbook() {
    return {
        {"sheet", "mincho",
         Word{[](Style& s) -> std::string& { return s.sheet_fonts.mincho; },
              {},
              "BIZ UD明朝 Medium, ＭＳ 明朝"},
         always, "Excel での明朝体の書体の名前", "the Mincho font of the workbook"},
        {"sheet", "gothic",
         Word{[](Style& s) -> std::string& { return s.sheet_fonts.gothic; },
              {},
              "BIZ UDゴシック, ＭＳ ゴシック"},
         always, "Excel でのゴシック体の書体の名前", "the Gothic font of the workbook"},
        {"sheet", "linePitch",
         Number{100, 200, [](Style& s) -> std::int32_t& { return s.sheet_fonts.line_pitch; }}, optional,
         "Excel がその書体で組むときの行送り。文字の大きさの百分率", "pitch of lines in Excel, percent"},
        {"sheet", "zoom", Number{0, 400, [](Style& s) -> std::int32_t& { return s.sheet_fonts.zoom; }},
         optional, "画面での大きさ。百分率。0 は窓の幅に合わせる",
         "zoom on the screen, percent; 0: as wide as a window"},
        {"sheet", "freeze",
         choice<Style>(
             no_yes, [](Style & s) -> auto& { return s.sheet_fonts.freeze; }),
         optional, "上の近くにある見出しを、画面に固定するか",
         "whether a header near the top stays on the screen"},
        {"sheet", "protect",
         choice<Style>(
             no_yes, [](Style & s) -> auto& { return s.sheet_fonts.protect; }),
         optional, "印刷用のシートを、うっかり直せないようにするか（パスワードなし）",
         "whether the print sheet is protected (without a password)"},
        {"sheet", "gridLines",
         choice<Style>(
             no_yes, [](Style & s) -> auto& { return s.sheet_fonts.grid_lines; }),
         optional, "画面に枠線を出すか", "whether grid lines show on the screen"},
    };
}

std::vector<Switch> spoken() {
    return {
        {"spoken", "change", Word{[](Style& s) -> std::string& { return s.spoken.change; }}, optional,
         "変わった言葉の前に読む言葉", "read before a changed text"},
        {"spoken", "noValue", Word{[](Style& s) -> std::string& { return s.spoken.no_value; }}, optional,
         "「―」の代わりに読む言葉", "read in place of ―"},
        {"cover", "shown",
         choice<Style>(
             no_yes, [](Style & s) -> auto& { return s.cover.always; }),
         optional, "表紙をいつも付けるか。<cover> だけを書けば yes", "whether every paper has a cover"},
        {"cover", "date", Word{[](Style& s) -> std::string& { return s.cover.date; }}, optional,
         "日時の前に置く言葉", "before the date"},
        {"cover", "place", Word{[](Style& s) -> std::string& { return s.cover.place; }}, optional,
         "場所の前に置く言葉", "before the place"},
        {"cover", "agenda", Word{[](Style& s) -> std::string& { return s.cover.agenda; }}, optional,
         "次第の前に置く言葉", "before the agenda"},
        {"contents", "shown",
         choice<Style>(
             no_yes, [](Style & s) -> auto& { return s.contents.always; }),
         optional, "目次をいつも付けるか。<contents> だけを書けば yes", "whether every paper has contents"},
        {"contents", "title", Word{[](Style& s) -> std::string& { return s.contents.title; }}, optional,
         "目次の題", "title of the contents"},
        {"contents", "depth", Number{1, 40, [](Style& s) -> std::int32_t& { return s.contents.depth; }},
         optional, "見出しの何段目までを挙げるか", "how many levels of headings it names"},
    };
}

} // namespace

// In the order of the file; <words> comes between <sheet> and <spoken>.
std::vector<Switch> comparison_switches() {
    std::vector<Switch> all;
    for (const auto& part :
         {comparisons(), marks(), numbers(), typesetting(), workbook(), word_switches(), spoken()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace taisho
