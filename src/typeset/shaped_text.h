#pragma once
#include "fonts/font_book.h"
#include "text/jlreq.h"

#include <cstdint>
#include <string>
#include <vector>

namespace taisho {

// What belongs to a glyph besides its body: the white that JLREQ 3.1.4 puts before and behind it among its
// neighbours, 1/1000 em. Its advance counts both.
struct Space {
    CharClass kind = CharClass::western; // of its character
    std::int16_t before = 0, after = 0;
    std::int16_t taken = 0; // by which the advance is less than the font's; negative where white was added
};

// A text that was shaped once. Lines of any number of places may show parts of it.
struct ShapedText {
    std::string utf8;
    std::vector<Glyph> glyphs; // clusters are byte ranges of utf8
    std::vector<Space> spaces; // of each glyph
};

} // namespace taisho
