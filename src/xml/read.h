#pragma once
#include "base/diagnostics.h"
#include "xml/element.h"

#include <optional>

namespace taisho {

// Parses sources[source] as XML 1.0 in UTF-8. Refused with a place: a DTD, entities beyond the five built in,
// other encodings, control characters, nesting deeper than 64, a second root. Nothing outside the file is
// ever read.
std::optional<Element> read_xml(const Sources& sources, std::uint16_t source, Diagnostics& diagnostics);

} // namespace taisho
