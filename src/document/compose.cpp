#include "document/compose.h"

#include "document/arrangements.h"
#include "document/paragraphs.h"

namespace taisho {
namespace {

Paragraph section_heading(const Heading& heading, const HouseStyle& style) {
    Paragraph paragraph =
        make_paragraph(ParagraphKind::heading, Role::section,
                       Marked{{heading.number.utf8 + heading.title.utf8, heading.title.at}, {}}, style);
    paragraph.level = 1;
    paragraph.hang = static_cast<std::uint32_t>(heading.number.utf8.size());
    paragraph.keep_with_next = true;
    return paragraph;
}

void append_item(const Revision& revision, std::uint32_t unit, bool with_legend, const HouseStyle& style,
                 Document& document) {
    switch (style.arrangement) {
    case Arrangement::by_year: append_by_year(revision, unit, with_legend, style, document); break;
    case Arrangement::stacked: append_stacked(revision, unit, with_legend, style, document); break;
    }
}

} // namespace

Document compose(const Revisions& revisions, const HouseStyle& style) {
    Document document{revisions.title.utf8, revisions.number.utf8, style.page, style.sheet_fonts, {}};
    append_title(revisions, style, document);
    std::uint32_t unit = 0;
    for (const RevisedSection& section : revisions.sections) {
        document.body.push_back({section_heading(section.heading, style), unit});
        std::vector<Heading> printed; // headings stand anew under each section
        for (const Revision& revision : section.revisions) {
            append_headings(revision, printed, unit, style, document);
            append_item(revision, unit, unit == 0 && !style.words.legend.empty(), style, document);
            printed = revision.path;
            ++unit;
        }
    }
    return document;
}

} // namespace taisho
