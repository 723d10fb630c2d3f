#pragma once
#include "base/source.h"
#include "xml/element.h"

#include <string>
#include <string_view>

namespace taisho {

inline constexpr std::string_view xml_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// The plan as a file of its own, changed so that it says `after`: the file it is the root of, or what stood
// inside a paper, without the blanks that it was indented by there.
std::string plan_file(const SourceFile& source, const Element& before, const Element& after, bool is_root);

} // namespace taisho
