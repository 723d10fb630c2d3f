#pragma once
// The comparison of what stands before with what stands after, from fields down to words. It knows nothing of
// amendments: two plans from two files are compared in the same way.

#include "compare/pairs.h"

namespace taisho {

// The fields of two items, in the order of `after` with what only `before` has behind its predecessor. Fields
// belong together that were written in the same place, else by kind and label, else by kind and order. Either
// list may be missing: that side does not exist.
std::vector<FieldPair> pair_fields(const std::vector<Field>* before, const std::vector<Field>* after);

// The same pairing before anything is compared: either side may be null.
std::vector<std::pair<const Field*, const Field*>> match_fields(const std::vector<Field>& before,
                                                                const std::vector<Field>& after);
FieldPair pair_field(const Field* before, const Field* after);

// A pair of texts of which either may not exist.
TextPair pair_texts(const Text* before, const Text* after);

// Two free tables, cell by cell: columns belong together by their headings, rows by their first cells or by
// what they hold, and inserted or deleted rows and columns do not shift the others.
TablePair pair_tables(const FreeTable* before, const FreeTable* after);

} // namespace taisho
