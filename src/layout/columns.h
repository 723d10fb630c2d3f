#pragma once
// How wide the columns of tables become.

#include "layout/flow.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace taisho {

// What the texts of a column wish for, without the padding of cells.
struct ColumnNeed {
    Length pair;    // of two characters
    Length few;     // of four characters, or of the longest text when that is shorter
    Length head;    // of its heads and labels when none of them is broken, as far as they are short
    Length words;   // of its widest stretch that cannot be broken, as far as that is short
    Length natural; // of its longest line when nothing is broken
    Length airy;    // and an em of air
    Length before_point, behind_point; // of figures below each other, see decimals.h
};

struct TableNeeds {
    std::vector<ColumnNeed> columns;
    std::vector<std::vector<Length>> rows; // the longest line of each cell, of the first rows without spans
    std::map<std::pair<std::uint16_t, std::uint16_t>, ColumnNeed> spans; // by first column and their number
    std::vector<Length> edges; // the left edge of each column and the right edge of the last
};

// Tables of one group with the same tracks get the same columns, so that the items of a paper look alike and
// the same label breaks alike everywhere (R44 of our rules: equal roles, equal widths).
using NaturalWidths = std::map<std::pair<std::uint32_t, std::vector<Track>>, TableNeeds>;

void note_widths(const Table& table, Manner manner, Typesetter& typesetter, NaturalWidths& widths);

// Divides the width of the medium among the columns of all tables that were noted: in its grid, and together
// exactly as wide as it.
void settle_widths(const Medium& medium, NaturalWidths& widths);

// REQUIRES: the table was noted and the widths are settled.
const std::vector<Length>& column_edges(const Table& table, const NaturalWidths& widths);

} // namespace taisho
