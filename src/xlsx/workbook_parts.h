#pragma once
// What Workbook and Worksheet share, with the types of libxlsxwriter. No other file needs it.

#include "xlsx/cell_look.h"
#include "xlsx/shared_strings.h"
#include "xlsx/worksheet.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>
#include <xlsxwriter.h>

namespace taisho {

lxw_color_t library_colour(Colour colour);

struct WorkbookParts {
    std::filesystem::path file;
    SheetFonts fonts;
    lxw_workbook* workbook = nullptr;
    std::map<CellLook, lxw_format*> formats;
    SharedStrings strings;
    std::vector<std::unique_ptr<Worksheet>> sheets;
    bool failed = false;

    WorkbookParts() = default;
    WorkbookParts(const WorkbookParts&) = delete;
    WorkbookParts& operator=(const WorkbookParts&) = delete;
    ~WorkbookParts() { lxw_workbook_free(workbook); }

    void expect(lxw_error error) { failed = failed || error != LXW_NO_ERROR; }
    // What is no text or too long is left out, and the workbook then cannot be written.
    std::string checked(const std::string& text, std::size_t longest);
    lxw_format* format(const CellLook& look);
    // The number of the format in the file.
    std::uint16_t style(const CellLook& look);
    // The number of a cell's text, or nothing when it is empty; `look` gets the font of its runs.
    std::optional<std::uint32_t> share(const std::vector<CellRun>& runs, CellLook& look);
};

} // namespace taisho
