#pragma once
// Texts set in lines, for tests.

#include "typeset/fit_lines.h"

#include <string>
#include <vector>

namespace taisho::test {

struct Fitted {
    ShapedText text;
    std::vector<Break> breaks;
    std::vector<FittedLine> lines;
    std::vector<std::int16_t> adjustments;
};

// How a text is to be set; `width` is in 1/1000 em.
struct Setting {
    std::int32_t width = 0;
    std::uint32_t hang = 0;
    Manner manner = Manner::body;
    bool justify = false, hanging = false;
};

// Sets a text as a paragraph does: without glyphs for the author's line breaks.
Fitted fit(const std::string& text, const Setting& setting);

// What the lines show, with | between them, _ for each half em of indent, ! where a line ends by a
// concession.
std::string shown(const Fitted& fitted);

// What is seen of a line, counted anew: advances and adjustments without the white at both ends.
std::int32_t seen_width(const Fitted& fitted, const FittedLine& line);

} // namespace taisho::test
