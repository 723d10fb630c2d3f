#include "xlsx/write_xlsx.h"

#include "data/control_sheet.h"
#include "xlsx/changes_sheet.h"
#include "xlsx/data_sheet.h"
#include "xlsx/excel_text.h"
#include "xlsx/workbook.h"
#include "xlsx/write_control_sheet.h"
#include "xlsx/write_print_sheet.h"

#include <string>
#include <vector>

namespace taisho {

namespace {

std::vector<std::string> own_sheet_names() {
    return {std::string(data_sheet_name), std::string(changes_sheet_name), std::string(control_sheet_name)};
}

} // namespace

bool write_xlsx(const Sheet& sheet, const WorkbookData& data, const std::filesystem::path& file) {
    Workbook workbook(file, sheet.properties, sheet.fonts);
    // Import knows its sheets by their names, so the print sheet yields.
    const std::string print_name = distinct_sheet_name(sheet.name, own_sheet_names());
    Worksheet& print = workbook.add_sheet(print_name);
    Worksheet& table = workbook.add_sheet(std::string(data_sheet_name));
    Worksheet& changes = workbook.add_sheet(std::string(changes_sheet_name));
    Worksheet& control = workbook.add_sheet(std::string(control_sheet_name));
    write_print_sheet(sheet, print);
    write_edit_note(sheet, table.name(), print);
    const SheetDress dress{sheet.paper_number, sheet.fonts.line_pitch};
    write_data_sheet(data.data, dress, write_choices(workbook, control), workbook, table);
    write_changes_sheet(data.changes, data.before, data.after, {print.name(), sheet.change_rows}, dress,
                        workbook, changes);
    PrintSheetFacts facts{print.name(), written_texts(sheet)};
    facts.texts.push_back(edit_note(table.name()));
    write_control_sheet(data, facts, workbook, control);
    return workbook.close();
}

} // namespace taisho
