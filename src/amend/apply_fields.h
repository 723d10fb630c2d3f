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
// and the item does not have is reported. `id` is that of the item, for messages.
AppliedFields apply(const std::vector<Field>& fields, const std::vector<FieldRevision>& revisions,
                    const std::string& id, Diagnostics& diagnostics);

// What an amendment may call fields[index] so that no other is meant: its kind if it is alone in it, else its
// label, else the kind with #2 and so on.
std::string name_in(const std::vector<Field>& fields, std::size_t index);

// The field that `name` means; nothing when there is none or more than one. `count` of those there are.
struct FoundField {
    std::optional<std::size_t> index;
    std::size_t count = 0;
};
FoundField find_field(const std::vector<Field>& fields, const std::string& name);

// Whether a slip of form directly inside one of these elements was reported, or one that leaves this
// attribute out: what is hidden by it is not missed a second time.
bool has_slip_inside(const Diagnostics& diagnostics, std::initializer_list<std::string_view> elements);

// Whether this was reported of that.
bool has_slip(const Diagnostics& diagnostics, Code code, const std::string& first_argument);

// One goal or table after one revision.
Goal apply(const Goal& goal, const GoalRevision& revision, Diagnostics& diagnostics);
FreeTable apply(const FreeTable& table, const TableRevision& revision, Diagnostics& diagnostics);

} // namespace taisho
