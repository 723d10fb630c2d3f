#pragma once
// What things are called in data and in the list of changes, whatever the house style.

#include "compare/pairs.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

// In one line and no longer than this. What is said again in every row is cut there, so that the data grow
// with the paper and not with its longest text times its rows; in a row of its own a text is whole.
inline constexpr std::size_t most_repeated = 300; // characters
inline constexpr std::size_t most_of_id = 200, most_of_name = 100;
std::string cut_line(std::string_view text, std::size_t characters);

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
