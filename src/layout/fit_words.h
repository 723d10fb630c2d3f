#pragma once
// Words outside the text, in one line: how wide they are, and what becomes of them where there is too little
// room.

#include "typeset/typesetter.h"

#include <array>
#include <string>
#include <string_view>

namespace taisho {

// A text that was shaped for one line. White that belongs to its first and last mark is not seen, and does
// not count. 1/1000 em
struct ShapedWords {
    std::uint32_t text = 0, glyphs = 0;
    std::int32_t before = 0, seen = 0, after = 0; // what is seen, and the white on both sides
};

ShapedWords shape_words(std::string_view words, Family family, Typesetter& typesetter);

// By Place. Where something else stands, `taken` says how wide it is.
struct WordsInLine {
    std::array<std::string, 3> words;
    std::array<Length, 3> taken;
};

struct FittedWords {
    std::array<std::string, 3> words;
    Length size;
};

// The words in a line of the width `room`, the middle ones in its middle. Where they would touch, all get
// smaller; where they are too long even so, the longest are cut and end in ….
FittedWords fit_words(const WordsInLine& line, Length room, Length size, Typesetter& typesetter);

} // namespace taisho
