// Workbooks that come back: what is read of each cell, whichever program has saved them.

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

std::string read_rows(const std::string& rows) { return read_back(parts_of({.rows = rows})); }

std::string read_strings(const std::string& strings) {
    return read_back(
        parts_of({.rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", .strings = strings}));
}

// One cell B2 with its inside.
std::string read_cell(const std::string& attributes, const std::string& inside) {
    return read_rows("<row r=\"2\"><c r=\"B2\" " + attributes + ">" + inside + "</c></row>");
}

std::vector<PackedPart> replaced(std::vector<PackedPart> parts, const std::string& name,
                                 const std::string& from, const std::string& to) {
    for (PackedPart& part : parts) {
        if (part.name != name) continue;
        for (std::size_t at = part.bytes.find(from); at != std::string::npos;
             at = part.bytes.find(from, at + to.size()))
            part.bytes.replace(at, from.size(), to);
    }
    return parts;
}

std::vector<PackedPart> with_bytes(std::vector<PackedPart> parts, const std::string& name,
                                   const std::string& bytes) {
    std::ranges::find(parts, name, &PackedPart::name)->bytes = bytes;
    return parts;
}

std::vector<PackedPart> without(std::vector<PackedPart> parts, const std::string& name) {
    std::erase_if(parts, [&](const PackedPart& part) { return part.name == name; });
    return parts;
}

const SmallWorkbook one_cell = {.rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>文</v></c></row>"};

// ---- cells ----

TEST_CASE("セルは、文、数、真偽、誤りのどれかである") {
    CHECK(read_cell("t='str'", "<v>10校区</v>") == "B2 10校区\n");
    CHECK(read_cell("t='inlineStr'", "<is><t>10校区</t></is>") == "B2 10校区\n");
    CHECK(read_cell("", "<v>10</v>") == "B2 ［数］10\n");
    CHECK(read_cell("t='n'", "<v>1.0E1</v>") == "B2 ［数］10\n");
    CHECK(read_cell("t='b'", "<v>1</v>") == "B2 ［真偽］TRUE\n");
    CHECK(read_cell("t='e'", "<v>#DIV/0!</v>") == "B2 ［誤り］#DIV/0!\n");
    CHECK(read_cell("", "") == "");
    CHECK(read_cell("s='0'", "<v></v>") == "");
}

TEST_CASE("式のセルは、前に計算した値を見せる") {
    CHECK(read_cell("t='str'", "<f>\"6\"&amp;\"校区\"</f><v>6校区</v>") == "B2 ［式］6校区\n");
    CHECK(read_cell("", "<f>3*2</f><v>6</v>") == "B2 ［式］6\n");
    CHECK(read_cell("t='b'", "<f>1=1</f><v>1</v>") == "B2 ［式］TRUE\n");
    CHECK(read_cell("t='e'", "<f>1/0</f><v>#DIV/0!</v>") == "B2 ［誤り］#DIV/0!\n");
}

TEST_CASE("まだ計算していない式のセルも、空のセルとは違う") {
    CHECK(read_cell("", "<f>3*2</f>") == "B2 ［式］\n");
    CHECK(read_cell("t='str'", "<f>\"\"</f><v></v>") == "B2 ［式］\n");
}

TEST_CASE("共有の文字列は、順番で指す") {
    CHECK(read_strings("<si><t>文</t></si><si><t>次</t></si>") == "A1 文\n");
}

TEST_CASE("書式の変わる文は、つないで一つの文になる") {
    CHECK(read_strings(
              "<si><r><rPr><b/></rPr><t>地域</t></r><r><t xml:space=\"preserve\"> 福祉</t></r></si>") ==
          "A1 地域 福祉\n");
    CHECK(read_strings("<si>\n <r>\n  <t>地域</t>\n </r>\n</si>") == "A1 地域\n");
}

TEST_CASE("ふりがなは、文のうちに入らない") {
    CHECK(
        read_strings("<si><t>課</t><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh><phoneticPr fontId=\"1\"/></si>") ==
        "A1 課\n");
}

TEST_CASE("空白と改行は、書いてあるとおりである") {
    CHECK(read_strings("<si><t xml:space=\"preserve\"> 一\r\n　二 </t></si>") == "A1  一\n　二 \n");
    CHECK(read_strings("<si><t>一&#10;二</t></si>") == "A1 一\n二\n");
}

TEST_CASE("文の中の _xHHHH_ は、文字である") {
    CHECK(read_strings("<si><t>_x0041_</t></si>") == "A1 A\n");
    CHECK(read_strings("<si><t>_x005F_x0041_</t></si>") == "A1 _x0041_\n");
    CHECK(read_strings("<si><t>一_x000D_\n二</t></si>") == "A1 一\n二\n");
    CHECK(read_strings("<si><t>_xD842__xDFB7_野</t></si>") == "A1 𠮷野\n");
    CHECK(read_strings("<si><t>_xD842_野</t></si>") == "A1 \xef\xbf\xbd野\n");
    CHECK(read_strings("<si><t>_x41_ _xGGGG_</t></si>") == "A1 _x41_ _xGGGG_\n");
    CHECK(read_strings("<si><r><t>_x00</t></r><r><t>41_</t></r></si>") == "A1 _x0041_\n");
    CHECK(read_cell("t='str'", "<v>_x0041_</v>") == "B2 A\n");
}

TEST_CASE("番地のない行とセルは、前のものの次にある") {
    CHECK(read_rows("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row>"
                    "<row r=\"5\"><c><v>4</v></c></row><row><c><v>5</v></c></row>") ==
          "A1 ［数］1\nD1 ［数］2\nE1 ［数］3\nA5 ［数］4\nA6 ［数］5\n");
}

TEST_CASE("行と列の順に並ぶ") {
    CHECK(read_rows("<row r=\"2\"><c r=\"B2\"><v>3</v></c><c r=\"A2\"><v>2</v></c></row>"
                    "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>") == "A1 ［数］1\nA2 ［数］2\nB2 ［数］3\n");
}

TEST_CASE("数は、セルの書式のとおりに見せる") {
    const SmallWorkbook workbook = {
        .rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0.05</v></c><c r=\"B1\" s=\"2\"><v>45505</v></c>"
                "<c r=\"C1\" s=\"3\"><v>6</v></c><c r=\"D1\"><v>0.30000000000000004</v></c>"
                "<c r=\"E1\" s=\"2\" t=\"d\"><v>2024-08-01</v></c><c r=\"F1\" s=\"99\"><v>6</v></c></row>",
        .number_formats = "<numFmt numFmtId=\"176\" formatCode=\"0&quot;校区&quot;\"/>",
        .styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/>"};
    CHECK(read_back(parts_of(workbook)) ==
          "A1 ［割合］5%\nB1 ［日］2024/8/1\nC1 ［数］6校区\nD1 ［数］0.3\nE1 ［日］2024/8/1\nF1 ［数］6\n");
}

TEST_CASE("従えない書式の数は、標準の書式で見せる") {
    CHECK(read_back(parts_of({.rows = "<row><c s=\"0\"><v>0.5</v></c></row>",
                              .styles = "<xf numFmtId=\"12\"/>"})) == "A1 ［数］0.5\n");
}

TEST_CASE("千九百四年から数えるブックの日付") {
    CHECK(read_back(parts_of({.rows = "<row><c s=\"0\"><v>44043</v></c></row>",
                              .styles = "<xf numFmtId=\"14\"/>",
                              .properties = "<workbookPr date1904=\"1\"/>"})) == "A1 ［日］2024/8/1\n");
}

// ---- parts ----

TEST_CASE("シートは、タブの順に、隠れているかどうかとともに読む") {
    std::vector<PackedPart> parts =
        replaced(parts_of(one_cell), "xl/workbook.xml", "<sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/>",
                 "<sheet name=\"控え\" sheetId=\"3\" state=\"veryHidden\" r:id=\"rId1\"/>"
                 "<sheet name=\"&lt;表&gt;\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"
                 "<sheet name=\"資料\" sheetId=\"2\" r:id=\"rId1\"/>");
    CHECK(read_back(parts) == "〈控え〉［隠］\nA1 文\n〈<表>〉［隠］\nA1 文\n〈資料〉\nA1 文\n");
}

TEST_CASE("グラフのシートには、セルがない") {
    CHECK(read_back(replaced(parts_of(one_cell), "xl/_rels/workbook.xml.rels", "relationships/worksheet",
                             "relationships/chartsheet")) == "");
}

TEST_CASE("部分の名前とフォルダーは、ブックの言うとおりである") {
    std::vector<PackedPart> parts =
        replaced(parts_of(one_cell), "_rels/.rels", "xl/workbook.xml", "/Book/main.xml");
    parts = replaced(parts, "xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "../Tables/A.xml");
    parts = replaced(parts, "xl/_rels/workbook.xml.rels", "\"sharedStrings.xml", "\"/xl/./sharedStrings.xml");
    parts = replaced(parts, "xl/_rels/workbook.xml.rels", "\"styles.xml", "\"/XL/Styles.xml");
    for (PackedPart& part : parts) {
        if (part.name == "xl/workbook.xml") part.name = "Book/main.xml";
        if (part.name == "xl/_rels/workbook.xml.rels") part.name = "Book/_rels/main.xml.rels";
        if (part.name == "xl/worksheets/sheet1.xml") part.name = "Tables/A.xml";
    }
    CHECK(read_back(parts) == "A1 文\n");
}

TEST_CASE("厳密な形の名前空間や、接頭辞のある要素でも読む") {
    std::vector<PackedPart> parts = parts_of(one_cell);
    for (const PackedPart& part : parts_of(one_cell)) {
        parts = replaced(parts, part.name, "http://schemas.openxmlformats.org/officeDocument/2006",
                         "http://purl.oclc.org/ooxml/officeDocument");
        parts = replaced(parts, part.name, "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                         "http://purl.oclc.org/ooxml/spreadsheetml/main");
    }
    parts = with_bytes(parts, "xl/worksheets/sheet1.xml",
                       "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
                       "<x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>文</x:t></x:is></x:c></x:row>"
                       "</x:sheetData></x:worksheet>");
    CHECK(read_back(parts) == "A1 文\n");
}

TEST_CASE("文字列や書式の部分は、なくてもよい") {
    std::vector<PackedPart> parts = with_bytes(
        parts_of(one_cell), "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        "</Relationships>");
    CHECK(read_back(parts) == "A1 文\n");
}

TEST_CASE("圧縮した部分も、UTF-16 の部分も読む") {
    std::vector<PackedPart> parts = parts_of(one_cell);
    for (PackedPart& part : parts) part.method = 8;
    CHECK(read_back(parts) == "A1 文\n");
    std::string utf16 = "\xff\xfe";
    for (const char c :
         std::string("<worksheet><sheetData><row><c><v>6</v></c></row></sheetData></worksheet>"))
        utf16 += {c, '\0'};
    CHECK(read_back(with_bytes(parts, "xl/worksheets/sheet1.xml", utf16)) == "A1 ［数］6\n");
}

// ---- files that are no good workbooks ----

TEST_CASE("ブックでないファイルは、そう言う") {
    CHECK(read_back("") == "T601 ファイル");
    CHECK(read_back("番号,表記\n1,10校区\n") == "T601 ファイル");
    CHECK(read_back(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})) ==
          "T601 ファイル");
    CHECK(read_back(with_bytes(parts_of(one_cell), "xl/workbook.xml", "<w:document xmlns:w=\"urn:w\"/>")) ==
          "T601 ファイル");
}

TEST_CASE("パスワードのあるブックと、古い形式のブックは、言い分ける") {
    using namespace std::string_literals;
    const std::string compound_file = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(504, '\0');
    CHECK(read_back(compound_file + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s) == "T602 ファイル");
    CHECK(read_back(compound_file + "W\0o\0r\0k\0b\0o\0o\0k\0\0\0"s) == "T605 ファイル");
    CHECK(read_back(compound_file + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s) == "T601 ファイル");
    CHECK(read_back(replaced(parts_of(one_cell), "_rels/.rels", "workbook.xml", "workbook.bin")) ==
          "T605 ファイル");
}

TEST_CASE("ない部分、壊れた部分は、名前を言う") {
    const std::vector<PackedPart> parts = parts_of(one_cell);
    for (const std::string part : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                   "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"}) {
        CAPTURE(part);
        CHECK(read_back(without(parts, part)) == "T603 " + part);
        CHECK(read_back(with_bytes(parts, part, "")) == "T603 " + part);
        CHECK(read_back(with_bytes(parts, part, "<workbook><worksheet>")) == "T603 " + part);
        CHECK(read_back(with_bytes(parts, part, "<!DOCTYPE workbook><workbook/>")) == "T603 " + part);
        CHECK(read_back(with_bytes(parts, part, "<workbook>\xff</workbook>")) == "T603 " + part);
    }
}

TEST_CASE("外を指す部分は、読みに行かない") {
    const std::vector<PackedPart> parts = parts_of(one_cell);
    const std::string list = "xl/_rels/workbook.xml.rels", sheet = "worksheets/sheet1.xml";
    CHECK(read_back(replaced(parts, list, sheet, "../../../../etc/passwd")) == "T603 etc/passwd");
    CHECK(read_back(replaced(parts, list, sheet, "/etc/passwd")) == "T603 etc/passwd");
    CHECK(read_back(replaced(parts, list, sheet, "..\\..\\secret")) == "T603 xl/..\\..\\secret");
    CHECK(read_back(replaced(parts, list, sheet, "file:///etc/passwd")) == "T603 xl/file:/etc/passwd");
    CHECK(read_back(replaced(parts, list, "Target=\"" + sheet,
                             "TargetMode=\"External\" Target=\"" + sheet)) == "T603 xl/workbook.xml");
}

TEST_CASE("同じ名前の部分が二つあるブックは、どちらとも言えない") {
    std::vector<PackedPart> parts = parts_of(one_cell);
    parts.push_back({"XL/worksheets/Sheet1.xml", "<worksheet/>"});
    CHECK(read_back(parts) == "T603 XL/worksheets/Sheet1.xml");
}

TEST_CASE("暗号の部分と、知らない圧縮の部分は読まない") {
    std::vector<PackedPart> parts = parts_of(one_cell);
    parts[2].encrypted = true;
    CHECK(read_back(parts) == "T602 xl/workbook.xml");
    parts = parts_of(one_cell);
    parts[2].method = 12; // bzip2
    CHECK(read_back(parts) == "T603 xl/workbook.xml");
}

TEST_CASE("読めないセルは、番地を言う") {
    CHECK(read_rows("<row r=\"2\"><c r=\"B2\" t=\"s\"><v>5</v></c></row>") == "T606 表 B2");
    CHECK(read_rows("<row r=\"2\"><c r=\"B2\" t=\"s\"><v>-1</v></c></row>") == "T606 表 B2");
    CHECK(read_rows("<row r=\"2\"><c r=\"B2\"><v>六</v></c></row>") == "T606 表 B2");
    CHECK(read_rows("<row r=\"2\"><c r=\"B2\"><v>1e999</v></c></row>") == "T606 表 B2");
    CHECK(read_rows("<row r=\"2\"><c r=\"B2\" t=\"d\"><v>きのう</v></c></row>") == "T606 表 B2");
    CHECK(read_rows("<row r=\"2\"><c r=\"B3\"><v>6</v></c></row>") == "T606 表 B3");
    CHECK(read_rows("<row r=\"2\"><c r=\"XFE2\"><v>6</v></c></row>") == "T606 表 XFE2");
    CHECK(read_rows("<row r=\"1048577\"/>") == "T606 表 1048577");
    CHECK(read_rows("<row r=\"0\"/>") == "T606 表 0");
    CHECK(read_rows("<row r=\"2\"><c r=\"B2\"><v>6</v></c><c r=\"B2\"><v>7</v></c></row>") == "T606 表 B2");
    CHECK(read_rows("<row r=\"1048576\"/><row><c><v>6</v></c></row>") == "T606 表 ");
}

TEST_CASE("いちばん端のセルも、ほかのセルと同じに読む") {
    CHECK(read_rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>6</v></c></row>") == "XFD1048576 ［数］6\n");
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

TEST_CASE("ほどくと大きくなりすぎる部分は、言われた大きさを信じずに、途中でやめる") {
    std::vector<PackedPart> parts = parts_of(one_cell);
    PackedPart& sheet = parts.back();
    sheet.bytes = "<worksheet>" + std::string(std::size_t{32} << 20, ' ') + "</worksheet>";
    sheet.method = 8;
    CHECK(read_back(parts) == "T604 xl/worksheets/sheet1.xml");
    sheet.claimed_size = 100;
    CHECK(read_back(parts) == "T604 xl/worksheets/sheet1.xml");
}

TEST_CASE("部分が多すぎるものは、開かない") {
    std::vector<PackedPart> parts = parts_of(one_cell);
    while (parts.size() <= 10'000) parts.push_back({std::to_string(parts.size()), ""});
    CHECK(read_back(parts) == "T604 ファイル");
}

TEST_CASE("長い文をどのセルにも置くブックは、途中でやめる") {
    const std::string cells = repeated("<row><c t=\"s\"><v>0</v></c></row>", 9'000);
    CHECK(
        read_back(parts_of({.rows = cells, .strings = "<si><t>" + std::string(32'000, 'x') + "</t></si>"})) ==
        "T604 xl/worksheets/sheet1.xml");
}

TEST_CASE("百万の空の行は、すぐ読み終わる") {
    std::string rows;
    for (int row = 1; row <= 1'048'576; ++row) rows += "<row r=\"" + std::to_string(row) + "\"/>";
    std::vector<PackedPart> parts = parts_of({.rows = rows});
    parts.back().method = 8;
    CHECK(read_back(parts) == "");
}

// ---- our own workbooks ----

std::vector<ReadCell> cells_of(const Sheet& sheet) {
    std::vector<ReadCell> cells;
    for (const SheetCell& cell : sheet.cells) {
        ReadCell read{cell.first_row, cell.first_column, CellSource::text, ""};
        for (const SheetRun& run : cell.runs) read.text += run.text;
        if (!read.text.empty()) cells.push_back(read);
    }
    return cells;
}

TEST_CASE("書き出した印刷のシートからは、すべてのセルの文がそのまま戻る") {
    for (const auto& paper : {real_paper, other_paper}) {
        CAPTURE(paper);
        const ScratchFolder folder;
        const Sheet sheet = lay_out_sheet(document_of(paper, "by-year"), fonts());
        REQUIRE(write_xlsx(sheet, {}, folder.path / "資料.xlsx"));
        Diagnostics diagnostics;
        auto sheets = read_workbook(folder.path / "資料.xlsx", diagnostics);
        REQUIRE(sheets.has_value());
        std::erase_if(sheets->at(0).cells, [&](const ReadCell& cell) { // where to edit, beside the sheet
            return cell.column >= sheet.columns.size();
        });
        CHECK(lines_of(sheets->at(0).cells) == lines_of(cells_of(sheet)));
    }
}

} // namespace
} // namespace taisho::test
