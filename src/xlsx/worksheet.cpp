#include "xlsx/worksheet.h"

#include "xlsx/excel_text.h"
#include "xlsx/header_code.h"
#include "xlsx/workbook_parts.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <utility>

namespace taisho {

namespace {

// Limits of Excel.
constexpr std::size_t most_breaks = 1023;
constexpr std::size_t most_links = 65530;
constexpr std::size_t longest_input_title = 32, longest_input_message = 255;
constexpr std::size_t most_named_tables = 500; // the library sorts names in quadratic time

double inches(Length length) { return length.mpt / 72000.0; }

std::string cell_name(std::uint32_t row, std::uint16_t column, bool absolute) {
    char name[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(name, row, column, absolute ? 1 : 0, absolute ? 1 : 0);
    return name;
}

std::string header_word(HeaderCells headers) {
    switch (headers) {
    case HeaderCells::columns: return "ColumnTitle";
    case HeaderCells::rows: return "RowTitle";
    case HeaderCells::both: return "Title";
    }
    return "Title";
}

// The library puts no quotes around a name like 3 or A1, which then is no name in 3!$A$1:$C$9.
void quote_name(lxw_worksheet& worksheet) {
    std::free(worksheet.quoted_name); // the library frees ours in turn
    worksheet.quoted_name = ::strdup(quoted_sheet_name(worksheet.name).c_str());
}

} // namespace

struct Worksheet::State {
    WorkbookParts& book;
    std::string name;
    lxw_worksheet* worksheet = nullptr; // of the workbook
    SheetContent content;
    std::size_t tables = 0;
    std::vector<std::uint32_t> last_texts; // by column: of a list, the next row often says the same

    std::uint32_t share(std::uint16_t column, std::string_view text);
    void place(const CellArea& area, std::uint16_t style, CellHolds holds, std::uint32_t value);
};

std::uint32_t Worksheet::State::share(std::uint16_t column, std::string_view text) {
    constexpr std::uint32_t none = 0xffffffff;
    if (last_texts.size() <= column) last_texts.resize(column + 1U, none);
    std::uint32_t& last = last_texts[column];
    if (last == none || book.strings.text_of(last) != text) last = book.strings.number_of(text);
    return last;
}

// The other cells of a merged area hold nothing, but have its borders.
void Worksheet::State::place(const CellArea& area, std::uint16_t style, CellHolds holds,
                             std::uint32_t value) {
    content.cells.push_back({area.first_row, area.first_column, style, holds, value});
    if (area.first_row == area.last_row && area.first_column == area.last_column) return;
    content.merged.push_back(area);
    for (std::uint32_t row = area.first_row; row <= area.last_row; ++row) {
        for (std::uint32_t column = area.first_column; column <= area.last_column; ++column) {
            const bool first = row == area.first_row && column == area.first_column;
            if (!first)
                content.cells.push_back(
                    {row, static_cast<std::uint16_t>(column), style, CellHolds::nothing, 0});
        }
    }
}

Worksheet::Worksheet(WorkbookParts& book, const std::string& name)
    : state_(std::make_unique<State>(State{book, name, nullptr, {}, 0, {}})) {
    state_->worksheet = workbook_add_worksheet(book.workbook, name.c_str());
    if (state_->worksheet == nullptr) throw std::bad_alloc();
    quote_name(*state_->worksheet);
}

Worksheet::~Worksheet() = default;

const std::string& Worksheet::name() const { return state_->name; }

void Worksheet::mark_table(const CellArea& area, HeaderCells headers) {
    if (state_->tables >= most_named_tables) return;
    const std::string place =
        "=" + quoted_sheet_name(state_->name) + "!" + cell_name(area.first_row, area.first_column, true);
    const std::string name = header_word(headers) + "Region" + std::to_string(++state_->tables) + "." +
                             cell_name(area.first_row, area.first_column, false) + "." +
                             cell_name(area.last_row, area.last_column, false) + "." +
                             std::to_string(state_->worksheet->index + 1);
    state_->book.expect(workbook_define_name(state_->book.workbook, name.c_str(), place.c_str()));
}

void Worksheet::set_paper(int paper, bool landscape, const SheetMargins& margins) {
    lxw_worksheet* worksheet = state_->worksheet;
    worksheet_set_paper(worksheet, static_cast<std::uint8_t>(paper));
    if (landscape)
        worksheet_set_landscape(worksheet);
    else
        worksheet_set_portrait(worksheet);
    worksheet_set_margins(worksheet, inches(margins.left), inches(margins.right), inches(margins.top),
                          inches(margins.bottom));
    worksheet_fit_to_pages(worksheet, 1, 0);
    worksheet_center_horizontally(worksheet);
    worksheet_gridlines(worksheet, LXW_HIDE_ALL_GRIDLINES);
}

void Worksheet::set_head_and_foot(const HeadAndFoot& wanted, std::size_t pages) {
    WorkbookParts& book = state_->book;
    const int last = wanted.first_page + static_cast<int>(pages) - 1;
    const auto code = [&](const SheetLine& line) {
        return book.checked(header_code(line, book.fonts, last), longest_header);
    };
    const std::string header = code(wanted.head), footer = code(wanted.foot);
    FirstPage first{code(wanted.first_head), code(wanted.first_foot)};
    lxw_header_footer_options header_options = {};
    header_options.margin = inches(wanted.from_top);
    lxw_header_footer_options footer_options = {};
    footer_options.margin = inches(wanted.from_bottom);
    book.expect(worksheet_set_header_opt(state_->worksheet, header.c_str(), &header_options));
    book.expect(worksheet_set_footer_opt(state_->worksheet, footer.c_str(), &footer_options));
    if (first.header != header || first.footer != footer) state_->content.first_page = std::move(first);
    if (wanted.first_page != 1)
        worksheet_set_start_page(state_->worksheet, static_cast<std::uint16_t>(wanted.first_page));
}

void Worksheet::set_columns(const std::vector<std::uint16_t>& pixels) {
    for (lxw_col_t column = 0; column < pixels.size(); ++column)
        state_->book.expect(
            worksheet_set_column_pixels(state_->worksheet, column, column, pixels[column], nullptr));
}

void Worksheet::set_heights(std::vector<Length> heights, RowHeights kind) {
    state_->content.heights = std::move(heights);
    state_->content.row_heights = kind;
}

void Worksheet::set_breaks(const std::vector<std::uint32_t>& rows) {
    std::vector<lxw_row_t> breaks(rows.begin(),
                                  rows.begin() + std::ptrdiff_t(std::min(rows.size(), most_breaks)));
    breaks.push_back(0); // ends the list
    if (breaks.size() > 1) state_->book.expect(worksheet_set_h_pagebreaks(state_->worksheet, breaks.data()));
}

void Worksheet::repeat_rows(std::uint32_t first, std::uint32_t last) {
    state_->book.expect(worksheet_repeat_rows(state_->worksheet, first, last));
}

void Worksheet::set_print_area(const CellArea& area) {
    state_->book.expect(worksheet_print_area(state_->worksheet, area.first_row, area.first_column,
                                             area.last_row, area.last_column));
}

void Worksheet::freeze(std::uint32_t rows, std::uint16_t columns) {
    worksheet_freeze_panes(state_->worksheet, rows, columns);
}

void Worksheet::set_zoom(int percent) {
    worksheet_set_zoom(state_->worksheet, static_cast<std::uint16_t>(percent));
}

void Worksheet::set_tab_colour(Colour colour) {
    worksheet_set_tab_color(state_->worksheet, library_colour(colour));
}

void Worksheet::set_column(std::uint16_t column, const SheetColumn& wanted) {
    WorkbookParts& book = state_->book;
    lxw_row_col_options options = {};
    options.hidden = wanted.hidden;
    book.expect(worksheet_set_column_pixels_opt(state_->worksheet, column, column, wanted.pixels,
                                                book.format(wanted.look), &options));
}

void Worksheet::show_grid() { worksheet_gridlines(state_->worksheet, LXW_SHOW_ALL_GRIDLINES); }

void Worksheet::show_grid_on_screen() { worksheet_gridlines(state_->worksheet, LXW_SHOW_SCREEN_GRIDLINES); }

void Worksheet::hide() { worksheet_hide(state_->worksheet); }

void Worksheet::protect(const Allowed& allowed) {
    lxw_protection protection = {};
    protection.format_columns = protection.format_rows = allowed.sizes;
    protection.format_cells = allowed.looks;
    protection.insert_rows = protection.delete_rows = allowed.rows;
    protection.sort = protection.autofilter = allowed.sort_and_filter;
    worksheet_protect(state_->worksheet, nullptr, &protection);
}

void Worksheet::add_table(const NamedTable& table) {
    std::vector<lxw_table_column> columns(table.headers.size());
    std::vector<lxw_table_column*> list;
    std::vector<std::string> headers = table.headers;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].header = headers[i].data();
        list.push_back(&columns[i]);
    }
    list.push_back(nullptr); // ends the list
    std::string name = table.name;
    lxw_table_options options = {};
    options.name = name.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1; // shades of grey
    options.columns = list.data();
    const CellArea& area = table.area;
    state_->book.expect(worksheet_add_table(state_->worksheet, area.first_row, area.first_column,
                                            area.last_row, area.last_column, &options));
}

void Worksheet::add_rule(const CellArea& area, const InputRule& rule) {
    WorkbookParts& book = state_->book;
    std::string title = book.checked(rule.title, longest_input_title);
    std::string message = book.checked(rule.message, longest_input_message);
    std::string choices = "=" + rule.choices;
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_ANY;
    if (!title.empty()) validation.input_title = title.data(), validation.input_message = message.data();
    // Never LXW_VALIDATION_TYPE_LIST: of Japanese words the library writes more than its buffer holds.
    if (!rule.choices.empty()) {
        validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation.value_formula = choices.data();
    }
    book.expect(worksheet_data_validation_range(state_->worksheet, area.first_row, area.first_column,
                                                area.last_row, area.last_column, &validation));
}

void Worksheet::accept_number_texts() {
    state_->book.expect(
        worksheet_ignore_errors(state_->worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

void Worksheet::write(const CellArea& area, const std::vector<CellRun>& runs, CellLook look) {
    WorkbookParts& book = state_->book;
    const std::optional<std::uint32_t> text = book.share(runs, look);
    state_->place(area, book.style(look), text ? CellHolds::text : CellHolds::nothing, text.value_or(0));
}

void Worksheet::write_text(std::uint32_t row, std::uint16_t column, std::uint16_t style,
                           std::string_view text) {
    if (text.empty()) return write_nothing(row, column, style);
    state_->content.cells.push_back({row, column, style, CellHolds::text, state_->share(column, text)});
}

void Worksheet::write_number(std::uint32_t row, std::uint16_t column, std::uint16_t style, Decimal number) {
    SheetContent& content = state_->content;
    content.cells.push_back(
        {row, column, style, CellHolds::number, static_cast<std::uint32_t>(content.numbers.size())});
    content.numbers.push_back(number);
}

void Worksheet::write_nothing(std::uint32_t row, std::uint16_t column, std::uint16_t style) {
    state_->content.cells.push_back({row, column, style, CellHolds::nothing, 0});
}

void Worksheet::link(std::uint32_t row, std::uint16_t column, const SheetRow& leads_to) {
    std::vector<PlacedLink>& links = state_->content.links;
    if (links.size() < most_links) links.push_back({row, column, leads_to});
}

void Worksheet::expect_cells(std::size_t count) { state_->content.cells.reserve(count); }

std::size_t Worksheet::count_texts() const {
    const auto count = std::ranges::count(state_->content.cells, CellHolds::text,
                                          [](const auto& cell) { return cell.holds; });
    return static_cast<std::size_t>(count);
}

void Worksheet::set_dimension() {
    const std::vector<PlacedCell>& cells = state_->content.cells;
    if (cells.empty()) return;
    const auto [top, bottom] = std::ranges::minmax(cells, {}, &PlacedCell::row);
    const auto [left, right] = std::ranges::minmax(cells, {}, &PlacedCell::column);
    lxw_worksheet& worksheet = *state_->worksheet;
    worksheet.dim_rowmin = top.row, worksheet.dim_rowmax = bottom.row;
    worksheet.dim_colmin = left.column, worksheet.dim_colmax = right.column;
}

bool Worksheet::fill(std::string& part) {
    SheetContent content = std::exchange(state_->content, {}); // its memory is wanted
    return fill_sheet(content, part);
}

} // namespace taisho
