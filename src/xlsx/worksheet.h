#pragma once
// One sheet of a workbook. Rows and columns count from 0.

#include "base/length.h"
#include "xlsx/cell_look.h"
#include "xlsx/finish_package.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace taisho {

struct WorkbookParts;

// A rectangle of the sheet, both ends inclusive.
struct CellArea {
    std::uint32_t first_row = 0, last_row = 0;
    std::uint16_t first_column = 0, last_column = 0;
};

// The first cell of a row of a sheet, for a link.
struct SheetRow {
    std::string sheet; // Worksheet::name
    std::uint32_t row = 0;
};

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
    // With `leads_to`, a click goes there; of more such cells than Excel takes, the last are plain text.
    // REQUIRES: no two areas overlap.
    void write(const CellArea& area, const std::vector<CellRun>& runs, CellLook look,
               const std::optional<SheetRow>& leads_to);

    // What has to be done with the sheet's part when the library has written it.
    const SheetFinish& finish() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace taisho
