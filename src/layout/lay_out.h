#pragma once
#include "base/diagnostics.h"
#include "document/document.h"
#include "fonts/font_book.h"
#include "layout/pages.h"
#include "layout/sheet.h"

namespace taisho {

// The document on pages of paper. Lines that had to be broken where no break is allowed are reported as
// warnings.
Pages lay_out_pages(const Document& document, const FontBook& fonts, Diagnostics& diagnostics);

// The document on the print sheet of a workbook. There are no warnings: Excel breaks the lines itself.
Sheet lay_out_sheet(const Document& document, const FontBook& fonts);

// As text, a line per thing placed, for inspection and goldens. Lengths in pt.
std::string dump(const Pages& pages);
std::string dump(const Sheet& sheet);

} // namespace taisho
