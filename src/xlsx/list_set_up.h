#pragma once
// How the sheets that are lists look alike: A4 across, one page wide, a header that stays and is
// repeated, the number of the paper at the head of each page.

#include "document/document.h"
#include "xlsx/worksheet.h"

#include <cstdint>
#include <string>

namespace taisho {

// What the lists take over from the print sheet.
struct SheetDress {
    std::string paper_number;      // 資料３
    std::int32_t line_pitch = 125; // percent of the size
};

inline constexpr Colour list_line = 0xd0d0d0, list_header_fill = 0xe7e6e6;
inline constexpr Length list_header_height = pt(33);

CellLook list_look(Length size);
CellLook list_header_look(Length size);

// The first row is the header. `print` is what is printed.
void set_up_list(const SheetDress& dress, const CellArea& print, std::uint16_t frozen_columns,
                 Worksheet& worksheet);

} // namespace taisho
