#include "printed.h"

#include "document/compose.h"
#include "layout/lay_out.h"
#include "pdf/write_pdf.h"
#include "random_plan.h"
#include "revise/derive.h"

#include <doctest/doctest.h>

namespace taisho::test {

Printed printed(const Revisions& revisions, std::string_view style) {
    Diagnostics diagnostics;
    Printed result{compose(revisions, style_named(style)), {}, {}, {}};
    result.structure = make_structure(result.document);
    result.pages = lay_out_pages(result.document, fonts(), diagnostics);
    const ScratchFolder folder;
    REQUIRE(write_pdf(result.pages, result.structure, fonts(), folder.path / "a.pdf"));
    result.pdf = read_bytes(folder.path / "a.pdf");
    return result;
}

Printed printed(const std::string& paper, std::string_view style) {
    Diagnostics diagnostics;
    return printed(revise(read(paper), diagnostics), style);
}

Revisions random_revisions(Dice& dice) {
    Paper paper;
    paper.title = text("題名");
    paper.plan = random_plan(dice);
    Diagnostics diagnostics;
    paper.sections = derive(paper.plan, edited(paper.plan, dice), diagnostics);
    return revise(paper, diagnostics);
}

} // namespace taisho::test
