#pragma once
// Where the lines of a hard line (up to a '\n' of the author) end.

#include "typeset/fit_lines.h"

#include <vector>

namespace taisho {

struct HardLine {
    std::uint32_t begin = 0, end = 0;  // bytes, without '\n'
    std::uint32_t first = 0, last = 0; // glyphs
    std::int32_t hang = 0;             // indent of its later lines, 1/1000 em
};

struct LineEnd {
    std::uint32_t at = 0; // the glyph with which the next line begins
    Break kind = Break::mandatory;
};

// Greedy with look-back, one line at a time, so that an edit moves later lines only, and a repair of last
// lines that would hold a single character. For lines of 12 em and more, and for all plain ones.
// REQUIRES: the hard line has glyphs. So for the next one.
std::vector<LineEnd> break_greedily(const FitTask& task, const HardLine& hard);

// The fewest concessions, then the fewest lines, then the breaks that disturb a reader least: for narrow
// cells.
std::vector<LineEnd> break_at_phrases(const FitTask& task, const HardLine& hard);

} // namespace taisho
