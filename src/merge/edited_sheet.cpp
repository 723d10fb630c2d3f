#include "merge/edited_sheet.h"

#include "base/digest.h"
#include "data/control_sheet.h"
#include "text/fold.h"

#include <algorithm>
#include <charconv>
#include <map>

// The data sheet may come back sorted, filtered, with further columns and with rows above its header; what is
// found is found by the texts of the header.

namespace taisho {

std::string fold_name(std::string_view text) {
    std::string folded;
    for (const char c : fold_width(text)) {
        if (c != ' ' && c != '\n' && c != '\t') folded += c;
    }
    return folded;
}

namespace {

constexpr std::uint32_t last_header_row = 50; // somebody may have put a remark above the table
constexpr std::size_t most_named = 5;

std::string letters_of(int column) {
    std::string letters;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        letters.insert(letters.begin(), static_cast<char>('A' + rest % 26));
    return letters;
}

std::string name_of_cell(const ReadSheet& sheet, const ReadCell& cell) {
    return "「" + sheet.name + "」" + letters_of(cell.column) + std::to_string(cell.row + 1);
}

// The cells of each row, as [begin, end) of sheet.cells.
struct RowRange {
    std::size_t begin = 0, end = 0;
};
std::vector<RowRange> rows_of(const ReadSheet& sheet) {
    std::vector<RowRange> rows;
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        if (rows.empty() || sheet.cells[rows.back().begin].row != sheet.cells[i].row) rows.push_back({i, i});
        rows.back().end = i + 1;
    }
    return rows;
}

// ---- the hidden sheet ----

const ReadSheet* find_control(const std::vector<ReadSheet>& sheets) {
    const auto found = std::ranges::find_if(sheets, [](const ReadSheet& sheet) {
        return !sheet.cells.empty() && sheet.cells.front().row == 0 && sheet.cells.front().column == 0 &&
               sheet.cells.front().text == control_mark;
    });
    return found == sheets.end() ? nullptr : &*found;
}

struct Control {
    std::string format, print_sheet;
    std::map<std::string, std::size_t> print_digests; // and how many cells have each
};

// Nothing that is no number is ours.
std::size_t count_of(std::string_view text) {
    std::size_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

Control read_control(const ReadSheet& sheet, EditedWorkbook& workbook) {
    Control control;
    for (const RowRange& range : rows_of(sheet)) {
        std::array<std::string_view, 3> cells;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            if (sheet.cells[i].column < cells.size()) cells.at(sheet.cells[i].column) = sheet.cells[i].text;
        }
        const auto [what, b, c] = cells;
        if (what == control_mark) control.format = b;
        if (what == control_sheet) control.print_sheet = b;
        if (what == control_cell) control.print_digests.emplace(b, count_of(c));
        if (what == control_paper) workbook.paper_file = b, workbook.digest = c;
        const std::optional<DataPlace> place = what == control_text ? parse_key(b) : std::nullopt;
        if (place) workbook.base.emplace(*place, c);
    }
    return control;
}

// ---- the data sheet ----

std::map<std::string, DataColumn> columns_by_name() {
    std::map<std::string, DataColumn> columns;
    for (const DataColumnEntry& entry : data_columns())
        columns.emplace(fold_name(entry.header), entry.column);
    return columns;
}

// Where the header stands: the row that names the columns import cannot do without.
struct Header {
    std::uint32_t row = 0;
    std::array<int, data_column_count> columns{};
};

struct DataSheet {
    const ReadSheet* sheet = nullptr;
    Header header;
    std::vector<std::string> repeated; // headers

    bool has(DataColumn column) const { return header.columns.at(static_cast<std::size_t>(column)) >= 0; }
};

DataSheet header_in(const ReadSheet& sheet, const RowRange& range,
                    const std::map<std::string, DataColumn>& names) {
    DataSheet found{&sheet, {sheet.cells[range.begin].row, {}}, {}};
    found.header.columns.fill(-1);
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const auto name = names.find(fold_name(sheet.cells[i].text));
        if (name == names.end()) continue;
        int& column = found.header.columns.at(static_cast<std::size_t>(name->second));
        if (column >= 0) found.repeated.push_back(sheet.cells[i].text);
        column = column < 0 ? sheet.cells[i].column : column;
    }
    return found;
}

// A table of the paper may have columns of such names, too: one without an ID is ours only if no other is.
std::optional<DataSheet> find_data_sheet(const std::vector<ReadSheet>& sheets, Diagnostics& diagnostics) {
    const auto names = columns_by_name();
    std::optional<DataSheet> found;
    for (const ReadSheet& sheet : sheets) {
        for (const RowRange& range : rows_of(sheet)) {
            if (sheet.cells[range.begin].row > last_header_row) break;
            DataSheet here = header_in(sheet, range, names);
            const bool is_header = here.has(DataColumn::text) && here.has(DataColumn::part);
            const bool is_better = !found || (here.has(DataColumn::key) && !found->has(DataColumn::key));
            if (is_header && is_better) found = std::move(here);
        }
    }
    if (found) {
        for (const std::string& name : found->repeated)
            add_error(diagnostics, Code::data_column_twice, {}, {name});
    }
    return found;
}

// The sheet as a text, a line for each row, its cells divided by tabs.
void add_source(const std::string& file, const ReadSheet& sheet, Sources& sources, std::vector<Span>& rows) {
    const auto source = static_cast<std::uint16_t>(sources.size());
    std::string text;
    std::uint32_t line = 0;
    for (const RowRange& range : rows_of(sheet)) {
        for (; line < sheet.cells[range.begin].row; ++line) text += '\n';
        const auto begin = static_cast<std::uint32_t>(text.size());
        for (std::size_t i = range.begin; i < range.end; ++i) {
            for (const char c : sheet.cells[i].text) text += c == '\n' ? ' ' : c;
            if (i + 1 < range.end) text += '\t';
        }
        rows.push_back({source, begin, begin});
    }
    sources.push_back({file, std::move(text)});
}

EditedRow edited_row(const ReadSheet& sheet, const RowRange& range, const Header& header, Span at) {
    EditedRow row;
    row.row = sheet.cells[range.begin].row;
    row.at = at;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        for (std::size_t column = 0; column < data_column_count; ++column) {
            if (header.columns.at(column) == sheet.cells[i].column) row.cells.at(column) = &sheet.cells[i];
        }
    }
    return row;
}

void take_key(EditedRow& row, const EditedWorkbook& workbook, Diagnostics& diagnostics) {
    const std::string_view key = row.text(DataColumn::key);
    if (key.empty()) return;
    row.place = parse_key(key);
    if (!row.place)
        add_error(diagnostics, Code::data_key_broken, row.at, {cell_name(workbook, row, DataColumn::key)});
}

// What Excel has made of what was typed.
void report_source(const EditedRow& row, const EditedWorkbook& workbook, Diagnostics& diagnostics) {
    const ReadCell* text = row.cell(DataColumn::text);
    if (text == nullptr) return;
    const std::string name = cell_name(workbook, row, DataColumn::text);
    switch (text->source) {
    case CellSource::text:
    case CellSource::number:
    case CellSource::boolean: return;
    case CellSource::date: add_warning(diagnostics, Code::cell_is_date, row.at, {name, text->text}); return;
    case CellSource::percentage:
        add_warning(diagnostics, Code::cell_is_percentage, row.at, {name, text->text});
        return;
    case CellSource::formula:
        if (text->text.empty()) // it was never computed
            add_error(diagnostics, Code::cell_not_computed, row.at, {name});
        else
            add_warning(diagnostics, Code::cell_is_formula, row.at, {name, text->text});
        return;
    case CellSource::error: add_error(diagnostics, Code::cell_is_error, row.at, {name, text->text}); return;
    }
}

void read_rows(const DataSheet& found, const std::string& file, Sources& sources, EditedWorkbook& workbook,
               Diagnostics& diagnostics) {
    std::vector<Span> places;
    add_source(file, *found.sheet, sources, places);
    const std::vector<RowRange> ranges = rows_of(*found.sheet);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        EditedRow row = edited_row(*found.sheet, ranges[i], found.header, places[i]);
        if (row.row <= found.header.row) continue;
        take_key(row, workbook, diagnostics);
        report_source(row, workbook, diagnostics);
        const bool empty =
            std::ranges::all_of(row.cells, [](const ReadCell* cell) { return cell == nullptr; });
        if (!empty) workbook.rows.push_back(row);
    }
}

// ---- the print sheet ----

// Cells whose text nobody has written, and texts that no cell has any more: a cell that was changed is both.
void report_print_sheet(const std::vector<ReadSheet>& sheets, const Control& control,
                        Diagnostics& diagnostics) {
    const auto sheet = std::ranges::find(sheets, control.print_sheet, &ReadSheet::name);
    if (sheet == sheets.end()) return;
    std::map<std::string, std::size_t> missing = control.print_digests;
    std::string named;
    std::size_t strange = 0, emptied = 0;
    for (const ReadCell& cell : sheet->cells) {
        const auto found = missing.find(digest_of(cell.text));
        if (found != missing.end() && found->second > 0) {
            --found->second;
        } else if (strange++ < most_named) {
            named.append(named.empty() ? "" : "、").append(name_of_cell(*sheet, cell));
        }
    }
    for (const auto& [digest, cells] : missing) emptied += cells;
    if (strange > most_named) named += "、…";
    if (strange == 0) named = "「" + sheet->name + "」";
    const std::size_t count = std::max(strange, emptied);
    if (count > 0) add_warning(diagnostics, Code::print_sheet_edited, {}, {std::to_string(count), named});
}

} // namespace

std::string cell_name(const EditedWorkbook& workbook, const EditedRow& row, DataColumn column) {
    const int at = workbook.columns.at(static_cast<std::size_t>(column));
    return (at < 0 ? std::string() : letters_of(at)) + std::to_string(row.row + 1);
}

std::optional<EditedWorkbook> read_edited(const std::vector<ReadSheet>& sheets, const std::string& file,
                                          Sources& sources, Diagnostics& diagnostics) {
    const ReadSheet* hidden = find_control(sheets);
    if (hidden == nullptr) {
        add_error(diagnostics, Code::not_our_workbook, {}, {file, std::string(control_sheet_name)});
        return std::nullopt;
    }
    EditedWorkbook workbook;
    const Control control = read_control(*hidden, workbook);
    if (control.format != control_format) {
        add_error(diagnostics, Code::other_workbook_format, {},
                  {file, control.format, std::string(control_format)});
        return std::nullopt;
    }
    const auto data = find_data_sheet(sheets, diagnostics);
    if (!data || !data->has(DataColumn::key)) {
        add_error(diagnostics, Code::no_data_sheet, {}, {file, data ? "ID" : "表記"});
        return std::nullopt;
    }
    workbook.columns = data->header.columns;
    read_rows(*data, file, sources, workbook, diagnostics);
    report_print_sheet(sheets, control, diagnostics);
    return workbook;
}

} // namespace taisho
