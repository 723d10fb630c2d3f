#pragma once
// Small constructors that both arrangements share.

#include "document/document.h"
#include "revise/revisions.h"
#include "style/house_style.h"

#include <optional>
#include <string_view>

namespace taisho {

enum class SideName : std::uint8_t { before, after };

// The side of a pair, or null when it does not exist there.
const Marked* side_of(const TextPair& pair, SideName side);

// The side that there is, 修正後 first: for what both sides share, such as a label.
const Marked* any_side(const TextPair& pair);

Paragraph make_paragraph(ParagraphKind kind, Role role, const Marked& text, const HouseStyle& style);
Paragraph make_paragraph(ParagraphKind kind, Role role, std::string_view text, const HouseStyle& style);

Cell make_cell(CellKind kind, std::size_t column, std::vector<Paragraph> paragraphs);

// A cell with a value; empty when the side does not exist. A dash alone is centred.
Cell value_cell(std::size_t column, const TextPair& pair, SideName side, const HouseStyle& style);

// The label of a column with its note below.
std::vector<Paragraph> column_label(const Marked* label, const Marked* note, Role role,
                                    const HouseStyle& style);

// Title, headings and what an item says before its goals. `printed` holds the path that stands above already.
void append_title(const Revisions& revisions, const HouseStyle& style, Document& document);
void append_headings(const Revision& revision, const std::vector<Heading>& printed, std::uint32_t unit,
                     const HouseStyle& style, Document& document);

// Whether a passage is compared, side beside side, or merely given for context above the comparison.
bool is_compared(const PassagePair& passage, const Revision& revision);

// The title of an item that is deleted or added, for an item of which the title is all there is.
TextPair title_pair(const Revision& revision);

} // namespace taisho
