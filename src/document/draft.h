#pragma once
// The document as far as it is written. Blocks that are put behind each other belong to one unit until the
// next one is begun.

#include "document/document.h"
#include "style/house_style.h"

namespace taisho {

struct Draft {
    const HouseStyle& style;
    Document document;
    Arrangement arrangement = Arrangement::by_year; // of what is put next
    std::uint32_t unit = 0;
    std::int32_t context = -1;            // of what is put next, see contexts.h
    int sections = 0, amendments = 0;     // headings so far; amendments of this section
    std::uint32_t shown = 0;              // changes of the paper so far, but for unchanged units
    std::uint32_t table_groups = 0;       // given away so far; 0 is that of all goals
    bool legend_due = false;              // stands once, before the first comparison
    bool legend_below = false;            // is still to be put below the last
    bool lists_headings = false;          // in the contents
    std::vector<Paragraph> contents = {}; // their lines so far, see contents.h
};

void put(Paragraph paragraph, Draft& draft);
void put_kept(Paragraph paragraph, Draft& draft); // with what follows
void put(Table table, Draft& draft);

// Where the sides are compared: the legend stands above the first such place or, at the end, below the last.
void put_legend(Draft& draft);
void put_legend_below(Draft& draft);

// What was put last stays with what comes next.
void keep_last(Draft& draft);

} // namespace taisho
