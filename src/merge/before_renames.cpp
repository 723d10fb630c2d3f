#include "merge/before_renames.h"

#include "amend/apply.h"

#include <algorithm>

namespace taisho {
namespace {

// A paper has some ten. Of more, each of which is looked for in each text, none is taken back.
constexpr std::size_t most_renames = 100;

std::vector<const Rename*> found_in(const std::string& text, const Renames& renames) {
    std::vector<const Rename*> found;
    for (const Section& section : renames.sections) {
        for (const Amendment& amendment : section.amendments) {
            const auto* rename = std::get_if<Rename>(&amendment.change);
            const bool is_word = rename != nullptr && !rename->from.empty() && !rename->to.empty();
            if (is_word && text.find(rename->from.utf8) != std::string::npos) found.push_back(rename);
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(),
                             [](const Rename* r) { return r->to.utf8.size(); });
    return found;
}

std::string taken_back(std::string_view text, const std::vector<const Rename*>& renames) {
    std::string result;
    while (!text.empty()) {
        const auto here = std::ranges::find_if(
            renames, [&](const Rename* rename) { return text.starts_with(rename->to.utf8); });
        if (here == renames.end()) {
            result += text.front();
            text.remove_prefix(1);
        } else {
            result += (*here)->from.utf8;
            text.remove_prefix((*here)->to.utf8.size());
        }
    }
    return result;
}

// Making the renames decides, for they know which words are parts of others.
std::string renamed(const std::string& text, const Renames& renames) {
    Unit item;
    item.content = Item{{Passage{PassageKind::description, {}, {text, {}}, {}}}};
    Plan plan;
    plan.body_names = renames.body_names;
    plan.tree.units.push_back(std::move(item));
    plan.tree.top = {0};
    Diagnostics reported;
    const Applied applied = apply(plan, renames.sections, reported);
    return std::get<Passage>(fields_of(applied.plan.tree.units[0]).front()).text.utf8;
}

} // namespace

Renames renames_of(const Paper& paper) {
    Renames renames{{{}}, paper.plan.body_names};
    for (const Section& section : paper.sections) {
        std::ranges::copy_if(
            section.amendments, std::back_inserter(renames.sections[0].amendments),
            [](const Amendment& amendment) { return std::holds_alternative<Rename>(amendment.change); });
    }
    if (renames.sections[0].amendments.size() > most_renames) renames.sections.clear();
    return renames;
}

std::string before_renames(const std::string& wanted, const std::string& now, const Renames& renames) {
    const std::vector<const Rename*> found = found_in(now, renames);
    if (found.empty()) return wanted;
    std::string text = taken_back(wanted, found);
    return renamed(text, renames) == wanted ? text : wanted;
}

} // namespace taisho
