#include "xlsx/write_xlsx.h"

#include "xlsx/workbook.h"
#include "xlsx/write_print_sheet.h"

namespace taisho {

bool write_xlsx(const Sheet& sheet, const std::filesystem::path& file) {
    Workbook workbook(file, sheet.properties, sheet.fonts);
    write_print_sheet(sheet, workbook.add_sheet(sheet.name));
    return workbook.close();
}

} // namespace taisho
