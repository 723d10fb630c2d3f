#pragma once
// What is said again where a page begins inside an item, each with （続き）: the item with the numbers above
// it, the side and the label that go on. Each is one line of the paper, whatever it names. Where the house
// style has no word for （続き）, nothing is said again: without it, a heading would look like a new one.

#include "document/draft.h"
#include "document/paragraphs.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

// The text as far as it goes into `halves` half widths of a character, with … where it is cut. The document
// knows no fonts; a full-width character counts as two halves. REQUIRES: halves >= 2.
std::string cut_to(std::string_view text, std::size_t halves);

// How many half widths stand in a line of the paper in that style, with （続き） behind them, when `taken` of
// the width is not for text. A little less: the sheet breaks lines in its own way.
std::size_t halves_of_line(const ParagraphStyle& paragraph, Length taken, const HouseStyle& style);

// 【４】（５）①福祉と教育の連携: of the levels above their numbers, or the titles of those without one.
Marked heading_with_path(const std::vector<Heading>& path, const Heading& heading, std::size_t halves);

// From here on what is put belongs to the heading or label, which stands below those that are open already.
void open_context(Paragraph paragraph, Draft& draft);

} // namespace taisho
