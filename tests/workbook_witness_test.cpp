// What others read out of our workbook: openpyxl the cells and settings, LibreOffice the printed pages.

#include "base/utf8.h"
#include "data/data_columns.h"
#include "layout/lay_out.h"
#include "support.h"
#include "witnesses.h"
#include "xlsx/write_print_sheet.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> house_styles = {"by-year", "stacked", "side-by-side", "list", "law-old-left"};

fs::path built(const fs::path& paper, const std::string& style, const fs::path& folder) {
    REQUIRE(run_taisho({"build", paper, "-o", folder, "--template", style}).exit_code == 0);
    return folder / (paper.stem().string() + (style == "by-year" ? "" : "-" + style) + ".xlsx");
}

// ---- openpyxl ----

struct Seen {
    std::set<std::string> texts;       // of the cells
    std::vector<std::string> settings; // lines as printed, without heights
    std::vector<std::string> without_height, not_text;
};

std::string unescaped(std::string_view shown) {
    std::string text;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const bool escape = shown[i] == '\\' && i + 1 < shown.size();
        text += !escape ? shown[i] : shown[i + 1] == 'n' ? '\n' : shown[i + 1];
        i += escape ? 1 : 0;
    }
    return text;
}

void see_line(const std::string& line, Seen& seen) {
    if (line.starts_with("height ")) {
        if (line.ends_with(" none")) seen.without_height.push_back(line);
        return;
    }
    if (!line.starts_with("cell ")) {
        seen.settings.push_back(line);
        return;
    }
    const std::size_t kind = line.find(' ', 5) + 1, text = line.find(' ', kind) + 1;
    if (line[kind] != 's') seen.not_text.push_back(line);
    seen.texts.insert(unescaped(std::string_view(line).substr(text)));
}

// Of a sheet, or of the first one when `sheet` is empty.
Seen see(const std::string& python, const fs::path& workbook, const std::string& sheet) {
    const std::string script = source_folder / "tests" / "read_workbook.py";
    std::vector<std::string> words{python, script, workbook};
    if (!sheet.empty()) words.push_back(sheet);
    const Finished finished = run_command(words, {.environment = {{"PYTHONUTF8", "1"}}});
    CHECK(finished.err == "");
    REQUIRE(finished.exit_code == 0);
    Seen seen;
    for (std::size_t begin = 0; begin < finished.out.size();) {
        const std::size_t end = std::min(finished.out.find('\n', begin), finished.out.size());
        see_line(finished.out.substr(begin, end - begin), seen);
        begin = end + 1;
    }
    return seen;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

// ---- LibreOffice ----

std::size_t count_of(std::string_view text, std::string_view wanted) {
    std::size_t count = 0;
    for (std::size_t at = text.find(wanted); at != std::string_view::npos;
         at = text.find(wanted, at + wanted.size()))
        ++count;
    return count;
}

using Counts = std::map<std::string, int>;

Counts characters_of(std::string_view text) {
    Counts counts;
    for (std::size_t i = 0; i < text.size();) {
        const std::uint32_t length = decode(text, i).length;
        const std::string character(text.substr(i, length));
        const bool blank = character == " " || character == "　" || character == "\n" || character == "\f";
        if (!blank) ++counts[character];
        i += length;
    }
    return counts;
}

// Characters of the document that the printed text has less often: those of a text that was cut.
std::string lost(const Document& document, const std::string& printed) {
    std::string all;
    for (const std::string& text : texts_of(document)) {
        const bool shared = text == "修正前" || text == "修正後"; // stands once for all tables
        if (!shared) all += text;
    }
    const Counts got = characters_of(printed);
    std::string result;
    for (const auto& [character, times] : characters_of(all)) {
        const auto found = got.find(character);
        const int missing = times - (found != got.end() ? found->second : 0);
        if (missing > 0) result += character + "-" + std::to_string(missing) + " ";
    }
    return result;
}

bool can_print() {
    if (is_installed("soffice") && is_installed("pdftotext")) return true;
    MESSAGE("soffice か pdftotext がないので、印刷の試験は省きます。");
    return false;
}

// Prints all workbooks of a folder to PDF beside them.
void print_workbooks(const fs::path& folder, const fs::path& user) {
    std::vector<std::string> words = {"soffice",      "-env:UserInstallation=file://" + user.string(),
                                      "--headless",   "--convert-to",
                                      "pdf",          "--outdir",
                                      folder / "印刷"};
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".xlsx") words.push_back(entry.path());
    }
    REQUIRE(run_command(words, {}).exit_code == 0);
}

std::string text_of_pdf(const fs::path& pdf) {
    const Finished finished = run_command({"pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"}, {});
    REQUIRE(finished.exit_code == 0);
    return finished.out;
}

// The pages of the print sheet: the next sheet begins with its header.
std::string before_data(const std::string& printed) {
    const std::size_t data = printed.find("修正の種類");
    REQUIRE(data != std::string::npos);
    return printed.substr(0, printed.rfind('\f', data) + 1);
}

std::size_t sheet_pages(const Document& document) {
    Diagnostics diagnostics;
    return lay_out_sheet(document, fonts()).breaks.size() + 1;
}

// 修　正　前: blanks stand for the white of a label that is spread on paper.
std::string as_one_word(const std::string& text, const std::set<std::string>& words) {
    std::string closed = text;
    constexpr std::string_view blank = "　";
    for (std::size_t at = closed.find(blank); at != std::string::npos; at = closed.find(blank, at))
        closed.erase(at, blank.size());
    return words.contains(text) || !words.contains(closed) ? text : closed;
}

TEST_SUITE_BEGIN("slow");

// The other paper has a row that is too tall for Excel and goes on in a further one.
TEST_CASE("文書の文は、どれもブックの欄にそっくりあり、ほかの文はない") {
    const std::string python = python_with_openpyxl();
    if (python.empty()) return;
    for (const auto& paper : {real_paper}) {
        for (const std::string& style : house_styles) {
            CAPTURE(paper);
            CAPTURE(style);
            const ScratchFolder folder;
            std::set<std::string> wanted;
            const Document document = document_of(paper, style);
            for (const std::string& text : texts_of(document)) wanted.insert(text);
            const Seen seen = see(python, built(paper, style, folder.path), "");
            std::set<std::string> texts;
            CHECK(seen.texts.contains(edit_note("データ")));
            for (const std::string& text : seen.texts) texts.insert(as_one_word(text, wanted));
            texts.erase(edit_note("データ"));
            for (const Context& again : document.contexts) { // said where a page begins inside an item
                if (!wanted.contains(again.paragraph.text)) texts.erase(again.paragraph.text);
            }
            CHECK((texts == wanted));
            CHECK(joined(seen.not_text) == "");
        }
    }
}

TEST_CASE("高さの決まらない行はない") {
    const std::string python = python_with_openpyxl();
    if (python.empty()) return;
    for (const std::string& style : house_styles) {
        const ScratchFolder folder;
        CHECK(joined(see(python, built(other_paper, style, folder.path), "").without_height) == "");
    }
}

TEST_CASE("印刷の設定は、一枚の幅に収め、見出しの行を繰り返す") {
    const std::string python = python_with_openpyxl();
    if (python.empty()) return;
    const ScratchFolder folder;
    CHECK(golden_difference("shiryo3-print-settings.txt",
                            joined(see(python, built(real_paper, "by-year", folder.path), "").settings)) ==
          "");
}

TEST_CASE("データと一覧のシートは、見出しが残り、直せる欄のほかに鍵が掛かっている") {
    const std::string python = python_with_openpyxl();
    if (python.empty()) return;
    const ScratchFolder folder;
    const fs::path workbook = built(real_paper, "by-year", folder.path);
    std::string settings;
    for (const std::string sheet : {"データ", "修正一覧", "対照の控え"})
        settings += sheet + "\n" + joined(see(python, workbook, sheet).settings);
    CHECK(golden_difference("shiryo3-list-settings.txt", settings) == "");
}

TEST_CASE("資料のデータは、どれもデータのシートにあり、ほかの文も式もない") {
    const std::string python = python_with_openpyxl();
    if (python.empty()) return;
    const ScratchFolder folder;
    const Paper paper = read(read_bytes(real_paper));
    Diagnostics diagnostics;
    const Revisions revisions = revise(paper, diagnostics);
    const DataTable table = make_data(revisions);
    std::set<std::string> wanted;
    for (const DataColumnEntry& column : data_columns()) wanted.emplace(column.header);
    DatumBuffers buffers;
    std::vector<Datum> cells;
    for (const DataRow& row : table.rows) {
        show_row(table, row, buffers, cells);
        for (const Datum& cell : cells) {
            if (cell.number) REQUIRE(cell.number->places == 0);
            const std::string text =
                cell.number ? std::to_string(cell.number->digits) : std::string(cell.text);
            if (!text.empty()) wanted.insert(text);
        }
    }
    const Seen seen = see(python, built(real_paper, "by-year", folder.path), "データ");
    CHECK((seen.texts == wanted));
    CHECK(!seen.not_text.empty());
    for (const std::string& line : seen.not_text) {
        const std::size_t kind = line.find(' ', 5) + 1;
        CHECK(line.substr(kind, 2) == "n "); // a number
    }
}

TEST_CASE("ブックを印刷すると、切れ目のとおりの枚数で、字は欠けない") {
    if (!can_print()) return;
    const ScratchFolder folder, user;
    for (const std::string& style : house_styles)
        built(real_paper, style, folder.path), built(other_paper, style, folder.path);
    print_workbooks(folder.path, user.path);
    for (const auto& paper : {real_paper, other_paper}) {
        for (const std::string& style : house_styles) {
            const std::string name = paper.stem().string() + (style == "by-year" ? "" : "-" + style) + ".pdf";
            CAPTURE(name);
            const std::string printed = before_data(text_of_pdf(folder.path / "印刷" / name));
            CHECK(count_of(printed, "\f") == sheet_pages(document_of(paper, style)));
            CHECK(lost(document_of(paper, style), printed) == "");
            if (paper == real_paper)
                CHECK(count_of(printed, "\f") == count_of(text_of_pdf(folder.path / name), "\f"));
        }
    }
}

TEST_SUITE_END();

} // namespace
} // namespace taisho::test
