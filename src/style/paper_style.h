#pragma once
// The looks that a document carries: styles of paragraphs, paper and margins, marks, what stands outside the
// text, settings of the workbook.

#include "base/colour.h"
#include "base/length.h"
#include "fonts/font_book.h"
#include "text/line_breaks.h"

#include <cstdint>
#include <string>

namespace taisho {

// distribute: a single line is spread over ParagraphStyle::spread (均等割付), which is centred in the area.
// decimal: from the right, the decimal points of the paragraphs of a column below each other.
enum class Align : std::uint8_t { start, center, end, justify, distribute, decimal };
enum class VerticalAlign : std::uint8_t { top, middle };

struct ParagraphStyle {
    Family family = Family::mincho;
    Length size = pt(10.5);
    Length pitch = pt(16.5); // from baseline to baseline
    Length indent{};         // of all lines, from the left edge of the area
    Length space_before{}, space_after{};
    Align align = Align::start;
    Length spread{}; // of distribute; 0: the whole area

    bool operator==(const ParagraphStyle&) const = default;
};

// ---- outside the text ----

enum class Place : std::uint8_t { left, center, right };
enum class OnPages : std::uint8_t { all, first, later };

// 資料番号 on the first page. brackets: 【資料３】.
enum class PaperNumberForm : std::uint8_t { box, brackets, plain, none };
struct PaperNumber {
    PaperNumberForm form = PaperNumberForm::box;
    Place place = Place::right;
    Length size = pt(12), from_top = mm(10); // of the text; upper edge of the box
};

enum class PageNumberForm : std::uint8_t { number, dashes, of_total, none }; // 1, - 1 -, 1/5
struct PageNumber {
    PageNumberForm form = PageNumberForm::number;
    Place place = Place::center;
    std::int32_t first = 1; // of the first page
    Length size = pt(10.5), from_bottom = mm(12);
};

// 柱: a line at the head or the foot of pages, in up to three parts. `from_edge` is the distance of its
// baseline from the upper edge of the paper, or of the lower.
struct RunningLine {
    std::string left, center, right;
    OnPages pages = OnPages::all;
    Length size = pt(9), from_edge = mm(12);

    bool is_empty() const { return left.empty() && center.empty() && right.empty(); }
};

// 案, in a box at the head of the page.
struct Stamp {
    std::string text; // empty: none
    Place place = Place::left;
    OnPages pages = OnPages::first;
    Length size = pt(14), from_top = mm(10);
};

// 字数×行数. 0: not given.
struct CharacterGrid {
    std::int32_t characters = 0, lines = 0;
};

// ---- marks ----

enum class Stroke : std::uint8_t { none, underline, double_underline, strike };
enum class FrameStroke : std::uint8_t { none, bold, dashed };
enum class FramedPart : std::uint8_t { cells, table };

// How what changes is marked. bold, gothic and colour come on top of the strokes.
struct Marks {
    Stroke before = Stroke::underline, after = Stroke::underline; // words
    Stroke moved = Stroke::underline;                             // numbers and places of what moves
    bool bold = false, gothic = false;
    Colour colour = no_colour; // no_colour: that of the text
    // Around cells that only one side has, or around a table of which anything changes.
    FrameStroke frame = FrameStroke::none;
    FramedPart framed = FramedPart::cells;
};

// ---- the page ----

// Paper, margins, rules and marks, and what stands outside the text.
struct PageSetup {
    Length width, height, top, right, bottom, left; // the last four are margins
    CharacterGrid grid;
    PageNumber number;
    PaperNumber paper_number;
    RunningLine head, foot;
    Stamp stamp;
    Length cell_padding_x, cell_padding_y;
    Length rule; // thickness of borders
    Colour header_fill = white, band_fill = white;
    Marks marks;
};

// ---- text ----

// How text is set throughout the paper.
struct Typesetting {
    BreakLevel line_break = BreakLevel::strict;
    bool hanging = false;         // 、 and 。 may stand beyond the edge of justified lines (JLREQ 3.8.2)
    std::int32_t han_latin = 0;   // 1/1000 em between Japanese and Latin in justified text (JLREQ 3.2.6)
    std::int32_t tab = 4;         // em from tab stop to tab stop
    bool hard_breaks = true;      // <br/> in the cells of tables; false: only before list marks
    std::int32_t whole_item = 50; // percent of a page that may stay empty so that an item stays on one page
};

// What a reader hears who does not see the page. A word that is empty changes nothing.
struct Spoken {
    std::string change = "修正部分"; // before a changed text
    std::string no_value = "なし";   // in place of a dash that says so
};

// ---- workbook ----

// The fonts of the workbook, by the names Excel knows, how far Excel sets their lines apart, and what the
// print sheet is like on the screen.
struct SheetFonts {
    std::string mincho, gothic;
    std::int32_t line_pitch = 125; // percent of the size, with a margin (docs/traps.md)
    std::int32_t zoom = 0;         // percent on the screen; 0: as wide as a window
    bool freeze = true;            // a header near the top stays on the screen
    bool protect = true;           // without a password: against slips
    bool grid_lines = false;       // on the screen
};

} // namespace taisho
