#include "xlsx/data_sheet.h"

#include "data/data_columns.h"
#include "xlsx/excel_text.h"
#include "xlsx/row_height.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace taisho {

namespace {

constexpr Length text_size = pt(10);
constexpr Colour editable_fill = 0xfff7d6, editable_line = 0xa0a0a0, tab_colour = 0xffd966;
constexpr int zoom = 85; // so that № to 表記 stand side by side on a screen 1,920 pixels wide
constexpr std::uint32_t rows_to_add = 200; // below the table, unlocked and with the rules of its columns

// Within Excel's limits of 32 and 255 UTF-16 units.
constexpr std::string_view input_title = "表記の直し方";
constexpr std::string_view input_message =
    "色の付いた欄の文だけを直し、保存してから、取り込み（taisho import）をしてください。"
    "欄の中の改行は Alt＋Enter です。ほかの欄とほかのシートは、取り込みのあとで作り直されます。";

constexpr std::uint16_t place_of(DataColumn column) { return static_cast<std::uint16_t>(column); }

// Numbers of things stand in the middle, where they touch no text of the next column.
Align align_of(const DataColumnEntry& column) {
    if (!column.number) return Align::start;
    const bool amount = column.column == DataColumn::number || column.column == DataColumn::upper;
    return amount ? Align::end : Align::center;
}

// Where no look says that a cell is text, Excel makes a number, a date or a formula of what is typed.
CellLook look_of(const DataColumnEntry& column) {
    CellLook look = list_look(text_size);
    look.border = no_colour; // grid lines are enough, and cells of nothing have them
    look.text = !column.number;
    look.align = align_of(column);
    look.wrap = column.column == DataColumn::text;
    return look;
}

CellLook editable_look(const DataColumnEntry& column) {
    CellLook look = look_of(column);
    look.fill = editable_fill;
    look.border = editable_line;
    look.locked = false;
    return look;
}

void set_up_columns(Worksheet& worksheet) {
    for (const DataColumnEntry& column : data_columns())
        worksheet.set_column(place_of(column.column), {pixels_of_digits(column.width), look_of(column),
                                                       column.column == DataColumn::key});
}

std::vector<std::string> write_headers(Workbook& workbook, Worksheet& worksheet) {
    const std::uint16_t style = workbook.style(list_header_look(text_size));
    std::vector<std::string> headers;
    for (const DataColumnEntry& column : data_columns()) {
        worksheet.write_text(0, place_of(column.column), style, column.header);
        headers.emplace_back(column.header);
    }
    return headers;
}

// Styles by column.
struct RowStyles {
    std::vector<std::uint16_t> locked;
    std::uint16_t editable = 0; // of 表記
};

RowStyles row_styles(Workbook& workbook) {
    RowStyles styles;
    for (const DataColumnEntry& column : data_columns()) {
        styles.locked.push_back(workbook.style(look_of(column)));
        if (column.column == DataColumn::text) styles.editable = workbook.style(editable_look(column));
    }
    return styles;
}

// Cells of nothing are left to the look of their column, but for those where something may be typed. A text
// that stands for its row elsewhere too, such as a path of many levels, is cut to what Excel takes; of 表記
// and ID nothing is.
void write_row(std::uint32_t at, const DataRow& row, const std::vector<Datum>& cells, const RowStyles& styles,
               Worksheet& worksheet) {
    for (std::uint16_t i = 0; i < cells.size(); ++i) {
        const bool editable = row.editable && i == place_of(DataColumn::text);
        const bool whole = i == place_of(DataColumn::text) || i == place_of(DataColumn::key);
        const std::uint16_t style = editable ? styles.editable : styles.locked[i];
        if (cells[i].number)
            worksheet.write_number(at, i, style, *cells[i].number);
        else if (editable || !cells[i].text.empty())
            worksheet.write_text(at, i, style, whole ? cells[i].text : cut_for_cell(cells[i].text));
    }
}

// Only where 表記 takes several lines; of the others the program knows the height.
Length height_of(const DataRow& row, std::int32_t line_pitch) {
    const DataColumnEntry& column = data_columns()[place_of(DataColumn::text)];
    const std::uint32_t lines = count_lines(row.text, pixels_of_digits(column.width), text_size);
    return lines > 1 ? height_of_lines(lines, text_size, line_pitch) : Length{};
}

void write_rows(const DataTable& table, std::int32_t line_pitch, Workbook& workbook, Worksheet& worksheet) {
    const RowStyles styles = row_styles(workbook);
    std::vector<Length> heights{list_header_height};
    heights.reserve(table.rows.size() + 1);
    DatumBuffers buffers;
    std::vector<Datum> cells;
    constexpr std::size_t usual_cells = 17;
    worksheet.expect_cells((table.rows.size() + 1) * usual_cells + rows_to_add * data_columns().size());
    for (const DataRow& row : table.rows) {
        show_row(table, row, buffers, cells);
        write_row(static_cast<std::uint32_t>(heights.size()), row, cells, styles, worksheet);
        heights.push_back(height_of(row, line_pitch));
    }
    worksheet.set_heights(std::move(heights), RowHeights::fitted);
}

// Cell by cell: of rows that have a look themselves, Gnumeric writes back all 16,384 cells.
void write_rows_to_add(std::uint32_t first, Workbook& workbook, Worksheet& worksheet) {
    CellLook look = look_of(data_columns()[place_of(DataColumn::text)]);
    look.locked = false;
    const std::uint16_t style = workbook.style(look);
    for (std::uint32_t row = first; row < first + rows_to_add; ++row) {
        for (const DataColumnEntry& column : data_columns())
            worksheet.write_nothing(row, place_of(column.column), style);
    }
}

void add_rules(std::uint32_t last_row, const NamedChoices& choices, Worksheet& worksheet) {
    const auto column = [&](DataColumn which) {
        return CellArea{1, last_row + rows_to_add, place_of(which), place_of(which)};
    };
    worksheet.add_rule(column(DataColumn::column_kind), {"", "", choices.column_kind});
    worksheet.add_rule(column(DataColumn::part), {"", "", choices.part});
    worksheet.add_rule(column(DataColumn::side), {"", "", choices.side});
    worksheet.add_rule(column(DataColumn::text), {std::string(input_title), std::string(input_message), ""});
}

} // namespace

void write_data_sheet(const DataTable& table, const SheetDress& dress, const NamedChoices& choices,
                      Workbook& workbook, Worksheet& worksheet) {
    // A table has at least one row below its header.
    const auto last_row = std::max(static_cast<std::uint32_t>(table.rows.size()), 1U);
    constexpr std::uint16_t key = place_of(DataColumn::key), item = place_of(DataColumn::item);
    const CellArea area{0, last_row, 0, key};
    set_up_list(dress, {0, last_row, 0, key - 1}, item + 1, worksheet);
    worksheet.show_grid();
    worksheet.set_zoom(zoom);
    worksheet.set_tab_colour(tab_colour);
    set_up_columns(worksheet);
    const std::vector<std::string> headers = write_headers(workbook, worksheet);
    write_rows(table, dress.line_pitch, workbook, worksheet);
    worksheet.add_table({area, "データ表", headers});
    add_rules(last_row, choices, worksheet);
    write_rows_to_add(last_row + 1, workbook, worksheet);
    worksheet.protect({.sizes = true, .rows = true, .sort_and_filter = true});
    worksheet.accept_number_texts();
}

} // namespace taisho
