#include "document/notes.h"

#include "document/paragraphs.h"

#include <utility>

namespace taisho {
namespace {

// Numbers of opinions are short: they stand in one line.
Text in_one_line(const std::vector<Text>& texts) {
    Text line = texts.front();
    for (std::size_t i = 1; i < texts.size(); ++i) line.utf8 += "、" + texts[i].utf8;
    return line;
}

} // namespace

std::vector<Note> notes_of(const Annotations& annotations, const HouseStyle& style) {
    std::vector<Note> notes;
    if (style.comparison.notes == NotesPlace::none) return notes;
    if (!annotations.reason.empty()) notes.push_back({style.words.amendment_reason, {annotations.reason}});
    if (!annotations.opinions.empty())
        notes.push_back({style.words.opinions, {in_one_line(annotations.opinions)}});
    if (!annotations.remarks.empty()) notes.push_back({style.words.remark, annotations.remarks});
    return notes;
}

std::vector<Note> notes_of_field(const Text& reason, const HouseStyle& style) {
    if (reason.empty() || style.comparison.notes == NotesPlace::none) return {};
    return {{style.words.reason, {reason}}};
}

void append_notes(const std::vector<Note>& notes, Draft& draft) {
    Length space = draft.style.style(Role::note).space_before;
    for (const Note& note : notes) {
        const Marked label{{note.name, {}}, {}};
        for (const Text& text : note.texts) {
            Paragraph paragraph =
                labelled_paragraph(ParagraphKind::note, Role::note, label, plain(text), draft.style);
            paragraph.style.space_before = std::exchange(space, Length{});
            keep_last(draft);
            put(std::move(paragraph), draft);
        }
    }
}

} // namespace taisho
