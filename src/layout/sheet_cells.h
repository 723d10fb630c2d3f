#pragma once
// What stands in a cell of the print sheet and how: Excel has no tab stops, no padding and no 均等割付 inside
// of a column, so blanks, indents and alignments stand for them.

#include "layout/sheet.h"
#include "layout/shown_table.h"

namespace taisho {

inline constexpr Length indent_step =
    pt(7.5); // one step of indent, the wider of what two programs make of it
inline constexpr Length highest_row = pt(409.5); // ECMA-376 18.3.1.73; Excel's limit

// Lines [first, last) of a paragraph, over the whole width of the sheet.
SheetCell paragraph_cell(const SetParagraph& set, std::uint32_t first, std::uint32_t last);

// The cells, by first row and column, without areas that hold nothing: whoever hears the sheet would be told
// of a merged cell. An empty cell over several columns becomes one for each, with the rules around them.
std::vector<SheetCell> without_empty_areas(std::vector<SheetCell> cells);

// A cell of a table as far as a page shows it. Where it stands is not yet said.
SheetCell table_cell(const ShownTable& shown, const ShownCell& part, const PageSetup& setup);

// Says on which sides of the cells the frame runs around those that are in it.
void frame_cells(std::vector<SheetCell>& cells, std::size_t rows, std::size_t columns);

} // namespace taisho
