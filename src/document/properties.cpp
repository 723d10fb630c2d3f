#include "document/properties.h"

#include "document/paragraphs.h"

#include <initializer_list>
#include <string>

namespace taisho {
namespace {

// Those that are not empty, with `between` between them.
std::string listed(std::initializer_list<std::string_view> parts, std::string_view between) {
    std::string line;
    for (const std::string_view whole : parts) {
        const std::string_view part = trimmed(whole);
        if (part.empty()) continue;
        line.append(line.empty() ? "" : between).append(part);
    }
    return line;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks[] = {" ", "\t", "\n", "　"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view one : blanks) {
            if (text.starts_with(one)) text.remove_prefix(one.size()), again = true;
            if (text.ends_with(one)) text.remove_suffix(one.size()), again = true;
        }
    }
    return text;
}

Properties properties_of(const Revisions& revisions, const HouseStyle& style) {
    const Meeting& meeting = revisions.meeting;
    const std::string number(trimmed(revisions.number.utf8));
    Properties properties;
    properties.title = trimmed(shown_title(revisions.title, style).utf8);
    if (trimmed(revisions.title.utf8).empty())
        properties.title = number.empty() ? "（無題）" : number; // none may be without
    properties.author = listed({meeting.council.utf8, revisions.department.utf8}, "、");
    properties.subject = listed({meeting.round.utf8 + meeting.council.utf8, meeting.date.utf8, number}, "　");
    properties.date = meeting.iso_date.utf8;
    return properties;
}

} // namespace taisho
