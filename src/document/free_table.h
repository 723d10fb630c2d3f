#pragma once
// Tables without years. Before and after may have different columns, so they stand one below the other over
// the whole width in both arrangements.

#include "document/draft.h"
#include "document/paragraphs.h"

namespace taisho {

// Both tables below headings that name the sides, and the reason. A side that does not exist says so.
void append_both_tables(const TablePair& pair, const Revision& revision, Draft& draft);

// The table of one side; both sides have one group. REQUIRES: it exists there.
void append_table_side(const TablePair& pair, Side side, std::uint32_t group, Draft& draft);

} // namespace taisho
