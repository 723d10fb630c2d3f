#pragma once
// Bands to pages. A band is a strip across the page that is never cut: a few lines of a paragraph, a table
// row, a slice of a row that is too tall. Before and after of a year stand in one band, so they break
// together.

#include "base/length.h"

#include <cstdint>
#include <vector>

namespace taisho {

struct Band {
    std::uint32_t block = 0;           // of the document
    std::uint32_t row = 0;             // of a table; lines of a paragraph have row 0
    std::uint32_t first = 0, last = 0; // lines shown: [first, last); a whole row shows all
    Length space_before{};             // dropped at the head of a page
    Length height{};
    bool keep_with_next = false;
    bool starts_page = false; // see paginate
    std::uint32_t unit = 0;   // bands of a unit stay on one page when they fit on one
    Length repeated{};        // what stands above it at the head of a page: header rows, padding of a cut row
    Length closing{};         // what stands below it at the foot of a page: padding of a cut row
};

// Bands [first, last) of a page.
struct PageRange {
    std::size_t first = 0, last = 0;
};

// Fills pages of the given height. Never ends a page behind a band that keeps with the next, unless nothing
// else is possible; moves a unit to the next page when it fits there whole and this page is at least half
// full. Every page takes at least one band, so it always ends.
std::vector<PageRange> paginate(const std::vector<Band>& bands, Length height);

} // namespace taisho
