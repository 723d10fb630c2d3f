#pragma once
// The title of the paper, headings of sections, levels and items, and units of which no more than the heading
// is shown.

#include "document/draft.h"
#include "revise/revisions.h"

#include <span>
#include <vector>

namespace taisho {

void append_title(const Text& title, Draft& draft);

// The heading of a section in the form that the style gives to its number.
void append_section(const Heading& heading, Draft& draft);

// What stands above already, so that a heading is printed once for a run of units below it.
struct Printed {
    std::vector<Heading> path;
    bool in_list = false; // the last was a line that goes on with further lines of its kind
};

// The headings of the levels above, as far as they do not stand there already, and the unit's own, which
// stands above what is put behind it.
void append_headings(const Revision& revision, const Printed& printed, Draft& draft);

// ②～④（番号の変更）, for units of one level.
void append_numbers_heading(std::span<const Revision* const> revisions, const Printed& printed, Draft& draft);

// Counts an amendment and puts its number before its heading, if the style gives it one.
void number_heading(Paragraph& heading, Draft& draft);

// ②～④　（略）
void append_omitted(const Revision& revision, const Printed& printed, Draft& draft);

} // namespace taisho
