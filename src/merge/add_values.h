#pragma once
#include "merge/added_rows.h"
#include "merge/drafting.h"

namespace taisho {

inline constexpr std::string_view no_value = "―";

enum class GoalIs : std::uint8_t { known, fresh };

// Rows of 値, 付記 and 指標. What a known goal says already is not added again; of a fresh one the rows tell
// everything, in whatever order they stand.
void add_values(const AddedField& added, GoalIs state, Goal& goal, Drafting& drafting);

} // namespace taisho
