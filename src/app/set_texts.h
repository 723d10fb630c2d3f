#pragma once
#include "document/document.h"

#include <string_view>
#include <vector>

namespace taisho {

// A stretch of a paragraph, all of one family. The views are of the document.
struct SetText {
    std::string_view paragraph, stretch;
    Family family = Family::mincho;
    Span at; // where the paragraph was written
};

// Every text of the document that an output sets: what is read, in reading order, then what pages repeat.
// What nobody sees (ids, comments, items that the paper leaves out) is not in the document.
std::vector<SetText> set_texts(const Document& document);

} // namespace taisho
