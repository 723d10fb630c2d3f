#pragma once
// What the readers of the plan and of the amendments share. Internal to the room.

#include "base/diagnostics.h"
#include "model/paper.h"
#include "xml/element.h"

namespace taisho {

std::optional<Text> optional_child(const Element& element, std::string_view name);
bool is_yes(const Element& element, std::string_view attribute);

// Whether a slip has been reported inside the element. Slips of form come first; nobody reads many of them,
// so that only the first are looked at.
bool has_slip_within(const Element& element, const Diagnostics& diagnostics);

Heading read_heading(const Element& element);
Column read_column(const Element& element, Diagnostics& diagnostics);
ValueRow read_row(const Element& element);

// The element of a field as it stands in the plan; nothing when it is none.
std::optional<Field> read_field(const Element& element, Diagnostics& diagnostics);

// An item or level with all that is below it, appended to the tree under `parent`; its index.
std::size_t read_unit(const Element& element, std::optional<std::size_t> parent, UnitTree& tree,
                      Diagnostics& diagnostics);

// The attributes from and to; nothing when neither is given.
std::optional<YearRange> read_years(const Element& element, Diagnostics& diagnostics);
std::vector<Text> read_body_names(const Element& element);

// The element <plan>, whose shape has been checked.
Plan plan_from(const Element& element, Diagnostics& diagnostics);

// The amendments of <section>.
Section read_section(const Element& element, Diagnostics& diagnostics);

// What an amendment says changes in a unit.
UnitRevision read_revision(const Element& element, Diagnostics& diagnostics);

} // namespace taisho
