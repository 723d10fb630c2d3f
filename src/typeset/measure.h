#pragma once
// How wide stretches of a text are as lines. Positions are glyph indices; boundary i lies before glyph i.

#include "typeset/fit_lines.h"

namespace taisho {

bool is_blank(const ShapedText& text, std::uint32_t glyph);

// The first glyph at or behind `first`, before `last`, that is no blank; `last` when there is none.
std::uint32_t skip_blanks(const ShapedText& text, std::uint32_t first, std::uint32_t last);

// Whether glyphs [first, last) are fewer than two characters, closing marks and blanks not counted: as the
// last line of a paragraph they are no line (JLREQ 3.5.4).
bool is_lonely(const ShapedText& text, std::uint32_t first, std::uint32_t last);

// How welcome a line's end is before glyph i.
Break break_before(const FitTask& task, std::uint32_t i);

// Walks along a line from its first glyph.
class LineWalk {
public:
    LineWalk(const FitTask& task, std::uint32_t first);

    void take(std::uint32_t glyph); // the next one

    std::int32_t width() const { return seen_; }  // of what is seen: without white and blanks at the end
    std::int32_t pen() const { return pen_; }     // where the next character begins
    std::int32_t white() const { return white_; } // behind the last character that is seen
    std::int32_t slack() const { return slack_; } // by which white inside the line can be reduced

    // How narrow the line can be made: its white reduced and, as the first concession, all gaps by a tenth of
    // its width. A line with a tab is never reduced, or what stands below its stops would no longer do so.
    std::int32_t least() const { return gives_ ? seen_ - slack_ - seen_ / 10 : seen_; }

private:
    const FitTask& task_;
    std::int32_t pen_ = 0, seen_ = 0, white_ = 0;
    std::int32_t slack_ = 0, slack_behind_ = 0; // of white that is inside the line once a character follows
    bool at_start_ = true, gives_ = true;
};

} // namespace taisho
