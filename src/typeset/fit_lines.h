#pragma once
// Fits shaped text into lines: greedy with look-back, one line at a time, and a repair of last lines that
// would hold a single character. Widths are in 1/1000 em, so that a comparison is never a matter of rounding.

#include "fonts/font_book.h"
#include "text/line_breaks.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace taisho {

// Glyphs [first, last) of a line; blanks at a soft line end or start are left out. begin and end are the
// bytes that the line stands for, blanks included: the lines of a text joined give the text.
struct FittedLine {
    std::uint32_t first = 0, last = 0;
    std::uint32_t begin = 0, end = 0;
    std::int32_t indent = 0; // 1/1000 em
    std::int32_t width = 0;  // 1/1000 em, of the glyphs
    bool emergency = false;  // ended where a break is not allowed, because nothing else fitted
};

struct FitTask {
    std::string_view text;
    const std::vector<Glyph>& glyphs; // in the order of the text
    const std::vector<Break>& breaks; // by byte offset
    std::int32_t width = 0;           // 1/1000 em
    std::uint32_t hang = 0;           // byte offset under which later lines of the first hard line begin
    bool hang_lists = true;           // text behind a list mark hangs, too
};

// The lines of the text; at least one. Every line is at most `width` wide unless a single character is wider.
std::vector<FittedLine> fit_lines(const FitTask& task);

} // namespace taisho
