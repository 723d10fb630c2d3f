// The documentation is held against the program: what README.md, CONTRIBUTING.md and docs/ tell a reader to
// type is typed here, what they say is printed is looked for in what is printed, and what they name must be
// there.

#include "model/paper_shape.h"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path top = TAISHO_SOURCE_DIR;
const fs::path program = TAISHO_PROGRAM;

// ---- files and programs ----

std::string read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fs::path& file, std::string_view text) {
    std::ofstream(file, std::ios::binary).write(text.data(), static_cast<std::streamsize>(text.size()));
}

// A folder that is gone after the test.
struct Folder {
    fs::path path;

    Folder() {
        std::string name = (fs::temp_directory_path() / "taisho-docs-XXXXXX").string();
        if (::mkdtemp(name.data()) != nullptr) path = name;
        REQUIRE(!path.empty());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code error;
        fs::remove_all(path, error);
    }
};

struct Run {
    int code = -1;
    std::string out, err;
};

// Runs a line as a shell does, in `folder`.
Run run(const std::string& line, const fs::path& folder) {
    const fs::path out = folder / ".out", err = folder / ".err";
    const std::string command =
        "cd '" + folder.string() + "' && { " + line + "\n} >'" + out.string() + "' 2>'" + err.string() + "'";
    const int status = std::system(command.c_str());
    const Run finished{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(out), read_file(err)};
    fs::remove(out), fs::remove(err);
    return finished;
}

// ---- the pages ----

struct DocPage {
    std::string name; // README.md, docs/traps.md
    std::vector<std::string> lines;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

DocPage page(const std::string& name) { return {name, lines_of(read_file(top / name))}; }

std::vector<DocPage> pages() {
    std::vector<std::string> names = {"README.md", "CONTRIBUTING.md"};
    for (const auto& entry : fs::directory_iterator(top / "docs")) {
        if (entry.path().extension() == ".md") names.push_back("docs/" + entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    std::vector<DocPage> result;
    for (const std::string& name : names) result.push_back(page(name));
    return result;
}

// A fenced block: ```sh, ```xml, ```text; the heading above it; and the table below it, if one follows before
// the next block or heading.
struct Fenced {
    std::string language, heading, text;
    std::vector<std::string> table;
};

std::vector<Fenced> blocks_of(const DocPage& page) {
    std::vector<Fenced> blocks;
    std::string heading;
    bool inside = false, table_is_ours = false;
    for (const std::string& line : page.lines) {
        if (line.starts_with("```")) {
            inside = !inside, table_is_ours = true;
            if (inside) blocks.push_back({line.substr(3), heading, {}, {}});
        } else if (inside) {
            blocks.back().text += line + "\n";
        } else if (line.starts_with("#")) {
            heading = line, table_is_ours = false;
        } else if (line.starts_with("|") && table_is_ours) {
            blocks.back().table.push_back(line);
        }
    }
    return blocks;
}

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
     "libharfbuzz-subset0 libdeflate0",
     "計算機に部品を入れる"},
};

// A folder that looks like the project after `bash .ci/make`, as far as the commands see it.
void make_checkout(const fs::path& folder) {
    for (const char* name : {"input", "templates"})
        fs::copy(top / name, folder / name, fs::copy_options::recursive);
    fs::create_directory_symlink(top / "fonts", folder / "fonts");
    fs::create_directories(folder / "build" / "release");
    fs::copy_file(program, folder / "build" / "release" / "taisho");
}

// ---- what is printed ----

using Cells = std::vector<std::string>;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// | R8 | <u>130件</u> | <u>140件</u> | as `taisho inspect document` shows it: R8, _130件_, _140件_.
Cells cells_of_table_line(std::string line) {
    replace_all(line, "<u>", "_"), replace_all(line, "</u>", "_"), replace_all(line, "<br>", " / ");
    Cells cells;
    for (std::size_t at = 1; at < line.size();) {
        const std::size_t end = std::min(line.find('|', at), line.size());
        cells.push_back(trimmed(line.substr(at, end - at)));
        at = end + 1;
    }
    while (cells.size() > 1 && cells.back().empty()) cells.pop_back();
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
    for (Cells& cells : rows) {
        while (cells.size() > 1 && cells.back().empty()) cells.pop_back();
    }
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

struct Example {
    std::string heading, file;
    std::vector<std::string> table;
};

// The complete papers of a page, and those that come of a <section> put into the example of chapter 3, which
// is the one before the first <section>.
std::vector<Example> examples_of(const DocPage& page) {
    std::vector<Example> examples;
    std::string whole, chapter;
    for (const Fenced& block : blocks_of(page)) {
        if (block.language != "xml") continue;
        if (block.text.starts_with("<amendmentPaper")) {
            whole = block.text;
            examples.push_back({block.heading, whole, block.table});
        } else if (block.text.starts_with("<section>")) {
            if (chapter.empty()) chapter = whole;
            const std::size_t begin = chapter.find("<section>"), end = chapter.rfind("</section>") + 10;
            REQUIRE(begin != std::string::npos);
            examples.push_back(
                {block.heading, chapter.substr(0, begin) + block.text + chapter.substr(end), block.table});
        }
    }
    return examples;
}

// ---- names ----

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::set<std::string> element_names() {
    std::set<std::string> names = {"amendmentPaper"};
    for (const taisho::Shape& shape : taisho::paper_shapes())
        for (const taisho::ChildShape& child : shape.children) names.emplace(child.name);
    return names;
}

std::set<std::string> attribute_names() {
    std::set<std::string> names;
    for (const taisho::Shape& shape : taisho::paper_shapes())
        for (const taisho::AttributeShape& attribute : shape.attributes) names.emplace(attribute.name);
    return names;
}

bool is_name_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

// Whether `word` stands in the text by itself.
bool has_word(const std::string& text, const std::string& word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !is_name_character(text[at - 1]);
        const std::size_t end = at + word.size();
        if (begins && (end == text.size() || !is_name_character(text[end]))) return true;
    }
    return false;
}

// What stands between `begin` and `end` on a line, each time.
std::vector<std::string> all_between(const std::string& line, std::string_view begin, std::string_view end) {
    std::vector<std::string> found;
    for (std::size_t at = line.find(begin); at != std::string::npos; at = line.find(begin, at)) {
        at += begin.size();
        const std::size_t close = line.find(end, at);
        if (close == std::string::npos) break;
        found.push_back(line.substr(at, close - at));
        at = close + end.size();
    }
    return found;
}

// ---- numbers of messages ----

std::set<int> known_numbers() {
    std::set<int> numbers;
    const std::vector<std::string> lines = lines_of(read_file(top / "src" / "base" / "diagnostics.h"));
    const auto begin = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
        return line.starts_with("enum class Code");
    });
    for (auto line = begin; line != lines.end() && *line != "};"; ++line) {
        const std::size_t sign = line->find(" = ");
        if (sign != std::string::npos && line->ends_with(","))
            numbers.insert(std::atoi(line->c_str() + sign + 3));
    }
    return numbers;
}

// T and three digits.
std::set<int> numbers_in(const std::string& text) {
    std::set<int> numbers;
    const auto is_digit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    for (std::size_t at = text.find('T'); at != std::string::npos; at = text.find('T', at + 1)) {
        const bool alone = at == 0 || !is_name_character(text[at - 1]);
        if (alone && is_digit(at + 1) && is_digit(at + 2) && is_digit(at + 3) && !is_digit(at + 4))
            numbers.insert(std::atoi(text.substr(at + 1, 3).c_str()));
    }
    return numbers;
}

std::string text_of(const DocPage& page) {
    std::string text;
    for (const std::string& line : page.lines) text += line + "\n";
    return text;
}

// ---- links ----

struct Link {
    std::string target, fragment;
    bool picture = false;
};

std::vector<Link> links_of(const DocPage& page) {
    std::vector<Link> links;
    for (const std::string& line : page.lines) {
        for (std::size_t at = line.find("]("); at != std::string::npos; at = line.find("](", at + 1)) {
            const std::size_t close = line.find(')', at);
            std::string target = line.substr(at + 2, close - at - 2);
            const std::size_t hash = std::min(target.find('#'), target.size());
            const std::size_t open = line.rfind('[', at);
            const bool picture = open != std::string::npos && open > 0 && line[open - 1] == '!';
            links.push_back({target.substr(0, hash), target.substr(hash), picture});
        }
    }
    return links;
}

// The names by which headings can be linked to, as GitHub makes them.
std::set<std::string> fragments_of(const DocPage& page) {
    std::set<std::string> fragments;
    for (const std::string& line : page.lines) {
        if (!line.starts_with("#")) continue;
        std::string fragment = "#";
        for (const char c : line.substr(line.find_first_not_of("# "))) {
            const bool other = static_cast<unsigned char>(c) >= 0x80;
            if (c == ' ') fragment += '-';
            if (c >= 'A' && c <= 'Z') fragment += static_cast<char>(c - 'A' + 'a');
            if (other || c == '-' || (is_name_character(c) && !(c >= 'A' && c <= 'Z'))) fragment += c;
        }
        fragments.insert(fragment);
    }
    return fragments;
}

} // namespace

TEST_CASE("文書にある命令は、そのとおりに打てば動く") {
    std::map<std::string, std::string> left = not_run;
    for (const DocPage& page : pages()) {
        const Folder folder;
        make_checkout(folder.path);
        for (const Fenced& block : blocks_of(page)) {
            if (block.language != "sh") continue;
            for (const std::string& line : lines_of(block.text)) {
                left.erase(line);
                if (not_run.contains(line)) continue;
                const Run finished = run(line, folder.path);
                INFO(page.name << ": " << line << "\n" << finished.err);
                CHECK(finished.code == 0);
            }
        }
    }
    std::string unused; // still in the list, but in no page any more
    for (const auto& [line, reason] : left) unused += line + "\n";
    CHECK(unused == "");
}

TEST_CASE("資料の書き方にある例は、どれも誤りなく資料になる") {
    const std::vector<Example> examples = examples_of(page("docs/input-format.md"));
    CHECK(examples.size() >= 10);
    const Folder folder;
    for (const Example& example : examples) {
        write_file(folder.path / "example.xml", example.file);
        const Run finished = run("'" + program.string() + "' build example.xml -o out", folder.path);
        INFO(example.heading);
        CHECK(finished.code == 0);
        CHECK(finished.err == "");
    }
}

TEST_CASE("資料の書き方にある「印刷されるもの」は、そのとおりに印刷される") {
    const Folder folder;
    for (const Example& example : examples_of(page("docs/input-format.md"))) {
        write_file(folder.path / "example.xml", example.file);
        const Run finished = run("'" + program.string() + "' inspect document example.xml", folder.path);
        INFO(example.heading << "\n" << finished.out);
        CHECK(!example.table.empty());
        CHECK(not_printed(example.table, finished.out) == "");
    }
}

TEST_CASE("README の誤りの例は、プログラムが実際に出す文である") {
    std::string shown;
    for (const Fenced& block : blocks_of(page("README.md")))
        if (block.language == "text") shown = block.text;

    std::string paper = read_file(top / "input" / "shiryo3.xml");
    replace_all(paper, "<value column=\"R7\">6校区</value>", "<vaule column=\"R7\">6校区</vaule>");
    replace_all(paper, "<value column=\"R8\">10校区</value>", "<value column=\"R11\">10校区</value>");
    const Folder folder;
    write_file(folder.path / "shiryo4.xml", paper);
    const Run finished = run("'" + program.string() + "' build shiryo4.xml", folder.path);
    CHECK(finished.code == 1);
    CHECK(finished.err == shown);
}

TEST_CASE("資料に書けるものは、どれも資料の書き方に出てくる") {
    const std::string format = text_of(page("docs/input-format.md"));
    std::string missing;
    for (const std::string& name : element_names()) {
        const bool named = contains(format, "<" + name + ">") || contains(format, "<" + name + " ") ||
                           contains(format, "<" + name + "/>");
        if (!named) missing += "<" + name + ">\n";
    }
    for (const std::string& name : attribute_names()) {
        if (!contains(format, " " + name + "=\"") && !contains(format, "`" + name + "`"))
            missing += name + "\n";
    }
    CHECK(missing == "");
}

TEST_CASE("資料に書けるものは、どれも schema に出てくる") {
    const std::string schema = read_file(top / "schema" / "taisho-paper.rnc");
    std::string missing;
    for (const std::string& name : element_names())
        if (!has_word(schema, name)) missing += "<" + name + ">\n";
    for (const std::string& name : attribute_names())
        if (!contains(schema, "attribute " + name + " {")) missing += name + "\n";
    CHECK(missing == "");
}

TEST_CASE("文書にあるメッセージの番号は、どれも実際にある") {
    const std::set<int> known = known_numbers();
    CHECK(known.size() > 30);
    std::string strangers;
    for (const DocPage& page : pages()) {
        for (const int number : numbers_in(text_of(page)))
            if (!known.contains(number)) strangers += page.name + ": T" + std::to_string(number) + "\n";
    }
    CHECK(strangers == "");
}

TEST_CASE("資料の誤りの番号は、どれも資料の書き方の一覧にある") {
    const std::set<int> listed = numbers_in(text_of(page("docs/input-format.md")));
    std::string missing;
    for (const int number : known_numbers()) {
        const bool of_the_paper = number >= 100 && (number < 300 || number >= 400);
        if (of_the_paper && !listed.contains(number)) missing += "T" + std::to_string(number) + "\n";
    }
    CHECK(missing == "");
}

TEST_CASE("文書にあるつながりの先は、どれもある") {
    std::string broken;
    for (const DocPage& from : pages()) {
        for (const Link& link : links_of(from)) {
            if (contains(link.target, "://")) continue;
            const fs::path file =
                link.target.empty() ? top / from.name : (top / from.name).parent_path() / link.target;
            const std::string name = file.lexically_normal().lexically_relative(top).generic_string();
            const bool found = fs::exists(file) &&
                               (link.fragment.empty() || fragments_of(page(name)).contains(link.fragment));
            if (!found) broken += from.name + ": " + link.target + link.fragment + "\n";
        }
    }
    CHECK(broken == "");
}

TEST_CASE("文書の絵は、PNG で 80 KB に満たない") {
    int pictures = 0;
    for (const DocPage& from : pages()) {
        for (const Link& link : links_of(from)) {
            if (!link.picture) continue;
            const fs::path file = (top / from.name).parent_path() / link.target;
            INFO(from.name << ": " << link.target);
            CHECK(read_file(file).starts_with("\x89PNG"));
            CHECK(fs::file_size(file) < 80 * 1000);
            ++pictures;
        }
    }
    CHECK(pictures > 0);
}

TEST_CASE("技術者のための文書にあるファイルは、どれもある") {
    std::string missing;
    for (const char* name : {"CONTRIBUTING.md", "docs/architecture.md", "docs/traps.md"}) {
        for (const std::string& line : page(name).lines) {
            for (const std::string& word : all_between(line, "`", "`")) {
                const bool is_path = contains(word, "/") && contains(word, ".") && !contains(word, "NAME") &&
                                     !contains(word, " ") && !contains(word, "*");
                if (is_path && !fs::exists(top / word) && !fs::exists(top / "src" / word))
                    missing += std::string(name) + ": " + word + "\n";
            }
        }
    }
    CHECK(missing == "");
}

TEST_CASE("構成の文書にある名前は、どれもプログラムにある") {
    std::string sources;
    for (const auto& entry : fs::recursive_directory_iterator(top / "src"))
        if (entry.is_regular_file()) sources += read_file(entry.path());

    std::string missing;
    for (const std::string& line : page("docs/architecture.md").lines) {
        for (std::string word : all_between(line, "`", "`")) {
            if (word.ends_with("()")) word.resize(word.size() - 2);
            replace_all(word, "::", " ");
            const bool is_name = std::all_of(word.begin(), word.end(),
                                             [](char c) { return is_name_character(c) || c == ' '; });
            const bool is_ours = contains(word, "_") || contains(word, " ") ||
                                 (!word.empty() && word.front() >= 'A' && word.front() <= 'Z');
            if (!is_name || !is_ours) continue;
            replace_all(word, " ", "\n");
            for (const std::string& part : lines_of(word))
                if (!has_word(sources, part)) missing += part + "\n";
        }
    }
    CHECK(missing == "");
}
