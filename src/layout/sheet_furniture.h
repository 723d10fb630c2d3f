#pragma once
#include "layout/sheet.h"
#include "typeset/typesetter.h"

namespace taisho {

// What the pages of paper show outside the text, for as many pages of the sheet. Excel draws no boxes there:
// the paper's number has none, and the stamp stands in brackets.
HeadAndFoot head_and_foot(const Document& document, std::size_t pages, Typesetter& typesetter);

} // namespace taisho
