#pragma once
// What is said about an amendment or a field: reasons, opinions of citizens, remarks.

#include "document/draft.h"
#include "revise/revisions.h"

#include <string>
#include <vector>

namespace taisho {

struct Note {
    std::string name; // 修正理由
    std::vector<Text> texts;
};

// Those that there are.
std::vector<Note> notes_of(const Annotations& annotations, const HouseStyle& style);
std::vector<Note> notes_of_field(const Text& reason, const HouseStyle& style);

// Below what was put last: 修正理由　…
void append_notes(const std::vector<Note>& notes, Draft& draft);

} // namespace taisho
