#pragma once
#include "base/source.h"
#include "xml/element.h"

#include <string>
#include <string_view>

namespace taisho {

inline constexpr std::string_view xml_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// The bytes of the file in which `before` stands, changed so that `after` stands there.
std::string patched_file(const SourceFile& source, const Element& before, const Element& after);

// The same as a file whose root is the plan: that file itself, or what stood inside a paper, without the
// blanks that it was indented by there.
std::string plan_file(const SourceFile& source, const Element& before, const Element& after, bool is_root);

} // namespace taisho
