#include "xlsx/workbook.h"

#include "xlsx/excel_text.h"
#include "xlsx/finish_package.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <map>
#include <new>
#include <optional>
#include <string_view>
#include <utility>
#include <xlsxwriter.h>

namespace taisho {

namespace {

// So that the same sheet gives the same bytes, the workbook says it was made at 2000-01-01T00:00:00Z.
constexpr std::time_t made_at = 946684800;

// Limits of Excel.
constexpr std::size_t longest_text = 32767;
constexpr std::size_t longest_header = 255;
constexpr std::size_t longest_font_name = 31;
constexpr std::size_t most_breaks = 1023;
constexpr std::size_t most_links = 65530;
constexpr Length tallest_row = pt(409.5);
constexpr std::uint8_t deepest_indent = 250;

// Sizes in a header are whole points (ECMA-376 18.3.1.39).
int whole_points(Length size) { return size.mpt / 1000; }

double inches(Length length) { return length.mpt / 72000.0; }
double points(Length length) { return length.mpt / 1000.0; }

std::string decimal(Length length) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, points(length)).ptr};
}

lxw_color_t grey_colour(std::uint8_t grey) {
    if (grey == 0) return LXW_COLOR_BLACK; // the library takes 0 as "no colour"
    return grey * 0x010101U;
}

// Justified lines of Japanese without hyphenation get holes in Excel; it breaks lines by rules of its own.
lxw_format_alignments horizontal(Align align) {
    switch (align) {
    case Align::start: return LXW_ALIGN_LEFT;
    case Align::center: return LXW_ALIGN_CENTER;
    case Align::end: return LXW_ALIGN_RIGHT;
    case Align::justify: return LXW_ALIGN_LEFT;
    case Align::distribute: return LXW_ALIGN_CENTER; // the layout has spread it
    case Align::decimal: return LXW_ALIGN_RIGHT;
    }
    return LXW_ALIGN_LEFT;
}

lxw_format_alignments vertical(VerticalAlign align) {
    return align == VerticalAlign::top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER;
}

// ECMA-376 18.8.18: 1 = Roman, 3 = Modern, as Excel has it for MS 明朝 and MS ゴシック.
std::uint8_t family_number(Family family) { return family == Family::mincho ? 1 : 3; }

// Escaped, without empty runs, and with neighbours of the same font joined.
std::vector<CellRun> tidy(const std::vector<CellRun>& runs) {
    std::vector<CellRun> tidied;
    for (const CellRun& run : runs) {
        const std::string text = escape_cell_text(run.text);
        if (text.empty()) continue;
        const bool joins =
            !tidied.empty() && tidied.back().family == run.family && tidied.back().underline == run.underline;
        if (joins)
            tidied.back().text += text;
        else
            tidied.push_back({text, run.family, run.underline});
    }
    return tidied;
}

// ECMA-376 18.4.8 (si). The carriage return inside of the tag means nothing to a reader of XML; it keeps the
// markup apart from every plain text in the table of shared strings, as no text of ours holds one.
std::string rich_markup(const std::vector<CellRun>& runs, Length size, const SheetFonts& fonts) {
    std::string markup;
    for (const CellRun& run : runs) {
        markup += run.underline ? "<r\r><rPr><u/><sz val=\"" : "<r\r><rPr><sz val=\"";
        markup += decimal(size) + "\"/><color theme=\"1\"/><rFont val=\"";
        markup += escape_xml(run.family == Family::mincho ? fonts.mincho : fonts.gothic);
        markup += "\"/><family val=\"" + std::to_string(family_number(run.family)) + "\"/></rPr>";
        markup +=
            "<t xml:space=\"preserve\">" + escape_xml(run.text) + "</t></r>"; // a run may begin with 「　」
    }
    return markup;
}

// The library puts no quotes around a name like 3 or A1, which then is no name in 3!$A$1:$C$9.
void quote_name(lxw_worksheet& worksheet) {
    std::string quoted = "'";
    for (const char* c = worksheet.name; *c != '\0'; ++c) quoted.append(*c == '\'' ? 2 : 1, *c);
    quoted += '\'';
    std::free(worksheet.quoted_name); // the library frees ours in turn
    worksheet.quoted_name = ::strdup(quoted.c_str());
}

} // namespace

struct Workbook::State {
    std::filesystem::path file;
    SheetFonts fonts;
    lxw_workbook* workbook = nullptr;
    lxw_worksheet* worksheet = nullptr; // of workbook
    std::map<CellLook, lxw_format*> formats;
    HeaderPages header_pages = HeaderPages::all;
    std::size_t links = 0;
    bool failed = false;

    ~State() { lxw_workbook_free(workbook); }

    void expect(lxw_error error) { failed = failed || error != LXW_NO_ERROR; }
    std::string checked(const std::string& text, std::size_t longest);
    lxw_format* format(const CellLook& look);
    void share_rich_string(const std::string& markup);
    void link(const CellArea& area, const std::string& content, lxw_format* format, std::uint32_t row);
};

// What is no text or too long is left out, and the workbook then cannot be written.
std::string Workbook::State::checked(const std::string& text, std::size_t longest) {
    const std::optional<std::size_t> units = count_utf16(text);
    if (units && *units <= longest) return text;
    failed = true;
    return {};
}

lxw_format* Workbook::State::format(const CellLook& look) {
    lxw_format*& format = formats[look];
    if (format != nullptr) return format;
    format = workbook_add_format(workbook);
    format_set_font_name(format, (look.family == Family::mincho ? fonts.mincho : fonts.gothic).c_str());
    format_set_font_family(format, family_number(look.family));
    format_set_font_size(format, points(look.size));
    if (look.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    format_set_text_wrap(format);
    format_set_align(format, horizontal(look.align));
    format_set_align(format, vertical(look.vertical));
    if (look.indent > 0) format_set_indent(format, std::min(look.indent, deepest_indent));
    if (look.border) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, LXW_COLOR_BLACK);
    }
    if (look.grey != 255) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, grey_colour(look.grey));
    }
    return format;
}

// worksheet_write_rich_string opens a temporary file for every string it formats, which would take longer
// than all the rest. So the markup goes straight to the table of shared strings, where worksheet_write_string
// then finds it.
void Workbook::State::share_rich_string(const std::string& markup) {
    if (lxw_get_sst_index(workbook->sst, markup.c_str(), LXW_TRUE) == nullptr) throw std::bad_alloc();
    --workbook->sst->string_count; // it counts cells, and that one is still to come
}

// A text that leads to the first cell of a row, in a cell that has been written.
void Workbook::State::link(const CellArea& area, const std::string& content, lxw_format* format,
                           std::uint32_t row) {
    if (content.empty() || ++links > most_links) return;
    const std::string place =
        "internal:" + std::string(worksheet->quoted_name) + "!A" + std::to_string(row + 1);
    expect(worksheet_write_url_opt(worksheet, area.first_row, area.first_column, place.c_str(), format,
                                   content.c_str(), nullptr));
}

Workbook::Workbook(const std::filesystem::path& file, const std::string& sheet_name, const Properties& about,
                   const SheetFonts& fonts)
    : state_(std::make_unique<State>()) {
    State& state = *state_;
    state.file = file;
    state.fonts = {state.checked(fonts.mincho, longest_font_name),
                   state.checked(fonts.gothic, longest_font_name)};
    state.workbook = workbook_new(file.c_str());
    if (state.workbook == nullptr) throw std::bad_alloc();
    const std::string name = clean_sheet_name(state.checked(sheet_name, longest_text));
    state.worksheet = workbook_add_worksheet(state.workbook, name.c_str());
    if (state.worksheet == nullptr) throw std::bad_alloc();
    quote_name(*state.worksheet);
    Properties shown{state.checked(about.title, longest_text),
                     state.checked(about.author, longest_text),
                     state.checked(about.subject, longest_text),
                     {}};
    lxw_doc_properties properties = {};
    properties.title = shown.title.data();
    properties.author = shown.author.data();
    if (!shown.subject.empty()) properties.subject = shown.subject.data(); // else there is no element for it
    properties.created = made_at;
    state.expect(workbook_set_properties(state.workbook, &properties));
}

Workbook::~Workbook() = default;

void Workbook::set_paper(int paper, bool landscape, const SheetMargins& margins) {
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

void Workbook::set_header_and_footer(const HeaderAndFooter& wanted) {
    State& state = *state_;
    const std::string text = escape_cell_text(state.checked(wanted.right, longest_header));
    std::string header;
    if (!text.empty())
        header = "&R" + header_piece(text, state.fonts.gothic, whole_points(wanted.header_size));
    const std::string footer =
        "&C" + header_piece("", state.fonts.mincho, whole_points(wanted.footer_size)) + "&P";
    lxw_header_footer_options header_options = {};
    header_options.margin = inches(wanted.header_margin);
    lxw_header_footer_options footer_options = {};
    footer_options.margin = inches(wanted.footer_margin);
    state.expect(worksheet_set_header_opt(state.worksheet, state.checked(header, longest_header).c_str(),
                                          &header_options));
    state.expect(worksheet_set_footer_opt(state.worksheet, state.checked(footer, longest_header).c_str(),
                                          &footer_options));
    if (!header.empty()) state.header_pages = HeaderPages::first;
}

void Workbook::set_columns(const std::vector<std::uint16_t>& pixels) {
    for (lxw_col_t column = 0; column < pixels.size(); ++column)
        state_->expect(
            worksheet_set_column_pixels(state_->worksheet, column, column, pixels[column], nullptr));
}

// The library leaves out a height that equals its default of 15 pt, and Excel would then choose one itself:
// so that row gets 1/1000 pt more.
void Workbook::set_heights(const std::vector<Length>& heights) {
    for (lxw_row_t row = 0; row < heights.size(); ++row) {
        const Length height = std::min(heights[row], tallest_row);
        const Length written = height == pt(15) ? pt(15.001) : height;
        state_->expect(worksheet_set_row(state_->worksheet, row, points(written), nullptr));
    }
}

void Workbook::set_breaks(const std::vector<std::uint32_t>& rows) {
    std::vector<lxw_row_t> breaks(rows.begin(),
                                  rows.begin() + std::ptrdiff_t(std::min(rows.size(), most_breaks)));
    breaks.push_back(0); // ends the list
    if (breaks.size() > 1) state_->expect(worksheet_set_h_pagebreaks(state_->worksheet, breaks.data()));
}

void Workbook::repeat_rows(std::uint32_t first, std::uint32_t last) {
    state_->expect(worksheet_repeat_rows(state_->worksheet, first, last));
}

void Workbook::set_print_area(const CellArea& area) {
    state_->expect(worksheet_print_area(state_->worksheet, area.first_row, area.first_column, area.last_row,
                                        area.last_column));
    // Values like 10 are texts here; Excel would mark each with a green corner.
    state_->expect(
        worksheet_ignore_errors(state_->worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

void Workbook::write(const CellArea& area, const std::vector<CellRun>& runs, CellLook look,
                     std::optional<std::uint32_t> leads_to) {
    State& state = *state_;
    std::size_t units = 0;
    for (const CellRun& run : runs) units += count_utf16(run.text).value_or(longest_text + 1);
    if (units > longest_text) return state.failed = true, void();
    const std::vector<CellRun> texts = tidy(runs);
    if (!texts.empty()) look.family = texts.front().family;
    look.underline = texts.size() == 1 && texts.front().underline;
    std::string content; // as the library takes it
    if (texts.size() == 1) content = texts.front().text;
    if (texts.size() > 1) {
        content = rich_markup(texts, look.size, state.fonts);
        state.share_rich_string(content);
    }
    lxw_format* format = state.format(look);
    const bool merged = area.first_row < area.last_row || area.first_column < area.last_column;
    if (merged)
        state.expect(worksheet_merge_range(state.worksheet, area.first_row, area.first_column, area.last_row,
                                           area.last_column, content.c_str(), format));
    else if (content.empty())
        state.expect(worksheet_write_blank(state.worksheet, area.first_row, area.first_column, format));
    else
        state.expect(worksheet_write_string(state.worksheet, area.first_row, area.first_column,
                                            content.c_str(), format));
    if (leads_to) state.link(area, content, format, *leads_to);
}

bool Workbook::close() {
    State& state = *state_;
    // The library prints to the terminal when it cannot open the file: better to know it before.
    const bool writable = !state.failed && std::ofstream(state.file, std::ios::binary).is_open();
    if (!writable) return false;
    const lxw_error error = workbook_close(std::exchange(state.workbook, nullptr));
    if (error != LXW_NO_ERROR) return false;
    return finish_package(state.file, state.header_pages);
}

} // namespace taisho
