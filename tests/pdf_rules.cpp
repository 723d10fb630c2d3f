#include "pdf_rules.h"

#include "pdf_rules_parts.h"

namespace taisho::test {
namespace {

// What cannot be read is a breach, too, and the other parts go on.
template <class Part, class Subject>
void append_breaches(Part part, const Subject& subject, Breaches& breaches) {
    try {
        const Breaches found = part(subject);
        breaches.insert(breaches.end(), found.begin(), found.end());
    } catch (const PdfError& error) { breaches.emplace_back(error.what()); }
}

Examined examine(const PdfFile& file) {
    Examined examined{file, pages_of(file), {}, structure_of(file)};
    examined.content = content_of(file, examined.pages);
    return examined;
}

Breaches slips_of(const Examined& examined) {
    Breaches slips = examined.content.slips;
    slips.insert(slips.end(), examined.structure.slips.begin(), examined.structure.slips.end());
    return slips;
}

} // namespace

std::vector<std::string> broken_rules(const PdfFile& file) {
    Breaches breaches = file.slips;
    for (const auto part : {object_breaches, catalog_breaches, page_tree_breaches, metadata_breaches})
        append_breaches(part, file, breaches);
    try {
        const Examined examined = examine(file);
        for (const auto part : {slips_of, font_breaches, colour_breaches, structure_breaches,
                                tagging_breaches, table_breaches, link_breaches})
            append_breaches(part, examined, breaches);
    } catch (const PdfError& error) { breaches.emplace_back(error.what()); }
    return breaches;
}

std::vector<std::string> broken_rules_of(const std::string& bytes) {
    try {
        return broken_rules(read_pdf(bytes));
    } catch (const PdfError& error) { return {error.what()}; }
}

} // namespace taisho::test
