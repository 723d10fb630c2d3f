#include "document/properties.h"

#include <initializer_list>
#include <string_view>

namespace taisho {
namespace {

// Those that are not empty, with `between` between them.
std::string listed(std::initializer_list<std::string_view> parts, std::string_view between) {
    std::string line;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        line.append(line.empty() ? "" : between).append(part);
    }
    return line;
}

} // namespace

Properties properties_of(const Revisions& revisions) {
    const Meeting& meeting = revisions.meeting;
    return {
        revisions.title.utf8, listed({meeting.council.utf8, revisions.department.utf8}, "、"),
        listed({meeting.round.utf8 + meeting.council.utf8, meeting.date.utf8, revisions.number.utf8}, "　"),
        meeting.iso_date.utf8};
}

} // namespace taisho
