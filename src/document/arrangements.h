#pragma once
#include "document/draft.h"
#include "revise/revisions.h"

#include <span>

namespace taisho {

// What a revision shows below its headings when both sides stand beside each other, with years down (by-year)
// or across (side-by-side).
void append_beside(const Revision& revision, Draft& draft);

// The same when the block before stands above the block after, as in the original paper.
void append_stacked(const Revision& revision, Draft& draft);

// Units of one level of which nothing but the number changes: a line for each.
void append_numbers_beside(std::span<const Revision* const> revisions, Draft& draft);
void append_numbers_stacked(std::span<const Revision* const> revisions, Draft& draft);

// One table with a row for each text that changes: №, where it is, what it is, before, after, why. It says
// where each change begins (Document::changes).
void append_list(std::span<const RevisedSection> sections, Draft& draft);

} // namespace taisho
