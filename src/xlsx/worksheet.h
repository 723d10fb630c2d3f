#pragma once
// One sheet of a workbook. Rows and columns count from 0.

#include "base/length.h"
#include "xlsx/cell_look.h"
#include "xlsx/sheet_part.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

struct WorkbookParts;

struct SheetMargins {
    Length top, right, bottom, left;
};

// `right` stands at the top right, the page number centred at the foot. Sizes are of the text.
struct HeaderAndFooter {
    std::string right;
    Length header_margin, header_size, footer_margin, footer_size;
};

class Worksheet {
public:
    // REQUIRES: Excel takes `name`, and no other sheet has it. Use Workbook::add_sheet.
    Worksheet(WorkbookParts& book, const std::string& name);
    Worksheet(const Worksheet&) = delete;
    Worksheet& operator=(const Worksheet&) = delete;
    ~Worksheet();

    const std::string& name() const;

    // One page wide and any number of pages tall, centred, without grid lines.
    void set_paper(int paper, bool landscape, const SheetMargins& margins);
    // The page number in the middle of each foot; `right` at the head of the first page.
    void set_header_and_footer(const HeaderAndFooter& wanted);
    void set_columns(const std::vector<std::uint16_t>& pixels);
    void set_heights(const std::vector<Length>& heights);
    void set_breaks(const std::vector<std::uint32_t>& rows);
    void repeat_rows(std::uint32_t first, std::uint32_t last);
    void set_print_area(const CellArea& area);
    // Of values like 10 that are texts here; Excel would mark each with a green corner.
    void accept_number_texts();

    // The font of `look` counts where there is no text; elsewhere each run has its own.
    // REQUIRES: no two areas overlap.
    void write(const CellArea& area, const std::vector<CellRun>& runs, CellLook look);
    // A cell of a style that Workbook::style has given.
    void write_text(std::uint32_t row, std::uint16_t column, std::uint16_t style, std::string_view text);
    void write_number(std::uint32_t row, std::uint16_t column, std::uint16_t style, Decimal number);
    void write_nothing(std::uint32_t row, std::uint16_t column, std::uint16_t style);
    // A click on a cell goes there. Of more links than Excel takes, the last are left out.
    void link(std::uint32_t row, std::uint16_t column, const SheetRow& leads_to);

    // How many cells hold a text.
    std::size_t count_texts() const;
    // Says how far the cells reach. To be called before the library writes the frame.
    void set_dimension();
    // Puts the cells into the frame that the library has written; false when it is none.
    bool fill(std::string& part);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace taisho
