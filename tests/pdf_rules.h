#pragma once
// The rules of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that can apply to a file of ours, and those
// of ISO 32000-1 behind them: a document of text and rules in embedded fonts, with links and bookmarks. What
// no file of ours has (images, forms, transparency, layers, attachments) is itself a breach here, because it
// would not be examined.

#include "pdf_file.h"

#include <string>
#include <vector>

namespace taisho::test {

// One sentence for each breach, with the clause and the place: 「UA 7.5: TH (object 31): no Scope」. A is
// ISO 19005-2, UA ISO 14289-1, PDF ISO 32000-1. Never throws PdfError.
std::vector<std::string> broken_rules(const PdfFile& file);

// The same from bytes that may not even be a PDF.
std::vector<std::string> broken_rules_of(const std::string& bytes);

} // namespace taisho::test
