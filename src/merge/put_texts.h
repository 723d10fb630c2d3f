#pragma once
#include "model/amendments.h"

#include <optional>

namespace taisho {

// What an amendment says of one field, with the texts that differ between `now` and `wanted` put into it: the
// edit that says such a text says the new one, and where none does, one more is added. All else stays as it
// is written. Nothing when the two fields have not the same shape.
std::optional<FieldRevision> put_texts(const FieldRevision& written, const Field& now, const Field& wanted);

} // namespace taisho
