#pragma once
// The looks that a document carries: styles of paragraphs, paper and margins, fonts of the workbook.

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

// Paper, margins and what stands outside the text.
struct PageSetup {
    Length width, height, top, right, bottom, left; // the last four are margins
    Length number_size;                             // of the page number
    Length number_from_bottom;                      // its baseline
    Length box_top;                                 // upper edge of the box with the paper's number
    Length box_size;                                // of the text in it
    Length cell_padding_x, cell_padding_y;
    Length rule;                                     // thickness of borders
    std::uint8_t header_grey = 255, band_grey = 255; // 0 black, 255 white
};

// How text is set throughout the paper.
struct Typesetting {
    BreakLevel line_break = BreakLevel::strict;
    bool hanging = false;         // 、 and 。 may stand beyond the edge of justified lines (JLREQ 3.8.2)
    std::int32_t han_latin = 0;   // 1/1000 em between Japanese and Latin in justified text (JLREQ 3.2.6)
    std::int32_t tab = 4000;      // 1/1000 em from tab stop to tab stop
    bool hard_breaks = true;      // <br/> in the cells of tables; false: only before list marks
    std::int32_t whole_item = 50; // percent of a page that may stay empty so that an item stays on one page
};

// What a reader hears who does not see the page. A word that is empty changes nothing.
struct Spoken {
    std::string change = "修正部分"; // before a changed text
    std::string no_value = "なし";   // in place of a dash that says so
};

// The fonts of the workbook, by the names Excel knows, and how far Excel sets their lines apart.
struct SheetFonts {
    std::string mincho, gothic;
    std::int32_t line_pitch = 125; // percent of the size, with a margin (docs/traps.md)
};

} // namespace taisho
