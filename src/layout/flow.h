#pragma once
// A document set for a medium: every paragraph in lines, every table with column edges and row heights, and
// the bands that pages are filled with. Paper and sheet differ only in the numbers of their Medium.

#include "layout/paginate.h"
#include "typeset/typesetter.h"

#include <memory>
#include <variant>
#include <vector>

namespace taisho {

// What a medium allows a text. On the sheet the program that shows it breaks the lines and sets their pitch;
// its numbers here are those of that program, with a margin.
struct Medium {
    Length width, height;        // of the area on a page
    Length padding_x, padding_y; // of cells, on each side
    Length inset{};              // of paragraphs outside tables, on each side
    std::int32_t usable = 1000;  // thousandths of the width that we count on
    std::int32_t pitch = 0;      // thousandths of the size; 0: the pitch of the paragraph's style
    Manner manner = Manner::body;
    Length slice_above{};     // a row taller than this may be cut between its lines
    Length whole_paragraph{}; // a paragraph no taller than this is never cut
    Length grid{1};           // widths of columns are multiples of it
    // 1/1000 em at the end of a line of the contents that its text leaves to the page number and to a stretch
    // of the leader. Always the same, so that no line depends on how many digits a number has.
    std::int32_t for_page_number = 0;
};

struct SetCell {
    const Cell* cell = nullptr;
    std::vector<SetParagraph> paragraphs;
    Length content_height;
    std::uint32_t lines = 0; // of all paragraphs
    Length drop{};           // of the first line, so that it stands in one line with those beside it
};

struct SetRow {
    std::vector<SetCell> cells;
    Length height;
    std::uint32_t lines = 1; // of the longest cell that lies in this row alone
};

struct SetTable {
    const Table* table = nullptr;
    std::uint32_t header_rows = 0; // repeated; none where they would leave no room for what they head
    std::vector<Length> edges;     // left edge of each column and the right edge of the last
    std::vector<SetRow> rows;
    std::vector<SetRow> continued; // as in Table::continued
    Length header_height;
    Length padding_y;                       // of its cells; a row that is cut has it on both sides of the cut
    std::vector<std::unique_ptr<Cell>> own; // cells that are not the document's
};

// Row `index` of a table; those behind its rows are its continued forms.
const SetRow& row_of(const SetTable& set, std::uint32_t index);

// The continued forms that stand above row `row` where a page begins with it, outermost first, as indices for
// row_of.
std::vector<std::uint32_t> names_above(const SetTable& set, std::uint32_t row);

using SetBlock = std::variant<SetParagraph, SetTable>;

// As in Document::contexts.
struct SetContext {
    SetParagraph set;
    std::int32_t outer = -1;
};

struct Flow {
    Medium medium;
    std::vector<SetBlock> blocks; // as in Document::body
    std::vector<SetContext> contexts;
    std::vector<Band> bands;
    std::vector<PageRange> pages;
};

Length pitch_of(const ParagraphStyle& style, const Medium& medium);

// The pitch by which a row that is cut goes on: the widest of its texts', so that all of them have room in
// each part and go on in step.
Length pitch_of(const SetRow& row, const Medium& medium);

Medium paper_medium(const PageSetup& setup);

// REQUIRES: `document` outlives the result.
Flow set_document(const Document& document, const Medium& medium, Typesetter& typesetter);

} // namespace taisho
