#include "xlsx/worksheet.h"

#include "xlsx/excel_text.h"
#include "xlsx/workbook_parts.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace taisho {

namespace {

// Limits of Excel.
constexpr std::size_t longest_header = 255;
constexpr std::size_t most_breaks = 1023;
constexpr std::size_t most_links = 65530;
constexpr Length tallest_row = pt(409.5);

// Sizes in a header are whole points (ECMA-376 18.3.1.39).
int whole_points(Length size) { return size.mpt / 1000; }

double inches(Length length) { return length.mpt / 72000.0; }
double points(Length length) { return length.mpt / 1000.0; }

std::string quoted(const std::string& name) {
    std::string result = "'";
    for (const char c : name) result.append(c == '\'' ? 2 : 1, c);
    return result += '\'';
}

// The library puts no quotes around a name like 3 or A1, which then is no name in 3!$A$1:$C$9.
void quote_name(lxw_worksheet& worksheet) {
    std::free(worksheet.quoted_name); // the library frees ours in turn
    worksheet.quoted_name = ::strdup(quoted(worksheet.name).c_str());
}

} // namespace

struct Worksheet::State {
    WorkbookParts& book;
    std::string name;
    lxw_worksheet* worksheet = nullptr; // of the workbook
    std::size_t links = 0;
    SheetFinish finish;

    void link(const CellArea& area, const std::string& content, lxw_format* format, const SheetRow& target);
};

// In a cell that has been written.
void Worksheet::State::link(const CellArea& area, const std::string& content, lxw_format* format,
                            const SheetRow& target) {
    if (content.empty() || ++links > most_links) return;
    const std::string place = "internal:" + quoted(target.sheet) + "!A" + std::to_string(target.row + 1);
    book.expect(worksheet_write_url_opt(worksheet, area.first_row, area.first_column, place.c_str(), format,
                                        content.c_str(), nullptr));
}

Worksheet::Worksheet(WorkbookParts& book, const std::string& name)
    : state_(std::make_unique<State>(State{book, name, nullptr, 0, {}})) {
    state_->worksheet = workbook_add_worksheet(book.workbook, name.c_str());
    if (state_->worksheet == nullptr) throw std::bad_alloc();
    quote_name(*state_->worksheet);
}

Worksheet::~Worksheet() = default;

const std::string& Worksheet::name() const { return state_->name; }

const SheetFinish& Worksheet::finish() const { return state_->finish; }

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
    worksheet_set_zoom(worksheet, 100);
}

void Worksheet::set_header_and_footer(const HeaderAndFooter& wanted) {
    WorkbookParts& book = state_->book;
    const std::string text = escape_cell_text(book.checked(wanted.right, longest_header));
    std::string header;
    if (!text.empty())
        header = "&R" + header_piece(text, book.fonts.gothic, whole_points(wanted.header_size));
    const std::string footer =
        "&C" + header_piece("", book.fonts.mincho, whole_points(wanted.footer_size)) + "&P";
    lxw_header_footer_options header_options = {};
    header_options.margin = inches(wanted.header_margin);
    lxw_header_footer_options footer_options = {};
    footer_options.margin = inches(wanted.footer_margin);
    book.expect(worksheet_set_header_opt(state_->worksheet, book.checked(header, longest_header).c_str(),
                                         &header_options));
    book.expect(worksheet_set_footer_opt(state_->worksheet, book.checked(footer, longest_header).c_str(),
                                         &footer_options));
    if (!header.empty()) state_->finish.header_pages = HeaderPages::first;
}

void Worksheet::set_columns(const std::vector<std::uint16_t>& pixels) {
    for (lxw_col_t column = 0; column < pixels.size(); ++column)
        state_->book.expect(
            worksheet_set_column_pixels(state_->worksheet, column, column, pixels[column], nullptr));
}

// The library leaves out a height that equals its default of 15 pt, and Excel would then choose one itself:
// so that row gets 1/1000 pt more.
void Worksheet::set_heights(const std::vector<Length>& heights) {
    for (lxw_row_t row = 0; row < heights.size(); ++row) {
        const Length height = std::min(heights[row], tallest_row);
        const Length written = height == pt(15) ? pt(15.001) : height;
        state_->book.expect(worksheet_set_row(state_->worksheet, row, points(written), nullptr));
    }
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

void Worksheet::accept_number_texts() {
    state_->book.expect(
        worksheet_ignore_errors(state_->worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

void Worksheet::write(const CellArea& area, const std::vector<CellRun>& runs, CellLook look,
                      const std::optional<SheetRow>& leads_to) {
    WorkbookParts& book = state_->book;
    const std::string content = book.content(runs, look);
    lxw_worksheet* worksheet = state_->worksheet;
    lxw_format* format = book.format(look);
    const bool merged = area.first_row < area.last_row || area.first_column < area.last_column;
    if (merged)
        book.expect(worksheet_merge_range(worksheet, area.first_row, area.first_column, area.last_row,
                                          area.last_column, content.c_str(), format));
    else if (content.empty())
        book.expect(worksheet_write_blank(worksheet, area.first_row, area.first_column, format));
    else
        book.expect(
            worksheet_write_string(worksheet, area.first_row, area.first_column, content.c_str(), format));
    if (leads_to) state_->link(area, content, format, *leads_to);
}

} // namespace taisho
