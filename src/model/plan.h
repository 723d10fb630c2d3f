#pragma once
// The plan in force: levels of any depth and naming, items with ids, fields. It is the master: 修正前 is what
// stands here, and no amendment says it again.

#include "base/source.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace taisho {

// A number as printed with the blanks behind it （「（２） 」）, and a title.
struct Heading {
    Text number, title;
};

// ---- fields ----

enum class PassageKind : std::uint8_t { description, bodies, passage, footnote };

// The element that such a passage is written as.
std::string_view name_of(PassageKind kind);
std::optional<PassageKind> passage_kind(std::string_view name);

// A text with or without a label: description, 実施主体, running text under a heading, ※.
struct Passage {
    PassageKind kind = PassageKind::description;
    Text label, text;
    Span at;
};

enum class ColumnKind : std::uint8_t { baseline, year, target, note, free };

// The word of the attribute kind.
std::string_view name_of(ColumnKind kind);

struct Column {
    ColumnKind kind = ColumnKind::year;
    std::optional<int> year;  // western fiscal year, for ColumnKind::year
    Text label;               // as printed: R９
    std::optional<Text> note; // below the label: 目標値
    Span at;                  // where it was written: the same column whatever an amendment calls it
};

struct ValueRow {
    Text label;               // empty when the goal has a single row
    std::vector<Text> values; // one per column; ― means that there is no value
};

// 業績目標 (kind output), 成果目標 (kind outcome), or any other kind.
struct Goal {
    Text kind, label, statement;
    std::vector<Column> columns;
    std::vector<ValueRow> rows;
    Span at;
    bool damaged =
        false; // slips of form were reported inside: what seems to be missing may be hidden by them
};

struct TableCell {
    Text text; // may be empty
    std::uint16_t row_span = 1, column_span = 1;
    bool header = false; // names its row: a cell of a header row is a header without it
};

// The cells that begin in this row, from the left; those that reach down from rows above are left out.
struct TableRow {
    bool header = false; // of the whole table; header rows come first
    std::vector<TableCell> cells;
};

// A table without years: whatever a plan lists in rows and columns. Its cells cover a rectangle without gaps.
struct FreeTable {
    Text label;
    std::vector<TableRow> rows;
    Span at;
};

using Field = std::variant<Passage, Goal, FreeTable>;

// Edits find fields, columns and rows one after the other; no real plan comes near.
inline constexpr std::size_t most_fields = 1000; // of an item
inline constexpr std::size_t most_goal_columns = 200, most_goal_rows = 1000;

// What an amendment may call the field: the kind of a goal, else the element it is written as.
std::string_view kind_of(const Field& field);
const Text& label_of(const Field& field);
Span place_of(const Field& field);

// ---- levels and items ----

struct Level {
    std::vector<std::size_t> units; // indices of UnitTree::units, in order
};

struct Item {
    std::vector<Field> fields;
};

// A level or an item.
struct Unit {
    Text id;
    Heading heading;
    Text page;                         // of the printed plan: 32, 32～33; may be empty
    std::optional<std::size_t> parent; // the level above; none at the top
    std::variant<Level, Item> content;
    Span at;
    bool damaged = false; // as of a goal
};

// Units refer to each other by index, so that one can be moved by changing two lists. What cannot be reached
// from `top` was deleted.
struct UnitTree {
    std::vector<Unit> units;
    std::vector<std::size_t> top;
};

bool is_item(const Unit& unit);
const std::vector<Field>& fields_of(const Unit& item); // REQUIRES: is_item(item)
std::vector<Field>& fields_of(Unit& item);

// The units directly below a level, or at the top.
const std::vector<std::size_t>& children_of(const UnitTree& tree, std::optional<std::size_t> level);
std::vector<std::size_t>& children_of(UnitTree& tree, std::optional<std::size_t> level);

// All units that are part of the plan, in the order in which they are read: a level before what it holds.
std::vector<std::size_t> reading_order(const UnitTree& tree);
std::vector<std::size_t> reading_order(const UnitTree& tree, std::size_t from);

// The levels above a unit, outermost first.
std::vector<std::size_t> path_of(const UnitTree& tree, std::size_t unit);
std::vector<Heading> headings_above(const UnitTree& tree, std::size_t unit);

// Whether `unit` is `level` or stands somewhere below it.
bool is_within(const UnitTree& tree, std::size_t unit, std::size_t level);

struct YearRange {
    int first = 0, last = 0; // western fiscal years, both part of the plan
    Text from, to;           // as written
};

struct Plan {
    Text title, version;
    std::optional<YearRange> years;
    bool extract = false;         // only a part of the plan: gaps in the numbers are no slips
    std::vector<Text> body_names; // the register of 実施主体; empty: none is kept
    UnitTree tree;
    Span at;
    bool damaged = false; // as of a goal: units may be missing
};

// Calls visit(Text&) for every printed text of the field, in reading order: not for ids and kinds.
template <class Visit>
void for_each_text(Passage& passage, Visit visit) {
    visit(passage.label), visit(passage.text);
}
template <class Visit>
void for_each_text(Goal& goal, Visit visit) {
    visit(goal.label), visit(goal.statement);
    for (Column& column : goal.columns) {
        visit(column.label);
        if (column.note) visit(*column.note);
    }
    for (ValueRow& row : goal.rows) {
        visit(row.label);
        for (Text& value : row.values) visit(value);
    }
}
template <class Visit>
void for_each_text(FreeTable& table, Visit visit) {
    visit(table.label);
    for (TableRow& row : table.rows) {
        for (TableCell& cell : row.cells) visit(cell.text);
    }
}
template <class Visit>
void for_each_text(Field& field, Visit visit) {
    std::visit([&](auto& one) { for_each_text(one, visit); }, field);
}

} // namespace taisho
