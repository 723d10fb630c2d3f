// The same on the print sheet: Excel's head and foot, and what the sheet is like on the screen.

#include "document/compose.h"
#include "layout/lay_out.h"
#include "revise/revisions.h"
#include "support.h"
#include "xlsx/header_code.h"
#include "xlsx/workbook.h"
#include "xlsx/write_print_sheet.h"

#include <doctest/doctest.h>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

using Change = std::function<void(HouseStyle&)>;

const std::filesystem::path meeting_paper = source_folder / "tests" / "papers" / "meeting.xml";

Sheet laid_out(const std::string& file, const Change& change) {
    HouseStyle style = style_named("by-year");
    change(style);
    Diagnostics diagnostics;
    return lay_out_sheet(compose(revise(read(file), diagnostics), style), fonts());
}

Sheet meeting(const Change& change) { return laid_out(read_bytes(meeting_paper), change); }

std::string shown(const SheetLine& line) {
    constexpr std::string_view names[] = {"左", "中央", "右"};
    std::string text;
    for (std::size_t place = 0; place < line.size(); ++place) {
        for (const SheetWords& words : line[place]) {
            constexpr std::string_view forms[] = {"＃", "- ＃ -", "＃/", ""};
            if (!text.empty()) text += words.new_line ? "⏎" : " ";
            if (!words.new_line) text += std::string(names[place]) + " ";
            text += words.page_number ? forms[static_cast<std::size_t>(*words.page_number)] : words.text;
        }
    }
    return text;
}

// Of the first page and of the later ones, head and foot.
std::string shown(const Sheet& sheet) {
    const HeadAndFoot& around = sheet.head_and_foot;
    const std::string first = shown(around.first_head) + "｜" + shown(around.first_foot);
    return first + "‖" + shown(around.head) + "｜" + shown(around.foot);
}

void without_both(HouseStyle& style) {
    style.page.paper_number.form = PaperNumberForm::none;
    style.page.number.form = PageNumberForm::none;
}

// ---- what the sheet says ----

TEST_CASE("シートの上と下は、はじめの様式では資料番号とページ番号") {
    CHECK(shown(meeting([](HouseStyle&) {})) == "右 資料２｜中央 ＃‖｜中央 ＃");
}

TEST_CASE("シートのページ番号の形と場所と初めの番号") {
    const auto numbered = [](PageNumberForm form, Place place) {
        const Sheet sheet = meeting([&](HouseStyle& style) {
            style.page.paper_number.form = PaperNumberForm::none;
            style.page.number.form = form, style.page.number.place = place, style.page.number.first = 7;
        });
        CHECK(sheet.head_and_foot.first_page == 7);
        return shown(sheet);
    };
    CHECK(numbered(PageNumberForm::number, Place::left) == "｜左 ＃‖｜左 ＃");
    CHECK(numbered(PageNumberForm::dashes, Place::center) == "｜中央 - ＃ -‖｜中央 - ＃ -");
    CHECK(numbered(PageNumberForm::of_total, Place::right) == "｜右 ＃/‖｜右 ＃/");
    CHECK(numbered(PageNumberForm::none, Place::center) == "｜‖｜");
}

TEST_CASE("シートの資料番号の形と場所") {
    const auto numbered = [](PaperNumberForm form, Place place) {
        const Sheet sheet = meeting([&](HouseStyle& style) {
            style.page.number.form = PageNumberForm::none;
            style.page.paper_number.form = form, style.page.paper_number.place = place;
        });
        return shown(sheet) + " " + sheet.paper_number;
    };
    CHECK(numbered(PaperNumberForm::box, Place::right) == "右 資料２｜‖｜ 資料２");
    CHECK(numbered(PaperNumberForm::plain, Place::center) == "中央 資料２｜‖｜ 資料２");
    CHECK(numbered(PaperNumberForm::brackets, Place::left) == "左 【資料２】｜‖｜ 資料２");
    CHECK(numbered(PaperNumberForm::none, Place::right) == "｜‖｜ ");
}

TEST_CASE("シートの上と下の言葉") {
    const auto with = [](OnPages pages) {
        return shown(meeting([&](HouseStyle& style) {
            without_both(style);
            style.page.head = {"{number}", "{council}", "{date}", pages};
            style.page.foot = {"左", "", "{department}", pages};
        }));
    };
    const std::string words =
        "左 資料２ 中央 地域福祉推進審議会 右 令和６年８月１日（木）午後２時｜左 左 右 福祉総務課";
    CHECK(with(OnPages::all) == words + "‖" + words);
    CHECK(with(OnPages::first) == words + "‖｜");
    CHECK(with(OnPages::later) == "｜‖" + words);
}

TEST_CASE("シートでも、資料番号や印のある所の言葉は、その高さなら出ず、違う高さなら別の行に立つ") {
    const auto with = [](Length from_edge) {
        return shown(meeting([&](HouseStyle& style) {
            style.page.number.form = PageNumberForm::none;
            style.page.head = {"", "", "右", OnPages::all, pt(9), from_edge};
        }));
    };
    CHECK(with(mm(12)) == "右 資料２｜‖右 右｜");
    CHECK(with(mm(6)) == "右 右⏎資料２｜‖右 右｜");
}

TEST_CASE("シートの印は、【】に入る") {
    const auto with = [](Place place, OnPages pages) {
        return shown(meeting([&](HouseStyle& style) {
            without_both(style);
            style.page.stamp.text = "案", style.page.stamp.place = place, style.page.stamp.pages = pages;
        }));
    };
    CHECK(with(Place::left, OnPages::first) == "左 【案】｜‖｜");
    CHECK(with(Place::center, OnPages::all) == "中央 【案】｜‖中央 【案】｜");
    CHECK(with(Place::right, OnPages::later) == "｜‖右 【案】｜");
}

TEST_CASE("シートの上と下の余白は、一番外にあるものまで") {
    const auto distances = [](const Change& change) {
        const HeadAndFoot around = meeting(change).head_and_foot;
        return std::pair(around.from_top, around.from_bottom);
    };
    CHECK(distances([](HouseStyle&) {}) == std::pair(mm(10), mm(12)));
    CHECK(distances([](HouseStyle& style) {
              style.page.stamp.text = "案", style.page.stamp.from_top = mm(6);
              style.page.foot.left = "左", style.page.foot.from_edge = mm(7);
          }) == std::pair(mm(6), mm(7)));
}

TEST_CASE("紙に入らない長い言葉は、シートでも切れる") {
    std::string title;
    for (int i = 0; i < 300; ++i) title += "長い題名";
    const Sheet sheet = meeting([&](HouseStyle& style) {
        without_both(style), style.page.head = {title, "", "令和６年８月１日"};
    });
    const SheetLine& head = sheet.head_and_foot.head;
    CHECK(head[0].front().text.ends_with("…"));
    CHECK(head[2] == std::vector{SheetWords{"令和６年８月１日", Family::mincho, pt(6.75)}});
}

// ---- Excel's codes ----

SheetFonts two_fonts() { return {"明朝", "ゴシック"}; }

SheetWords words(const std::string& text) { return {text, Family::mincho, pt(9)}; }

TEST_CASE("Excelの上の言葉は、場所ごとに並び、& は二つになる") {
    SheetLine line;
    line[0] = {{"【案】", Family::gothic, pt(14)}};
    line[1] = {words("A&B")};
    line[2] = {words("日付"), {"資料２", Family::gothic, pt(12.9), true}};
    CHECK(header_code(line, two_fonts(), 5) == "&L&14&\"ゴシック,Regular\"【案】&C&9&\"明朝,Regular\"A&&B"
                                               "&R&9&\"明朝,Regular\"日付\n&12&\"ゴシック,Regular\"資料２");
}

TEST_CASE("Excelのページ番号の形") {
    const auto code = [](PageNumberForm form) {
        SheetLine line;
        line[1] = {{{}, Family::mincho, pt(10.5), false, form}};
        return header_code(line, two_fonts(), 12);
    };
    CHECK(code(PageNumberForm::number) == "&C&10&\"明朝,Regular\"&P");
    CHECK(code(PageNumberForm::dashes) == "&C&10&\"明朝,Regular\"- &P -");
    CHECK(code(PageNumberForm::of_total) == "&C&10&\"明朝,Regular\"&P/12");
}

TEST_CASE("Excelの上の言葉は、全部で255字に収まるまで、長いものから切る") {
    SheetLine line;
    line[0] = {words(std::string(400, 'a'))};
    line[1] = {words(std::string(100, '&'))};
    line[2] = {words("令和６年８月１日")};
    const std::string code = header_code(line, two_fonts(), 1);
    CHECK(code.find("&R&9&\"明朝,Regular\"令和６年８月１日") != std::string::npos);
    CHECK(code.find("&C&9&\"明朝,Regular\"&&&&") != std::string::npos);
    std::size_t units = 0;
    for (const char c : code) units += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    CHECK(units <= longest_header);
    CHECK(units >= longest_header - 1);
}

// ---- the file ----

std::string sheet_part(const Sheet& sheet) {
    const ScratchFolder folder;
    const std::filesystem::path file = folder.path / "a.xlsx";
    Workbook workbook(file, sheet.properties, sheet.fonts);
    write_print_sheet(sheet, workbook.add_sheet(sheet.name));
    REQUIRE(workbook.close());
    return run_command({"unzip", "-p", file, "xl/worksheets/sheet1.xml"}, {}).out;
}

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
    const std::size_t first = text.find(begin);
    if (first == std::string::npos) return {};
    return text.substr(first, text.find(end, first) + end.size() - first);
}

// Without the fonts.
std::string head_and_foot_of(const Change& change) {
    std::string part = between(sheet_part(meeting(change)), "<headerFooter", "</headerFooter>");
    for (const std::string_view font :
         {"&amp;\"BIZ UD明朝 Medium,Regular\"", "&amp;\"BIZ UDゴシック,Regular\""})
        for (std::size_t at = part.find(font); at != std::string::npos; at = part.find(font))
            part.erase(at, font.size());
    return part;
}

TEST_CASE("初めのページだけ違う時だけ、初めのページの上と下を書く" * doctest::skip(!is_installed("unzip"))) {
    CHECK(head_and_foot_of([](HouseStyle&) {}) ==
          "<headerFooter differentFirst=\"1\"><oddFooter>&amp;C&amp;10&amp;P</oddFooter>"
          "<firstHeader>&amp;R&amp;12資料２</firstHeader><firstFooter>&amp;C&amp;10&amp;P</firstFooter>"
          "</headerFooter>");
    CHECK(head_and_foot_of([](HouseStyle& style) { without_both(style), style.page.head.left = "A<B"; }) ==
          "<headerFooter><oddHeader>&amp;L&amp;9A&lt;B</oddHeader><oddFooter></oddFooter></headerFooter>");
    CHECK(head_and_foot_of([](HouseStyle& style) {
              without_both(style), style.page.foot = {"A<\"B\"", "", "", OnPages::first};
          }) == "<headerFooter differentFirst=\"1\"><firstFooter>&amp;L&amp;9A&lt;\"B\"</firstFooter>"
                "</headerFooter>");
    CHECK(head_and_foot_of([](HouseStyle& style) {
              without_both(style), style.page.head = {"上", "", "", OnPages::later};
          }) == "<headerFooter differentFirst=\"1\"><oddHeader>&amp;L&amp;9上</oddHeader></headerFooter>");
    CHECK(head_and_foot_of([](HouseStyle& style) {
              style.page.paper_number.form = PaperNumberForm::none;
              style.page.number.form = PageNumberForm::of_total;
          }) ==
          "<headerFooter><oddHeader></oddHeader><oddFooter>&amp;C&amp;10&amp;P/3</oddFooter></headerFooter>");
}

TEST_CASE("初めの番号は、1でない時だけ書く" * doctest::skip(!is_installed("unzip"))) {
    const auto set_up = [](std::int32_t first) {
        return between(sheet_part(meeting([&](HouseStyle& style) { style.page.number.first = first; })),
                       "<pageSetup ", "/>");
    };
    CHECK(set_up(1) == "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"portrait\"/>");
    CHECK(set_up(7) == "<pageSetup paperSize=\"9\" fitToHeight=\"0\" firstPageNumber=\"7\" "
                       "orientation=\"portrait\" useFirstPageNumber=\"1\"/>");
}

// ---- on the screen ----

std::string view_of(const Change& change) {
    return between(sheet_part(laid_out(read_bytes(real_paper), change)), "<sheetView ", "</sheetViews>");
}

TEST_CASE("画面の大きさ、固定、枠線" * doctest::skip(!is_installed("unzip"))) {
    const std::string pane =
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        "<selection pane=\"bottomLeft\"/></sheetView></sheetViews>";
    const std::string usual =
        " tabSelected=\"1\" zoomScale=\"120\" zoomScaleNormal=\"120\" workbookViewId=\"0\"";
    const std::string no_grid = "<sheetView showGridLines=\"0\"";
    CHECK(view_of([](HouseStyle&) {}) == no_grid + usual + ">" + pane);
    CHECK(view_of([](HouseStyle& style) { style.sheet_fonts.zoom = 85; }) ==
          no_grid + " tabSelected=\"1\" zoomScale=\"85\" zoomScaleNormal=\"85\" workbookViewId=\"0\">" +
              pane);
    CHECK(view_of([](HouseStyle& style) { style.sheet_fonts.zoom = 5; }) ==
          no_grid + " tabSelected=\"1\" zoomScale=\"10\" zoomScaleNormal=\"10\" workbookViewId=\"0\">" +
              pane);
    CHECK(view_of([](HouseStyle& style) { style.sheet_fonts.freeze = false; }) ==
          no_grid + usual + "/></sheetViews>");
    CHECK(view_of([](HouseStyle& style) { style.sheet_fonts.grid_lines = true; }) ==
          "<sheetView" + usual + ">" + pane);
}

TEST_CASE("枠線は紙には出ない" * doctest::skip(!is_installed("unzip"))) {
    const Sheet sheet = meeting([](HouseStyle& style) { style.sheet_fonts.grid_lines = true; });
    CHECK(between(sheet_part(sheet), "<printOptions", "/>") == "<printOptions horizontalCentered=\"1\"/>");
}

TEST_CASE("シートの保護は外せる" * doctest::skip(!is_installed("unzip"))) {
    const auto protection = [](bool wanted) {
        const Sheet sheet = meeting([&](HouseStyle& style) { style.sheet_fonts.protect = wanted; });
        return between(sheet_part(sheet), "<sheetProtection", "/>");
    };
    CHECK(protection(true) == "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatCells=\"0\" "
                              "formatColumns=\"0\" formatRows=\"0\"/>");
    CHECK(protection(false) == "");
}

} // namespace
} // namespace taisho::test
