#pragma once
// A workbook as somebody has it before him, to be edited and brought back: the rows of its data sheet by
// their headers, without any file.

#include "data/data_columns.h"
#include "data/read_sheet.h"
#include "support.h"

#include <map>
#include <string>
#include <vector>

namespace taisho::test {

struct EditedBook {
    std::vector<std::map<std::string, std::string>> rows; // of the data sheet, by header
    std::vector<std::vector<std::string>> control;        // rows of the hidden sheet
    std::map<std::string, CellSource> sources;            // of single texts in 表記, by ID

    // 表記 of the row with that ID.
    std::string& text(const std::string& id);
    void remove(const std::string& id);
    // A copy of that row without ID behind it, as people make new rows.
    std::map<std::string, std::string>& copy(const std::string& id);
};

// The workbook of a paper. `file` is the paper as XML.
EditedBook book_of(const std::string& file);

std::vector<ReadSheet> sheets_of(const EditedBook& book);

struct Imported {
    std::string file;     // the paper afterwards
    std::string messages; // 「エラー T631 …」, a line each
    std::string edits;    // as they are shown

    bool operator==(const Imported&) const = default;
};

enum class Removing : std::uint8_t { no, yes };

// Brings the workbook back into the paper, whose conflicts stay undecided.
Imported import(const std::string& file, const EditedBook& book, Removing removing = Removing::yes);

} // namespace taisho::test
