#pragma once
// Papers that nobody has written, for what must hold on every page: items of a line and of several pages,
// long texts and cells, tables of many rows, levels one below the other.

#include "support.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace taisho::test {

// <name>content</name>
std::string element(std::string_view name, const std::string& content);

// A paper of `items` items in which every one is revised, added or deleted, as a file.
std::string generated_paper(std::size_t items, Dice& dice);

} // namespace taisho::test
