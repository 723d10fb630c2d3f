#pragma once
// The paper as the customer describes it: the plan in force and the amendments to it. 修正前 is the plan,
// given once; an amendment says only what becomes different.

#include "base/source.h"

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

enum class ColumnKind : std::uint8_t { baseline, year, target, note, free };

struct Column {
    ColumnKind kind = ColumnKind::year;
    std::optional<int> year;  // western fiscal year, for ColumnKind::year
    Text label;               // as printed: R９
    std::optional<Text> note; // below the label: 目標値
    Span at;                  // where the plan has it: the same column whatever an amendment calls it
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
};

enum class PassageKind : std::uint8_t { description, bodies, passage };

// The element that such a passage is written as.
std::string_view name_of(PassageKind kind);

// A text with or without a label: description, 実施主体, free passages.
struct Passage {
    PassageKind kind = PassageKind::description;
    Text label, text;
};

using Field = std::variant<Passage, Goal>;

struct Item {
    Text id;
    Heading heading;
    std::vector<std::size_t> path; // indices of Plan::levels, outermost first
    std::vector<Field> fields;
};

struct Level {
    Text id;
    Heading heading;
    std::vector<std::size_t> path; // the levels above, outermost first
};

struct Plan {
    Text title;
    std::vector<Level> levels; // in document order
    std::vector<Item> items;   // in document order
};

// ---- amendments ----

struct ColumnRevision {
    Text ref; // which column: R10, or the label
    std::optional<Text> label, note;
};

struct ValueRevision {
    Text column; // which column: R10, or the label
    Text row;    // which row, by label; empty when the goal has one row
    Text value;
};

struct GoalRevision {
    Text kind;
    Text which; // the label of the goal, when there are several of the kind
    std::optional<Text> label, statement;
    std::vector<ColumnRevision> columns;
    std::vector<ValueRevision> values;
    std::vector<ValueRow> rows; // whole rows; none: the rows stay
    Span at;
};

struct PassageRevision {
    PassageKind kind = PassageKind::description;
    Text label; // which one, when there are several of the kind
    Text text;
};

using FieldRevision = std::variant<PassageRevision, GoalRevision>;

struct Revise {
    Text item;
    std::vector<FieldRevision> fields;
};

struct Delete {
    Text item;
};

struct Add {
    Item item;
};

struct Amendment {
    std::variant<Revise, Delete, Add> change;
    Span at;
};

struct Section {
    Heading heading;
    std::vector<Amendment> amendments;
};

struct Paper {
    Text number; // 資料３; may be empty
    Text title;
    std::vector<Text> templates; // further outputs
    Plan plan;
    std::vector<Section> sections;
};

} // namespace taisho
