#pragma once
// The structure tree of a file (ISO 32000-1 14.7): its elements, the trees by which a viewer finds an element
// from a mark on a page or from an identifier, and the annotations of links.

#include "pdf/marks.h"
#include "pdf/objects.h"
#include "structure/structure.h"

#include <optional>
#include <string>
#include <vector>

namespace taisho {

// Where a block begins: on that page, at that height from the lower edge of the paper.
struct BlockPlace {
    ObjectReference page;
    Length top;
};

// Places by block; none where no page shows the beginning of the block.
using BlockPlaces = std::vector<std::optional<BlockPlace>>;

// [5 0 R /XYZ null 700 null]: the page with that place at its upper edge.
std::string destination(const BlockPlace& place);

struct StructureTree {
    ObjectReference root;
    std::vector<std::string> page_entries; // of each page's dictionary: StructParents, Tabs, Annots
};

// Elements of which no page shows anything are left out; rows of a table only if no cell that is shown
// reaches into them, so that rows and columns fit together.
StructureTree add_structure_tree(PdfObjects& objects, const Structure& structure,
                                 const std::vector<MarkedPage>& pages, const BlockPlaces& places);

} // namespace taisho
