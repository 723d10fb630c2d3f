#include "style/house_style.h"

#include <algorithm>

namespace taisho {

std::span<const WordEntry> word_entries() {
    static const std::vector<WordEntry> entries = {
        {"before", &Words::before, {}},
        {"after", &Words::after, {}},
        {"number", &Words::number, {}},
        {"name", &Words::name, {}},
        {"place", &Words::place, {}},
        {"statement", &Words::statement, {}},
        {"description", &Words::description, {}},
        {"bodies", &Words::bodies, {}},
        {"footnote", &Words::footnote, {}},
        {"table", &Words::table, {}},
        {"rest", &Words::rest, {}},
        {"reason", &Words::reason, {}},
        {"amendmentReason", &Words::amendment_reason, {}},
        {"opinions", &Words::opinions, {}},
        {"remark", &Words::remark, {}},
        {"deleted", &Words::deleted, {}},
        {"added", &Words::added, {}},
        {"merged", &Words::merged, {"{}"}},
        {"split", &Words::split, {"{}"}},
        {"omitted", &Words::omitted, {}},
        {"through", &Words::through, {}},
        {"corrected", &Words::corrected, {}},
        {"moved", &Words::moved, {}},
        {"renumbered", &Words::renumbered, {}},
        {"page", &Words::page, {"{}"}},
        {"pages", &Words::pages, {}},
        {"rename", &Words::rename, {"{from}", "{to}", "{count}"}},
        {"renamedAt", &Words::renamed_at, {}},
        {"renamedField", &Words::renamed_field, {}},
        {"renamedCount", &Words::renamed_count, {}},
        {"heading", &Words::heading, {}},
        {"plan", &Words::plan, {}},
        {"continued", &Words::continued, {}},
        {"legend", &Words::legend, {}},
    };
    return entries;
}

std::string fill(std::string_view word, std::span<const Filling> fillings) {
    std::string text;
    while (!word.empty()) {
        const auto here = std::ranges::find_if(
            fillings, [&](const Filling& filling) { return word.starts_with(filling.place); });
        if (here == fillings.end()) {
            text.push_back(word.front()), word.remove_prefix(1);
        } else {
            text += here->text, word.remove_prefix(here->place.size());
        }
    }
    return text;
}

} // namespace taisho
