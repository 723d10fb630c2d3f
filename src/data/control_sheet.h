#pragma once
// The hidden sheet of a workbook that import needs: where the workbook came from and what its texts were.
// Each row says what it is in column A; the rest is in B and C.

#include <string_view>

namespace taisho {

inline constexpr std::string_view control_sheet_name = "対照の控え", data_sheet_name = "データ",
                                  changes_sheet_name = "修正一覧";

// The version of this and of the data sheet's keys. Another one is not read.
inline constexpr std::string_view control_format = "1";

// Words of column A.
inline constexpr std::string_view control_mark = "taisho"; // B: control_format. The first row.
inline constexpr std::string_view control_paper = "paper"; // B: the name of the XML file, C: its digest
inline constexpr std::string_view control_sheet = "sheet"; // B: the name of the print sheet
inline constexpr std::string_view control_text = "text";   // B: the key of an editable text, C: the text
// B: the digest of a text on the print sheet, C: how many of its cells hold it
inline constexpr std::string_view control_cell = "cell";

} // namespace taisho
