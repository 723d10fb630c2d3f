#pragma once
// What stands outside the text of a page: the paper's number and the stamp, the words at head and foot, the
// page number. It is set once for the first page and once for all others; paper and sheet show the same.

#include "layout/pages.h"
#include "typeset/typesetter.h"

#include <string>
#include <vector>

namespace taisho {

// A text on one line, with its place on the page.
struct OutsideText {
    std::string words;
    std::uint32_t text = 0, glyphs = 0; // of the Typesetter
    Place place = Place::left;
    Family family = Family::mincho;
    Length size{};
    Length left{}, top{}, right{}, bottom{}; // the box that is drawn, or the ends of what is seen
    Length x{}, baseline{};
    bool boxed = false;
    Origin origin{}; // no_block: it is not read
};

struct PageFurniture {
    std::vector<OutsideText> boxes;      // the paper's number, the stamp
    std::vector<OutsideText> head, foot; // from left to right
};

struct Furniture {
    PageFurniture first, later;
};

// Of as many pages as were made.
PageNumbers numbers_of(const PageSetup& setup, std::size_t pages);

// 3, as the paper writes its digits.
std::string digits_of(int number, const Document& document);

// - 3 -, 3/5; empty: pages have no number.
std::string page_number_words(int number, const PageNumbers& numbers, const Document& document);

// No two texts of a page touch each other: what stands in a line gets smaller together, and if that does not
// help, the longest are cut and end in …. Where the paper's number, the stamp or the page number stands,
// words of the head or foot have no room and are left out.
Furniture set_furniture(const Document& document, const PageNumbers& numbers, Typesetter& typesetter);

// The number and the stamp, before what the page says. `heard`: they were read on a page before.
void place_boxes(const PageFurniture& furniture, const PageSetup& setup, bool heard, Page& page);

// What is not read: the words at head and foot, and the number of the page.
void place_running(const PageFurniture& furniture, const PageNumbers& numbers, const Document& document,
                   Typesetter& typesetter, Page& page);

} // namespace taisho
