#include "app/text_table.h"

#include "base/utf8.h"
#include "fonts/characters.h"

#include <algorithm>
#include <string_view>

namespace taisho {
namespace {

// Marks and selectors take no room beside the character they belong to.
std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = decode(text, at);
        if (!joins(character)) width += terminal_width(text.substr(at, length));
        at += length;
    }
    return width;
}

std::string line_of(const std::vector<std::string>& cells, const std::vector<TextColumn>& columns,
                    const std::vector<std::size_t>& widths) {
    std::string line = " ";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string blanks(widths[i] - width_of(cells[i]), ' ');
        line.append(i == 0 ? " " : "  ").append(columns[i].right ? blanks + cells[i] : cells[i] + blanks);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

} // namespace

std::string text_table(const std::vector<TextColumn>& columns,
                       const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::string> headings;
    std::vector<std::size_t> widths;
    for (const TextColumn& column : columns) {
        headings.push_back(column.heading);
        widths.push_back(width_of(column.heading));
    }
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    std::string table = line_of(headings, columns, widths);
    for (const auto& row : rows) table += line_of(row, columns, widths);
    return table;
}

} // namespace taisho
