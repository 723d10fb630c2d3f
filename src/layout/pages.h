#pragma once
// Finished pages: every glyph, rule and fill has its place. An output replays them and decides nothing.
// Coordinates: x from the left edge, y from the top edge of the paper, downwards.

#include "base/length.h"
#include "document/document.h"
#include "typeset/shaped_text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace taisho {

// Glyphs [first, last) of texts[text], set from (x, y) with y the baseline. Advances are those of the glyphs,
// and what Page::adjustments adds behind each from `adjustment` on.
struct PlacedText {
    std::uint32_t text = 0, first = 0, last = 0;
    Length x, y, size;
    std::int32_t adjustment = -1; // -1: nothing is added
    bool spread = false;          // its characters stand far apart, but are one word (均等割付)
    bool artifact = false;        // page numbers, repeated headers: not part of what is read
    Origin origin;                // of its paragraph in the Document
    std::uint32_t blanks = 0;     // glyphs behind the last that the line's end took away: read, not seen
    bool parts_words = false;     // what is read next is another word, though no blank is between them
};

// A cell without text: it stands before texts[before] of its page in reading order.
struct EmptyCell {
    Origin origin;
    std::uint32_t before = 0;
};

struct PlacedFill {
    Length x, y, width, height; // y is the upper edge
    Colour colour = white;
};

// A straight horizontal or vertical line with its centre on the given points.
struct PlacedRule {
    Length x1, y1, x2, y2, width;
    Colour colour = black;
    bool dashed = false;
};

// Glyphs [first, last) of texts[text] of the page are bold or have a colour.
struct Emphasis {
    std::uint32_t text = 0, first = 0, last = 0;
    bool bold = false;
    Colour colour = black;
};

struct Page {
    std::vector<PlacedFill> fills; // painted first
    std::vector<PlacedText> texts; // in reading order
    std::vector<EmptyCell> empty_cells;
    std::vector<PlacedRule> rules;         // borders
    std::vector<PlacedRule> underlines;    // and lines through what is struck out
    std::vector<Emphasis> emphases;        // in the order of the texts, not overlapping
    std::vector<std::int16_t> adjustments; // 1/1000 em
    int number = 1;                        // that it shows, if pages show theirs
};

// Of the pages of a paper.
struct PageNumbers {
    int first = 1, last = 1;
};

struct Pages {
    Length width, height;
    Properties properties;
    std::vector<ShapedText> texts;
    std::vector<Page> pages;
};

} // namespace taisho
