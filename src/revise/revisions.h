#pragma once
// What changes: for each amended item the plan before and after, aligned field by field, column by year and
// word by word. Marks are computed from the two texts, never given by hand. A side that does not exist is
// absent, not empty.

#include "base/diagnostics.h"
#include "model/paper.h"

#include <optional>
#include <string>
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

struct TextPair {
    std::optional<Marked> before, after;
};

struct PassagePair {
    PassageKind kind = PassageKind::description;
    TextPair label, text;
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
    TextPair label, statement;
    std::vector<ColumnPair> columns;
    std::vector<RowPair> rows;
};

using FieldPair = std::variant<PassagePair, GoalPair>;

enum class RevisionKind : std::uint8_t { revised, deleted, added };

struct Revision {
    RevisionKind kind = RevisionKind::revised;
    std::vector<Heading> path; // of the levels, outermost first
    Heading heading;
    std::vector<FieldPair> fields;
};

struct RevisedSection {
    Heading heading;
    std::vector<Revision> revisions;
};

struct Revisions {
    Text number, title;
    std::vector<RevisedSection> sections;
};

bool has_change(const TextPair& pair);

// Applies the amendments to the plan and aligns both sides. Reports references to items, fields, columns and
// rows that are not there, an item amended twice, and a revision that changes nothing.
Revisions revise(const Paper& paper, Diagnostics& diagnostics);

// The revisions as text, a line per fact; changed words between ⟦ and ⟧.
std::string dump(const Revisions& revisions);

} // namespace taisho
