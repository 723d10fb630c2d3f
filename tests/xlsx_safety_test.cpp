// What may stand in a text, a name or a header of a paper, and must do no harm in Excel.

#include "app/check_cells.h"
#include "data/control_sheet.h"
#include "data/data_columns.h"
#include "support.h"
#include "xlsx/read_workbook.h"
#include "xlsx/workbook.h"
#include "xlsx/worksheet.h"
#include "xlsx/write_xlsx.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace taisho;
using namespace taisho::test;

namespace {

Sheet print_sheet(const std::string& text) {
    Sheet sheet;
    sheet.name = "資料３";
    sheet.fonts = {"BIZ UDMincho", "BIZ UDGothic"};
    sheet.columns = {64};
    sheet.heights = {pt(18)};
    sheet.cells.resize(1);
    sheet.cells[0].runs = {{text}};
    return sheet;
}

// One item with one editable text. REQUIRES: `text` outlives the data.
WorkbookData data_of(std::string_view text) {
    WorkbookData data;
    data.data.units.resize(1);
    data.data.units[0].id = "1-1-1";
    data.data.rows.resize(1);
    data.data.rows[0].side = Side::after;
    data.data.rows[0].part = Part::title;
    data.data.rows[0].text = text;
    data.data.rows[0].editable = true;
    data.changes = {{0, 1, std::string(text), "名称", std::string(text), std::string(text), ""}};
    data.before = "修正前", data.after = "修正後";
    return data;
}

struct Written {
    ScratchFolder folder;
    std::vector<ReadSheet> sheets;

    Written(const Sheet& sheet, const WorkbookData& data) {
        REQUIRE(write_xlsx(sheet, data, file()));
        Diagnostics diagnostics;
        auto read = read_workbook(file(), diagnostics);
        REQUIRE(read.has_value());
        sheets = std::move(*read);
    }
    std::filesystem::path file() const { return folder.path / "資料.xlsx"; }
    std::string part(const std::string& name) const {
        return run_command({"unzip", "-p", file().string(), name}, {}).out;
    }
    const ReadSheet& sheet(std::string_view name) const {
        const auto found = std::ranges::find(sheets, name, &ReadSheet::name);
        REQUIRE(found != sheets.end());
        return *found;
    }
    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const ReadSheet& each : sheets) names.push_back(each.name);
        return names;
    }
};

bool holds(const ReadSheet& sheet, std::string_view text) {
    return std::ranges::any_of(sheet.cells, [&](const ReadCell& cell) {
        return cell.text == text && cell.source == CellSource::text;
    });
}

std::size_t count_of(std::string_view text, std::string_view wanted) {
    std::size_t count = 0;
    for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) ++count;
    return count;
}

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
    const std::size_t first = text.find(begin);
    if (first == std::string::npos) return {};
    const std::size_t from = first + begin.size();
    return text.substr(from, text.find(end, from) - from);
}

bool can_write(const std::string& text) {
    const ScratchFolder folder;
    return write_xlsx(print_sheet("文"), data_of(text), folder.path / "資料.xlsx");
}

bool has_unzip() { return is_installed("unzip"); }

} // namespace

TEST_CASE("式に見える文、数や日付に見える文、Excelの符号に見える文は、どのシートでも書いたとおりの文である") {
    for (const std::string text :
         {"=1+1", "+1", "-1", "@SUM(A1)", "'前", "１２", "5%", "2026/4/1", "1E5", "TRUE", "#REF!", "_x0041_",
          "_x005F_", " 前後 ", "一\n二", "<b>&amp;\"'"}) {
        CAPTURE(text);
        const Written written(print_sheet(text), data_of(text));
        for (const std::string_view sheet :
             {std::string_view("資料３"), data_sheet_name, changes_sheet_name, control_sheet_name})
            CHECK(holds(written.sheet(sheet), text));
    }
}

TEST_CASE("直せる欄の書式は文字列なので、打ち直しても式や日付にならない" * doctest::skip(!has_unzip())) {
    const Written written(print_sheet("文"), data_of("=1+1"));
    const std::string sheet = written.part("xl/worksheets/sheet2.xml");
    CHECK(sheet.find("<f>") == std::string::npos);
    const std::string cell = between(sheet, "<c r=\"Q2\" s=\"", "/c>");
    const std::size_t style = std::stoul(cell.substr(0, cell.find('"')));
    std::string formats = between(written.part("xl/styles.xml"), "<cellXfs", "</cellXfs>");
    for (std::size_t i = 0; i <= style; ++i) formats.erase(0, formats.find("<xf ") + 4);
    CHECK(formats.starts_with("numFmtId=\"49\"")); // ECMA-376 18.8.30: @
    CHECK(between(formats, "<protection", "/>") == " locked=\"0\"");
}

TEST_CASE("制御文字や文字でない番号のある文は、ブックに書かない") {
    CHECK(can_write("文"));
    for (const std::string text : {"\x01", "前\x1b後", "\uFFFE", "\uFFFF", "\xed\xa0\x80", "\xff"}) {
        CAPTURE(text);
        CHECK_FALSE(can_write(text));
    }
}

TEST_CASE("一つのセルに入らない文は、書かれた行を示して知らせる") {
    const ScratchFolder folder;
    const std::string letters(20000, 'a'); // 𠮷 counts twice
    std::string signs;
    for (int i = 0; i < 10000; ++i) signs += "𠮷";
    const auto build_with = [&](const std::string& text) {
        const std::string plan =
            "<level id=\"1\"><title>章</title><item id=\"1-1\"><title>項目</title><description>文"
            "</description></item></level>";
        write_bytes(folder.path / "p.xml", paper_file(plan, "<revise item=\"1-1\"><description>" + text +
                                                                "</description></revise>"));
        return run_taisho({"build", "p.xml", "--xlsx", "--lang", "ja"}, {.folder = folder.path});
    };
    CHECK(build_with(letters).exit_code == 0);
    const Finished finished = build_with(letters + signs);
    CHECK(finished.exit_code != 0);
    CHECK(finished.err.find("T650") != std::string::npos);
    CHECK(finished.err.find("T002") == std::string::npos);
    CHECK(finished.err.starts_with("p.xml:"));
    CHECK_FALSE(std::filesystem::exists(folder.path / "p.xlsx.new"));
}

TEST_CASE("Excelのシートに入らないほど行のある資料は、それを知らせる") {
    const auto told_about = [](std::size_t rows) -> std::vector<Code> {
        DataTable data;
        data.units.resize(1);
        data.rows.resize(rows);
        Diagnostics diagnostics;
        check_cells(data, print_sheet("文"), no_source, {}, diagnostics);
        std::vector<Code> codes;
        for (const Diagnostic& slip : diagnostics) codes.push_back(slip.code);
        return codes;
    };
    CHECK(told_about(1000000).empty());
    CHECK((told_about(1048576) == std::vector{Code::too_many_rows}));
}

TEST_CASE("資料番号が「データ」でも、取り込むシートの名は変わらない") {
    for (const std::string_view name : {data_sheet_name, changes_sheet_name, control_sheet_name}) {
        Sheet sheet = print_sheet("文");
        sheet.name = name;
        const Written written(sheet, data_of("文"));
        const std::string print = std::string(name) + " (2)";
        CHECK(written.names() == std::vector<std::string>{print, std::string(data_sheet_name),
                                                          std::string(changes_sheet_name),
                                                          std::string(control_sheet_name)});
        CHECK(holds(written.sheet(control_sheet_name), print));
    }
}

TEST_CASE("控えのシートは隠れている") {
    const Written written(print_sheet("文"), data_of("文"));
    for (const ReadSheet& sheet : written.sheets) CHECK(sheet.hidden == (sheet.name == control_sheet_name));
}

TEST_CASE("資料番号は、Excelの見出しに入る255字で切れる" * doctest::skip(!has_unzip())) {
    Sheet sheet = print_sheet("文");
    sheet.paper_number = std::string(150, '&') + std::string(400, 'a');
    sheet.head_and_foot.first_head[2] = {{sheet.paper_number, Family::gothic, pt(12)}};
    const Written written(sheet, data_of("文"));
    for (const std::string number : {"1", "2", "3"}) {
        const std::string part = written.part("xl/worksheets/sheet" + number + ".xml");
        const std::string tag = number == "1" ? "firstHeader>" : "oddHeader>";
        const std::string header = between(part, "<" + tag, "</" + tag);
        const std::size_t signs = count_of(header, "&amp;"); // one character each
        CHECK(header.size() - signs * 4 <= 255);
        CHECK(header.size() - signs * 4 > 250);
    }
}

TEST_CASE("選べる語の名は、どれも控えのシートの語を指す" * doctest::skip(!has_unzip())) {
    const Written written(print_sheet("文"), data_of("文"));
    const std::string workbook = written.part("xl/workbook.xml");
    const std::string sheet = written.part("xl/worksheets/sheet2.xml");
    CHECK(count_of(sheet, "<formula1>") == 3);
    for (std::size_t at = sheet.find("<formula1>"); at != std::string::npos;
         at = sheet.find("<formula1>", at + 1)) {
        const std::string name = between(sheet.substr(at), "<formula1>", "</formula1>");
        CAPTURE(name);
        CHECK(between(workbook, "<definedName name=\"" + name + "\">", "</").starts_with("'対照の控え'!$"));
    }
    for (const Side side : {Side::before, Side::after})
        CHECK(holds(written.sheet(control_sheet_name), word_of(side)));
}

TEST_CASE("入力の案内は、Excelの受け付ける長さまで") {
    const auto can_add = [](const std::string& title, const std::string& message) {
        const ScratchFolder folder;
        Workbook workbook(folder.path / "a.xlsx", {}, {"BIZ UDMincho", "BIZ UDGothic"});
        workbook.add_sheet("一").add_rule({0, 9, 0, 0}, {title, message, ""});
        return workbook.close();
    };
    const auto times = [](int count, const std::string& text) {
        std::string result;
        for (int i = 0; i < count; ++i) result += text;
        return result;
    };
    CHECK(can_add(times(32, "字"), times(255, "字")));
    CHECK_FALSE(can_add(times(33, "字"), "文"));
    CHECK_FALSE(can_add("題", times(256, "字")));
    CHECK_FALSE(can_add("題", times(128, "𠮷")));
}

TEST_CASE("リンクはExcelの上限の65,530まで書く" * doctest::skip(!has_unzip())) {
    const ScratchFolder folder;
    Workbook workbook(folder.path / "a.xlsx", {}, {"BIZ UDMincho", "BIZ UDGothic"});
    Worksheet& sheet = workbook.add_sheet("対照'表");
    for (std::uint32_t row = 0; row < 65540; ++row) sheet.link(row, 0, {sheet.name(), row});
    REQUIRE(workbook.close());
    const std::string part =
        run_command({"unzip", "-p", folder.path / "a.xlsx", "xl/worksheets/sheet1.xml"}, {}).out;
    CHECK(count_of(part, "<hyperlink ") == 65530);
    CHECK(part.find("location=\"'対照''表'!A1\"") != std::string::npos);
}

TEST_CASE("重なる結合は、ブックに書かない") {
    const auto can_merge = [](const CellArea& first, const CellArea& second) {
        const ScratchFolder folder;
        Workbook workbook(folder.path / "a.xlsx", {}, {"BIZ UDMincho", "BIZ UDGothic"});
        Worksheet& sheet = workbook.add_sheet("一");
        sheet.write(first, {{"一"}}, {});
        sheet.write(second, {{"二"}}, {});
        return workbook.close();
    };
    CHECK(can_merge({0, 1, 0, 1}, {2, 3, 0, 1}));
    CHECK_FALSE(can_merge({0, 1, 0, 1}, {1, 2, 1, 2}));
    CHECK_FALSE(can_merge({0, 1, 0, 1}, {1, 1, 1, 1}));
}

TEST_CASE("同じ資料からは、四つのシートも同じバイトになる") {
    const Written first(print_sheet("文"), data_of("文")), second(print_sheet("文"), data_of("文"));
    CHECK(read_bytes(first.file()) == read_bytes(second.file()));
}

TEST_CASE("資料に何もなくても、ブックはできる") {
    const Written written(print_sheet("文"), {});
    CHECK(written.sheet(data_sheet_name).cells.size() == data_columns().size());
}
