#pragma once
#include "model/paper.h"
#include "xml/element.h"

namespace taisho {

// The way back: reading the element gives the same plan or paper again, places apart.
Element to_element(const Field& field);
Element to_element(const Plan& plan);
Element to_element(const Unit& unit, const UnitTree& tree);
Element to_element(const Paper& paper);
Element to_element(const FieldRevision& revision);

// The paper as XML in one form of writing, for inspection and goldens.
std::string dump(const Paper& paper);

// What a unit says, as 16 hexadecimal digits: of an item all of it, of a level its heading alone. It tells
// plans apart that were changed by mistake (base/digest.h).
std::string digest_of(const Unit& unit);

} // namespace taisho
