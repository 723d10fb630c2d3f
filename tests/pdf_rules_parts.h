#pragma once
// The parts of broken_rules: each looks at one side of the file and tells what is wrong there.

#include "pdf_structure.h"

#include <string>
#include <vector>

namespace taisho::test {

using Breaches = std::vector<std::string>;

struct Examined {
    const PdfFile& file;
    std::vector<PdfPage> pages;
    PdfContent content;
    PdfStructure structure;
};

Breaches object_breaches(const PdfFile& file);    // limits, names, trailer
Breaches catalog_breaches(const PdfFile& file);   // catalog, colours
Breaches page_tree_breaches(const PdfFile& file); // page tree, page labels
Breaches metadata_breaches(const PdfFile& file);  // XMP and Info

Breaches font_breaches(const Examined& examined);
Breaches colour_breaches(const Examined& examined);
Breaches structure_breaches(const Examined& examined);
Breaches tagging_breaches(const Examined& examined); // marked content, parent tree, order
Breaches table_breaches(const Examined& examined);
Breaches link_breaches(const Examined& examined); // annotations, destinations, bookmarks

bool is_language_tag(const std::string& tag);

// Whether a destination (12.3.2) leads to a page of the file.
bool leads_to_page(const PdfFile& file, const std::vector<PdfPage>& pages, const PdfValue& destination);

} // namespace taisho::test
