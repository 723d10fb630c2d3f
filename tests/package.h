#pragma once
// Small workbooks by hand: the parts that a test gives, in an archive.

#include "base/deflate.h"
#include "data/read_sheet.h"
#include "support.h"

#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {

struct PackedPart {
    std::string name, bytes;
    int method = 0; // 0 stored, 8 deflated; anything else is claimed only
    bool encrypted = false;
    std::uint32_t claimed_size = 0xffffffff; // unpacked, instead of the truth
};

// An archive as PKWARE APPNOTE 4.3 has it.
std::string zip_of(const std::vector<PackedPart>& parts);

// A workbook with one sheet 「表」 of the given <sheetData>, shared strings (<si>…) and formats (<xf>…, and
// what stands before <cellXfs>).
struct SmallWorkbook {
    std::string rows = {}, strings = {}, number_formats = {}, styles = "<xf numFmtId=\"0\"/>",
                properties = "<workbookPr/>";
};
std::vector<PackedPart> parts_of(const SmallWorkbook& workbook);

// What is read of the bytes: for each sheet its name, ［隠］ when it is hidden, and a line for each cell,
// 「B12 text」 with the source in brackets when it is no text; or the message.
std::string read_back(const std::string& bytes);
std::string read_back(const std::vector<PackedPart>& parts);

// Of the cells alone.
std::string lines_of(const std::vector<ReadCell>& cells);

} // namespace taisho::test
