#pragma once
// What shows of a cell: its look and the runs of its text.

#include "base/colour.h"
#include "base/length.h"
#include "document/document.h"
#include "layout/sheet.h"

#include <cstdint>
#include <string>

namespace taisho {

// What shows of a stretch of text besides its font and size.
struct RunLook {
    Stroke stroke = Stroke::none;
    bool bold = false;
    Colour ink = no_colour; // no_colour: black

    auto operator<=>(const RunLook&) const = default;
};

// Everything that shows of a cell but its text. Nothing is left to the defaults of Excel.
struct CellLook {
    Family family = Family::mincho;
    RunLook run;
    Length size = pt(10.5);
    Align align = Align::start;
    VerticalAlign vertical = VerticalAlign::top;
    std::uint8_t indent = 0;
    bool wrap = true;
    Colour border = no_colour; // of the lines around it
    bool thick = false;        // these lines: medium, else thin
    OpenSides open;
    FramedSides framed;
    FrameStroke frame = FrameStroke::none; // of the framed sides
    Colour fill = no_colour;
    bool text = false;  // What is typed here stays the text it is, and becomes no number, date or formula.
    bool locked = true; // where the sheet is protected

    auto operator<=>(const CellLook&) const = default;
};

// A stretch of a cell's text in one font.
struct CellRun {
    std::string text;
    Family family = Family::mincho;
    RunLook look = {};
};

} // namespace taisho
