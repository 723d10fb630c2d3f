// What holds of every file that is taken for a workbook.

#include "layout/lay_out.h"
#include "package.h"
#include "xlsx/read_workbook.h"
#include "xlsx/write_xlsx.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

std::string some_workbook() {
    const ScratchFolder folder;
    REQUIRE(
        write_xlsx(lay_out_sheet(document_of(real_paper, "by-year"), fonts()), {}, folder.path / "資料.xlsx"));
    return read_bytes(folder.path / "資料.xlsx");
}

void damage(std::string& bytes, Dice& dice) {
    if (dice.below(8) == 0) bytes.resize(dice.below(bytes.size()));
    for (std::size_t flips = dice.below(4); flips > 0 && !bytes.empty(); --flips)
        bytes[dice.below(bytes.size())] = static_cast<char>(dice.below(256));
}

// Either sheets and no slip, or one slip of those that a workbook can have.
bool is_read_or_refused(const std::string& bytes, const fs::path& file) {
    write_bytes(file, bytes);
    Diagnostics diagnostics;
    const bool is_read = read_workbook(file, diagnostics).has_value();
    const auto is_known = [](const Diagnostic& slip) {
        return slip.code >= Code::not_a_workbook && slip.code <= Code::workbook_cell_broken;
    };
    return diagnostics.size() == (is_read ? 0 : 1) && std::ranges::all_of(diagnostics, is_known);
}

// The archive's checksums stop most of the damage, so the parts are damaged as well before they are packed.
TEST_CASE("どこが壊れたブックでも、読むか、断るかのどちらかである") {
    const ScratchFolder folder;
    const std::string whole = some_workbook();
    const std::vector<PackedPart> parts = parts_of(
        {.rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>0.05</v></c></row>",
         .strings = "<si><r><t>_x0041_</t></r><rPh><t>カ</t></rPh></si>",
         .number_formats = "<numFmt numFmtId=\"176\" formatCode=\"[$-411]ggge&quot;年&quot;;0.0%;[赤]@\"/>",
         .styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"176\"/>"});
    for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        std::string bytes = whole;
        if (seed % 2 == 0) {
            damage(bytes, dice);
        } else {
            std::vector<PackedPart> damaged = parts;
            damage(damaged[dice.below(damaged.size())].bytes, dice);
            bytes = zip_of(damaged);
        }
        CHECK(is_read_or_refused(bytes, folder.path / "ブック.xlsx"));
    }
}

} // namespace
} // namespace taisho::test
