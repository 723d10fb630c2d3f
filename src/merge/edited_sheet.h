#pragma once
// What somebody has saved: the data sheet, its columns found by the texts of its header, and what the hidden
// sheet says of the XML that the workbook was made from.

#include "base/diagnostics.h"
#include "data/data_columns.h"
#include "data/read_sheet.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

inline constexpr std::size_t data_column_count = static_cast<std::size_t>(DataColumn::key) + 1;

struct EditedRow {
    std::uint32_t row = 0;          // of the sheet, from 0
    std::optional<DataPlace> place; // none: somebody has added the row
    std::array<const ReadCell*, data_column_count> cells{};
    Span at; // of the row in the sheet as a source

    const ReadCell* cell(DataColumn column) const { return cells.at(static_cast<std::size_t>(column)); }
    std::string_view text(DataColumn column) const {
        return cell(column) == nullptr ? std::string_view() : std::string_view(cell(column)->text);
    }
};

struct EditedWorkbook {
    std::string paper_file, digest;               // of the XML
    std::map<DataPlace, std::string> base;        // the editable texts as they were then
    std::vector<EditedRow> rows;                  // in the order of the sheet, without empty ones
    std::array<int, data_column_count> columns{}; // of the sheet; -1: there is none
};

// Reads the sheets. The data sheet becomes one of `sources`, a line for each of its rows, so that messages
// have a place. What Excel has made of texts (dates, formulas) and edits on the print sheet are told. Several
// rows may have one ID: settle_copies tells which of them is new. Nothing is returned for a workbook that
// this program has not made or in which what import needs is missing. REQUIRES: `sheets` outlive the result.
std::optional<EditedWorkbook> read_edited(const std::vector<ReadSheet>& sheets, const std::string& file,
                                          Sources& sources, Diagnostics& diagnostics);

// 「データ」Q12
std::string cell_name(const EditedWorkbook& workbook, const EditedRow& row, DataColumn column);

// Texts of a header or a name as they are compared: without blanks and line breaks, width folded.
std::string fold_name(std::string_view text);

} // namespace taisho
