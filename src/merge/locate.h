#pragma once
// Where in a plan the text is that a DataPlace names.

#include "data/data_table.h"
#include "model/plan.h"

namespace taisho {

// By output#2 and the like; nothing when the item has no such field.
std::optional<std::size_t> find_field(const Unit& item, std::string_view key);

// By DataPlace::column and DataPlace::row.
std::optional<std::size_t> find_column(const Goal& goal, std::string_view key);
std::optional<std::size_t> find_row(const Goal& goal, std::string_view key);

// The goal that the place is in, or null.
Goal* find_goal(Unit& unit, const DataPlace& place);

// The text itself, or null when the unit has none such. What stands beside a plan (a reason) is none of it.
Text* find_text(Unit& unit, const DataPlace& place);

} // namespace taisho
