#pragma once
// Pages to a tagged PDF file that keeps PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). PoDoFo is used as
// the layer of objects, streams and the cross-reference table; fonts, ToUnicode, content streams and the page
// tree are written here (ISO 32000-1 7.7, 9.6 to 9.10).

#include "fonts/font_book.h"
#include "layout/pages.h"
#include "structure/structure.h"

#include <filesystem>

namespace taisho {

// Writes the pages to `file`. `structure` is of the document that the pages were laid out from; a text whose
// place it does not know is an artifact. The bytes depend on the values given alone. Returns false when the
// file cannot be written; the file may then hold anything, so give a name that nobody uses yet.
bool write_pdf(const Pages& pages, const Structure& structure, const FontBook& fonts,
               const std::filesystem::path& file);

} // namespace taisho
