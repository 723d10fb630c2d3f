#include "app/check_cells.h"

#include "app/written_texts.h"
#include "xlsx/excel_text.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace taisho {
namespace {

constexpr std::size_t most_rows = 1048576; // of a sheet; Excel's limit
constexpr std::size_t most_reported = 20; // a paper of one such text has it on both sheets, and on both sides

bool is_too_long(std::string_view text) {
    return text.size() > longest_text && count_utf16(text).value_or(0) > longest_text;
}

// A key is never much longer than the names it is made of: only then is it made.
bool has_too_long_key(const DataTable& data, const DataRow& row) {
    constexpr std::size_t words = 64, longest_escape = 3; // 修正後/表の欄 …; %2F
    std::size_t names = data.units[row.unit].id.size() + words;
    if (row.field != no_index) {
        const DataField& field = data.fields[row.field];
        names += field.key.size();
        if (row.row < field.row_keys.size()) names += field.row_keys[row.row].size();
        if (row.column < field.columns.size()) names += field.columns[row.column].key.size();
    }
    return names * longest_escape > longest_text && is_too_long(key_of(place_of(data, row)));
}

// A part of the text to find it by: of its first line, so that it stands in the file as it does here.
std::string_view beginning_of(std::string_view text) {
    constexpr std::size_t enough = 200;
    return cut_utf16(text.substr(0, text.find('\n')), enough);
}

std::vector<std::string> too_long_texts(const DataTable& data, const Sheet& sheet) {
    std::vector<std::string> texts;
    for (const DataRow& row : data.rows)
        if (is_too_long(row.text) || has_too_long_key(data, row)) texts.emplace_back(row.text);
    for (const SheetCell& cell : sheet.cells) {
        std::size_t bytes = 0;
        for (const SheetRun& run : cell.runs) bytes += run.text.size();
        if (bytes <= longest_text) continue;
        std::string text;
        for (const SheetRun& run : cell.runs) text += run.text;
        if (is_too_long(text)) texts.push_back(std::move(text));
    }
    return texts;
}

// The hidden sheet has a row for each text of both others.
bool has_too_many_rows(const DataTable& data, const Sheet& sheet) {
    constexpr std::size_t headers = 1000; // and the rows that may be added
    return std::max(data.rows.size() + sheet.cells.size(), sheet.heights.size()) + headers > most_rows;
}

} // namespace

void check_cells(const DataTable& data, const Sheet& sheet, std::uint16_t form, const Sources& sources,
                 Diagnostics& diagnostics) {
    if (has_too_many_rows(data, sheet))
        return add_error(diagnostics, Code::too_many_rows, {}, {std::to_string(most_rows)});
    const std::vector<std::string> texts = too_long_texts(data, sheet);
    if (texts.empty()) return;
    const WrittenTexts written(sources, form);
    std::set<std::pair<std::uint16_t, std::uint32_t>> told;
    for (const std::string& text : texts) {
        if (told.size() == most_reported) return;
        const Span at = written.places(beginning_of(text), text, {}).front();
        if (told.emplace(at.source, at.begin).second)
            add_error(diagnostics, Code::cell_too_long, at, {std::to_string(longest_text)});
    }
}

} // namespace taisho
