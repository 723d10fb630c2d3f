// Papers that nobody has written: what derive makes of two random plans, through the whole path.

#include "document/compose.h"
#include "layout/lay_out.h"
#include "random_plan.h"
#include "revise/derive.h"
#include "revise/revisions.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

// Every text that stands in both plans in the same place, with its marks taken away, must be equal: what is
// not marked is the same on both sides.
std::string unmarked(const Marked& marked) {
    std::string text;
    std::uint32_t at = 0;
    for (const Range& range : marked.changed) {
        text.append(marked.text.utf8, at, range.begin - at);
        at = range.end;
    }
    return text.append(marked.text.utf8, at);
}

void check_pair(const TextPair& pair) {
    if (pair.before && pair.after) CHECK(unmarked(*pair.before) == unmarked(*pair.after));
}

void check_field(const PassagePair& passage) { check_pair(passage.label), check_pair(passage.text); }

void check_field(const GoalPair& goal) {
    check_pair(goal.label), check_pair(goal.statement);
    for (const ColumnPair& column : goal.columns) check_pair(column.label), check_pair(column.note);
    for (const RowPair& row : goal.rows) {
        CHECK(row.values.size() == goal.columns.size());
        for (const TextPair& value : row.values) check_pair(value);
    }
}

void check_field(const TablePair& table) { check_pair(table.label); }

void check_revision(const Revision& revision) {
    check_pair(revision.number), check_pair(revision.title), check_pair(revision.place);
    for (const FieldPair& field : revision.fields)
        std::visit([](const auto& one) { check_field(one); }, field);
}

Revisions random_revisions(Dice& dice) {
    Paper paper;
    paper.title = text("題名");
    paper.plan = random_plan(dice);
    Diagnostics diagnostics;
    paper.sections = derive(paper.plan, edited(paper.plan, dice), diagnostics);
    Revisions revisions = revise(paper, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) { // a random plan has no years and bodies worth checking
        const bool of_plan = diagnostic.code == Code::year_out_of_range ||
                             diagnostic.code == Code::unknown_body ||
                             diagnostic.code == Code::target_not_last;
        if (!of_plan && diagnostic.severity == Severity::error)
            FAIL_CHECK(sentence(diagnostic, Language::english));
    }
    return revisions;
}

TEST_CASE("どんな修正でも、印のない所は前と後で同じ") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        CAPTURE(seed);
        Dice dice(seed + 300'000);
        for (const RevisedSection& section : random_revisions(dice).sections) {
            for (const Change& change : section.changes) {
                if (const auto* revision = std::get_if<Revision>(&change)) check_revision(*revision);
            }
        }
    }
}

TEST_CASE("どんな修正でも、どの様式でも頁とシートになる") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        Dice dice(seed + 400'000);
        const Revisions revisions = random_revisions(dice);
        for (const char* style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"}) {
            const Document document = compose(revisions, style_named(style));
            Diagnostics diagnostics;
            CHECK(!lay_out_pages(document, fonts(), diagnostics).pages.empty());
            CHECK(!has_errors(diagnostics));
            CHECK(!lay_out_sheet(document, fonts()).cells.empty());
        }
    }
}

} // namespace
} // namespace taisho::test
