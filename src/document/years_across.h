#pragma once
// The cells of a goal whose years run across, whether its two sides stand beside or below each other.

#include "document/column_roles.h"
#include "document/paragraphs.h"

#include <vector>

namespace taisho {

// Whether the goal has rows with names.
bool has_row_names(const GoalPair& goal);

// The head of a column. REQUIRES: the column exists on that side.
Cell year_cell(const GoalPair& goal, const ColumnPair& column, Side side, const HouseStyle& style);

// Where several rows stand below each other, figures do so digit below digit; on both sides alike. One role
// for each column.
std::vector<ColumnRole> figures_of(const GoalPair& goal);

// The value of a row in column `index` of the goal; empty where there is none on that side.
Cell year_value(const GoalPair& goal, const RowPair& row, std::size_t index, Side side,
                const std::vector<ColumnRole>& figures, const HouseStyle& style);

// The name of a row; empty where it has none.
Cell row_name_cell(const RowPair& row, Side side, const HouseStyle& style);

} // namespace taisho
