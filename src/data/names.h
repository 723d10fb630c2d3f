#pragma once
// What things are called in data and in the list of changes, whatever the house style. Internal to the room.

#include "compare/pairs.h"

#include <string>
#include <string_view>

namespace taisho {

// 業績目標 and 成果目標 by the kind of the goal, so that the data of all papers go together; of one of
// several goals of a kind the label. Of passages and tables the label without its list mark, else what it is:
// 内容.
std::string name_of(const FieldPair& field, Side side, bool one_of_several);

const Text& reason_of(const FieldPair& field);

// The number and title, in one line and without blanks at its end.
std::string heading_line(std::string_view number, std::string_view title);

} // namespace taisho
