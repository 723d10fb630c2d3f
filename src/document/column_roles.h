#pragma once
// What the columns of a free table hold, told from the texts in them: names of rows, years, figures, words.
// Columns of one role look alike: they get the same width, and figures stand below each other.

#include "compare/pairs.h"
#include "document/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace taisho {

struct ColumnRole {
    bool names = false, data = false;    // cells below the header: names of rows, all others
    bool year = false;                   // its head, or one above several columns, is a year
    bool figures = false, words = false; // data that is a figure; anything else but dashes
    bool points = false;                 // figures with a decimal point
    std::vector<std::string> units;      // of figures, in one width, each once; at most three are noted
};

// Adds what the table says. REQUIRES: as many roles as the table has columns.
void note_columns(const MarkedTable& table, std::vector<ColumnRole>& roles);

// Adds what one value says. Figures with a word before or behind them (約20人, 20人以上) are words.
void note_value(std::string_view text, ColumnRole& role);

std::vector<Track> tracks_of(const std::vector<ColumnRole>& roles);

// Where the column is one of figures, the paragraph stands with its digits below the others': from the right
// where all end alike, else by the decimal point.
void align_figure(const ColumnRole& role, Paragraph& paragraph);

} // namespace taisho
