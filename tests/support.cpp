#include "support.h"

#include "app/resources.h"
#include "base/files.h"
#include "document/compose.h"
#include "model/read_paper.h"
#include "revise/revisions.h"
#include "xml/read.h"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <optional>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <variant>

namespace taisho::test {

namespace fs = std::filesystem;

// ---- files ----

std::string read_bytes(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_bytes(const fs::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

ScratchFolder::ScratchFolder() {
    static int count = 0;
    const std::string name = "scratch-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
    path = fs::current_path() / name;
    fs::create_directories(path);
}

ScratchFolder::~ScratchFolder() {
    std::error_code error;
    fs::remove_all(path, error);
}

// ---- programs ----

namespace {

extern "C" char** environ; // NOLINT: POSIX names it so

std::vector<std::string> environment_with(const RunOptions& options) {
    std::vector<std::string> all;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string line = *entry;
        const auto is_replaced = [&](const auto& given) { return line.starts_with(given.first + "="); };
        if (std::ranges::none_of(options.environment, is_replaced)) all.push_back(line);
    }
    for (const auto& [name, value] : options.environment) all.push_back(name + "=" + value);
    return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

int exit_code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

} // namespace

Finished run_command(const std::vector<std::string>& words, const RunOptions& options) {
    const ScratchFolder scratch;
    const std::string in = scratch.path / "in", out = scratch.path / "out", err = scratch.path / "err";
    write_bytes(in, options.input);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);
    if (!options.folder.empty()) posix_spawn_file_actions_addchdir_np(&actions, options.folder.c_str());

    std::vector<std::string> arguments = words, environment = environment_with(options);
    const std::vector<char*> argv = pointers_to(arguments), envp = pointers_to(environment);
    pid_t process = 0;
    const int failed = ::posix_spawnp(&process, argv[0], &actions, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return {127, "", "cannot run " + words.front()};
    int status = 0;
    ::waitpid(process, &status, 0);
    return {exit_code_of(status), read_bytes(out), read_bytes(err)};
}

Finished run_taisho(const std::vector<std::string>& arguments, const RunOptions& options) {
    std::vector<std::string> words{TAISHO_PROGRAM, "--resources", source_folder.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run_command(words, options);
}

Finished run_taisho(const std::vector<std::string>& arguments) { return run_taisho(arguments, {}); }

std::ostream& operator<<(std::ostream& stream, const Finished& finished) {
    return stream << "exit " << finished.exit_code << "\nout: " << finished.out << "\nerr: " << finished.err;
}

bool is_installed(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::string_view rest = path != nullptr ? path : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        if (::access((fs::path(rest.substr(0, end)) / program).c_str(), X_OK) == 0) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

// ---- golden files ----

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::string line_or_end(const std::vector<std::string>& lines, std::size_t index) {
    return index < lines.size() ? lines[index] : "（ここで終わり）";
}

} // namespace

bool is_update() { return std::getenv("TAISHO_UPDATE") != nullptr; }

std::string difference_to(const fs::path& file, const std::string& got) {
    if (is_update()) {
        fs::create_directories(file.parent_path());
        write_bytes(file, got);
        return {};
    }
    const std::string want = read_bytes(file);
    if (want == got) return {};
    const std::vector<std::string> want_lines = lines_of(want), got_lines = lines_of(got);
    const auto first = std::ranges::mismatch(want_lines, got_lines).in1 - want_lines.begin();
    const auto index = static_cast<std::size_t>(first);
    return file.filename().string() + " の " + std::to_string(index + 1) + " 行目が違います。\n  あるはず：" +
           line_or_end(want_lines, index) + "\n  できた　：" + line_or_end(got_lines, index) +
           "\n（正しければ TAISHO_UPDATE=1 で書き直せます。）";
}

std::string golden_difference(const std::string& name, const std::string& got) {
    return difference_to(source_folder / "tests" / "golden" / name, got);
}

// ---- values ----

std::size_t Dice::below(std::size_t bound) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17; // xorshift64
    return static_cast<std::size_t>((state >> 11) % bound);
}

Text text(std::string_view utf8) { return {std::string(utf8), {}}; }

std::string shown(const Marked& side) {
    std::string result;
    std::uint32_t at = 0;
    for (const Range& range : side.changed) {
        result += side.text.utf8.substr(at, range.begin - at) + "[" +
                  side.text.utf8.substr(range.begin, range.end - range.begin) + "]";
        at = range.end;
    }
    return result + side.text.utf8.substr(at);
}

Element parse(const std::string& file) {
    Diagnostics diagnostics;
    const std::optional<Element> root = read_xml({{"a.xml", file}}, 0, diagnostics);
    INFO(file);
    REQUIRE(root);
    return *root;
}

const FontBook& fonts() {
    static const FontBook book = [] {
        Sources sources;
        Diagnostics diagnostics;
        return FontBook::open(source_folder / "fonts", sources, diagnostics);
    }();
    return book;
}

HouseStyle style_named(std::string_view name) {
    Sources sources;
    Diagnostics diagnostics;
    const std::optional<NamedStyle> style =
        load_style(source_folder, {std::string(name), {}}, sources, diagnostics);
    REQUIRE(style);
    return style->style;
}

std::string paper_file(std::string_view plan, std::string_view amendments) {
    std::string file =
        "<amendmentPaper><meta><paperNumber>資料１</paperNumber><title>計画の修正</title></meta><plan>";
    file.append(plan).append("</plan><amendments><section><number>１．</number><title>修正</title>");
    return file.append(amendments).append("</section></amendments></amendmentPaper>");
}

std::string goal(std::string_view kind, std::string_view statement,
                 std::initializer_list<std::string_view> values) {
    std::string xml =
        "<goal kind=\"" + std::string(kind) + "\" label=\"●目標\"><statement>" + std::string(statement);
    xml += "</statement><columns><column>R6</column><column>R7</column><column>R8</column></columns><row>";
    for (const std::string_view value : values) xml.append("<value>").append(value).append("</value>");
    return xml + "</row></goal>";
}

namespace {

std::optional<Paper> read_reporting(const std::string& file, Diagnostics& diagnostics) {
    const Sources sources{{"paper.xml", file}};
    const std::optional<Element> root = read_xml(sources, 0, diagnostics);
    return root ? read_paper(*root, diagnostics) : std::nullopt;
}

} // namespace

Paper read(const std::string& file) {
    Diagnostics diagnostics;
    std::optional<Paper> paper = read_reporting(file, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) MESSAGE(sentence(diagnostic, Language::japanese));
    REQUIRE(diagnostics.empty());
    REQUIRE(paper);
    return *paper;
}

Document document_of(const fs::path& file, std::string_view style) {
    Diagnostics diagnostics;
    const Document document = compose(revise(read(read_bytes(file)), diagnostics), style_named(style));
    REQUIRE(diagnostics.empty());
    return document;
}

namespace {

std::string text_of(const Cell& cell) {
    std::string text;
    for (const Paragraph& paragraph : cell.paragraphs) {
        text.append(&paragraph == &cell.paragraphs.front() ? "" : "\n").append(paragraph.text);
    }
    return text;
}

} // namespace

std::vector<std::string> texts_of(const Document& document) {
    std::vector<std::string> texts;
    for (const Block& block : document.body) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            texts.push_back(paragraph->text);
            continue;
        }
        for (const Row& row : std::get<Table>(block.content).rows) {
            for (const Cell& cell : row.cells) {
                if (!cell.paragraphs.empty()) texts.push_back(text_of(cell));
            }
        }
    }
    return texts;
}

std::string slips(const std::string& file) {
    Diagnostics diagnostics;
    const std::optional<Paper> paper = read_reporting(file, diagnostics);
    if (paper) revise(*paper, diagnostics);
    std::string lines;
    for (const Diagnostic& diagnostic : diagnostics) {
        const std::string number = std::to_string(static_cast<int>(diagnostic.code));
        lines += "T" + number + " " + sentence(diagnostic, Language::japanese) + "\n";
    }
    return lines;
}

} // namespace taisho::test
