#pragma once
// Bands to pages. A band is a strip across the page that is never cut: a few lines of a paragraph, a table
// row, a slice of a row that is too tall. Before and after of a year stand in one band, so they break
// together.

#include "base/length.h"

#include <cstdint>
#include <vector>

namespace taisho {

// How firmly a band holds the one below it. Where all that holds together fits on no page, the weakest link
// gives way first.
enum class Keep : std::uint8_t {
    free,
    rows,    // what is read together: rows that one name heads, a note with its row
    lines,   // a line of a text would stand alone (R37, P9 of our rules), or a heading and its text without
             // the table below them (R36)
    heading, // a heading, a label or a header row would stand above nothing (R36, R39)
};

struct Band {
    std::uint32_t block = 0;           // of the document
    std::uint32_t row = 0;             // of a table; lines of a paragraph have row 0
    std::uint32_t first = 0, last = 0; // lines shown: [first, last); a whole row shows all
    Length space_before{};             // dropped at the head of a page
    Length height{};
    Keep keep = Keep::free;
    bool starts_page = false; // see paginate
    std::uint32_t unit = 0;   // bands of a unit stay on one page when they fit on one
    std::int32_t context =
        -1; // of Flow::contexts, what is said again above it at the head of a page; -1: none
    Length
        repeated{}; // what stands above it at the head of a page: contexts, header rows, padding of a cut row
    Length closing{}; // what stands below it at the foot of a page: padding of a cut row
};

// Bands [first, last) of a page.
struct PageRange {
    std::size_t first = 0, last = 0;
};

struct PageRules {
    Length height;
    std::int32_t whole_item =
        50; // percent of the height that may stay empty for the sake of a unit or of rows
};

// Fills pages. Never ends a page behind a heading, nor leaves a line alone, unless nothing else is possible;
// keeps rows together, and moves a unit to the next page, when they fit there whole and this page is full
// enough. A band that starts a page does so, but a page that was begun because the one before was full goes
// on until it is half full. Every page takes at least one band, so it always ends; n log n.
std::vector<PageRange> paginate(const std::vector<Band>& bands, const PageRules& rules);

} // namespace taisho
