#pragma once
#include <string>
#include <vector>

namespace taisho {

struct TextColumn {
    std::string heading;
    bool right = false; // numbers stand at the right edge
};

// A table for a terminal, its columns below each other in fixed pitch, each line indented by two blanks and
// ended. REQUIRES: each row has as many cells as there are columns.
std::string text_table(const std::vector<TextColumn>& columns,
                       const std::vector<std::vector<std::string>>& rows);

} // namespace taisho
