#pragma once
// What changes: for each amended unit the plan before and after, as far as it is shown.

#include "base/diagnostics.h"
#include "compare/pairs.h"
#include "model/paper.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace taisho {

enum class RevisionKind : std::uint8_t {
    revised,
    corrected, // 誤記訂正
    moved,
    renumbered, // nothing but the number changes
    deleted,
    merged, // went into `other`
    added,
    split,     // came from `other`
    unchanged, // （略）
};

struct Revision {
    RevisionKind kind = RevisionKind::revised;
    bool item = true;     // else a level
    Text id;              // of the unit; empty: the plan itself
    bool amended = false; // carries the annotations of an amendment; not what merely stands below such a unit
    std::vector<Heading> path; // of the levels above, outermost first: as before, or as after for what is new
    Heading heading;           // the same
    Text page;                 // of the printed plan; may be empty
    std::vector<Heading> new_path;  // of what is moved: the levels above as they are now
    TextPair place;                 // the headings above in one text, for what is moved; else no side exists
    TextPair number, title;         // of the heading, unless the unit has no number
    TextPair pages;                 // of the printed plan, when that changes; else no side exists
    Heading other;                  // of merged and split
    std::optional<Heading> through; // the last unit of an unchanged run
    // Of what is unchanged, the units one by one, and of a level all that stands directly below it.
    std::vector<Revision> run;
    std::vector<FieldPair> fields;
    Annotations annotations;
};

// Whether the unit exists on both sides, so that marks tell what differs.
bool has_both_sides(RevisionKind kind);

bool exists_on(const Revision& revision, Side side);

struct RenamedPlace {
    std::vector<Heading> path;
    Heading heading;            // of the unit; both empty: the plan itself
    std::optional<Field> field; // as it is now; none: the heading
    std::size_t count = 0;
};

// 課の改称 and the like: where it was found, in the order of the plan.
struct Renaming {
    Text from, to;
    std::vector<RenamedPlace> places;
    Annotations annotations;
};

using Change = std::variant<Revision, Renaming>;

struct RevisedSection {
    Heading heading;
    std::vector<Change> changes;
    Text arrangement; // of this section; empty: that of the house style
};

struct Revisions {
    Text number, title;
    Meeting meeting;
    Text department;
    bool cover = false, contents = false; // are asked for
    std::vector<RevisedSection> sections;
    Text version; // of the plan before the amendments; may be empty
};

// Makes the amendments and aligns both sides: one revision for each amended unit, and one for each unit below
// a deleted or added level and for each whose number shifts. Reports what apply and the checks report, and a
// revision that changes nothing.
Revisions revise(const Paper& paper, Diagnostics& diagnostics);

// The revisions as text, a line per fact; changed words between ⟦ and ⟧.
std::string dump(const Revisions& revisions);

} // namespace taisho
