#pragma once
// What the pages show of the structure: their marked-content sequences and the areas of their links.

#include "base/length.h"
#include "pdf/objects.h"
#include "structure/structure.h"

#include <vector>

namespace taisho {

// Where a page shows a part of a link. x from the left, y from the lower edge of the paper.
struct LinkArea {
    std::uint32_t element = 0; // of the structure
    Length left, bottom, right, top;
};

// A page as the structure sees it. A marked-content sequence (ISO 32000-1 14.6) is a part of a stretch; its
// identifier (MCID) is its index here.
struct MarkedPage {
    ObjectReference page;
    std::vector<std::uint32_t> marks; // indices into Structure::stretches
    std::vector<LinkArea> links;
};

} // namespace taisho
