#pragma once
// A workbook: with worksheet.h the only door to libxlsxwriter. The library checks little and writes what
// Excel then offers to repair; Workbook and Worksheet take any validated text and let only what Excel accepts
// through. What cannot be written makes close() return false.

#include "document/document.h"
#include "xlsx/cell_look.h"

#include <filesystem>
#include <memory>
#include <string>

namespace taisho {

struct CellArea;
struct WorkbookParts;
class Worksheet;

class Workbook {
public:
    Workbook(const std::filesystem::path& file, const Properties& properties, const SheetFonts& fonts);
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook();

    // The sheets stand in the order they are added. Where Excel refuses `name` or another sheet has it, the
    // sheet gets the nearest name: Worksheet::name. The sheet lives as long as the workbook.
    Worksheet& add_sheet(const std::string& name);

    // A name for some cells, that rules know them by. REQUIRES: Excel takes it (ECMA-376 18.2.5), and nothing
    // else has it.
    void define_name(const std::string& name, const Worksheet& sheet, const CellArea& area);

    // The number of a look, for the cells of all sheets.
    std::uint16_t style(const CellLook& look);

    // Writes the file. Nothing may be called afterwards.
    bool close();

private:
    std::unique_ptr<WorkbookParts> parts_;
};

} // namespace taisho
