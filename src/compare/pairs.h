#pragma once
// Two sides of one thing, aligned field by field, column by year, cell by cell and word by word. Marks are
// computed from the two texts, never given by hand. A side that does not exist is absent, not empty.

#include "model/plan.h"

#include <optional>
#include <variant>
#include <vector>

namespace taisho {

// Bytes [begin, end) of a text.
struct Range {
    std::uint32_t begin = 0, end = 0;
    bool operator==(const Range&) const = default;
};

struct Marked {
    Text text;
    std::vector<Range> changed; // ascending, not touching each other
};

// The text in one line, with ⟦ and ⟧ around what changed, ⏎ for a line break and ⇥ for a tab.
std::string with_marks(const Marked& side);

struct TextPair {
    std::optional<Marked> before, after;
};

bool has_change(const TextPair& pair);

enum class Side : std::uint8_t { before, after };

// The side of a pair, or null when it does not exist there.
const Marked* side_of(const TextPair& pair, Side side);

// The side that there is, 修正後 first: for what both sides share, such as a label.
const Marked* any_side(const TextPair& pair);

// ---- fields ----

struct PassagePair {
    PassageKind kind = PassageKind::description;
    TextPair label, text;
    Text reason; // of this field alone; may be empty
};

struct ColumnPair {
    ColumnKind kind = ColumnKind::year;
    TextPair label, note;
};

struct RowPair {
    TextPair label;
    std::vector<TextPair> values; // one per ColumnPair
};

struct GoalPair {
    Text kind; // output, outcome …
    TextPair label, statement;
    std::vector<ColumnPair> columns;
    std::vector<RowPair> rows;
    Text reason;
};

inline constexpr std::uint32_t no_cell = 0xffffffff;

struct MarkedCell {
    Marked text;
    std::uint16_t column = 0; // the first grid column it covers
    std::uint16_t row_span = 1, column_span = 1;
    bool header = false;
    std::uint32_t other = no_cell; // the cell of the other side that it is compared with, counted row by row
};

struct MarkedTable {
    std::size_t columns = 0, header_rows = 0;
    std::vector<std::vector<MarkedCell>> rows; // the cells that begin in each row, by column
};

// The two tables, each in its own shape; a cell is marked by the words that its counterpart does not have.
struct TablePair {
    TextPair label;
    std::optional<MarkedTable> before, after;
    Text reason;
};

using FieldPair = std::variant<PassagePair, GoalPair, TablePair>;

bool has_change(const FieldPair& field);

bool exists_on(const GoalPair& goal, Side side);
bool exists_on(const RowPair& row, Side side);
bool exists_on(const FieldPair& field, Side side);

} // namespace taisho
