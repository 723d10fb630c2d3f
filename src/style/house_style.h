#pragma once
// A house style: how an office wants its papers to look and what it calls things. It is a form that is filled
// in, without conditions or loops; it knows nothing of any paper.

#include "base/diagnostics.h"
#include "style/paper_style.h"
#include "text/digit_width.h"
#include "xml/element.h"

#include <array>
#include <bitset>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace taisho {

// by_year: years down, before | after across. side_by_side: years across, the table before beside the table
// after. stacked: the block before, then the block after, years across. list: a row for each text that
// changes.
enum class Arrangement : std::uint8_t { by_year, side_by_side, stacked, list };
std::optional<Arrangement> arrangement_named(std::string_view word);
std::span<const std::string_view> arrangement_names();

// ---- what is compared, and how ----

enum class Order : std::uint8_t { old_first, new_first }; // from the left, or from the top
enum class PathForm : std::uint8_t { lines, line };       // of the headings above an item
enum class UnchangedForm : std::uint8_t { word, omit, full };
enum class UnchangedRuns : std::uint8_t { joined, each };
enum class NotesPlace : std::uint8_t { rows, column, none };
enum class LegendPlace : std::uint8_t { above, below };
enum class ListSections : std::uint8_t { none, heading };

struct Comparison {
    Order order = Order::old_first;
    PathForm headings = PathForm::lines;
    UnchangedForm unchanged = UnchangedForm::word; // word: （略）
    UnchangedRuns runs = UnchangedRuns::joined;    // ②～④　（略）
    NotesPlace notes = NotesPlace::rows;           // reasons, opinions, remarks
    LegendPlace legend = LegendPlace::above;
    bool padding = false; // blanks stand where the other side has words that are underlined
    ListSections list_sections = ListSections::none;
};

// ---- numbers that the paper gives ----

// as_written: as the paper says. The others: 第１, １, １．, (1), （１）, ア, (ア), ①, and no number.
enum class NumberForm : std::uint8_t {
    as_written,
    ordinal,
    digit,
    digit_stop,
    brackets,
    wide_brackets,
    kana,
    kana_brackets,
    circled,
    none
};

struct Numbering {
    NumberForm sections = NumberForm::as_written;
    NumberForm amendments = NumberForm::none;   // before the heading of each
    DigitWidth digits = DigitWidth::as_written; // of numbers that the paper gives
    bool in_text = false;                       // and of all its texts
};

// ---- paper ----

enum class PaperSize : std::uint8_t { a4, a3, b5, other };
enum class Orientation : std::uint8_t { portrait, landscape };

// ---- roles ----

// The roles that a paragraph can play; each has a style of its own in every house style.
enum class Role : std::uint8_t {
    title,
    section, // １．業績目標及び成果目標を修正するもの
    level,   // 【４】基本目標４
    item,    // ①福祉と教育の連携
    body,
    field_label, // ●業績目標, where it stands above its text
    statement,   // the text of a goal, where it stands above its table
    side_label,  // 【修正前】
    legend,      // （下線部分は修正部分）
    column_header,
    row_header,
    band, // a label across the whole table
    cell,
    mark,             // （削除）
    note,             // 修正理由　…, where it stands below its text
    footnote,         // ※１　…
    contents_title,   // 目次
    contents,         // a line of it
    cover_meeting,    // 令和６年度第３回地域福祉推進審議会
    cover_title,      // the title of the paper, where it stands on the cover
    cover_fact,       // 日時　…, 場所　…, 次第　…
    cover_department, // 福祉総務課
    side_heading,     // 【修正前】, where all of a side stands below it
    block_mark,       // （削除）, where it stands outside a table
};
inline constexpr std::size_t role_count = 24;
std::span<const std::string_view, role_count> role_names();

// 表紙: the meeting, the title, when and where, and the office. A paper may ask for it where its house style
// does not.
struct Cover {
    bool always = false;
    std::string date = "日時", place = "場所", agenda = "次第";
};

// 目次, a line for each heading. A paper may ask for it where its house style does not.
struct Contents {
    bool always = false;
    std::string title = "目次"; // empty: none
    int depth = 9;              // how many levels of headings it names; 1: the sections alone
};

// What the office calls things. A word may hold places that are filled in: {}, or {from} where there are
// several. An empty word leaves out what it names where docs/house-style.md says so.
struct Words {
    std::string title = "{}"; // of the paper: {}　修正箇所一覧
    // the sides
    std::string before, after;       // 修正前, 修正後
    std::string side_heading = "{}"; // where all of a side stands below it: 【{}】
    // names of rows
    std::string number, name, place;                // 番号, 名称, 位置
    std::string statement;                          // 指標
    std::string description, bodies, footnote;      // of a passage without a label: 内容, 実施主体, 注
    std::string table;                              // of a table without a label: 表
    std::string rest;                               // what is left out beside what changes: その他
    std::string reason;                             // of one field: 理由
    std::string amendment_reason, opinions, remark; // of the amendment: 修正理由, 意見番号, 備考
    // what stands where there is nothing to show
    std::string deleted, added; // （削除）, （新設）
    std::string merged, split;  // （{}に統合）, （{}から分割）
    std::string omitted;        // （略）
    std::string through;        // between the first and the last of a run: ②～④
    // behind a heading
    std::string corrected;  // （誤記訂正）
    std::string moved;      // （移動）
    std::string renumbered; // （番号の変更）
    std::string page;       // （計画書{}ページ）
    std::string pages;      // the row of a page that changes: ページ
    // words exchanged everywhere
    std::string rename; // 「{from}」を「{to}」に改める。（{count}か所）
    std::string renamed_at, renamed_field, renamed_count; // 箇所, 項目, 数
    std::string heading, plan;                            // 見出し, 計画全体: where it was found
    // of the paper
    std::string continued; // （続き）
    std::string legend;    // （下線部分は修正部分）
    // columns
    std::string ordinal = "№", notes = "備考";
    // between the headings of one line
    std::string path = "　＞　";
};

// The word with each place exchanged for what is given for it: fill("（{}に統合）", {{"{}", "①拠点"}}).
struct Filling {
    std::string_view place, text;
};
std::string fill(std::string_view word, std::span<const Filling> fillings);

struct HouseStyle {
    std::string title; // one line that says what it is
    std::string base;  // the name of the style it starts from; may be empty
    Arrangement arrangement = Arrangement::by_year;
    PaperSize paper_size = PaperSize::a4;
    Orientation orientation = Orientation::portrait;
    PageSetup page;
    Comparison comparison;
    Numbering numbering;
    SheetFonts sheet_fonts;
    Typesetting typesetting;
    Spoken spoken;
    Words words;
    Cover cover;
    Contents contents;
    std::array<ParagraphStyle, role_count> styles;
    std::bitset<role_count> given; // the roles that the form has; the others are made from these

    const ParagraphStyle& style(Role role) const { return styles[static_cast<std::size_t>(role)]; }
};

// A style as its form says it, over the one it starts from if `base` is given; then all may be left out but
// its title. All slips are reported; nothing is returned when there are any.
std::optional<HouseStyle> read_style_form(const Element& root, const HouseStyle* base,
                                          Diagnostics& diagnostics);

// The name of the style that this one starts from; empty: from none.
Text base_of(const Element& root);

// What follows from the form: the size of the paper, roles that were left out, the grid.
HouseStyle settled(HouseStyle form);

// Both in one, for a style that starts from no other.
std::optional<HouseStyle> read_house_style(const Element& root, Diagnostics& diagnostics);

} // namespace taisho
