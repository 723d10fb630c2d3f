#pragma once
// The part of a workbook that holds a sheet (ECMA-376 18.3.1.99, worksheet). libxlsxwriter writes its frame,
// from the views and columns to the page setup; cells, merged areas and links are ours, because the library
// takes 1 to 2 µs for each of them and a paper of 1,000 items has 700,000 cells.

#include "base/length.h"
#include "text/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace taisho {

// A rectangle of the sheet, from 0, both ends inclusive.
struct CellArea {
    std::uint32_t first_row = 0, last_row = 0;
    std::uint16_t first_column = 0, last_column = 0;
};

// The first cell of a row of a sheet, for a link.
struct SheetRow {
    std::string sheet; // Worksheet::name
    std::uint32_t row = 0;
};

enum class CellHolds : std::uint8_t { nothing, text, number };

struct PlacedCell {
    std::uint32_t row = 0;
    std::uint16_t column = 0, style = 0; // of the cell formats
    CellHolds holds = CellHolds::nothing;
    std::uint32_t value = 0; // of the shared strings, or of SheetContent::numbers
};

struct PlacedLink {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    SheetRow leads_to;
};

// fixed: also when the text changes. fitted: as Excel would choose them, and does when the text changes.
enum class RowHeights : std::uint8_t { fixed, fitted };

// What the first page has in place of the head and foot of all others.
struct FirstPage {
    std::string header, footer;
};

struct SheetContent {
    std::vector<PlacedCell> cells; // no two at one place
    std::vector<Decimal> numbers;
    std::vector<Length> heights; // of the first rows; 0: none is said
    RowHeights row_heights = RowHeights::fixed;
    std::vector<CellArea> merged;
    std::vector<PlacedLink> links;
    std::optional<FirstPage> first_page;
};

// $A$1:$C$9
std::string absolute_area(const CellArea& area);

// Puts the content into the frame. A first page of its own (ECMA-376 18.3.1.46, differentFirst) is nothing
// that the library can say. Returns false when the part is no frame, or areas overlap.
bool fill_sheet(SheetContent& content, std::string& part);

} // namespace taisho
