#include "data/change_list.h"

#include "compare/field_names.h"
#include "document/change_entries.h"

namespace taisho {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
    return text;
}

std::string text_on(const ChangeEntry& entry, Side side) {
    const Marked* text = side_of(entry.pair, side);
    return text != nullptr ? text->text.utf8 : entry.missing;
}

} // namespace

// What a change is called and what stands for a side that does not exist are the words of the paper itself,
// so that a reader finds the line of the list on the page.
std::vector<ListedChange> list_changes(const Revisions& revisions, const HouseStyle& style) {
    std::vector<ListedChange> list;
    for (const ChangeEntry& entry : change_entries(revisions.sections, 0, style)) {
        if (!entry.changed) continue; // the sheet lists texts that change
        const Text& reason = entry.field_reason != nullptr ? *entry.field_reason : entry.annotations->reason;
        list.push_back({entry.change, entry.ordinal, joined(entry.place, "\n"),
                        joined(entry.item, entry.whole ? "、" : "　"), text_on(entry, Side::before),
                        text_on(entry, Side::after), cut_line(reason.utf8, most_repeated)});
    }
    return list;
}

} // namespace taisho
