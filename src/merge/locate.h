#pragma once
// Where in a plan the text is that a DataPlace names.

#include "compare/grid.h"
#include "data/data_table.h"
#include "model/plan.h"

#include <map>
#include <string>

namespace taisho {

// A field with the names of what it holds, so that a thousand of its texts are found in the time of one.
struct NamedField {
    Field* field = nullptr;                           // null: the item has no such field
    std::map<std::string, std::size_t> columns, rows; // of a goal, by DataPlace::column and DataPlace::row
    std::optional<Grid> grid;                         // of a free table
};

// By output#2 and the like; nothing when the item has no such field.
std::optional<std::size_t> find_field(const Unit& item, std::string_view key);

// Good for as long as nothing is added to the unit or taken out of it.
NamedField named_field(Unit& unit, std::string_view key);

Goal* goal_of(const NamedField& field); // or null

// The text that stands in the field, or beside all fields; null when there is none such.
Text* find_text(const NamedField& field, const DataPlace& place);
Text* find_heading_text(Unit& unit, Part part);

} // namespace taisho
