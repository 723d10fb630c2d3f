#include "data/csv.h"

#include "data/data_columns.h"

#include <algorithm>
#include <array>

namespace taisho {
namespace {

// OWASP, CSV injection: what makes a spreadsheet take a text for a formula.
bool looks_like_formula(std::string_view text) {
    constexpr std::string_view starts = "=+-@\t\r";
    constexpr std::array<std::string_view, 4> wide{"＝", "＋", "－", "＠"};
    return starts.find(text.front()) != std::string_view::npos ||
           std::ranges::any_of(wide, [&](std::string_view start) { return text.starts_with(start); });
}

// RFC 4180, 2.6.
bool needs_quotes(std::string_view text) {
    bool needed = false;
    for (const char c : text) needed |= c == ',' || c == '"' || c == '\n' || c == '\r';
    return needed;
}

void append_text(std::string_view text, std::string& csv) {
    if (text.empty()) return; // as most cells are
    const std::string_view guard = looks_like_formula(text) ? "'" : "";
    if (!needs_quotes(text)) {
        csv.append(guard).append(text);
        return;
    }
    csv.append("\"").append(guard);
    for (const char c : text) c == '"' ? csv.append("\"\"") : csv.append(1, c);
    csv += '"';
}

void append_number(Decimal number, std::string& csv) {
    std::string digits = std::to_string(number.digits < 0 ? -number.digits : number.digits);
    const auto places = static_cast<std::size_t>(number.places);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, 1, '.');
    if (number.digits < 0) csv += '-';
    csv += digits;
}

constexpr std::string_view line_end = "\r\n";

void append_header(std::string& csv) {
    for (const DataColumnEntry& column : data_columns()) {
        if (&column != data_columns().data()) csv += ',';
        append_text(column.header, csv);
    }
    csv += line_end;
}

} // namespace

std::string write_csv(const DataTable& table) {
    constexpr std::size_t usual_row = 600, most_reserved = 64UL << 20U; // bytes
    std::string csv(byte_order_mark);
    csv.reserve(std::min((table.rows.size() + 1) * usual_row, most_reserved));
    append_header(csv);
    DatumBuffers buffers;
    std::vector<Datum> cells;
    for (const DataRow& row : table.rows) {
        show_row(table, row, buffers, cells);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) csv += ',';
            if (cells[i].number)
                append_number(*cells[i].number, csv);
            else
                append_text(cells[i].text, csv);
        }
        csv += line_end;
    }
    return csv;
}

} // namespace taisho
