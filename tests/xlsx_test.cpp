#include "xlsx/excel_text.h"
#include "xlsx/workbook.h"
#include "xlsx/write_print_sheet.h"

#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <unistd.h>

using namespace taisho;

namespace {

constexpr std::string_view sheet_part = "xl/worksheets/sheet1.xml";
constexpr std::string_view strings_part = "xl/sharedStrings.xml";
constexpr std::string_view styles_part = "xl/styles.xml";
constexpr std::string_view workbook_part = "xl/workbook.xml";

// A file that is gone after the test.
struct TemporaryFile {
    std::filesystem::path path;

    explicit TemporaryFile(const std::string& name)
        : path(std::filesystem::temp_directory_path() /
               ("taisho-" + std::to_string(::getpid()) + "-" + name + ".xlsx")) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { std::filesystem::remove(path); }
};

// The print sheet alone.
bool write_print(const Sheet& sheet, const std::filesystem::path& file) {
    Workbook workbook(file, sheet.properties, sheet.fonts);
    write_print_sheet(sheet, workbook.add_sheet(sheet.name));
    return workbook.close();
}

std::string read_bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string output_of(const std::string& command) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"), &::pclose);
    REQUIRE(pipe != nullptr);
    std::string output;
    for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) output += static_cast<char>(c);
    return output;
}

bool can_unzip() { return std::system("unzip -v >/dev/null 2>&1") == 0; }

// One part of the workbook made from `sheet`.
std::string part_of(const Sheet& sheet, std::string_view part) {
    const TemporaryFile file("part");
    REQUIRE(write_print(sheet, file.path));
    return output_of("unzip -p '" + file.path.string() + "' '" + std::string(part) + "'");
}

// From the first `begin` to the `end` behind it, both included; empty if there is none.
std::string cut(const std::string& text, std::string_view begin, std::string_view end) {
    const std::size_t first = text.find(begin);
    if (first == std::string::npos) return {};
    const std::size_t last = text.find(end, first);
    return last == std::string::npos ? std::string() : text.substr(first, last + end.size() - first);
}

Sheet grid(std::uint32_t rows, std::uint16_t columns) {
    Sheet sheet;
    sheet.name = "資料３";
    sheet.properties.title = "業績目標等の修正について";
    sheet.fonts = {"BIZ UDMincho", "BIZ UDGothic"};
    sheet.top = sheet.right = sheet.bottom = sheet.left = pt(72);
    HeadAndFoot& around = sheet.head_and_foot;
    around.from_top = around.from_bottom = pt(36);
    around.foot[1] = {{{}, Family::mincho, pt(10.5), false, PageNumberForm::number}};
    around.first_foot = around.foot;
    sheet.columns.assign(columns, 64);
    sheet.heights.assign(rows, pt(18));
    return sheet;
}

SheetCell cell_at(std::uint32_t row, std::uint16_t column, std::vector<SheetRun> runs) {
    SheetCell cell;
    cell.first_row = cell.last_row = row;
    cell.first_column = cell.last_column = column;
    cell.runs = std::move(runs);
    return cell;
}

Sheet one_cell(std::vector<SheetRun> runs) {
    Sheet sheet = grid(1, 1);
    sheet.cells = {cell_at(0, 0, std::move(runs))};
    return sheet;
}

std::string strings_of(std::vector<SheetRun> runs) {
    return cut(part_of(one_cell(std::move(runs)), strings_part), "<si>", "</sst>");
}

// The second format: the first is Excel's own.
std::string format_of(const Sheet& sheet) {
    const std::string formats = cut(part_of(sheet, styles_part), "<cellXfs", "</cellXfs>");
    return formats.substr(formats.rfind("<xf "));
}

} // namespace

TEST_CASE("ブックの中はunzipで見る") {
    if (!can_unzip()) MESSAGE("unzip がないので、ブックの中を見る試験は省きます。");
}

TEST_SUITE_BEGIN("xlsx" * doctest::skip(!can_unzip()));

TEST_CASE("等号で始まる文は、数式ではなく文のまま入る") {
    CHECK(strings_of({{"=1+1"}}) == "<si><t>=1+1</t></si></sst>");
}

TEST_CASE("Excelの符号に見える文は、そのまま読めるように書く") {
    CHECK(strings_of({{"_x0041_"}}) == "<si><t>_x005F_x0041_</t></si></sst>");
}

TEST_CASE("復帰文字は書かない") { CHECK(strings_of({{"一\r\n二"}}) == "<si><t>一\n二</t></si></sst>"); }

TEST_CASE("変わったところだけに下線を引く") {
    CHECK(strings_of({{"６"}, {"校区", Family::mincho, ChangeMark::after}}) ==
          "<si><r><rPr><sz val=\"10.5\"/><color theme=\"1\"/><rFont val=\"BIZ UDMincho\"/><family val=\"1\"/>"
          "</rPr><t xml:space=\"preserve\">６</t></r><r><rPr><u/><sz val=\"10.5\"/><color "
          "theme=\"1\"/><rFont val=\"BIZ UDMincho\"/>"
          "<family val=\"1\"/></rPr><t xml:space=\"preserve\">校区</t></r></si></sst>");
}

TEST_CASE("同じ書体の続きは一つの文になる") {
    CHECK(strings_of({{"６"}, {""}, {"校区"}}) == "<si><t>６校区</t></si></sst>");
}

TEST_CASE("下線のある文の端の改行は残る") {
    const std::string strings =
        strings_of({{"R10\n", Family::gothic}, {"目標値", Family::gothic, ChangeMark::after}});
    CHECK(cut(strings, "<t ", "</t>") == "<t xml:space=\"preserve\">R10\n</t>");
}

TEST_CASE("同じ文が二度あっても、文の数はセルの数と合う") {
    Sheet sheet = grid(2, 1);
    for (const std::uint32_t row : {0U, 1U})
        sheet.cells.push_back(cell_at(row, 0, {{"６"}, {"校区", Family::mincho, ChangeMark::after}}));
    CHECK(cut(part_of(sheet, strings_part), "count=", ">") == "count=\"2\" uniqueCount=\"1\">");
}

TEST_CASE("文全体に下線があれば、セルの書体に下線を付ける") {
    const std::string fonts =
        cut(part_of(one_cell({{"校区", Family::gothic, ChangeMark::after}}), styles_part), "</font><font>",
            "</fonts>");
    CHECK(fonts == "</font><font><u/><sz val=\"10.5\"/><color theme=\"1\"/><name val=\"BIZ UDGothic\"/>"
                   "<family val=\"3\"/></font></fonts>");
}

TEST_CASE("結合したセルは、すべてのセルに同じ書式を持つ") {
    Sheet sheet = grid(2, 2);
    SheetCell cell = cell_at(0, 0, {{"（削除）"}});
    cell.last_row = cell.last_column = 1;
    cell.border = true;
    sheet.cells = {cell};
    const std::string part = part_of(sheet, sheet_part);
    CHECK(cut(part, "<sheetData>", "</sheetData>") + cut(part, "<mergeCells", "</mergeCells>") ==
          "<sheetData><row r=\"1\" ht=\"18\" customHeight=\"1\"><c r=\"A1\" s=\"1\" "
          "t=\"s\"><v>0</v>"
          "</c><c r=\"B1\" s=\"1\"/></row><row r=\"2\" ht=\"18\" customHeight=\"1\">"
          "<c r=\"A2\" s=\"1\"/><c r=\"B2\" s=\"1\"/></row></sheetData><mergeCells count=\"1\">"
          "<mergeCell ref=\"A1:B2\"/></mergeCells>");
}

TEST_CASE("文のないセルにも書式がある") {
    CHECK(cut(part_of(one_cell({}), sheet_part), "<c ", "/>") == "<c r=\"A1\" s=\"1\"/>");
}

TEST_CASE("どのセルも折り返し、両端揃えは左揃えになる") {
    Sheet sheet = one_cell({{"文"}});
    sheet.cells[0].align = Align::justify;
    CHECK(cut(format_of(sheet), "<alignment", "/>") ==
          "<alignment horizontal=\"left\" vertical=\"top\" wrapText=\"1\"/>");
}

TEST_CASE("字下げは段の数で書く") {
    Sheet sheet = one_cell({{"文"}});
    sheet.cells[0].indent = 3;
    CHECK(cut(format_of(sheet), "<alignment", "/>") ==
          "<alignment horizontal=\"left\" vertical=\"top\" indent=\"3\" wrapText=\"1\"/>");
}

TEST_CASE("ブックは、セルのある範囲を告げる") {
    Sheet sheet = grid(5, 3);
    sheet.cells = {cell_at(1, 1, {{"一"}}), cell_at(3, 2, {{"二"}})};
    CHECK(cut(part_of(sheet, sheet_part), "<dimension", ">") == "<dimension ref=\"B2:C4\"/>");
}

TEST_CASE("端に空白のある文は、空白を保つと書く") {
    CHECK(strings_of({{" 一"}}) == "<si><t xml:space=\"preserve\"> 一</t></si></sst>");
    CHECK(strings_of({{"１　"}}) == "<si><t xml:space=\"preserve\">１　</t></si></sst>");
}

TEST_CASE("罫線は黒の細線") {
    Sheet sheet = one_cell({{"文"}});
    sheet.cells[0].border = true;
    CHECK(cut(part_of(sheet, styles_part), "<left style", "</left>") ==
          "<left style=\"thin\"><color rgb=\"FF000000\"/></left>");
}

TEST_CASE("塗りは灰色の濃さで書く") {
    Sheet sheet = one_cell({{"文"}});
    sheet.cells[0].fill = grey(240);
    CHECK(cut(part_of(sheet, styles_part), "<fgColor", "/>") == "<fgColor rgb=\"FFF0F0F0\"/>");
}

TEST_CASE("見た目の同じセルは書式を分け合う") {
    Sheet sheet = grid(2, 1);
    sheet.cells = {cell_at(0, 0, {{"一"}}), cell_at(1, 0, {{"二"}})};
    CHECK(cut(part_of(sheet, styles_part), "<cellXfs", ">") == "<cellXfs count=\"2\">");
}

TEST_CASE("標準の高さの行にも高さを書く") {
    Sheet sheet = one_cell({{"文"}});
    sheet.heights = {pt(15)};
    CHECK(cut(part_of(sheet, sheet_part), "<row", ">") == "<row r=\"1\" ht=\"15\" customHeight=\"1\">");
}

TEST_CASE("行の高さは409.5ポイントまで") {
    Sheet sheet = one_cell({{"文"}});
    sheet.heights = {pt(500)};
    CHECK(cut(part_of(sheet, sheet_part), "<row", ">") == "<row r=\"1\" ht=\"409.5\" customHeight=\"1\">");
}

TEST_CASE("列の幅は画素の数から決まる") {
    // (286 - 5) / 7 characters and the padding of 5 pixels, in 1/256 (ECMA-376 18.3.1.13).
    Sheet sheet = one_cell({{"文"}});
    sheet.columns = {286};
    CHECK(cut(part_of(sheet, sheet_part), "<cols>", "</cols>") ==
          "<cols><col min=\"1\" max=\"1\" width=\"40.85546875\" customWidth=\"1\"/></cols>");
}

// Widths of columns are multiples of the width of its digit, 7 pixels. As the minor font of the theme Excel
// would take ＭＳ Ｐゴシック in Japan, whose digit is 8 pixels wide.
TEST_CASE("列の幅の単位になる標準の書体は、テーマによらず Calibri の 11 ポイントである") {
    const std::string styles = part_of(one_cell({{"文"}}), styles_part);
    CHECK(cut(styles, "<font>", "</font>") ==
          "<font><sz val=\"11\"/><color theme=\"1\"/><name val=\"Calibri\"/>"
          "<family val=\"2\"/><scheme val=\"none\"/></font>");
    CHECK(cut(styles, "<cellStyleXfs", "</cellStyleXfs>") ==
          "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
          "borderId=\"0\"/></cellStyleXfs>");
    CHECK(cut(styles, "<cellStyles", "</cellStyles>") ==
          "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
    CHECK(styles.find("scheme", styles.find("</font>")) == std::string::npos);
}

TEST_CASE("様式の書体の名前が、そのまま欄の書体になる") {
    Sheet sheet = grid(1, 2);
    sheet.fonts = {"ＭＳ 明朝", "ＭＳ ゴシック"};
    sheet.cells = {cell_at(0, 0, {{"文"}}), cell_at(0, 1, {{"見出し", Family::gothic}})};
    const std::string styles = part_of(sheet, styles_part);
    CHECK(styles.find("<name val=\"ＭＳ 明朝\"/><family val=\"1\"/>") != std::string::npos);
    CHECK(styles.find("<name val=\"ＭＳ ゴシック\"/><family val=\"3\"/>") != std::string::npos);
}

TEST_CASE("囲みの開いた側には罫線を引かない") {
    Sheet sheet = one_cell({{"見出し"}});
    sheet.cells[0].border = true, sheet.cells[0].open = {true, true, false, false};
    const std::string borders = cut(part_of(sheet, styles_part), "<borders", "</borders>");
    CHECK(borders.ends_with(
        "<border><left style=\"thin\"><color rgb=\"FF000000\"/></left><right style=\"thin\">"
        "<color rgb=\"FF000000\"/></right><top/><bottom/><diagonal/></border></borders>"));
}

TEST_CASE("印刷は横１ページに収め、中央に置く") {
    CHECK(
        cut(part_of(grid(1, 1), sheet_part), "<printOptions", "<headerFooter") ==
        "<printOptions horizontalCentered=\"1\"/><pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" "
        "header=\"0.5\" footer=\"0.5\"/><pageSetup paperSize=\"9\" fitToHeight=\"0\" "
        "orientation=\"portrait\"/><headerFooter");
}

TEST_CASE("用紙と向きを選べる") {
    Sheet sheet = grid(1, 1);
    sheet.paper = 8;
    sheet.landscape = true;
    CHECK(cut(part_of(sheet, sheet_part), "<pageSetup ", "/>") ==
          "<pageSetup paperSize=\"8\" fitToHeight=\"0\" orientation=\"landscape\"/>");
}

TEST_CASE("枠線を画面に出さない") {
    CHECK(cut(part_of(grid(1, 1), sheet_part), "<sheetView ", "/>") ==
          "<sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"/>");
}

TEST_CASE("画面では、見出しの行を残して、決めた大きさで見せる") {
    Sheet sheet = grid(5, 1);
    sheet.frozen_rows = 2, sheet.zoom = 120;
    CHECK(cut(part_of(sheet, sheet_part), "<sheetView ", "</sheetView>") ==
          "<sheetView showGridLines=\"0\" tabSelected=\"1\" zoomScale=\"120\" zoomScaleNormal=\"120\" "
          "workbookViewId=\"0\"><pane ySplit=\"2\" topLeftCell=\"A3\" activePane=\"bottomLeft\" "
          "state=\"frozen\"/><selection pane=\"bottomLeft\"/></sheetView>");
}

TEST_CASE("印刷のためのシートは、合い言葉なしで保護し、見た目だけを変えられる") {
    CHECK(cut(part_of(grid(1, 1), sheet_part), "<sheetProtection", "/>") ==
          "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatCells=\"0\" formatColumns=\"0\" "
          "formatRows=\"0\"/>");
}

TEST_CASE("表の見出しは、画面を読み上げる人に名前で知らせる") {
    Sheet sheet = grid(9, 3);
    sheet.tables = {{1, 4, 0, 2, HeaderCells::both}, {6, 8, 1, 2, HeaderCells::columns}};
    const std::string names = cut(part_of(sheet, workbook_part), "<definedNames>", "</definedNames>");
    CHECK(names.find("<definedName name=\"TitleRegion1.A2.C5.1\">'資料３'!$A$2</definedName>") !=
          std::string::npos);
    CHECK(names.find("<definedName name=\"ColumnTitleRegion2.B7.C9.1\">'資料３'!$B$7</definedName>") !=
          std::string::npos);
}

TEST_CASE("どこで直すかを、印刷する範囲の右に、そのシートへのリンクで言う") {
    const TemporaryFile file("note");
    const Sheet sheet = grid(3, 2);
    Workbook workbook(file.path, sheet.properties, sheet.fonts);
    Worksheet& print = workbook.add_sheet(sheet.name);
    write_print_sheet(sheet, print);
    write_edit_note(sheet, workbook.add_sheet("データ").name(), print);
    REQUIRE(workbook.close());
    const auto part = [&](std::string_view name) {
        return output_of("unzip -p '" + file.path.string() + "' '" + std::string(name) + "'");
    };
    CHECK(cut(part(strings_part), "<si>", "</si>") ==
          "<si><t>この表は印刷用です。修正は「データ」シートの色の付いた欄で行ってください。</t></si>");
    CHECK(cut(part(sheet_part), "<hyperlink ", "/>") == "<hyperlink ref=\"D1\" location=\"'データ'!A1\"/>");
    CHECK(cut(part(workbook_part), "<definedNames>", "</definedNames>") ==
          "<definedNames><definedName name=\"_xlnm.Print_Area\" "
          "localSheetId=\"0\">'資料３'!$A$1:$B$3</definedName></definedNames>");
}

TEST_CASE("指定した行から新しいページになる") {
    Sheet sheet = grid(5, 1);
    sheet.breaks = {2, 4};
    CHECK(cut(part_of(sheet, sheet_part), "<rowBreaks", "</rowBreaks>") ==
          "<rowBreaks count=\"2\" manualBreakCount=\"2\"><brk id=\"2\" max=\"16383\" man=\"1\"/>"
          "<brk id=\"4\" max=\"16383\" man=\"1\"/></rowBreaks>");
}

TEST_CASE("改ページはExcelの上限の1023まで書く") {
    Sheet sheet = grid(1100, 1);
    for (std::uint32_t row = 1; row < 1100; ++row) sheet.breaks.push_back(row);
    CHECK(cut(part_of(sheet, sheet_part), "<rowBreaks", ">") ==
          "<rowBreaks count=\"1023\" manualBreakCount=\"1023\">");
}

TEST_CASE("見出しの行を各ページで繰り返し、表の全体を印刷する") {
    Sheet sheet = grid(5, 2);
    sheet.repeat_first = 1;
    sheet.repeat_last = 2;
    CHECK(cut(part_of(sheet, workbook_part), "<definedNames>", "</definedNames>") ==
          "<definedNames><definedName name=\"_xlnm.Print_Area\" "
          "localSheetId=\"0\">'資料３'!$A$1:$B$5</definedName>"
          "<definedName name=\"_xlnm.Print_Titles\" "
          "localSheetId=\"0\">'資料３'!$2:$3</definedName></definedNames>");
}

TEST_CASE("資料番号は１ページ目だけ、ページ番号は全ページに出る") {
    Sheet sheet = grid(1, 1);
    sheet.head_and_foot.first_head[2] = {{"資料３", Family::gothic, pt(12)}};
    CHECK(cut(part_of(sheet, sheet_part), "<headerFooter", "</headerFooter>") ==
          "<headerFooter differentFirst=\"1\"><oddFooter>&amp;C&amp;10&amp;\"BIZ "
          "UDMincho,Regular\"&amp;P</oddFooter>"
          "<firstHeader>&amp;R&amp;12&amp;\"BIZ UDGothic,Regular\"資料３</firstHeader>"
          "<firstFooter>&amp;C&amp;10&amp;\"BIZ UDMincho,Regular\"&amp;P</firstFooter></headerFooter>");
}

TEST_CASE("資料番号がなければ、ページ番号だけが出る") {
    CHECK(cut(part_of(grid(1, 1), sheet_part), "<headerFooter", "</headerFooter>") ==
          "<headerFooter><oddHeader></oddHeader><oddFooter>&amp;C&amp;10&amp;\"BIZ UDMincho,Regular\"&amp;P"
          "</oddFooter></headerFooter>");
}

TEST_CASE("資料番号を書き換えても、書庫は壊れない") {
    const TemporaryFile file("whole");
    Sheet sheet = grid(1, 1);
    sheet.head_and_foot.first_head[2] = {{"資料３", Family::gothic, pt(12)}};
    REQUIRE(write_print(sheet, file.path));
    CHECK(output_of("unzip -tqq '" + file.path.string() + "' 2>&1").empty());
}

TEST_CASE("数字だけのシート名も、印刷範囲の中で名として読める") {
    Sheet sheet = grid(2, 2);
    sheet.name = "3";
    CHECK(cut(part_of(sheet, workbook_part), "'3'", "<") == "'3'!$A$1:$B$2<");
}

TEST_CASE("目次の行は、シートの中のセルへのリンクになる") {
    Sheet sheet = grid(3, 2);
    SheetCell line = cell_at(0, 0, {{"１．修正"}});
    line.last_column = 1, line.leads_to = 2;
    sheet.cells = {line, cell_at(2, 0, {{"１．修正"}})};
    CHECK(cut(part_of(sheet, sheet_part), "<hyperlinks>", "</hyperlinks>") ==
          "<hyperlinks><hyperlink ref=\"A1\" location=\"'資料３'!A3\"/></hyperlinks>");
    sheet.name = "対照'表 & 案";
    CHECK(cut(part_of(sheet, sheet_part), "location", "/>") == "location=\"'対照''表 &amp; 案'!A3\"/>");
}

TEST_CASE("題名は文書の情報に入り、日時は決まったものになる") {
    const std::string core = part_of(grid(1, 1), "docProps/core.xml");
    CHECK(cut(core, "<dc:title>", "</dc:title>") == "<dc:title>業績目標等の修正について</dc:title>");
    CHECK(cut(core, "2000", "<") == "2000-01-01T00:00:00Z<");
}

TEST_CASE("会議と課は文書の情報に入り、なければ入らない") {
    Sheet sheet = grid(1, 1);
    CHECK(cut(part_of(sheet, "docProps/core.xml"), "<dc:subject>", "</dc:subject>") == "");
    sheet.properties.author = "地域福祉推進審議会、福祉総務課";
    sheet.properties.subject = "第３回地域福祉推進審議会　資料３";
    const std::string core = part_of(sheet, "docProps/core.xml");
    CHECK(cut(core, "<dc:creator>", "</dc:creator>") ==
          "<dc:creator>地域福祉推進審議会、福祉総務課</dc:creator>");
    CHECK(cut(core, "<dc:subject>", "</dc:subject>") ==
          "<dc:subject>第３回地域福祉推進審議会　資料３</dc:subject>");
}

TEST_CASE("数だけの文に、Excelの注意の印を付けない") {
    CHECK(cut(part_of(one_cell({{"10"}}), sheet_part), "<ignoredError ", "/>") ==
          "<ignoredError sqref=\"A1:XFD1048576\" numberStoredAsText=\"1\"/>");
}

TEST_SUITE_END();

TEST_CASE("同じ表からは同じバイトのファイルができる") {
    const TemporaryFile first("first"), second("second");
    Sheet sheet = one_cell({{"６"}, {"校区", Family::mincho, ChangeMark::after}});
    sheet.head_and_foot.first_head[2] = {{"資料３", Family::gothic, pt(12)}};
    REQUIRE(write_print(sheet, first.path));
    REQUIRE(write_print(sheet, second.path));
    CHECK(read_bytes(first.path) == read_bytes(second.path));
}

TEST_CASE("書けない場所には書けないと答える") {
    CHECK_FALSE(write_print(grid(1, 1), "/nonexistent/資料３.xlsx"));
}

TEST_CASE("セルに入る文は32,767字まで") {
    const TemporaryFile file("long");
    CHECK(write_print(one_cell({{std::string(32767, 'a')}}), file.path));
    CHECK_FALSE(write_print(one_cell({{std::string(32768, 'a')}}), file.path));
}

TEST_CASE("第二水準の外の漢字は、Excelでは２字に数える") { CHECK(count_utf16("𠮷野") == 3); }

TEST_CASE("XMLに書けない文字のある文は受け付けない") {
    const TemporaryFile file("forbidden");
    CHECK_FALSE(write_print(one_cell({{"\uFFFE"}}), file.path));
}

TEST_CASE("壊れたUTF-8は文ではない") {
    CHECK_FALSE(count_utf16("\xe3\x81"));
    CHECK_FALSE(count_utf16("\xc0\x80"));
    CHECK_FALSE(count_utf16("\xed\xa0\x80"));
}

TEST_CASE("シート名に使えない字は全角にする") {
    CHECK(clean_sheet_name("資料[1/2]:案*?\\") == "資料［1／2］：案＊？＼");
}

TEST_CASE("シート名は31字まで") { CHECK(clean_sheet_name(std::string(40, 'a')) == std::string(31, 'a')); }

TEST_CASE("シート名の端にアポストロフィは置けない") { CHECK(clean_sheet_name("'資料３'") == "資料３"); }

TEST_CASE("空のシート名はSheet1になる") { CHECK(clean_sheet_name("''") == "Sheet1"); }

TEST_CASE("同じ名のシートは、大文字小文字や全角半角だけが違っても、番号で分ける") {
    CHECK(distinct_sheet_name("資料３", {}) == "資料３");
    CHECK(distinct_sheet_name("資料３", {"資料3"}) == "資料３ (2)");
    CHECK(distinct_sheet_name("Data", {"ＤＡＴＡ", "data (2)"}) == "Data (3)");
    CHECK(distinct_sheet_name(std::string(31, 'a'), {std::string(31, 'A')}) == std::string(27, 'a') + " (2)");
}

TEST_CASE("Excelが自分で使うシート名は使わない") {
    CHECK(distinct_sheet_name("History", {}) == "History (2)");
    CHECK(distinct_sheet_name("履歴", {}) == "履歴 (2)");
}

TEST_CASE("資料番号の＆の字は、二つ重ねて書く") {
    CHECK(header_piece("A&B", "BIZ UDGothic", 12) == "&12&\"BIZ UDGothic,Regular\"A&&B");
}

TEST_CASE("引用符のある書体名は、資料番号に使わない") {
    CHECK(header_piece("資料３", "a\"b", 12) == "&12資料３");
}
