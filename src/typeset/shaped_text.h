#pragma once
#include "fonts/font_book.h"

#include <cstdint>
#include <string>
#include <vector>

namespace taisho {

// A text that was shaped once. Lines of any number of places may show parts of it.
struct ShapedText {
    std::string utf8;
    std::vector<Glyph> glyphs; // clusters are byte ranges of utf8
};

} // namespace taisho
