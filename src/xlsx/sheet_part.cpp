#include "xlsx/sheet_part.h"

#include "xlsx/excel_text.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string_view>
#include <tuple>
#include <utility>

namespace taisho {

namespace {

constexpr Length tallest_row = pt(409.5); // Excel's limit

void append_number(std::uint64_t number, std::string& text) {
    char digits[20];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

// 1/1000 of something, without zeros at the end.
void append_decimal(Decimal number, std::string& text) {
    const bool negative = number.digits < 0;
    std::uint64_t digits = static_cast<std::uint64_t>(negative ? -number.digits : number.digits);
    int places = number.places;
    for (; places > 0 && digits % 10 == 0; --places) digits /= 10;
    if (negative && digits > 0) text += '-';
    std::string shown = std::to_string(digits);
    const auto behind = static_cast<std::size_t>(places);
    if (shown.size() <= behind) shown.insert(0, behind + 1 - shown.size(), '0');
    text.append(shown, 0, shown.size() - behind);
    if (behind > 0) text.append(1, '.').append(shown, shown.size() - behind);
}

// A, B … Z, AA, AB …
std::string letters_of(std::uint32_t column) {
    std::string letters;
    for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string place_of(std::uint32_t row, std::uint32_t column) {
    return letters_of(column) + std::to_string(row + 1);
}

std::string area_of(const CellArea& area) {
    return place_of(area.first_row, area.first_column) + ":" + place_of(area.last_row, area.last_column);
}

// ---- sheetData ----

struct RowWriter {
    const SheetContent& content;
    std::vector<std::string> openings; // <c r="A, by column
    std::string text;

    void begin_row(std::uint32_t row);
    void write(const PlacedCell& cell, std::string_view row);
};

void RowWriter::begin_row(std::uint32_t row) {
    text += "<row r=\"";
    append_number(row + 1, text);
    if (row < content.heights.size() && content.heights[row] > Length{}) {
        text += "\" ht=\"";
        append_decimal({std::min(content.heights[row], tallest_row).mpt, 3}, text);
        if (content.row_heights == RowHeights::fixed) text += "\" customHeight=\"1";
    }
    text += "\">";
}

void RowWriter::write(const PlacedCell& cell, std::string_view row) {
    while (openings.size() <= cell.column)
        openings.push_back("<c r=\"" + letters_of(static_cast<std::uint32_t>(openings.size())));
    text.append(openings[cell.column]).append(row).append("\" s=\"");
    append_number(cell.style, text);
    switch (cell.holds) {
    case CellHolds::nothing: text += "\"/>"; return;
    case CellHolds::text:
        text += "\" t=\"s\"><v>";
        append_number(cell.value, text);
        break;
    case CellHolds::number:
        text += "\"><v>";
        append_decimal(content.numbers[cell.value], text);
        break;
    }
    text += "</v></c>";
}

// Cells are placed area by area: those of an area over several rows come too early.
void sort_by_place(std::vector<PlacedCell>& cells) {
    const auto before = [](const PlacedCell& a, const PlacedCell& b) {
        return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    };
    if (!std::ranges::is_sorted(cells, before)) std::ranges::sort(cells, before);
}

// Areas that overlap: Excel would offer to repair the workbook. REQUIRES: sorted
bool has_two_at_one_place(const std::vector<PlacedCell>& cells) {
    const auto same = [](const PlacedCell& a, const PlacedCell& b) {
        return a.row == b.row && a.column == b.column;
    };
    return std::ranges::adjacent_find(cells, same) != cells.end();
}

void append_sheet_data(const SheetContent& content, std::string& part) {
    constexpr std::size_t usual_cell = 42; // bytes
    const std::vector<PlacedCell>& cells = content.cells;
    const auto heights = static_cast<std::uint32_t>(content.heights.size());
    const std::uint32_t rows = std::max(heights, cells.empty() ? 0 : cells.back().row + 1);
    RowWriter writer{content, {}, std::move(part)};
    writer.text.reserve(writer.text.size() + (cells.size() + rows) * usual_cell);
    writer.text += "<sheetData>";
    auto cell = cells.begin();
    for (std::uint32_t row = 0; row < rows; ++row) {
        const bool has_cells = cell != cells.end() && cell->row == row;
        if (!has_cells && row >= heights) continue;
        writer.begin_row(row);
        const std::string number = std::to_string(row + 1);
        for (; cell != cells.end() && cell->row == row; ++cell) writer.write(*cell, number);
        writer.text += "</row>";
    }
    writer.text += "</sheetData>";
    part = std::move(writer.text);
}

// ---- what stands behind the cells ----

std::string merged_areas(const std::vector<CellArea>& areas) {
    if (areas.empty()) return {};
    std::string text = "<mergeCells count=\"" + std::to_string(areas.size()) + "\">";
    for (const CellArea& area : areas) text += "<mergeCell ref=\"" + area_of(area) + "\"/>";
    return text += "</mergeCells>";
}

std::string hyperlinks(const std::vector<PlacedLink>& links) {
    if (links.empty()) return {};
    std::string text = "<hyperlinks>";
    for (const PlacedLink& link : links) {
        const std::string place =
            quoted_sheet_name(link.leads_to.sheet) + "!A" + std::to_string(link.leads_to.row + 1);
        text += "<hyperlink ref=\"" + place_of(link.row, link.column) + "\" location=\"" + escape_xml(place);
        text += "\"/>";
    }
    return text += "</hyperlinks>";
}

// Where the first of these elements begins. The order of all is fixed (CT_Worksheet), and the library always
// writes the last, pageMargins.
std::size_t find_first(const std::string& part, std::size_t from,
                       std::initializer_list<std::string_view> tags) {
    std::size_t first = std::string::npos;
    for (const std::string_view tag : tags) first = std::min(first, part.find(tag, from));
    return first;
}

// The text of an element, as the library writes it.
std::string escape_text(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '"')
            escaped += c;
        else
            escaped += escape_xml(std::string_view(&c, 1));
    }
    return escaped;
}

std::string element(std::string_view name, std::string_view text) {
    if (text.empty()) return {};
    const std::string tag(name);
    return "<" + tag + ">" + std::string(text) + "</" + tag + ">";
}

// <headerFooter><oddHeader>…</oddHeader><oddFooter>…</oddFooter></headerFooter>: the head and foot of later
// pages, and those of the first behind them.
bool add_first_page(const FirstPage& first, std::string& sheet) {
    constexpr std::string_view begin_tag = "<headerFooter><oddHeader>", middle = "</oddHeader><oddFooter>",
                               end_tag = "</oddFooter></headerFooter>";
    const std::size_t begin = sheet.rfind(begin_tag);
    if (begin == std::string::npos) return false;
    const std::size_t header = begin + begin_tag.size();
    const std::size_t header_end = sheet.find(middle, header);
    if (header_end == std::string::npos) return false;
    const std::size_t footer = header_end + middle.size();
    const std::size_t footer_end = sheet.find(end_tag, footer);
    if (footer_end == std::string::npos) return false;
    const std::string changed = "<headerFooter differentFirst=\"1\">" +
                                element("oddHeader", sheet.substr(header, header_end - header)) +
                                element("oddFooter", sheet.substr(footer, footer_end - footer)) +
                                element("firstHeader", escape_text(first.header)) +
                                element("firstFooter", escape_text(first.footer)) + "</headerFooter>";
    sheet.replace(begin, footer_end + end_tag.size() - begin, changed);
    return true;
}

// The cells that the library has written, its headers of tables, are ours too.
std::size_t drop_cells(std::string& part) {
    constexpr std::string_view empty = "<sheetData/>", begin_tag = "<sheetData>", end_tag = "</sheetData>";
    if (const std::size_t at = part.find(empty); at != std::string::npos)
        return part.erase(at, empty.size()), at;
    const std::size_t begin = part.find(begin_tag), end = part.rfind(end_tag);
    if (begin == std::string::npos || end == std::string::npos) return std::string::npos;
    part.erase(begin, end + end_tag.size() - begin);
    return begin;
}

} // namespace

std::string absolute_area(const CellArea& area) {
    const auto place = [](std::uint32_t row, std::uint32_t column) {
        return "$" + letters_of(column) + "$" + std::to_string(row + 1);
    };
    return place(area.first_row, area.first_column) + ":" + place(area.last_row, area.last_column);
}

bool fill_sheet(SheetContent& content, std::string& part) {
    sort_by_place(content.cells);
    if (has_two_at_one_place(content.cells)) return false;
    const std::size_t cells = drop_cells(part);
    if (cells == std::string::npos) return false;
    const std::size_t merges = find_first(
        part, cells,
        {"<phoneticPr", "<conditionalFormatting", "<dataValidations", "<printOptions", "<pageMargins"});
    if (merges == std::string::npos) return false;
    part.insert(merges, merged_areas(content.merged));
    part.insert(find_first(part, merges, {"<printOptions", "<pageMargins"}), hyperlinks(content.links));
    if (content.first_page && !add_first_page(*content.first_page, part)) return false;
    const std::string tail = part.substr(cells); // short: rather this is copied than the cells
    part.resize(cells);
    append_sheet_data(content, part);
    part += tail;
    return true;
}

} // namespace taisho
