#pragma once
// A structure for pages that a test has put together without a document.

#include "layout/pages.h"
#include "structure/structure.h"

namespace taisho::test {

// Each text is a paragraph of its own: text n of the pages is block n. What is placed with no block is an
// artifact.
inline Structure structure_of(const Pages& pages) {
    Structure structure;
    structure.words.emplace_back();
    structure.elements.emplace_back();
    for (std::uint32_t i = 0; i < pages.texts.size(); ++i) {
        structure.elements.emplace_back().type = StructureType::paragraph;
        structure.stretches.push_back({{i, 0, 0, 0}, 0, 0xffffffff, i + 1, i + 2});
    }
    return structure;
}

} // namespace taisho::test
