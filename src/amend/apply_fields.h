#pragma once
#include "base/diagnostics.h"
#include "model/amendments.h"

#include <initializer_list>

namespace taisho {

// Why one field changes.
struct FieldReason {
    Span field; // where it was written: in the plan, or in the amendment that adds it
    Text reason;
};

struct AppliedFields {
    std::vector<Field> fields;
    std::vector<FieldReason> reasons;
};

// The fields of an item after the revisions, which are made one after the other. What a revision refers to
// and the item does not have is reported, unless the item is damaged.
AppliedFields apply(const Unit& item, const std::vector<FieldRevision>& revisions, Diagnostics& diagnostics);

// What an amendment may call fields[index] so that no other is meant: its kind if it is alone in it, else its
// label, else the kind with #2 and so on.
std::string name_in(const std::vector<Field>& fields, std::size_t index);

// The field that `name` means; nothing when there is none or more than one. `count` of those there are.
struct FoundField {
    std::optional<std::size_t> index;
    std::size_t count = 0;
};
FoundField find_field(const std::vector<Field>& fields, const std::string& name);

// One goal or table after one revision.
Goal apply(const Goal& goal, const GoalRevision& revision, Diagnostics& diagnostics);
FreeTable apply(const FreeTable& table, const TableRevision& revision, Diagnostics& diagnostics);

} // namespace taisho
