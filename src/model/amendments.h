#pragma once
// What changes, as the customer says it. Amendments are made one after the other, in the order of the paper,
// on the plan in force; ids stay what they were, so an amendment can name what an earlier one has moved or
// added. Each kind holds just what it needs: a deletion has no after.

#include "model/plan.h"

namespace taisho {

// What stands beside an amendment: why, which opinions of citizens it answers, further remarks.
struct Annotations {
    Text reason; // may be empty
    std::vector<Text> opinions, remarks;
};

// Names a level or an item of the plan by its id. The writer says which of the two is meant.
struct UnitRef {
    Text id;
    bool level = false;
};

// Where something is put among the units of a level (or fields of an item, columns of a goal …): directly
// before or behind a named one, or last.
struct Position {
    enum class Side : std::uint8_t { last, before, after } side = Side::last;
    Text of; // the id or name it refers to; empty when last
};

// ---- inside an item ----

struct ColumnRevision {
    Text ref;                        // which column: R10, or the label
    std::optional<Text> label, note; // an empty note takes it away
};

struct ValueRevision {
    Text column; // which column: R10, or the label
    Text row;    // which row, by label; empty when the goal has one row
    Text value;
};

struct AddColumn {
    Position position; // among the columns
    Column column;
    std::vector<Text> values; // one per row of the goal
};

struct DeleteColumn {
    Text ref;
};

struct AddRow {
    Position position; // among the rows, by label
    ValueRow row;
};

struct DeleteRow {
    Text row; // its label
};

// All rows are exchanged for those that follow each other here.
struct ReplaceRows {
    std::vector<ValueRow> rows;
};

using GoalEdit =
    std::variant<ColumnRevision, ValueRevision, AddColumn, DeleteColumn, AddRow, DeleteRow, ReplaceRows>;

struct GoalRevision {
    Text kind;
    Text which;                           // the label of the goal, when there are several of the kind
    std::optional<Text> label, statement; // an empty one takes it away
    std::vector<GoalEdit> edits;          // in the order of the paper
    Text reason;
    Span at;
};

struct PassageRevision {
    PassageKind kind = PassageKind::description;
    Text label; // which one, when there are several of the kind
    Text text;
    Text reason;
    Span at;
};

// One cell of a free table. Row and column are numbers from 1, header rows counted, or the text of the first
// cell of the row, and of a header cell of the column.
struct CellRevision {
    Text row, column, text;
};

struct TableRevision {
    Text label; // which table, when there are several
    std::vector<CellRevision> cells;
    Text reason;
    Span at;
};

// A field is named by its kind (output, bodies, table …) or its label; #2 behind it is the second of several.
struct AddField {
    Position position;
    Field field;
    Text reason;
};

struct DeleteField {
    Text field;
    Text reason;
};

struct ReplaceField {
    Text which;
    Field field;
    Text reason;
};

using FieldRevision =
    std::variant<PassageRevision, GoalRevision, TableRevision, AddField, DeleteField, ReplaceField>;

// What changes in a level or an item where it stands. An empty number or page takes it away.
struct UnitRevision {
    std::optional<Text> number, title, page;
    std::vector<FieldRevision> fields; // of an item, in the order of the paper
};

// ---- amendments ----

struct Revise {
    UnitRef unit;
    UnitRevision revision;
    bool correction = false; // 誤記訂正
};

struct Delete {
    UnitRef unit;
    bool shift = false; // the numbers behind it move up
};

struct Add {
    Text level; // in which; empty: at the top, or where `position` says
    Position position;
    UnitTree tree;      // one unit at the top, with all below it
    bool shift = false; // the numbers behind it move down
};

struct Move {
    UnitRef unit;
    Text level; // to which; empty: where `position` says
    Position position;
    UnitRevision revision;
    bool shift = false; // the numbers behind the old place move up
};

struct Renumber {
    UnitRef unit;
    Text number;
};

// The items `from` vanish in the item `into`.
struct Merge {
    Text into;
    std::vector<Text> from;
    UnitRevision revision; // of `into`
    bool shift = false;
};

// What is left of `item` and the new items behind it.
struct Split {
    Text item;
    UnitRevision revision;
    std::vector<Unit> items;
    bool shift = false;
};

// Everywhere in the plan, after all other amendments.
struct Rename {
    Text from, to;
    bool part_of_word = false; // also where it is a part of a longer word
};

// Shown for context: （略）. `through` is the last of a run on the same level; empty: the one unit.
struct Unchanged {
    UnitRef unit;
    Text through;
};

// What the plan says of itself. An empty title, `no_years` and an empty register take away what there was.
struct RevisePlan {
    std::optional<Text> title;
    std::optional<YearRange> years;
    bool no_years = false;
    std::optional<std::vector<Text>> body_names;
};

struct Amendment {
    std::variant<Revise, Delete, Add, Move, Renumber, Merge, Split, Rename, Unchanged, RevisePlan> change;
    Annotations annotations;
    Span at;
};

} // namespace taisho
