#pragma once
#include "document/document.h"
#include "revise/revisions.h"
#include "style/house_style.h"

namespace taisho {

// The document that shows the revisions in a house style's arrangement.
Document compose(const Revisions& revisions, const HouseStyle& style);

// The document as text, a line per paragraph and cell, for inspection and goldens.
std::string dump(const Document& document);

} // namespace taisho
