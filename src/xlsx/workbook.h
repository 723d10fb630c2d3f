#pragma once
// A workbook of one sheet: the only door to libxlsxwriter. The library checks little and writes what Excel
// then offers to repair; Workbook takes any validated text and lets only what Excel accepts through. What
// cannot be written makes close() return false.

#include "base/length.h"
#include "document/document.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace taisho {

// A rectangle of the sheet, from 0, both ends inclusive.
struct CellArea {
    std::uint32_t first_row = 0, last_row = 0;
    std::uint16_t first_column = 0, last_column = 0;
};

// Everything that shows of a cell but its text. Nothing is left to the defaults of Excel.
struct CellLook {
    Family family = Family::mincho;
    bool underline = false;
    Length size = pt(10.5);
    Align align = Align::start;
    VerticalAlign vertical = VerticalAlign::top;
    std::uint8_t indent = 0;
    bool border = false;
    std::uint8_t grey = 255; // of the fill; 255: no fill

    auto operator<=>(const CellLook&) const = default;
};

// A stretch of a cell's text in one font.
struct CellRun {
    std::string text;
    Family family = Family::mincho;
    bool underline = false;
};

struct SheetMargins {
    Length top, right, bottom, left;
};

// `right` stands at the top right, the page number centred at the foot. Sizes are of the text.
struct HeaderAndFooter {
    std::string right;
    Length header_margin, header_size, footer_margin, footer_size;
};

class Workbook {
public:
    Workbook(const std::filesystem::path& file, const std::string& sheet_name, const Properties& properties,
             const SheetFonts& fonts);
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook();

    // One page wide and any number of pages tall, centred, without grid lines.
    void set_paper(int paper, bool landscape, const SheetMargins& margins);
    // The page number in the middle of each foot; `right` at the head of the first page.
    void set_header_and_footer(const HeaderAndFooter& wanted);
    void set_columns(const std::vector<std::uint16_t>& pixels);
    void set_heights(const std::vector<Length>& heights);
    void set_breaks(const std::vector<std::uint32_t>& rows);
    void repeat_rows(std::uint32_t first, std::uint32_t last);
    void set_print_area(const CellArea& area);

    // The font of `look` counts where there is no text; elsewhere each run has its own.
    // With `leads_to`, a click goes to the first cell of that row; of more such cells than Excel takes, the
    // last are plain text. REQUIRES: no two areas overlap.
    void write(const CellArea& area, const std::vector<CellRun>& runs, CellLook look,
               std::optional<std::uint32_t> leads_to);

    // Writes the file. Nothing may be called afterwards.
    bool close();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace taisho
