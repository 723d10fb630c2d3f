#pragma once
// The finished print sheet of the workbook: a grid with as few columns as the tables need, a height for every
// row, and page breaks. An output replays it and decides nothing. Rows and columns count from 0.

#include "base/length.h"
#include "document/document.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace taisho {

struct SheetRun {
    std::string text;
    Family family = Family::mincho;
    ChangeMark mark = ChangeMark::none; // shown as Sheet::marks says

    bool operator==(const SheetRun&) const = default;
};

inline constexpr std::uint32_t no_row = 0xffffffff;

// Where a border has no line.
struct OpenSides {
    bool above = false, below = false, left = false, right = false;

    auto operator<=>(const OpenSides&) const = default;
};

// On which sides a frame runs.
struct FramedSides {
    bool above = false, below = false, left = false, right = false;

    bool any() const { return above || below || left || right; }
    auto operator<=>(const FramedSides&) const = default;
};

struct SheetCell {
    std::uint32_t first_row = 0, last_row = 0; // inclusive; more than one cell: merged
    std::uint16_t first_column = 0, last_column = 0;
    std::vector<SheetRun> runs; // '\n' only where the author broke the line
    Length size = pt(10.5);
    Align align = Align::start;
    VerticalAlign vertical = VerticalAlign::top;
    std::uint8_t indent = 0; // Excel's indent steps
    bool border = false;
    bool in_frame = false; // is inside of what is framed
    OpenSides open;
    FramedSides framed; // what has the line of Marks::frame
    Colour fill = white;
    std::uint32_t leads_to = no_row; // a row, for a line of the contents
};

enum class HeaderCells : std::uint8_t { columns, rows, both };

// A table, or the part of one on a page: its first row, its first column or both are headers.
struct HeadedArea {
    std::uint32_t first_row = 0, last_row = 0; // inclusive
    std::uint16_t first_column = 0, last_column = 0;
    HeaderCells headers = HeaderCells::columns;

    bool operator==(const HeadedArea&) const = default;
};

// A text at the head or foot of the printed pages.
struct SheetWords {
    std::string text;
    Family family = Family::mincho;
    Length size = pt(9);
    bool new_line = false;                       // stands below what comes before it
    std::optional<PageNumberForm> page_number{}; // instead of the text

    bool operator==(const SheetWords&) const = default;
};

using SheetLine = std::array<std::vector<SheetWords>, 3>; // by Place

// The distances are from the edge of the paper to the upper edge of the head and the lower edge of the foot.
struct HeadAndFoot {
    SheetLine first_head, head, first_foot, foot; // of the first page; of the later ones
    Length from_top, from_bottom;
    std::int32_t first_page = 1; // its number
};

struct Sheet {
    std::string name; // 資料３
    Properties properties;
    std::string paper_number; // for the other sheets of the workbook; empty: they do not show it
    SheetFonts fonts;
    Marks marks;
    Length rule = pt(0.5); // thickness of borders
    bool landscape = false;
    int paper = 9;                   // ECMA-376 18.3.1.63: 9 = A4, 8 = A3, 13 = B5
    Length top, right, bottom, left; // margins
    HeadAndFoot head_and_foot;
    std::vector<std::uint16_t> columns;               // widths in pixels of 1/96 inch
    std::vector<Length> heights;                      // of each row, at most 409.5 pt
    std::vector<SheetCell> cells;                     // by first row, then first column
    std::vector<std::uint32_t> breaks;                // rows that begin a page, without row 0
    std::int32_t repeat_first = -1, repeat_last = -1; // rows repeated on each page; -1: none
    std::uint32_t frozen_rows = 0;          // stay on the screen while what is below them is leafed through
    int zoom = 100;                         // percent, on the screen
    std::vector<HeadedArea> tables;         // for those who hear the sheet
    std::vector<std::uint32_t> change_rows; // the row each of Document::changes begins at, or no_row
};

} // namespace taisho
