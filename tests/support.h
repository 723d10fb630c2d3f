#pragma once
// What many tests need: running the program, folders that vanish, golden files, and small papers as text.

#include "base/diagnostics.h"
#include "compare/pairs.h"
#include "document/document.h"
#include "fonts/font_book.h"
#include "model/paper.h"
#include "style/house_style.h"
#include "xml/element.h"

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace taisho::test {

const std::filesystem::path source_folder = TAISHO_SOURCE_DIR;
const std::filesystem::path real_paper = source_folder / "input" / "shiryo3.xml";
const std::filesystem::path other_paper = source_folder / "tests" / "papers" / "other-plan.xml";

// ---- files ----

std::string read_bytes(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, std::string_view bytes);

// An empty folder below the current one, gone at the end of the test.
struct ScratchFolder {
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();

    std::filesystem::path path;
};

// ---- programs ----

struct RunOptions {
    std::filesystem::path folder = {};                                 // where it runs; empty: here
    std::vector<std::pair<std::string, std::string>> environment = {}; // on top of ours
    std::string input = {};                                            // on its standard input
};

struct Finished {
    int exit_code = -1; // 128 and more: ended by a signal
    std::string out, err;

    bool operator==(const Finished&) const = default;
};
std::ostream& operator<<(std::ostream& stream, const Finished& finished);

// Runs a program with its arguments, not through a shell, and waits for it.
Finished run_command(const std::vector<std::string>& words, const RunOptions& options);

// Runs taisho.
Finished run_taisho(const std::vector<std::string>& arguments, const RunOptions& options);
Finished run_taisho(const std::vector<std::string>& arguments);

bool is_installed(const std::string& program);

// ---- golden files ----

// Empty when the text is that of tests/golden/NAME; else the first line that differs, from both. With
// TAISHO_UPDATE=1 in the environment the file is rewritten instead.
std::string golden_difference(const std::string& name, const std::string& got);
std::string difference_to(const std::filesystem::path& file, const std::string& got);
bool is_update();

// ---- values ----

// A number sequence that is the same everywhere, unlike those of the library's distributions.
struct Dice {
    std::uint64_t state;

    explicit Dice(std::uint64_t seed) : state(seed * 0x9e3779b97f4a7c15U + 1) {}
    std::size_t below(std::size_t bound);
    template <class Values>
    const auto& pick(const Values& values) {
        return *(std::begin(values) + static_cast<std::ptrdiff_t>(below(std::size(values))));
    }
};

Text text(std::string_view utf8);

// The text with its changed words in brackets.
std::string shown(const Marked& side);

// The root of a file that is good XML, which is its only source.
Element parse(const std::string& file);

const FontBook& fonts();

// The house style templates/NAME.xml.
HouseStyle style_named(std::string_view name);

// A plan with the given levels and items and a section 「１．修正」 with the given amendments, as a file.
std::string paper_file(std::string_view plan, std::string_view amendments);

// A goal with the columns R6, R7 and R8 in XML.
std::string goal(std::string_view kind, std::string_view statement,
                 std::initializer_list<std::string_view> values);

// What the file says; the test fails when there is any slip in it.
Paper read(const std::string& file);

// The document that a good file gives in a house style.
Document document_of(const std::filesystem::path& file, std::string_view style);

// Every text of the document that is a paragraph by itself or a cell: paragraphs of a cell are joined by line
// breaks.
std::vector<std::string> texts_of(const Document& document);

// What reading and revising the file reports: "T201 sentence", a line each.
std::string slips(const std::string& file);

} // namespace taisho::test
