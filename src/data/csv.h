#pragma once
#include "data/data_table.h"

#include <string>

namespace taisho {

// The data sheet as CSV (RFC 4180): UTF-8 with BOM, CRLF, the columns of data_columns(). A text that a
// spreadsheet would run as a formula gets an apostrophe in front: it begins with = + - @, their full-width
// forms, a tab or a carriage return.
std::string write_csv(const DataTable& table);

} // namespace taisho
