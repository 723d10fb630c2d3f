// Workbooks that others have saved: what we read of them is what stood in ours. And what LibreOffice shows of
// numbers is what we show.

#include "layout/lay_out.h"
#include "package.h"
#include "xlsx/read_workbook.h"
#include "xlsx/write_xlsx.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

std::string cells_in(const fs::path& workbook) {
    Diagnostics diagnostics;
    const auto sheets = read_workbook(workbook, diagnostics);
    REQUIRE(sheets.has_value());
    return lines_of(sheets->at(0).cells);
}

fs::path written_to(const fs::path& folder) {
    fs::path workbook = folder / "資料.xlsx";
    REQUIRE(write_xlsx(lay_out_sheet(document_of(other_paper, "by-year"), fonts()), {}, workbook));
    return workbook;
}

bool has_office() {
    if (is_installed("soffice")) return true;
    MESSAGE("soffice がないので、この試験は省きます。");
    return false;
}

// Into the folder 保存 beside the workbook.
fs::path saved_by_office(const fs::path& workbook, const std::string& format, const std::string& ending) {
    const ScratchFolder user;
    const fs::path folder = workbook.parent_path() / "保存";
    REQUIRE(run_command({"soffice", "-env:UserInstallation=file://" + user.path.string(), "--headless",
                         "--convert-to", format, "--outdir", folder, workbook},
                        {})
                .exit_code == 0);
    return folder / (workbook.stem().string() + ending);
}

TEST_SUITE_BEGIN("slow");

TEST_CASE("LibreOffice が保存し直したブックからも、同じ文を読む") {
    if (!has_office()) return;
    const ScratchFolder folder;
    const fs::path workbook = written_to(folder.path);
    CHECK(cells_in(saved_by_office(workbook, "xlsx", ".xlsx")) == cells_in(workbook));
}

TEST_CASE("openpyxl が保存し直したブックからも、同じ文を読む") {
    const std::string script = "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])";
    const ScratchFolder folder;
    const fs::path workbook = written_to(folder.path), saved = folder.path / "保存.xlsx";
    for (const std::string python : {"python3", "/usr/bin/python3"}) {
        if (run_command({python, "-c", "import openpyxl"}, {}).exit_code != 0) continue;
        REQUIRE(run_command({python, "-c", script, workbook, saved}, {}).exit_code == 0);
        CHECK(cells_in(saved) == cells_in(workbook));
        return;
    }
    MESSAGE("Python の openpyxl がないので、この試験は省きます。");
}

struct FormattedNumber {
    std::string number, code; // as they stand in XML
};

// Formats that a person chooses for the values of a plan, and days.
const std::vector<FormattedNumber> formatted_numbers = {
    {"6", "General"},
    {"0.1", "General"},
    {"-6.5", "General"},
    {"1.005", "0.00"},
    {"2.5", "0"},
    {"-1234.5", "#,##0.00"},
    {"1234567", "#,##0"},
    {"1234567", "#,##0,"},
    {"0.05", "0%"},
    {"0.285", "0.0%"},
    {"0.6", "0%&quot;増&quot;"},
    {"6", "0&quot;校区&quot;"},
    {"-1234", "#,##0;&quot;▲&quot;#,##0;&quot;―&quot;"},
    {"0", "#,##0;&quot;▲&quot;#,##0;&quot;―&quot;"},
    {"100", "[&gt;=100]0&quot;以上&quot;;0&quot;未満&quot;"},
    {"99", "[&gt;=100]0&quot;以上&quot;;0&quot;未満&quot;"},
    {"12345", "0.00E+00"},
    {"12345", "##0.0E+0"},
    {"1234567", "000-0000"},
    {"45505", "yyyy/m/d"},
    {"45505", "[$-411]ge.m.d"},
    {"45505", "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"},
    {"43585", "[$-411]ge.m.d"},
    {"45505", "m&quot;月&quot;d&quot;日&quot;"},
    {"45505", "[$-409]mmm\\-yy"},
    {"45505", "[$-411]aaa"},
    {"45505", "[$-411]aaaa"},
    {"45505.5625", "yyyy/m/d\\ h:mm"},
    {"0.430555555555556", "h:mm:ss"},
    {"0.5625", "[$-409]h:mm\\ AM/PM"},
    {"1.5", "[h]:mm"},
};

SmallWorkbook workbook_of(const std::vector<FormattedNumber>& numbers) {
    SmallWorkbook workbook;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::string format = std::to_string(176 + i), style = std::to_string(i + 1);
        workbook.number_formats +=
            "<numFmt numFmtId=\"" + format + "\" formatCode=\"" + numbers[i].code + "\"/>";
        workbook.styles += "<xf numFmtId=\"" + format + "\" applyNumberFormat=\"1\"/>";
        workbook.rows += "<row r=\"" + style + "\"><c r=\"A" + style + "\" s=\"" + style + "\"><v>" +
                         numbers[i].number + "</v></c></row>";
    }
    return workbook;
}

// A line for each cell, as a file of values separated by tabs has them.
std::string texts_in(const fs::path& workbook) {
    Diagnostics diagnostics;
    const auto sheets = read_workbook(workbook, diagnostics);
    REQUIRE(sheets.has_value());
    std::string lines;
    for (const ReadCell& cell : sheets->at(0).cells) lines += cell.text + "\n";
    return lines;
}

TEST_CASE("数と日付は、LibreOffice と同じ文で見せる") {
    if (!has_office()) return;
    const ScratchFolder folder;
    const fs::path workbook = folder.path / "数.xlsx";
    write_bytes(workbook, zip_of(parts_of(workbook_of(formatted_numbers))));
    const std::string tab_separated_in_utf8 = "csv:Text - txt - csv (StarCalc):9,0,76,1";
    CHECK(read_bytes(saved_by_office(workbook, tab_separated_in_utf8, ".csv")) == texts_in(workbook));
}

TEST_SUITE_END();

} // namespace
} // namespace taisho::test
