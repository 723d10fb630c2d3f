#pragma once
// Name trees and number trees (ISO 32000-1 7.9.6, 7.9.7), balanced, so that a viewer finds any entry in a few
// steps.

#include "pdf/objects.h"

#include <string>
#include <vector>

namespace taisho {

// A key and a value, both as PDF text. REQUIRES of those who make trees of them: ascending keys.
struct TreeEntry {
    std::string key, value;
};

enum class TreeKind : std::uint8_t { names, numbers };

ObjectReference add_tree(PdfObjects& objects, TreeKind kind, const std::vector<TreeEntry>& entries);

} // namespace taisho
