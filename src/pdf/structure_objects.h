#pragma once
// The structure tree of a file (ISO 32000-1 14.7): its elements, and the trees by which a viewer finds an
// element from a mark on a page, from an annotation or from an identifier.

#include "pdf/links.h"
#include "pdf/marks.h"
#include "pdf/objects.h"
#include "structure/structure.h"

#include <vector>

namespace taisho {

// The root of the tree. Page i of `pages` has the key i in the parent tree (StructParents). An element of
// which no page shows anything is left out.
ObjectReference add_structure_tree(PdfObjects& objects, const Structure& structure,
                                   const std::vector<MarkedPage>& pages, const Links& links);

} // namespace taisho
