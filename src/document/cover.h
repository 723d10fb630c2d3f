#pragma once
// 表紙: the meeting, the title, when, where and what it is about, and the office that answers for the paper.

#include "document/draft.h"
#include "revise/revisions.h"

namespace taisho {

// All of the cover that the paper says something of; the title is on every one.
void append_cover(const Revisions& revisions, Draft& draft);

} // namespace taisho
