#pragma once
// Which cells a frame is drawn around where the shape of a table changes (Marks::frame).

#include "document/document.h"
#include "revise/revisions.h"
#include "style/house_style.h"

#include <span>

namespace taisho {

// Whether cells that one side alone has are framed: a year, a row, a cell of a free table.
bool frames_cells(const HouseStyle& style);

// Whether the whole table is framed in which this changes.
bool frames_table(const FieldPair& field, const HouseStyle& style);

// The cells with a text of a row, but for marks such as （新設）.
void frame_values(Row& row);

// All cells of the rows.
void frame_all(std::span<Row> rows);

} // namespace taisho
