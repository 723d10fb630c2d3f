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

struct SheetColumn {
    std::uint16_t pixels = 64;
    CellLook look; // of the cells that are not written
    bool hidden = false;
};

struct SheetMargins {
    Length top, right, bottom, left;
};

// What people may still do on a sheet that is protected, besides changing unlocked cells.
struct Allowed {
    bool sizes = false;           // widths of columns, heights of rows
    bool looks = false;           // formats of cells
    bool rows = false;            // to insert, and to delete those without locked cells
    bool sort_and_filter = false; // sorting only where no cell is locked
};

// A table that Excel knows as one: with a name, filters, and every second row shaded.
struct NamedTable {
    CellArea area; // with its header, and at least one row below
    std::string name;
    std::vector<std::string> headers; // as its cells say them; all different
};

// What is shown beside a cell that is selected, and the names of the cells that hold what may be typed.
// Nothing is shown when `title` is empty; anything may be typed when `choices` is empty.
struct InputRule {
    std::string title, message; // at most 32 and 255 UTF-16 units
    std::string choices;        // Workbook::define_name
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
    // Of `pages` pages in all.
    void set_head_and_foot(const HeadAndFoot& wanted, std::size_t pages);
    void set_columns(const std::vector<std::uint16_t>& pixels);
    // Of the first rows. Excel fits others, of no height, to their text.
    void set_heights(std::vector<Length> heights, RowHeights kind);
    void set_breaks(const std::vector<std::uint32_t>& rows);
    void repeat_rows(std::uint32_t first, std::uint32_t last);
    void set_print_area(const CellArea& area);
    // Rows at the top and columns at the left that stay on the screen.
    void freeze(std::uint32_t rows, std::uint16_t columns);
    void set_zoom(int percent);
    void set_tab_colour(Colour colour);
    void set_column(std::uint16_t column, const SheetColumn& wanted);
    // On the screen and on paper, or on the screen alone.
    void show_grid();
    void show_grid_on_screen();
    void hide();
    // Without a password: against slips, not against people.
    void protect(const Allowed& allowed);
    void add_table(const NamedTable& table);
    void add_rule(const CellArea& area, const InputRule& rule);
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

    // Tells those who hear the sheet which cells are headers: JAWS and NVDA look for names such as
    // TitleRegion1.A5.C99.1, of the region's first and last cell and the sheet's number, that lead to the
    // first of its headers. Of very many tables only the first have such a name.
    void mark_table(const CellArea& area, HeaderCells headers);

    // About so many will be written.
    void expect_cells(std::size_t count);

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
