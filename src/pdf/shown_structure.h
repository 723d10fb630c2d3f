#pragma once
// The structure as far as some pages show it: pages that are made alone show a part of their paper.

#include "pdf/marks.h"
#include "structure/structure.h"

#include <cstdint>
#include <span>
#include <vector>

namespace taisho {

// Values for each element, one behind the other.
template <class Value>
struct PerElement {
    std::vector<std::uint32_t> begin; // one more than there are elements
    std::vector<Value> values;

    std::span<const Value> of(std::uint32_t element) const {
        return std::span(values).subspan(begin[element], begin[element + 1] - begin[element]);
    }
};

// A mark of an element: on that page, with that identifier (MCID). Of the elements below, those before
// `next_element` are read before it.
struct ElementMark {
    std::uint32_t next_element = 0;
    std::uint32_t page = 0, mcid = 0;
};

struct ShownStructure {
    std::vector<bool> kept;            // by element
    std::vector<std::uint8_t> levels;  // by element: of headings that are kept, 1 to 6
    PerElement<ElementMark> marks;     // in reading order
    PerElement<std::uint32_t> kids;    // the elements below each that are kept
    std::vector<std::uint32_t> spoken; // by word: how often it is spoken
};

// An element is kept when a page shows something of it; rows of a table too when a cell that is shown reaches
// into them, so that rows and columns fit together. Where a heading is missing, those below it move up: no
// level is left out.
ShownStructure show_structure(const Structure& structure, const std::vector<MarkedPage>& pages);

} // namespace taisho
