#pragma once
// The paper as a reader meets it: headings, paragraphs and tables in reading order, with roles and resolved
// styles, before any line or page is broken. The PDF, the workbook and every later output start from here, so
// what a screen reader needs (heading levels, header cells and their scope) is born here and not in an
// output.

#include "base/source.h"
#include "style/paper_style.h"
#include "text/digit_width.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace taisho {

// Blocks are named by their index in Document::body. These two are none of it.
inline constexpr std::uint32_t no_block = 0xffffffff;
inline constexpr std::uint32_t paper_number_block = 0xfffffffe;

// What a paragraph is. label: a name above what follows (●業績目標). note: a reason, an opinion, a remark.
// mark: a word that stands where there is nothing to show (（削除）). contents: a line of the table of
// contents.
enum class ParagraphKind : std::uint8_t { title, heading, label, body, note, footnote, mark, contents };

// What is marked in a text: words of the side before or after that the other does not have, and the numbers
// and places of what moves. What a mark looks like is said by PageSetup::marks.
enum class ChangeMark : std::uint8_t { none, before, after, moved };

inline Stroke stroke_of(ChangeMark mark, const Marks& marks) {
    switch (mark) {
    case ChangeMark::before: return marks.before;
    case ChangeMark::after: return marks.after;
    case ChangeMark::moved: return marks.moved;
    case ChangeMark::none: break;
    }
    return Stroke::none;
}

// A stretch of a paragraph's text, bytes [begin, end). Runs cover the text without gaps.
struct Run {
    std::uint32_t begin = 0, end = 0;
    Family family = Family::mincho;
    ChangeMark mark = ChangeMark::none; // differs between the two sides

    bool is_changed() const { return mark != ChangeMark::none; }

    bool operator==(const Run&) const = default;
};

struct Paragraph {
    ParagraphKind kind = ParagraphKind::body;
    // Of a heading and its line in the contents, 1 for the outermost; of a label below which all of a side
    // stands; else 0.
    int level = 0;
    std::string text; // '\n' = a line break the author wants
    std::vector<Run> runs;
    std::uint32_t hang = 0; // byte offset: later lines begin below the character that stands here
    ParagraphStyle style;
    bool keep_with_next = false;
    std::uint32_t target = no_block; // of a line in the contents: the block of the body it leads to
    Span at;
};

enum class CellKind : std::uint8_t { column_header, row_header, band, data };
enum class Fill : std::uint8_t { none, header, band };

struct Cell {
    CellKind kind = CellKind::data;
    std::uint16_t column = 0; // the first grid column it covers
    std::uint16_t row_span = 1, column_span = 1;
    Fill fill = Fill::none;
    VerticalAlign vertical = VerticalAlign::top;
    bool framed = false;               // belongs to what Marks::frame is drawn around
    std::vector<Paragraph> paragraphs; // none: an empty cell
};

inline bool is_empty(const Cell& cell) {
    return std::ranges::all_of(cell.paragraphs, [](const Paragraph& p) { return p.text.empty(); });
}

// A row may name the rows below it: a goal (depth 1), a row of values of it (depth 2). Where a page begins
// among those rows, the name is said again in the form Table::continued[continued]. A row of depth 1 without
// such a form ends what stood above it.
struct Row {
    std::vector<Cell> cells; // those that begin in this row, by column
    bool keep_with_next = false;
    std::uint8_t depth = 0; // 0: names nothing
    std::int32_t continued = -1;
};

// How a grid column gets its width. label: as wide as its content, as far as the others leave room. share: as
// wide as every other such column. fit: by its content among the others of its kind.
// side: as share, and the first half of them takes as much as the second. note: by its content, but never
// much.
enum class Track : std::uint8_t { label, share, fit, side, note };

struct Table {
    std::vector<Track> tracks;
    std::uint32_t header_rows = 0; // repeated at the head of each page on which the table goes on
    std::vector<Row> rows;
    std::vector<Row> continued; // 業績目標（続き）
    bool shared_header = false; // names the two sides, so it may stand once for all tables that follow
    std::uint32_t group = 0;    // tables of one group and the same tracks have the same columns
    std::uint32_t captions = 0; // so many blocks before it are its caption: its label, what it is about
    std::string side; // 修正前, if all of it stands on one side and its header rows do not say so
    Length space_before{};
};

// `unit` numbers the parts that should stay on one page when they fit on one: an item with its headings.
// `context` is what stands above the block where a page begins with it or inside it: an index into
// Document::contexts, or -1.
struct Block {
    std::variant<Paragraph, Table> content;
    std::uint32_t unit = 0;
    std::int32_t context = -1;
    bool starts_page = false; // what stands behind a cover
};

// A heading or label said again, with （続き）, at the head of a page, below those it stands under.
struct Context {
    Paragraph paragraph;
    std::int32_t outer = -1; // of Document::contexts, one before it
};

// What the properties of the outputs say of the paper. All but the title may be empty.
struct Properties {
    std::string title;
    std::string author;  // the council, the section of the office
    std::string subject; // the meeting, its date as printed and the number of the paper, in one line
    std::string date;    // 2024-08-01
};

struct Document {
    Properties properties;
    Spoken spoken;
    std::string paper_number;                   // 資料３; empty: no box
    PageSetup page;                             // its words are those of this paper
    DigitWidth digits = DigitWidth::as_written; // of the numbers that the layout gives: those of pages
    SheetFonts sheet_fonts;
    Typesetting typesetting;
    std::vector<Block> body;
    std::vector<Context> contexts;
    // The block each change begins with, counted over all sections of the Revisions; changes that are shown
    // together begin with the same one. no_block: it shows nothing.
    std::vector<std::uint32_t> changes;
};

// A place in the document: the block, and within a table the row, the column in which the cell begins, and
// the paragraph of the cell. What stands outside the text (page numbers) comes from no block; but the paper's
// number and the stamp are read, as paragraphs 0 and 1 of paper_number_block. Of a line in the contents,
// paragraph 1 is the page number.
struct Origin {
    std::uint32_t block = no_block;
    std::uint32_t row = 0;
    std::uint16_t column = 0, paragraph = 0;

    auto operator<=>(const Origin&) const = default;
};

} // namespace taisho
