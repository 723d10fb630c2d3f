// The schema for editors, held against the reader: both accept and refuse the same files. What a file means
// (ids, counts, years) is beyond any schema, and so is what no schema can say of form: a DOCTYPE, another
// encoding, and text elements with <br/> that are empty.

#include "model/paper_shape.h"
#include "model/read_paper.h"
#include "model/write_paper.h"
#include "random_plan.h"
#include "revise/derive.h"
#include "support.h"
#include "xml/read.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

const fs::path schema_file = source_folder / "schema" / "taisho-paper.xsd";

std::vector<fs::path> xml_files(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(source_folder / folder)) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

bool is_of_form(Code code) {
    static const std::set<Code> form = {
        Code::unknown_element,  Code::unknown_attribute, Code::missing_element, Code::missing_attribute,
        Code::repeated_element, Code::unexpected_text,   Code::wrong_root,      Code::empty_element,
        Code::element_order,    Code::attribute_choice,  Code::two_positions,   Code::element_choice,
        Code::bad_keyword};
    return form.contains(code);
}

// Whether the reader finds the form good; nothing when the file is not even XML, or has no other slip than
// an empty element, which a schema sees in some elements only.
std::optional<bool> reader_accepts(const std::string& bytes) {
    const Sources sources = {{"paper.xml", bytes}};
    Diagnostics diagnostics;
    const std::optional<Element> root = read_xml(sources, 0, diagnostics);
    if (!root) return std::nullopt;
    check_shape(*root, root->name == "plan" ? "plan" : "amendmentPaper", paper_shapes(), diagnostics);
    std::erase_if(diagnostics, [](const Diagnostic& d) { return !is_of_form(d.code); });
    const bool only_empty =
        std::ranges::all_of(diagnostics, [](const Diagnostic& d) { return d.code == Code::empty_element; });
    if (!diagnostics.empty() && only_empty) return std::nullopt;
    return diagnostics.empty();
}

// The files that xmllint refuses, of all that are given in one run.
std::set<std::string> refused_by_schema(const std::vector<fs::path>& files) {
    std::vector<std::string> words = {"xmllint", "--noout", "--nonet", "--schema", schema_file.string()};
    for (const fs::path& file : files) words.push_back(file.string());
    const Finished finished = run_command(words, {});
    std::set<std::string> refused;
    for (const fs::path& file : files) {
        if (finished.err.find(file.string() + " validates") == std::string::npos)
            refused.insert(file.string());
    }
    return refused;
}

bool has_xmllint() {
    const bool installed = is_installed("xmllint");
    if (!installed) MESSAGE("xmllint がないので、schema との比べは省きます。");
    return installed;
}

TEST_CASE("配っている schema は、プログラムが書くものと同じ") {
    CHECK(difference_to(schema_file, run_taisho({"schema"}).out) == "");
}

TEST_CASE("要素と属性には、どれも日本語の説明がある") {
    std::string missing;
    for (const Shape& shape : paper_shapes()) {
        if (shape.meaning.empty()) missing += std::string(shape.key) + "\n";
        for (const AttributeShape& attribute : shape.attributes) {
            if (attribute.meaning.empty())
                missing += std::string(shape.key) + " " + std::string(attribute.name) + "\n";
        }
    }
    CHECK(missing == "");
}

TEST_CASE("schema とプログラムは、同じ資料を受け付け、同じ資料を断る") {
    if (!has_xmllint()) return;
    std::vector<fs::path> files;
    for (const char* folder : {"tests/errors", "tests/papers", "input"}) {
        for (const fs::path& file : xml_files(folder)) {
            if (reader_accepts(read_bytes(file))) files.push_back(file);
        }
    }
    const std::set<std::string> refused = refused_by_schema(files);
    for (const fs::path& file : files) {
        CAPTURE(file);
        CHECK(!refused.contains(file.string()) == *reader_accepts(read_bytes(file)));
    }
}

// Swaps, drops or doubles a line of the file, which mostly makes it another element's place.
std::string spoilt(const std::string& bytes, Dice& dice) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
        lines.push_back(bytes.substr(at, end - at));
        at = end;
    }
    const std::size_t line = dice.below(lines.size());
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(line);
    switch (dice.below(3)) {
    case 0: std::swap(lines[line], lines[dice.below(lines.size())]); break;
    case 1: lines.erase(place); break;
    default: lines.insert(place, lines[dice.below(lines.size())]);
    }
    std::string result;
    for (const std::string& one : lines) result += one;
    return result;
}

TEST_CASE("作った資料は schema に合い、崩した資料は両方が断る") {
    if (!has_xmllint()) return;
    const ScratchFolder scratch;
    std::vector<fs::path> files;
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        Dice dice(seed);
        Paper paper;
        paper.title = text("題名");
        paper.plan = random_plan(dice);
        Diagnostics diagnostics;
        paper.sections = derive(paper.plan, edited(paper.plan, dice), diagnostics);
        if (paper.sections.empty()) continue;
        const std::string good = dump(paper), bad = spoilt(good, dice);
        CHECK(reader_accepts(good) == true);
        for (const auto& [name, bytes] : {std::pair("good", good), std::pair("bad", bad)}) {
            if (!reader_accepts(bytes)) continue; // not even XML
            files.push_back(scratch.path / (std::to_string(seed) + name + ".xml"));
            write_bytes(files.back(), bytes);
        }
    }
    const std::set<std::string> refused = refused_by_schema(files);
    for (const fs::path& file : files) {
        CAPTURE(file);
        CAPTURE(read_bytes(file));
        CHECK(!refused.contains(file.string()) == *reader_accepts(read_bytes(file)));
    }
}

} // namespace
} // namespace taisho::test
