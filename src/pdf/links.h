#pragma once
// Links: where blocks begin on the pages, and the annotations that lead there (ISO 32000-1 12.3.2, 12.5.6.5).

#include "layout/pages.h"
#include "pdf/marks.h"
#include "pdf/objects.h"
#include "structure/structure.h"

#include <map>
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

// REQUIRES: marked[i] is pages.pages[i].
BlockPlaces find_places(const Pages& pages, const std::vector<MarkedPage>& marked);

// [5 0 R /XYZ null 700 null]: the page with that place at its upper edge.
std::string destination(const BlockPlace& place);

struct LinkAnnotation {
    ObjectReference annotation, page;
    std::int64_t key = 0; // StructParent
};

struct Links {
    std::vector<std::string> page_entries; // of each page's dictionary: Annots, or nothing
    std::map<std::uint32_t, std::vector<LinkAnnotation>> by_element; // in the order of the pages
};

// One annotation for each page that shows a part of a link; none where it would lead to a page that is
// missing. Their keys in the parent tree are counted from `first_key`.
Links add_links(PdfObjects& objects, const Structure& structure, const std::vector<MarkedPage>& pages,
                const BlockPlaces& places, std::int64_t first_key);

} // namespace taisho
