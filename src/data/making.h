#pragma once
// The table while it is made, unit by unit. Internal to the room.

#include "data/data_table.h"

#include <array>

namespace taisho {

struct Making {
    DataTable table;
    const Revision* revision = nullptr; // whose rows come now; none: words exchanged everywhere
};

// Where on each side a text stands, by Side.
struct SidePlaces {
    std::array<std::uint32_t, 2> field{no_index, no_index}, row{no_index, no_index},
        column{no_index, no_index};
};

// A row for each side that exists.
void append_pair(const TextPair& pair, Part part, const SidePlaces& places, Making& making);

// One row, of the unit that came last.
void append_row(DataRow row, Making& making);

// The rows of all fields of the revision, and the fields themselves.
void append_fields(const std::vector<FieldPair>& fields, Making& making);

} // namespace taisho
