#pragma once
// A sheet of a workbook as somebody has saved it: what each cell shows. Rows and columns count from 0.

#include <cstdint>
#include <string>
#include <vector>

namespace taisho {

// Where a cell's text comes from. Numbers, dates and percentages are texts as the cell's format shows them
// (the number alone, where the format is beyond us); of a formula it is the value that was last computed, and
// empty when it never was; an error is an error, whether a formula gave it or not.
enum class CellSource : std::uint8_t { text, number, date, percentage, formula, boolean, error };

struct ReadCell {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    CellSource source = CellSource::text;
    std::string text; // UTF-8, line breaks as '\n', without furigana
};

struct ReadSheet {
    std::string name;
    bool hidden = false;
    std::vector<ReadCell> cells; // those that show something, and all with formulas; by row, then column
};

} // namespace taisho
