#pragma once
// Fits shaped text into lines. Widths are in 1/1000 em, so that a comparison is never a matter of rounding.

#include "text/line_breaks.h"
#include "typeset/shaped_text.h"

#include <cstdint>
#include <span>
#include <vector>

namespace taisho {

// body, cell: with all that a printer does; marks do not hang out of cells, and nothing is put between
// Japanese and Latin there. plain: as a program breaks lines that sets every character as wide as it is, and
// later lines where the first begins.
enum class Manner : std::uint8_t { body, cell, plain };

// Glyphs [first, last) of a line; blanks at a soft line end or start are left out. begin and end are the
// bytes that the line stands for, blanks included: the lines of a text joined give the text.
struct FittedLine {
    std::uint32_t first = 0, last = 0;
    std::uint32_t begin = 0, end = 0;
    std::int32_t indent = 0;        // 1/1000 em
    std::int32_t head = 0;          // white of the first glyph that lies before the line's edge, 1/1000 em
    std::int32_t width = 0;         // of what is seen, without white at both ends, 1/1000 em
    Break ended = Break::mandatory; // where it was broken; below poor: because nothing better fitted
    std::int32_t adjustment = -1;   // of FittedText::adjustments, one for each glyph; -1: none
};

struct FittedText {
    std::vector<FittedLine> lines;
    std::vector<std::int16_t> adjustments; // what is added behind a glyph, 1/1000 em
};

struct FitTask {
    const ShapedText& text;
    const std::vector<Break>& breaks;    // by byte offset
    std::span<const std::uint8_t> costs; // of breaks, by byte offset (text/phrases.h); narrow lines only
    std::int32_t width = 0;              // 1/1000 em
    std::uint32_t hang = 0;              // byte offset under which later lines of the first hard line begin
    std::int32_t tab = 4000;             // from tab stop to tab stop, 1/1000 em
    Manner manner = Manner::body;
    bool title = false; // broken at phrases, however wide it is
    bool justify = false; // lines that the text goes on behind reach the edge
    bool hanging = false; // 、 and 。 of justified lines may stand beyond it
};

// Lines narrower than this are broken at phrases and never justified (JLREQ 3.8 has nothing to say about
// lines of a few characters; stretching one hole over four of them is worse than a ragged edge).
inline constexpr std::int32_t narrow_line = 12000;

// The lines of the text; at least one. Every line is at most `width` wide unless a single character is wider.
FittedText fit_lines(const FitTask& task);

} // namespace taisho
