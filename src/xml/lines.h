#pragma once
// The lines of a file around its elements: which comments belong to one, how it is indented, and how one is
// taken away without leaving an empty line.

#include "base/source.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace taisho {

// What goes with an element when it is moved or taken away. The comments in the lines directly above it and
// those behind it on its line are its own.
struct OwnLines {
    std::size_t begin; // of its first line when it begins a line; else the element
    std::size_t first; // the first character of its own: a comment or the element
    std::size_t end;   // behind the last comment on its line, or the element
    bool begins_line;
};

// REQUIRES: from `floor`, the end of what stands before the element, to `ceiling`, the beginning of what
// stands behind it, there are only blanks and comments but for the element.
OwnLines own_lines(std::string_view bytes, const Span& element, std::size_t floor, std::size_t ceiling);

// The blanks at the beginning of the line that holds `at`; none when it begins far before.
std::string indentation_at(std::string_view bytes, std::size_t at);

// "\r\n" when the first line of the file ends so, else "\n".
std::string line_end_of(std::string_view bytes);

// The length of the blanks and the line end at the beginning of `text`; 0 when something else stands there.
std::size_t blank_line(std::string_view text);

// Without the spaces and tabs at its end.
std::string_view without_trailing(std::string_view text);

// Without its last line end and what stands behind it, if that is blank.
std::string_view without_last_line(std::string_view text);

// The indentation of what stands inside something indented by `indent`.
std::string deeper(const std::string& indent);

// `out` goes on with `rest` where something has been cut out between them: a line that is now empty vanishes,
// as does the second of two empty lines that have met. Returns how much of `rest` is left out.
std::size_t close_gap(std::string& out, std::string_view rest);

// XML text with `to` in place of `from` at the beginning of its lines, but for the first; the values of
// attributes are left alone, for there a blank counts.
std::string reindent(std::string_view text, std::string_view from, std::string_view to);

} // namespace taisho
