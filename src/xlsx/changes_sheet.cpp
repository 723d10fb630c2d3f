#include "xlsx/changes_sheet.h"

#include "layout/sheet.h"
#include "xlsx/excel_text.h"
#include "xlsx/row_height.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace taisho {

namespace {

constexpr Length text_size = pt(10);
constexpr Colour link_ink = 0x0563c1; // as Excel has it for links

constexpr std::size_t column_count = 6;
// № 箇所 項目, both sides, 理由: together as wide as A4 across.
constexpr std::array<std::uint16_t, column_count> widths = {40, 245, 150, 215, 215, 145};

constexpr std::uint16_t indent_pixels = 10; // one step, as LibreOffice has it

// In every row the whole place would be four lines high beside a value of one.
constexpr std::string_view same_as_above = "〃";

using Texts = std::array<std::string_view, column_count - 1>; // all but №

struct Styles {
    std::uint16_t number, link, text;
};

Styles styles_of(Workbook& workbook) {
    CellLook text = list_look(text_size);
    text.vertical = VerticalAlign::middle;
    CellLook number = text;
    number.align = Align::center;
    text.indent = 1;
    CellLook link = number;
    link.run.ink = link_ink;
    link.run.stroke = Stroke::underline;
    return {workbook.style(number), workbook.style(link), workbook.style(text)};
}

std::uint32_t place_of(const ListedChange& entry, const ChangePlaces& places) {
    return entry.change < places.rows.size() ? places.rows[entry.change] : no_row;
}

void write_number(std::uint32_t row, const ListedChange& entry, const ChangePlaces& places,
                  const Styles& styles, Worksheet& worksheet) {
    if (entry.ordinal == 0) return worksheet.write_nothing(row, 0, styles.number);
    const std::uint32_t place = place_of(entry, places);
    const bool leads = place != no_row;
    worksheet.write_number(row, 0, leads ? styles.link : styles.number, {entry.ordinal, 0});
    if (leads) worksheet.link(row, 0, {places.sheet, place});
}

// A row is at most 409.5 pt high. The whole text stands on the other sheets.
std::string_view cut_for_row(std::string_view text, std::uint16_t pixels, std::int32_t line_pitch) {
    const auto most = static_cast<std::uint32_t>(pt(400).mpt / scale(text_size, line_pitch, 100).mpt);
    std::size_t units = longest_text;
    while (count_lines(text, pixels, text_size) > most) {
        units = std::min(units, text.size()) * 7 / 8;
        text = cut_utf16(text, units);
    }
    return text;
}

Length write_texts(std::uint32_t row, const Texts& texts, std::uint16_t style, std::int32_t line_pitch,
                   Worksheet& worksheet) {
    std::uint32_t lines = 1;
    for (std::uint16_t i = 0; i < texts.size(); ++i) {
        const std::uint16_t column = i + 1U;
        const std::uint16_t width = widths[column] - indent_pixels;
        const std::string_view text = cut_for_row(texts[i], width, line_pitch);
        worksheet.write_text(row, column, style,
                             text.size() < texts[i].size() ? std::string(text) + "…" : std::string(text));
        lines = std::max(lines, count_lines(text, width, text_size));
    }
    return height_of_lines(lines, text_size, line_pitch);
}

} // namespace

void write_changes_sheet(const std::vector<ListedChange>& changes, const std::string& before,
                         const std::string& after, const ChangePlaces& places, const SheetDress& dress,
                         Workbook& workbook, Worksheet& worksheet) {
    const Styles styles = styles_of(workbook);
    const std::uint16_t header = workbook.style(list_header_look(text_size));
    worksheet.set_columns({widths.begin(), widths.end()});
    worksheet.write_text(0, 0, header, "№");
    write_texts(0, {"箇所", "項目", before, after, "理由"}, header, dress.line_pitch, worksheet);
    std::vector<Length> heights{list_header_height};
    const ListedChange* above = nullptr;
    for (const ListedChange& entry : changes) {
        const auto row = static_cast<std::uint32_t>(heights.size());
        const bool same_place =
            above != nullptr && above->change == entry.change && above->place == entry.place;
        write_number(row, entry, places, styles, worksheet);
        const Texts texts = {same_place ? same_as_above : entry.place, entry.item, entry.before, entry.after,
                             entry.reason};
        heights.push_back(write_texts(row, texts, styles.text, dress.line_pitch, worksheet));
        above = &entry;
    }
    worksheet.set_heights(heights, RowHeights::fixed);
    set_up_list(dress, {0, static_cast<std::uint32_t>(changes.size()), 0, column_count - 1}, 0, worksheet);
    worksheet.protect({.sizes = true, .looks = true});
    worksheet.accept_number_texts();
}

} // namespace taisho
