#include "document/cover.h"

#include "base/utf8.h"
#include "document/paragraphs.h"
#include "text/characters.h"

#include <string>
#include <utility>

namespace taisho {
namespace {

// 日時　令和６年８月１日
void append_fact(const std::string& name, const Text& text, Draft& draft) {
    if (text.empty()) return;
    const Marked label{{name, {}}, {}};
    put(name.empty()
            ? make_paragraph(ParagraphKind::body, Role::cover_fact, plain(text), draft.style)
            : labelled_paragraph(ParagraphKind::body, Role::cover_fact, label, plain(text), draft.style),
        draft);
}

// The topics stand below each other, behind the name of the agenda, which the first of them carries.
void append_agenda(const std::vector<Text>& agenda, Draft& draft) {
    if (agenda.empty()) return;
    const std::string& name = draft.style.cover.agenda;
    append_fact(name, agenda.front(), draft);
    const auto behind = static_cast<std::int32_t>(name.empty() ? 0 : count_characters(name) + 1);
    for (std::size_t i = 1; i < agenda.size(); ++i) {
        Paragraph topic =
            make_paragraph(ParagraphKind::body, Role::cover_fact, plain(agenda[i]), draft.style);
        topic.style.indent += topic.style.size * std::min(behind, 12);
        topic.hang = static_cast<std::uint32_t>(list_mark_length(topic.text));
        put(std::move(topic), draft);
    }
}

} // namespace

void append_cover(const Revisions& revisions, Draft& draft) {
    const Meeting& meeting = revisions.meeting;
    const Cover& cover = draft.style.cover;
    if (!meeting.council.empty()) {
        const Text name{meeting.round.utf8 + meeting.council.utf8, meeting.council.at};
        put(make_paragraph(ParagraphKind::body, Role::cover_meeting, plain(name), draft.style), draft);
    }
    put(make_paragraph(ParagraphKind::title, Role::cover_title,
                       plain(shown_title(revisions.title, draft.style)), draft.style),
        draft);
    append_fact(cover.date, meeting.date, draft);
    append_fact(cover.place, meeting.place, draft);
    append_agenda(meeting.agenda, draft);
    if (!revisions.department.empty())
        put(make_paragraph(ParagraphKind::body, Role::cover_department, plain(revisions.department),
                           draft.style),
            draft);
}

} // namespace taisho
