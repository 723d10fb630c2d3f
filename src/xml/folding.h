#pragma once
// White space of the file against blanks that the author means: the rule of text_of.

#include <string>
#include <string_view>

namespace taisho {

inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Appends `piece`, white space as written, to `text` without the line ends of the file. What stands at the
// end of `text` decides about a line end between Latin letters.
void append_folded(std::string& text, std::string_view piece);

} // namespace taisho
