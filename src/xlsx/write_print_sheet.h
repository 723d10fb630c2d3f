#pragma once
#include "layout/sheet.h"
#include "xlsx/worksheet.h"

#include <string>
#include <vector>

namespace taisho {

// The sheet as it is laid out. It is protected, without a password, unless the house style asks for none: it
// is made anew from the paper.
void write_print_sheet(const Sheet& sheet, Worksheet& worksheet);

// The texts of the cells, as somebody reads them out of the file.
std::vector<std::string> written_texts(const Sheet& sheet);

// What write_edit_note writes.
std::string edit_note(const std::string& data_sheet);

// Tells where to edit, with a link to that sheet: right of what is printed, beside the title.
void write_edit_note(const Sheet& sheet, const std::string& data_sheet, Worksheet& worksheet);

} // namespace taisho
