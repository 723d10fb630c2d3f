#pragma once
// What things are called in data and in the list of changes, whatever the house style. Internal to the room.

#include "compare/pairs.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

// The kinds of which there are several goals.
using RepeatedKinds = std::set<std::string_view>;
RepeatedKinds repeated_kinds(const std::vector<FieldPair>& fields);

// 業績目標 and 成果目標 by the kind of the goal, so that the data of all papers go together. Of goals of
// another kind, of one of several of a kind, and of passages and tables the label without its list mark; else
// the kind, or what it is: 内容.
std::string name_of(const FieldPair& field, Side side, const RepeatedKinds& repeated);

const Text& reason_of(const FieldPair& field);

// The number and title, in one line and without blanks at its end.
std::string heading_line(std::string_view number, std::string_view title);

} // namespace taisho
