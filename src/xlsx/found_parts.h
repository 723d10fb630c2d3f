#pragma once
// What stands beside the sheets of a workbook: which parts there are, the strings that cells share, and the
// formats in which they show numbers.

#include "xlsx/number_format.h"
#include "xlsx/package.h"
#include "xml/part.h"

#include <string>
#include <string_view>
#include <vector>

namespace taisho {

// So many texts and cells are kept; a data sheet of 100,000 rows has 2,000,000 cells.
inline constexpr std::size_t most_cells = 3'000'000;

// Of all cells together, in bytes: one long shared string could else stand in every cell.
inline constexpr std::size_t most_text = std::size_t{256} << 20;

// Excel sets no bound but memory; nobody leafs through more.
inline constexpr std::size_t most_sheets = 1'000;

enum class SheetKind : std::uint8_t { cells, other }; // other: charts, dialogues

struct SheetEntry {
    std::string name, part; // of the archive
    bool hidden = false;
    SheetKind kind = SheetKind::cells;
};

struct FoundParts {
    std::vector<SheetEntry> sheets; // in their order
    DateSystem dates = DateSystem::from_1900;
    std::vector<std::string> strings;
    std::vector<NumberFormat> formats;          // each once
    std::vector<std::uint32_t> format_of_style; // of `formats`, by the number that cells name
};

// `file` is for messages. Nothing and a slip when a part is missing or broken.
std::optional<FoundParts> read_workbook_parts(Package& package, const std::string& file,
                                              Diagnostics& diagnostics);

// The text of the <si>, <is> or text element that has just begun: runs joined, furigana left out, escapes
// decoded. Behind it the reader stands at the end of the element. Nothing when the part is broken.
std::optional<std::string> read_rich_text(PartReader& reader);

} // namespace taisho
