#pragma once
#include "layout/flow.h"
#include "layout/pages.h"

#include <string>

namespace taisho {

// Places lines on a page. `left` and `top` are of the area the paragraph stands in.
struct Spot {
    Length left, top;
    Origin origin;
    bool artifact = false;
};

// Lines [first, last) of a paragraph from spot.top downwards, with the marks of what changed.
void place_lines(const SetParagraph& set, std::uint32_t first, std::uint32_t last, const Spot& spot,
                 const Marks& marks, const Typesetter& typesetter, Page& page);

// The page that a line of the contents leads to.
struct PageReference {
    std::string number;
    std::int32_t widest = 500; // 1/1000 em, of such numbers: the leaders of all lines end in one place
    Length right;              // the edge at which the number ends
};

// The leader and the number behind the last line of a paragraph, which stands from spot.top downwards. The
// leader says nothing; the number is paragraph 1 of its block.
void place_page_reference(const SetParagraph& set, const Spot& spot, const PageReference& reference,
                          Typesetter& typesetter, Page& page);

// The part of a table that a page shows: bands [first, last), all of this table, from `top` downwards. When
// the part does not begin with the table, the header rows are repeated above. Returns the lower edge.
Length place_table(const SetTable& set, const std::vector<Band>& bands, std::size_t first, std::size_t last,
                   const PageSetup& setup, Length top, const Typesetter& typesetter, Page& page);

} // namespace taisho
