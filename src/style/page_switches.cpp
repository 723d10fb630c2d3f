#include "style/switch_values.h"

// The paper and what stands outside the text.

namespace taisho {
namespace {

using Style = HouseStyle;
using Length_ = LengthValue<Style>;
using Number = NumberValue<Style>;
using Fill = ColourValue<Style>;
using Word = WordValue<Style>;

constexpr std::string_view sizes[] = {"A4", "A3", "B5", "other"};
constexpr std::string_view orientations[] = {"portrait", "landscape"};
constexpr std::string_view places[] = {"left", "center", "right"};
constexpr std::string_view on_pages[] = {"all", "first", "later"};
constexpr std::string_view page_numbers[] = {"1", "- 1 -", "1/5", "none"};
constexpr std::string_view paper_numbers[] = {"box", "brackets", "plain", "none"};
constexpr Given always = Given::always, optional = Given::optional;

// What a line at the head or foot may say of the paper.
std::vector<std::string_view> facts() {
    return {"{title}", "{number}", "{meeting}", "{council}", "{date}", "{department}"};
}

Length_ margin(Length& (*of)(Style&)) { return {pt(0), pt(300), of}; }
Length_ text_size(Length& (*of)(Style&)) { return {pt(5), pt(40), of}; }

} // namespace

std::vector<Switch> page_switches() {
    return {
        {"paper", "size",
         choice<Style>(
             sizes, [](Style & s) -> auto& { return s.paper_size; }),
         optional, "用紙の大きさ。other なら width と height を書く",
         "size of the paper; other: give width and height"},
        {"paper", "orientation",
         choice<Style>(
             orientations, [](Style & s) -> auto& { return s.orientation; }),
         optional, "用紙の向き。portrait は縦、landscape は横", "portrait or landscape"},
        {"paper", "width", Length_{pt(200), pt(2000), [](Style& s) -> Length& { return s.page.width; }},
         optional, "用紙の幅。size が other のとき", "width of the paper, where size is other"},
        {"paper", "height", Length_{pt(200), pt(2000), [](Style& s) -> Length& { return s.page.height; }},
         optional, "用紙の高さ。size が other のとき", "height of the paper, where size is other"},
        {"paper", "top", margin([](Style& s) -> Length& { return s.page.top; }), always, "上の余白",
         "upper margin"},
        {"paper", "right", margin([](Style& s) -> Length& { return s.page.right; }), always, "右の余白",
         "right margin"},
        {"paper", "bottom", margin([](Style& s) -> Length& { return s.page.bottom; }), always, "下の余白",
         "lower margin"},
        {"paper", "left", margin([](Style& s) -> Length& { return s.page.left; }), always, "左の余白",
         "left margin"},

        {"grid", "characters",
         Number{0, 100, [](Style& s) -> std::int32_t& { return s.page.grid.characters; }}, optional,
         "一行の字数。本文と同じ大きさの文字が、この字数で一行になる大きさになる。0 は決めない",
         "characters in a line: texts of the size of the body get the size at which so many fill a line; "
         "0: not given"},
        {"grid", "lines", Number{0, 100, [](Style& s) -> std::int32_t& { return s.page.grid.lines; }},
         optional, "一ページの行数。表の外の行送りと前後の空きが、この行の高さに合う。0 は決めない",
         "lines on a page: pitches and white space outside tables keep to them; 0: not given"},

        {"pageNumber", "size", text_size([](Style& s) -> Length& { return s.page.number.size; }), always,
         "ページ番号の文字の大きさ", "size of the page number"},
        {"pageNumber", "fromBottom", margin([](Style& s) -> Length& { return s.page.number.from_bottom; }),
         always, "用紙の下端からページ番号の文字の下までの長さ",
         "from the lower edge of the paper to the baseline of the page number"},
        {"pageNumber", "form",
         choice<Style>(
             page_numbers, [](Style & s) -> auto& { return s.page.number.form; }),
         optional, "ページ番号の形。none は出さない", "form of the page number; none: there is none"},
        {"pageNumber", "place",
         choice<Style>(
             places, [](Style & s) -> auto& { return s.page.number.place; }),
         optional, "ページ番号の場所", "where the page number stands"},
        {"pageNumber", "from", Number{1, 9999, [](Style& s) -> std::int32_t& { return s.page.number.first; }},
         optional, "初めのページの番号", "number of the first page"},

        {"paperNumber", "size", text_size([](Style& s) -> Length& { return s.page.paper_number.size; }),
         always, "資料番号の文字の大きさ", "size of the paper's number"},
        {"paperNumber", "fromTop", margin([](Style& s) -> Length& { return s.page.paper_number.from_top; }),
         always, "用紙の上端から資料番号の囲みまでの長さ",
         "from the upper edge of the paper to the box with its number"},
        {"paperNumber", "form",
         choice<Style>(
             paper_numbers, [](Style & s) -> auto& { return s.page.paper_number.form; }),
         optional, "資料番号の形。box は囲み、brackets は【】、plain は文字だけ、none は出さない",
         "box, brackets 【】, plain text, or none"},
        {"paperNumber", "place",
         choice<Style>(
             places, [](Style & s) -> auto& { return s.page.paper_number.place; }),
         optional, "資料番号の場所", "where the paper's number stands"},

        {"head", "left", Word{[](Style& s) -> std::string& { return s.page.head.left; }, facts()}, optional,
         "ページの上の、左の言葉", "at the head of pages, left"},
        {"head", "center", Word{[](Style& s) -> std::string& { return s.page.head.center; }, facts()},
         optional, "ページの上の、中央の言葉", "at the head of pages, in the middle"},
        {"head", "right", Word{[](Style& s) -> std::string& { return s.page.head.right; }, facts()}, optional,
         "ページの上の、右の言葉", "at the head of pages, right"},
        {"head", "pages",
         choice<Style>(
             on_pages, [](Style & s) -> auto& { return s.page.head.pages; }),
         optional, "どのページに出すか。first は初めだけ、later は二ページ目から",
         "all pages, the first, or the later ones"},
        {"head", "size", text_size([](Style& s) -> Length& { return s.page.head.size; }), optional,
         "文字の大きさ", "size of the text"},
        {"head", "fromTop", margin([](Style& s) -> Length& { return s.page.head.from_edge; }), optional,
         "用紙の上端から文字の下までの長さ", "from the upper edge of the paper to the baseline"},
        {"foot", "left", Word{[](Style& s) -> std::string& { return s.page.foot.left; }, facts()}, optional,
         "ページの下の、左の言葉", "at the foot of pages, left"},
        {"foot", "center", Word{[](Style& s) -> std::string& { return s.page.foot.center; }, facts()},
         optional, "ページの下の、中央の言葉", "at the foot of pages, in the middle"},
        {"foot", "right", Word{[](Style& s) -> std::string& { return s.page.foot.right; }, facts()}, optional,
         "ページの下の、右の言葉", "at the foot of pages, right"},
        {"foot", "pages",
         choice<Style>(
             on_pages, [](Style & s) -> auto& { return s.page.foot.pages; }),
         optional, "どのページに出すか。first は初めだけ、later は二ページ目から",
         "all pages, the first, or the later ones"},
        {"foot", "size", text_size([](Style& s) -> Length& { return s.page.foot.size; }), optional,
         "文字の大きさ", "size of the text"},
        {"foot", "fromBottom", margin([](Style& s) -> Length& { return s.page.foot.from_edge; }), optional,
         "用紙の下端から文字の下までの長さ", "from the lower edge of the paper to the baseline"},

        {"stamp", "text", Word{[](Style& s) -> std::string& { return s.page.stamp.text; }}, optional,
         "「案」のような印の言葉。囲んで出す。空なら出さない", "a word in a box, such as 案; empty: none"},
        {"stamp", "place",
         choice<Style>(
             places, [](Style & s) -> auto& { return s.page.stamp.place; }),
         optional, "印の場所", "where the stamp stands"},
        {"stamp", "pages",
         choice<Style>(
             on_pages, [](Style & s) -> auto& { return s.page.stamp.pages; }),
         optional, "どのページに出すか", "all pages, the first, or the later ones"},
        {"stamp", "size", text_size([](Style& s) -> Length& { return s.page.stamp.size; }), optional,
         "印の文字の大きさ", "size of its text"},
        {"stamp", "fromTop", margin([](Style& s) -> Length& { return s.page.stamp.from_top; }), optional,
         "用紙の上端から印の囲みまでの長さ", "from the upper edge of the paper to its box"},

        {"table", "paddingX",
         Length_{pt(0), pt(30), [](Style& s) -> Length& { return s.page.cell_padding_x; }}, always,
         "罫線と文字の間（左右）", "between rules and text, left and right"},
        {"table", "paddingY",
         Length_{pt(0), pt(30), [](Style& s) -> Length& { return s.page.cell_padding_y; }}, always,
         "罫線と文字の間（上下）", "between rules and text, above and below"},
        {"table", "rule", Length_{pt(0), pt(5), [](Style& s) -> Length& { return s.page.rule; }}, always,
         "罫線の太さ", "thickness of rules"},
        {"table", "headerFill", Fill{[](Style& s) -> Colour& { return s.page.header_fill; }}, always,
         "表の見出しの地の色", "ground of header cells"},
        {"table", "bandFill", Fill{[](Style& s) -> Colour& { return s.page.band_fill; }}, always,
         "左端の欄と、表を横切る見出し（●業績目標など）の地の色",
         "ground of row headers and of labels across the table"},
    };
}

} // namespace taisho
