#include "xlsx/write_print_sheet.h"

#include <cassert>
#include <utility>

namespace taisho {

namespace {

// Two merged areas that overlap make Excel repair the workbook, and nobody else would tell.
[[maybe_unused]] bool cells_fit_in_grid(const Sheet& sheet) {
    std::vector<std::uint32_t> free_from(sheet.columns.size(), 0); // the first free row of each column
    for (const SheetCell& cell : sheet.cells) {
        if (cell.last_row < cell.first_row || cell.last_row >= sheet.heights.size()) return false;
        if (cell.last_column < cell.first_column || cell.last_column >= sheet.columns.size()) return false;
        for (std::size_t column = cell.first_column; column <= cell.last_column; ++column) {
            if (cell.first_row < free_from[column]) return false;
            free_from[column] = cell.last_row + 1;
        }
    }
    return true;
}

RunLook look_of(ChangeMark mark, const Marks& marks) {
    if (mark == ChangeMark::none) return {};
    return {stroke_of(mark, marks), marks.bold, marks.colour};
}

CellLook look_of(const SheetCell& cell, const Sheet& sheet) {
    constexpr Length thickest_thin = pt(1); // Excel has a few thicknesses only
    CellLook look;
    look.size = cell.size;
    look.align = cell.align;
    look.vertical = cell.vertical;
    look.indent = cell.indent;
    look.border = cell.border ? grey(0) : no_colour, look.thick = sheet.rule > thickest_thin;
    look.open = cell.open;
    look.framed = cell.framed;
    if (cell.framed.any()) look.frame = sheet.marks.frame;
    look.fill = cell.fill != white ? cell.fill : no_colour;
    return look;
}

void write_cell(const SheetCell& cell, const Sheet& sheet, Worksheet& worksheet) {
    std::vector<CellRun> runs;
    runs.reserve(cell.runs.size());
    for (const SheetRun& run : cell.runs) runs.push_back({run.text, run.family, look_of(run.mark, sheet.marks)});
    const CellArea area{cell.first_row, cell.last_row, cell.first_column, cell.last_column};
    worksheet.write(area, runs, look_of(cell, sheet));
    if (cell.leads_to != no_row && !runs.empty())
        worksheet.link(cell.first_row, cell.first_column, {worksheet.name(), cell.leads_to});
}

} // namespace

void write_print_sheet(const Sheet& sheet, Worksheet& worksheet) {
    assert(cells_fit_in_grid(sheet));
    worksheet.set_paper(sheet.paper, sheet.landscape, {sheet.top, sheet.right, sheet.bottom, sheet.left});
    if (sheet.fonts.grid_lines) worksheet.show_grid_on_screen();
    worksheet.set_head_and_foot(sheet.head_and_foot, sheet.breaks.size() + 1);
    worksheet.set_columns(sheet.columns);
    worksheet.set_heights(sheet.heights, RowHeights::fixed);
    for (const SheetCell& cell : sheet.cells) write_cell(cell, sheet, worksheet);
    worksheet.set_breaks(sheet.breaks);
    if (sheet.repeat_first >= 0)
        worksheet.repeat_rows(static_cast<std::uint32_t>(sheet.repeat_first),
                              static_cast<std::uint32_t>(sheet.repeat_last));
    const bool empty = sheet.heights.empty() || sheet.columns.empty();
    if (empty) return;
    worksheet.set_print_area({0, static_cast<std::uint32_t>(sheet.heights.size() - 1), 0,
                              static_cast<std::uint16_t>(sheet.columns.size() - 1)});
    worksheet.accept_number_texts();
    if (sheet.frozen_rows > 0) worksheet.freeze(sheet.frozen_rows, 0);
    worksheet.set_zoom(sheet.zoom);
    if (sheet.fonts.protect) worksheet.protect({.sizes = true, .looks = true});
    for (const HeadedArea& table : sheet.tables) {
        const CellArea area{table.first_row, table.last_row, table.first_column, table.last_column};
        worksheet.mark_table(area, table.headers);
    }
}

std::vector<std::string> written_texts(const Sheet& sheet) {
    std::vector<std::string> texts;
    for (const SheetCell& cell : sheet.cells) {
        std::string text;
        for (const SheetRun& run : cell.runs) text += run.text;
        std::erase(text, '\r'); // is not written
        if (!text.empty()) texts.push_back(std::move(text));
    }
    return texts;
}

std::string edit_note(const std::string& data_sheet) {
    return "この表は印刷用です。修正は「" + data_sheet + "」シートの色の付いた欄で行ってください。";
}

void write_edit_note(const Sheet& sheet, const std::string& data_sheet, Worksheet& worksheet) {
    if (sheet.heights.empty()) return;
    CellLook look;
    look.size = pt(9), look.run.ink = 0x595959, look.vertical = VerticalAlign::middle, look.wrap = false;
    const auto column = static_cast<std::uint16_t>(sheet.columns.size() + 1);
    worksheet.write({0, 0, column, column}, {{edit_note(data_sheet), Family::gothic}}, look);
    worksheet.link(0, column, {data_sheet, 0});
}

} // namespace taisho
