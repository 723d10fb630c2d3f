// The documentation is held against the program: what README.md, CONTRIBUTING.md and docs/ tell a reader to
// type is typed here, and what they say is printed is looked for in what is printed.

#include "docs_pages.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

const fs::path program = TAISHO_PROGRAM;

// ---- commands ----

// Lines that are not run here, and why.
const std::map<std::string, std::string> not_run = {
    {"bash .ci/make", "利用者と CI が、これを動かす"},
    {"bash .ci/test", "この検査を動かしているのが、これ"},
    {"bash .ci/test --sanitize", "同上"},
    {"bash bench/run", "数分かかり、組み立ても行う"},
    {"bash docs/pictures/make", "絵を書きかえる"},
    {"cmake --preset release", ".ci/make と .ci/test が行う"},
    {"cmake --build --preset release", "同上"},
    {"cmake --preset dev", "組み立ては検査の外で行う"},
    {"cmake --build --preset dev", "同上"},
    {"ctest --preset release", "この検査を動かしているのが、これ"},
    {"ctest --preset dev", "同上"},
    {"ctest --preset dev -L unit", "同上"},
    {"TAISHO_UPDATE=1 ctest --preset release", "手本を書きかえる"},
    {"cmake --install build/release --prefix DIR", "組み立てのフォルダーに書き込む"},
    {"apt-get install --no-install-recommends libpodofo0.9.8 libxlsxwriter4 libpugixml1v5 libfmt9 libicu72 "
     "libharfbuzz-subset0 libdeflate0 libzip4",
     "計算機に部品を入れる"},
};

// Runs a line as a shell does.
Finished run_line(const std::string& line, const fs::path& folder) {
    return run_command({"sh", "-c", line}, {.folder = folder});
}

// A folder that looks like the project after `bash .ci/make`, as far as the commands see it.
void make_checkout(const fs::path& folder) {
    for (const char* name : {"input", "templates"})
        fs::copy(source_folder / name, folder / name, fs::copy_options::recursive);
    fs::create_directory_symlink(source_folder / "fonts", folder / "fonts");
    fs::create_directories(folder / "build" / "release");
    fs::copy_file(program, folder / "build" / "release" / "taisho");
}

// The plan and the papers of a page are called as its commands call them.
void keep_file(const Fenced& block, const fs::path& folder) {
    if (block.text.starts_with("<plan")) write_bytes(folder / "plan.xml", block.text);
    if (block.text.starts_with("<amendmentPaper")) write_bytes(folder / "shiryo.xml", block.text);
}

// ---- what is printed ----

using Cells = std::vector<std::string>;

std::string as_inspected(std::string text) {
    replace_all(text, "<u>", "_"), replace_all(text, "</u>", "_"), replace_all(text, "<br>", " / ");
    return text;
}

// | R8 | <u>130件</u> | <u>140件</u> | as `taisho inspect document` shows it: R8, _130件_, _140件_. Empty
// cells are left out: where a cell reaches down, a table of the page has one and the document has none.
Cells cells_of_table_line(const std::string& line) {
    Cells cells = cells_of(as_inspected(line));
    std::erase(cells, "");
    return cells;
}

// The rows of all tables of a document as it is inspected.
std::vector<Cells> printed_rows(const std::string& dump) {
    std::vector<Cells> rows;
    for (const std::string& line : lines_of(dump)) {
        if (line == "      row") rows.emplace_back();
        if (rows.empty() || !line.starts_with("        ")) continue;
        std::string cell = line.substr(8);
        cell.erase(0, std::min(cell.find(' '), cell.size()));
        for (const std::string_view span : {" columns ", " rows "}) {
            if (!cell.starts_with(span)) continue;
            cell.erase(0, std::min(cell.find(' ', span.size()), cell.size()));
        }
        rows.back().push_back(trimmed(cell));
    }
    for (Cells& cells : rows) std::erase(cells, "");
    return rows;
}

// The first line of the table that is not printed, in its place; empty when all are.
std::string not_printed(const std::vector<std::string>& table, const std::string& dump) {
    const std::vector<Cells> rows = printed_rows(dump);
    auto from = rows.begin();
    for (const std::string& line : table) {
        if (line.starts_with("|---")) continue;
        const auto found = std::find(from, rows.end(), cells_of_table_line(line));
        if (found == rows.end()) return line;
        from = found + 1;
    }
    return {};
}

// The same for lines outside of tables: > ③～④　（略）
std::string not_printed_outside(const std::vector<std::string>& quoted, const std::string& dump) {
    std::vector<std::string> texts;
    for (const std::string& line : lines_of(dump)) {
        const std::size_t colon = line.find(": ");
        if (line.starts_with("  [") && colon != std::string::npos) texts.push_back(line.substr(colon + 2));
    }
    auto from = texts.begin();
    for (const std::string& line : quoted) {
        const std::string text = line.ends_with("<br>") ? line.substr(0, line.size() - 4) : line;
        const auto found = std::find(from, texts.end(), as_inspected(text));
        if (found == texts.end()) return line;
        from = found + 1;
    }
    return {};
}

// A folder with the plan of the page in it.
void keep_plan(const DocPage& page, const ScratchFolder& folder) {
    write_bytes(folder.path / "plan.xml", plan_of(page));
}

} // namespace

TEST_CASE("文書にある命令は、そのとおりに打てば動く") {
    std::map<std::string, std::string> left = not_run;
    std::string settings; // export …; said in README.md, they are in force on the pages that follow
    for (const DocPage& page : pages()) {
        const ScratchFolder folder;
        make_checkout(folder.path);
        for (const Fenced& block : blocks_of(page)) {
            if (block.language == "xml") keep_file(block, folder.path);
            if (block.language != "sh") continue;
            for (const std::string& line : lines_of(block.text)) {
                left.erase(line);
                if (not_run.contains(line)) continue;
                if (line.starts_with("export ")) settings += line + "\n";
                const Finished finished = run_line(settings + line, folder.path);
                INFO(page.name << ": " << line << "\n" << finished.err);
                CHECK(finished.exit_code == 0);
            }
        }
    }
    std::string unused; // still in the list, but in no page any more
    for (const auto& [line, reason] : left) unused += line + "\n";
    CHECK(unused == "");
}

TEST_CASE("資料の書き方にある例は、どれも誤りも注意もなく資料になる") {
    const DocPage format = page("docs/input-format.md");
    const std::vector<Example> examples = examples_of(format);
    CHECK(examples.size() >= 25);
    const ScratchFolder folder;
    keep_plan(format, folder);
    for (const Example& example : examples) {
        write_bytes(folder.path / "example.xml", example.file);
        const Finished finished =
            run_line("'" + program.string() + "' build example.xml -o out", folder.path);
        INFO(example.heading);
        CHECK(finished.exit_code == 0);
        CHECK(finished.err == "");
    }
}

TEST_CASE("資料の書き方にある「印刷されるもの」は、そのとおりに印刷される") {
    const DocPage format = page("docs/input-format.md");
    const ScratchFolder folder;
    keep_plan(format, folder);
    for (const Example& example : examples_of(format)) {
        write_bytes(folder.path / "example.xml", example.file);
        const Finished finished =
            run_line("'" + program.string() + "' inspect document example.xml", folder.path);
        INFO(example.heading << "\n" << finished.out);
        CHECK(!(example.table.empty() && example.quoted.empty()));
        CHECK(not_printed(example.table, finished.out) == "");
        CHECK(not_printed_outside(example.quoted, finished.out) == "");
    }
}

TEST_CASE("資料の書き方にある修正は、どれも計画に行える") {
    const DocPage format = page("docs/input-format.md");
    const ScratchFolder folder;
    keep_plan(format, folder);
    for (const Example& example : examples_of(format)) {
        write_bytes(folder.path / "example.xml", example.file);
        const std::string taisho = "'" + program.string() + "'";
        const Finished applied = run_line(taisho + " apply example.xml -o after.xml", folder.path);
        INFO(example.heading << "\n" << applied.err);
        CHECK(applied.exit_code == 0);
        CHECK(run_line(taisho + " check after.xml", folder.path).exit_code == 0);
    }
}

TEST_CASE("pin が書くしるしは、資料の書き方に見せたとおりである") {
    const DocPage format = page("docs/input-format.md");
    const ScratchFolder folder;
    keep_plan(format, folder);
    for (const Example& example : examples_of(format)) {
        if (!contains(example.file, "<plan href=\"plan.xml\" version=")) continue;
        write_bytes(folder.path / "example.xml", example.file);
        CHECK(run_line("'" + program.string() + "' pin example.xml", folder.path).exit_code == 0);
        const std::string pinned = read_bytes(folder.path / "example.xml");
        int shown = 0;
        for (const std::string& line : format.lines) {
            if (!line.starts_with("    <digest of=")) continue;
            CHECK(contains(pinned, trimmed(line)));
            ++shown;
        }
        CHECK(shown > 0);
    }
}

TEST_CASE("README の誤りの例は、プログラムが実際に出す文である") {
    std::string shown;
    for (const Fenced& block : blocks_of(page("README.md")))
        if (block.language == "text") shown = block.text;

    std::string paper = read_bytes(source_folder / "input" / "shiryo3.xml");
    replace_all(paper, "<value column=\"R8\">10校区</value>", "<value column=\"R11\">10校区</value>");
    replace_all(paper, "<delete item=\"5-1-1\"/>", "<delete item=\"5-l-1\"/>");
    const ScratchFolder folder;
    write_bytes(folder.path / "shiryo4.xml", paper);
    const Finished finished = run_line("'" + program.string() + "' build shiryo4.xml", folder.path);
    CHECK(finished.exit_code == 1);
    CHECK(finished.err == shown);
}

} // namespace taisho::test
