#include "xlsx/write_control_sheet.h"

#include "base/digest.h"
#include "data/control_sheet.h"
#include "data/data_columns.h"

#include <initializer_list>
#include <map>
#include <string_view>
#include <utility>

namespace taisho {

namespace {

constexpr std::uint16_t first_choices = 4; // column E: A to C are the rows that import reads

// Digests look like numbers now and then, and texts like anything.
CellLook control_look() {
    CellLook look;
    look.family = Family::gothic;
    look.wrap = false;
    look.text = true;
    return look;
}

struct ControlWriter {
    Worksheet& worksheet;
    std::uint16_t style = 0;
    std::uint32_t row = 0;

    void write(std::string_view word, std::string_view b, std::string_view c = {}) {
        worksheet.write_text(row, 0, style, word);
        worksheet.write_text(row, 1, style, b);
        if (!c.empty()) worksheet.write_text(row, 2, style, c);
        ++row;
    }
};

void write_texts(const DataTable& table, ControlWriter& writer) {
    for (const DataRow& row : table.rows)
        if (row.editable) writer.write(control_text, key_of(place_of(table, row)), row.text);
}

// Each text once, in the order of the sheet.
void write_cells(const std::vector<std::string>& texts, ControlWriter& writer) {
    std::map<std::string, std::size_t> counts;
    std::vector<std::string> digests;
    for (const std::string& text : texts) {
        std::string digest = digest_of(text);
        if (counts[digest]++ == 0) digests.push_back(std::move(digest));
    }
    for (const std::string& digest : digests)
        writer.write(control_cell, digest, std::to_string(counts[digest]));
}

// Names of one column of words.
struct Choices {
    Workbook& workbook;
    Worksheet& worksheet;
    std::uint16_t column = first_choices;

    template <class Value>
    std::string add(const std::string& name, std::initializer_list<Value> values) {
        const std::uint16_t style = workbook.style(control_look());
        std::uint32_t row = 0;
        for (const Value value : values) worksheet.write_text(row++, column, style, word_of(value));
        workbook.define_name(name, worksheet, {0, row - 1, column, column});
        ++column;
        return name;
    }
};

} // namespace

void write_control_sheet(const WorkbookData& data, const PrintSheetFacts& print, Workbook& workbook,
                         Worksheet& worksheet) {
    ControlWriter writer{worksheet, workbook.style(control_look())};
    writer.write(control_mark, control_format);
    writer.write(control_paper, data.paper_file, data.digest);
    writer.write(control_sheet, print.name);
    write_texts(data.data, writer);
    write_cells(print.texts, writer);
    worksheet.accept_number_texts();
    worksheet.protect({});
    worksheet.hide();
}

NamedChoices write_choices(Workbook& workbook, Worksheet& worksheet) {
    Choices choices{workbook, worksheet};
    NamedChoices names;
    names.side = choices.add("修正前後の語", {Side::before, Side::after});
    names.part = choices.add("内容の語", {Part::number, Part::title, Part::page, Part::text, Part::statement,
                                          Part::note, Part::value, Part::cell, Part::reason, Part::opinion,
                                          Part::remark, Part::phrase});
    names.column_kind = choices.add("列の種類の語", {ColumnKind::baseline, ColumnKind::year,
                                                     ColumnKind::target, ColumnKind::note, ColumnKind::free});
    return names;
}

} // namespace taisho
