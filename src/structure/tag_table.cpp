// Tables. What heads a cell is told by scopes where the table is as simple as that: a row of column headers
// above, at most one header in a row. Where bands name the rows below them (●業績目標), or headers stand
// above headers, each data cell names its headers, because a search through rows and columns would stop at
// the first band (ISO 32000-1 14.8.5.7).

#include "base/utf8.h"
#include "structure/tagging.h"
#include "text/characters.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace taisho {
namespace {

// Of one cell, and above one column: nobody listens to more.
constexpr std::size_t most_headers = 16;

constexpr std::uint32_t no_element = std::numeric_limits<std::uint32_t>::max();

// What is known of the rows above the one that is tagged.
struct Headers {
    std::vector<std::vector<std::uint32_t>> above; // per column: the header cells that stand above
    std::vector<std::size_t> of_table;             // per column: how many of them are in the header rows
    struct OpenBand {
        std::uint8_t depth = 0;
        std::uint32_t cell = 0;
    };
    std::vector<OpenBand> bands; // that name the rows from here on
    struct Beside {
        std::uint32_t cell = 0, column = 0;
        std::size_t first = 0, last = 0; // rows of the table: [first, last)
    };
    std::vector<Beside> beside; // header cells of rows, as far as they reach
};

struct TableTagging {
    Tagging& tagging;
    const Table& table;
    std::uint32_t block = 0;
    bool names_headers = false; // scopes would not tell
    Headers headers;
};

// An empty corner heads nothing.
bool is_header(const Cell& cell) { return cell.kind != CellKind::data && !is_empty(cell); }

// A table that names no header at all, with headers: its first row with a text heads the columns, or, where
// there is one row, its first text the row, because readers walk through tables by headers. Nothing for all
// other tables.
std::optional<Table> with_headers(const Table& table) {
    const auto has_header = [](const Row& row) { return std::ranges::any_of(row.cells, is_header); };
    const auto has_text = [](const Row& row) { return !std::ranges::all_of(row.cells, is_empty); };
    if (std::ranges::any_of(table.rows, has_header)) return std::nullopt;
    Table headed = table;
    const auto first = std::ranges::find_if(headed.rows, has_text);
    if (first == headed.rows.end()) return std::nullopt;
    const bool alone = headed.rows.size() == 1;
    for (Cell& cell : first->cells) {
        if (is_empty(cell)) continue;
        cell.kind = alone ? CellKind::row_header : CellKind::column_header;
        if (alone) break;
    }
    return headed;
}

// A header over all columns names the rows below it, as a band does.
bool is_band(const Cell& cell, const Table& table) {
    const bool whole = cell.kind == CellKind::row_header && cell.column_span == table.tracks.size();
    return cell.kind == CellKind::band || (whole && table.tracks.size() > 1);
}

bool needs_names(const Table& table) {
    if (table.header_rows > 1) return true;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        int beside = 0;
        for (const Cell& cell : table.rows[r].cells) {
            if (r < table.header_rows) continue;
            if (is_band(cell, table) || cell.kind == CellKind::column_header) return true;
            if (cell.kind != CellKind::row_header) continue;
            if (++beside > 1 || cell.row_span > 1) return true;
        }
    }
    return false;
}

Scope scope_of(const Cell& cell, const Table& table) {
    if (is_band(cell, table)) return Scope::column;
    switch (cell.kind) {
    case CellKind::column_header:
    case CellKind::band: return Scope::column;
    case CellKind::row_header: return Scope::row;
    case CellKind::data: return Scope::none;
    }
    return Scope::none;
}

// （削除） over several rows stands for all that they say on the other side, not for each year.
bool is_mark_over_rows(const Cell& cell) {
    return cell.row_span > 1 && !cell.paragraphs.empty() &&
           cell.paragraphs.front().kind == ParagraphKind::mark;
}

// A remark across both sides belongs to neither.
bool is_remark(const Cell& cell, const TableTagging& part) {
    const auto& above = part.headers.above;
    const std::size_t last = std::size_t{cell.column} + cell.column_span - 1;
    if (!part.table.shared_header || above[cell.column].empty() || above[last].empty()) return false;
    return above[cell.column].front() != above[last].front();
}

void name_headers(TableTagging& part, const Cell& cell, std::size_t row, std::uint32_t element) {
    Structure& structure = part.tagging.structure;
    const auto first = static_cast<std::uint32_t>(structure.headers.size());
    const auto name = [&](std::uint32_t header) {
        const auto begin = structure.headers.begin() + first;
        if (structure.headers.size() - first == most_headers) return;
        if (std::find(begin, structure.headers.end(), header) != structure.headers.end()) return;
        structure.headers.push_back(header);
        structure.elements[header].has_id = true;
    };
    for (std::size_t c = cell.column; c < std::size_t{cell.column} + cell.column_span; ++c) {
        if (is_remark(cell, part)) break;
        for (const std::uint32_t header : part.headers.above[c]) name(header);
    }
    for (const Headers::OpenBand& band : part.headers.bands) name(band.cell);
    for (const Headers::Beside& header : part.headers.beside) {
        const bool reaches = header.first < row + cell.row_span && row < header.last;
        if (reaches && header.column < cell.column && !is_mark_over_rows(cell)) name(header.cell);
    }
    const std::size_t count = structure.headers.size() - first;
    structure.elements[element].first_header = first;
    structure.elements[element].header_count = static_cast<std::uint16_t>(count);
}

// Heads of columns inside of the body hold until others stand below them, or what they belong to has ended.
void close_columns(TableTagging& part, std::size_t first, std::size_t count) {
    for (std::size_t c = first; c < first + count; ++c)
        part.headers.above[c].resize(std::min(part.headers.above[c].size(), part.headers.of_table[c]));
}

void open_header(TableTagging& part, const Cell& cell, std::size_t row, std::uint32_t element) {
    if (row < part.table.header_rows || cell.kind == CellKind::column_header) {
        if (row >= part.table.header_rows) close_columns(part, cell.column, cell.column_span);
        for (std::size_t c = cell.column; c < std::size_t{cell.column} + cell.column_span; ++c)
            if (part.headers.above[c].size() < most_headers) part.headers.above[c].push_back(element);
    } else if (!is_band(cell, part.table)) {
        part.headers.beside.push_back({element, cell.column, row, row + cell.row_span});
    } else {
        const std::uint8_t depth = part.table.rows[row].depth;
        if (depth == 0) std::erase_if(part.headers.bands, [](const auto& band) { return band.depth == 0; });
        part.headers.bands.push_back({depth, element});
    }
}

bool is_changed(const Paragraph& paragraph) { return std::ranges::any_of(paragraph.runs, &Run::is_changed); }

// 修正前 of 【修正前】.
std::string_view without_brackets(std::string_view word) {
    if (word.empty() || !is_opening(decode(word, 0).character)) return word;
    const std::size_t begin = decode(word, 0).length;
    std::size_t end = word.size() - 1;
    while (end > begin && (word[end] & 0xc0) == 0x80) --end;
    return is_closing(decode(word, end).character) ? word.substr(begin, end - begin) : word;
}

// 修正後、R１０、修正部分、目標値: a header of a table that stands on one side as a whole.
std::string spoken_header(const Tagging& tagging, const std::string& side, const Cell& cell) {
    std::string spoken(without_brackets(side));
    const std::string& change = tagging.document.spoken.change;
    for (const Paragraph& paragraph : cell.paragraphs) {
        if (is_changed(paragraph) && !change.empty()) spoken += "、" + change;
        spoken += "、" + one_line(paragraph.text);
    }
    return spoken;
}

std::uint32_t add_cell(TableTagging& part, const Cell& cell, std::uint32_t table_row) {
    Tagging& tagging = part.tagging;
    const bool header = is_header(cell);
    const std::uint32_t element =
        add_element(tagging, header ? StructureType::header_cell : StructureType::data_cell, table_row);
    const bool says_side = header && cell.kind == CellKind::column_header && !part.table.side.empty();
    const std::uint32_t spoken =
        says_side ? word_number(tagging, spoken_header(tagging, part.table.side, cell)) : 0;
    StructureElement& added = tagging.structure.elements[element];
    added.row_span = cell.row_span, added.column_span = cell.column_span;
    added.scope = header ? scope_of(cell, part.table) : Scope::none;
    added.spoken = spoken;
    return element;
}

void tag_cell(TableTagging& part, const Cell& cell, std::size_t row, std::uint32_t table_row) {
    const std::uint32_t element = add_cell(part, cell, table_row);
    Origin at{part.block, static_cast<std::uint32_t>(row), cell.column, 0};
    if (is_empty(cell)) {
        const auto next = static_cast<std::uint32_t>(part.tagging.structure.elements.size());
        part.tagging.structure.stretches.push_back({at, 0, 0, element, next});
        return;
    }
    for (const Paragraph& paragraph : cell.paragraphs) {
        if (cell.paragraphs.size() == 1) {
            tag_inside(part.tagging, paragraph, at, element);
        } else {
            tag_blocks(part.tagging, paragraph, at, element);
        }
        ++at.paragraph;
    }
}

// A row of some depth ends the bands of that depth and of deeper ones.
void close_bands(TableTagging& part, std::size_t row) {
    const std::uint8_t depth = part.table.rows[row].depth;
    if (row == part.table.header_rows)
        for (std::size_t c = 0; c < part.headers.above.size(); ++c)
            part.headers.of_table[c] = part.headers.above[c].size();
    if (row > part.table.header_rows && depth == 1) close_columns(part, 0, part.headers.above.size());
    std::vector<Headers::OpenBand>& bands = part.headers.bands;
    while (depth > 0 && !bands.empty() && bands.back().depth >= depth) bands.pop_back();
    std::erase_if(part.headers.beside, [&](const Headers::Beside& beside) { return beside.last <= row; });
}

void tag_row(TableTagging& part, std::size_t row, std::uint32_t group) {
    Tagging& tagging = part.tagging;
    const std::uint32_t table_row = add_element(tagging, StructureType::table_row, group);
    const std::vector<Cell>& cells = part.table.rows[row].cells;
    close_bands(part, row);
    std::vector<std::pair<const Cell*, std::uint32_t>> data;
    for (const Cell& cell : cells) {
        const auto element = static_cast<std::uint32_t>(tagging.structure.elements.size());
        tag_cell(part, cell, row, table_row);
        if (is_header(cell)) {
            open_header(part, cell, row, element);
        } else if (cell.kind == CellKind::data) {
            data.emplace_back(&cell, element);
        }
    }
    if (!part.names_headers) return;
    for (const auto& [cell, element] : data) name_headers(part, *cell, row, element);
}

void tag_rows(TableTagging& part, std::uint32_t table) {
    std::uint32_t group = no_element;
    const std::size_t rows = part.table.rows.size();
    const std::size_t head =
        part.table.header_rows < rows ? part.table.header_rows : 0; // no head without a body
    for (std::size_t row = 0; row < rows; ++row) {
        if (row == 0 && head > 0) group = add_element(part.tagging, StructureType::table_head, table);
        if (row == head) group = add_element(part.tagging, StructureType::table_body, table);
        tag_row(part, row, group);
    }
}

} // namespace

void tag_table(Tagging& tagging, std::uint32_t block, std::uint32_t parent) {
    const Table& written = std::get<Table>(tagging.document.body[block].content);
    const std::optional<Table> headed = with_headers(written);
    const Table& table = headed ? *headed : written;
    const auto has_header = [](const Row& row) { return std::ranges::any_of(row.cells, is_header); };
    const bool says_nothing = std::ranges::none_of(table.rows, has_header); // all of its cells are empty
    std::uint32_t above = parent, element = parent;
    if (!says_nothing) above = element = add_element(tagging, StructureType::table, parent);
    if (!says_nothing && table.captions > 0) above = add_element(tagging, StructureType::caption, element);
    for (std::uint32_t i = block - table.captions; i < block; ++i)
        tag_blocks(tagging, std::get<Paragraph>(tagging.document.body[i].content), {i, 0, 0, 0}, above);
    if (says_nothing) return;
    TableTagging part{tagging, table, block, needs_names(table), {}};
    part.headers.above.resize(table.tracks.size()), part.headers.of_table.resize(table.tracks.size());
    tag_rows(part, element);
}

} // namespace taisho
