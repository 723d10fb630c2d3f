#pragma once
#include "data/data_table.h"

#include <string>

namespace taisho {

// The data sheet as CSV (RFC 4180): UTF-8 with BOM, CRLF, the columns of data_columns(). A text that a
// spreadsheet would run as a formula gets an apostrophe in front: it begins with = + - @, their full-width
// forms, a tab or a carriage return.
std::string write_csv(const DataTable& table);

// Without it Excel takes UTF-8 for the code page of the machine.
inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

} // namespace taisho
