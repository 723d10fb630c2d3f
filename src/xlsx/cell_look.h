#pragma once
// What shows of a cell: its look and the runs of its text.

#include "base/colour.h"
#include "base/length.h"
#include "document/document.h"
#include "layout/sheet.h"

#include <cstdint>
#include <string>

namespace taisho {

// Everything that shows of a cell but its text. Nothing is left to the defaults of Excel.
struct CellLook {
    Family family = Family::mincho;
    bool underline = false, bold = false;
    Length size = pt(10.5);
    Colour ink = no_colour; // no_colour: black
    Align align = Align::start;
    VerticalAlign vertical = VerticalAlign::top;
    std::uint8_t indent = 0;
    bool wrap = true;
    Colour border = no_colour; // of the thin lines around it
    OpenSides open;
    Colour fill = no_colour;
    bool text = false;  // What is typed here stays the text it is, and becomes no number, date or formula.
    bool locked = true; // where the sheet is protected

    auto operator<=>(const CellLook&) const = default;
};

// A stretch of a cell's text in one font.
struct CellRun {
    std::string text;
    Family family = Family::mincho;
    bool underline = false;
};

} // namespace taisho
