#pragma once
// What a workbook holds besides its print sheet.

#include "data/change_list.h"
#include "data/data_table.h"

namespace taisho {

struct WorkbookData {
    DataTable data;
    std::vector<ListedChange> changes;
    std::string before, after;      // what the house style calls the two sides
    std::string paper_file, digest; // the XML it comes from: its name without folders, digest_of its bytes
};

} // namespace taisho
