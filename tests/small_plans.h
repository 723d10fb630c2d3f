#pragma once
// Plans built by hand, so that the checks can be tested on what no reader would let through, and what the
// checks say of them.

#include "model/plan.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace taisho::test {

// A text that stands at the byte `begin` of a file.
Text text_at(std::string_view utf8, std::uint32_t begin);

// Adds a level or an item below a level; its number stands at a hundred times its index, which is given back.
std::size_t add_unit(Plan& plan, std::optional<std::size_t> level, std::string_view number,
                     std::variant<Level, Item> content);

Plan with_items(std::initializer_list<std::string_view> numbers); // all at the top
Plan with_field(Field field);                                     // of one item

// Sentences with エラー or 注意 before them, printed when they are not what was expected.
struct Lines {
    std::vector<std::string> all;

    Lines(std::initializer_list<std::string> lines) : all(lines) {}
    bool operator==(const Lines&) const = default;
};

std::ostream& operator<<(std::ostream& stream, const Lines& lines);

Lines checked(const Plan& plan);
Lines amended(const Plan& before, const Plan& after, const std::set<std::size_t>& units);

} // namespace taisho::test
