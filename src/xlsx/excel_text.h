#pragma once
// Texts as Excel wants them: its escapes, its limits, its rules for names.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

inline constexpr std::size_t longest_text = 32767; // of a cell, in UTF-16 units; Excel's limit

// Excel counts in UTF-16 code units. Nothing if `text` is no UTF-8 or holds a character that is no text.
std::optional<std::size_t> count_utf16(std::string_view text);

// The longest beginning of `text` that has at most `units` UTF-16 code units.
// REQUIRES: count_utf16(text)
std::string_view cut_utf16(std::string_view text, std::size_t units);

// The text, or as much of it as a cell holds. REQUIRES: valid UTF-8
std::string_view cut_for_cell(std::string_view text);

// Escapes what Excel would read as an escape of its own, and drops carriage returns, which Excel would show.
std::string escape_cell_text(std::string_view text);

// The way back, from what XML holds: escapes become characters, pairs of them for a character beyond U+FFFF
// one character, half a pair U+FFFD; carriage returns are dropped.
std::string unescape_cell_text(std::string_view text);

// Escapes markup characters, for XML that we write ourselves.
std::string escape_xml(std::string_view text);

// A name that Excel accepts for a sheet: the nearest to `wish`.
std::string clean_sheet_name(std::string_view wish);

// Such a name that Excel does not take for one of `taken` or of its own: 資料３ (2).
std::string distinct_sheet_name(std::string_view wish, const std::vector<std::string>& taken);

// The name of a sheet as it stands in a reference: 資料３ is '資料３'!A1.
std::string quoted_sheet_name(std::string_view name);

// A piece of a header or footer: text in a font. The size must be a whole number of points.
std::string header_piece(std::string_view text, std::string_view font, int size);

} // namespace taisho
