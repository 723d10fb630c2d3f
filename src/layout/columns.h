#pragma once
// How wide the columns of tables become.

#include "layout/flow.h"

#include <map>
#include <utility>
#include <vector>

namespace taisho {

// Tables of one group with the same tracks get the same column widths, so that the items of a paper look
// alike (R44 of our rules: equal roles, equal widths). What their columns would need at most:
using NaturalWidths = std::map<std::pair<std::uint32_t, std::vector<Track>>, std::vector<Length>>;

void note_widths(const Table& table, Typesetter& typesetter, NaturalWidths& widths);

// The left edge of each column and the right edge of the last. REQUIRES: the table was noted.
std::vector<Length> column_edges(const Table& table, const NaturalWidths& natural, const Medium& medium);

} // namespace taisho
