#pragma once
// Pages to PDF. PoDoFo is used as the layer of objects, streams and the cross-reference table; fonts,
// ToUnicode, content streams and the page tree are written here (ISO 32000-1 7.7, 9.6 to 9.10).

#include "fonts/font_book.h"
#include "layout/pages.h"

#include <filesystem>

namespace taisho {

// Writes the pages to `file`. The bytes depend on `pages` and the fonts alone. Returns false when the file
// cannot be written; the file may then hold anything, so give a name that nobody uses yet.
bool write_pdf(const Pages& pages, const FontBook& fonts, const std::filesystem::path& file);

} // namespace taisho
