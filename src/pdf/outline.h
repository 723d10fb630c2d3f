#pragma once
// Bookmarks (ISO 32000-1 12.3.3, "document outline").

#include "pdf/links.h"
#include "structure/structure.h"

#include <optional>
#include <vector>

namespace taisho {

// The root of the outline, or nothing when there is no bookmark whose place a page shows.
std::optional<ObjectReference> add_outline(PdfObjects& objects, const std::vector<Bookmark>& bookmarks,
                                           const BlockPlaces& places);

} // namespace taisho
