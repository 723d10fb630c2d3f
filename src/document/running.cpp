#include "document/running.h"

#include "base/utf8.h"
#include "document/properties.h"
#include "revise/revisions.h"
#include "style/house_style.h"

#include <utility>
#include <vector>

namespace taisho {
namespace {

struct Fact {
    std::string place, text;
};

std::string in_one_line(std::string_view text) { return one_line(trimmed(text)); }

// The longer places come first: `fill` takes the first that it meets.
std::vector<Fact> facts_of(const Revisions& revisions) {
    const Meeting& meeting = revisions.meeting;
    std::vector<Fact> facts;
    const auto add = [&](const std::string& place, std::string_view said) {
        const std::string text = in_one_line(said);
        if (text.empty())
            for (const std::string_view blank : {"　", " "})
                facts.push_back({place + std::string(blank), ""});
        facts.push_back({place, text});
    };
    add("{title}", revisions.title.utf8);
    add("{number}", revisions.number.utf8);
    add("{meeting}", meeting.round.utf8 + meeting.council.utf8);
    add("{council}", meeting.council.utf8);
    add("{date}", meeting.date.utf8);
    add("{department}", revisions.department.utf8);
    return facts;
}

} // namespace

PageSetup with_facts(PageSetup page, const Revisions& revisions) {
    const std::vector<Fact> facts = facts_of(revisions);
    std::vector<Filling> fillings;
    for (const Fact& fact : facts) fillings.push_back({fact.place, fact.text});
    for (RunningLine* line : {&page.head, &page.foot})
        for (std::string* words : {&line->left, &line->center, &line->right})
            *words = in_one_line(fill(*words, fillings));
    page.stamp.text = in_one_line(page.stamp.text);
    return page;
}

std::string shown_number(const Document& document) {
    const std::string& number = document.paper_number;
    switch (document.page.paper_number.form) {
    case PaperNumberForm::box:
    case PaperNumberForm::plain: return number;
    case PaperNumberForm::brackets: return number.empty() ? number : "【" + number + "】";
    case PaperNumberForm::none: return {};
    }
    return {};
}

} // namespace taisho
