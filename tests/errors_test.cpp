// The mistakes that a clerk makes: each file of tests/errors beside what the program says about it, in both
// languages. A file named warning-*.xml holds what is only told; it is run with `check`.

#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

const std::filesystem::path errors_folder = source_folder / "tests" / "errors";

bool is_warning(const std::filesystem::path& file) {
    return file.filename().string().starts_with("warning-");
}

std::vector<std::filesystem::path> error_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(errors_folder)) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

std::filesystem::path told_about(const std::filesystem::path& file, const std::string& language) {
    return errors_folder / (file.stem().string() + "." + language + ".txt");
}

Finished refuse(const std::filesystem::path& file, const std::string& language) {
    const ScratchFolder out;
    const Finished finished =
        run_taisho({"build", file.filename(), "-o", out.path, "--lang", language}, {.folder = errors_folder});
    CHECK(std::filesystem::is_empty(out.path));
    return finished;
}

Finished warn(const std::filesystem::path& file, const std::string& language) {
    return run_taisho({"check", file.filename(), "--lang", language}, {.folder = errors_folder});
}

void check_messages(const std::string& language) {
    for (const std::filesystem::path& file : error_files()) {
        CAPTURE(file);
        const Finished finished = is_warning(file) ? warn(file, language) : refuse(file, language);
        CHECK(finished.exit_code == (is_warning(file) ? 0 : 1));
        CHECK(finished.out == "");
        CHECK(difference_to(told_about(file, language), finished.err) == "");
    }
}

TEST_CASE("誤りは、場所と直し方を日本語で言う") { check_messages("ja"); }

TEST_CASE("誤りは、場所と直し方を英語でも言う") { check_messages("en"); }

// ---- every number has a sample ----

// T201 and so on, in a text.
std::set<std::string> numbers_in(const std::string& text) {
    static const std::regex number("T[0-9]{3}");
    std::set<std::string> numbers;
    for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at)
        numbers.insert(at->str());
    return numbers;
}

// All numbers there are, as the enumeration lists them.
std::set<std::string> numbers_of_codes() {
    const std::string header = read_bytes(source_folder / "src" / "base" / "diagnostics.h");
    const std::size_t begin = header.find("enum class Code"), end = header.find("};", begin);
    const std::string list = header.substr(begin, end - begin);
    static const std::regex value("= ([0-9]+),");
    std::set<std::string> numbers;
    for (std::sregex_iterator at(list.begin(), list.end(), value), last; at != last; ++at) {
        const std::string digits = (*at)[1].str();
        numbers.insert("T" + std::string(3 - digits.size(), '0') + digits);
    }
    return numbers;
}

const std::string no_paper = "資料ではなく、使い方や置き場所の誤り（program_test、commands_test）";
const std::string of_a_style = "様式の誤り（style_test、switches_test）";
const std::string of_two_plans = "二つの計画を比べるときの誤り（commands_test）";
const std::string of_a_workbook = "直したブックを読むときの誤り（read_workbook_test）";
const std::string of_edits = "ブックの直しを取り込むときの誤り（merge_test、import_test）";
const std::string too_long = "見本が長くなりすぎる（hostile_test）";

const std::map<std::string, std::string> without_sample = {
    {"T002", no_paper},
    {"T003", too_long},
    {"T004", no_paper},
    {"T006", no_paper},
    {"T007", no_paper},
    {"T008", "書体の誤り（fonts_test）"},
    {"T009", no_paper},
    {"T010", no_paper},
    {"T011", no_paper},
    {"T012", no_paper},
    {"T119", too_long},
    {"T244", "反映するときの注意（commands_test）"},
    {"T246", of_two_plans},
    {"T249", of_two_plans},
    {"T256", too_long},
    {"T258", no_paper},
    {"T301", of_a_style},
    {"T302", of_a_style},
    {"T303", of_a_style},
    {"T304", of_a_style},
    {"T305", of_a_style},
    {"T306", of_a_style},
    {"T307", of_a_style},
    {"T308", of_a_style},
    {"T309", of_a_style},
    {"T311", of_a_style},
    {"T312", of_a_style},
    {"T313", of_a_style},
    {"T314", of_a_style},
    {"T315", of_a_style},
    {"T601", of_a_workbook},
    {"T602", of_a_workbook},
    {"T603", of_a_workbook},
    {"T604", of_a_workbook},
    {"T605", of_a_workbook},
    {"T606", of_a_workbook},
    {"T620", of_edits},
    {"T621", of_edits},
    {"T622", of_edits},
    {"T623", of_edits},
    {"T624", of_edits},
    {"T625", of_edits},
    {"T626", of_edits},
    {"T627", of_edits},
    {"T628", of_edits},
    {"T629", of_edits},
    {"T631", of_edits},
    {"T632", of_edits},
    {"T633", of_edits},
    {"T634", of_edits},
    {"T635", of_edits},
    {"T636", of_edits},
    {"T637", of_edits},
    {"T638", of_edits},
    {"T639", of_edits},
    {"T641", of_edits},
    {"T642", of_edits},
    {"T643", of_edits},
    {"T644", of_edits},
    {"T645", of_edits},
    {"T646", of_edits},
    {"T647", of_edits},
    {"T650", too_long},
    {"T651", "とても長い資料（xlsx_safety_test）"},
};

TEST_CASE("どの番号にも、それを言う見本がある") {
    std::set<std::string> told;
    for (const std::filesystem::path& file : error_files())
        told.merge(numbers_in(read_bytes(told_about(file, "ja"))));
    for (const std::string& number : numbers_of_codes()) {
        CAPTURE(number);
        CHECK(told.contains(number) != without_sample.contains(number));
    }
}

TEST_CASE("どの番号も、日本語と英語で同じ見本にある") {
    for (const std::filesystem::path& file : error_files()) {
        CAPTURE(file);
        CHECK((numbers_in(read_bytes(told_about(file, "ja"))) ==
               numbers_in(read_bytes(told_about(file, "en")))));
    }
}

} // namespace
} // namespace taisho::test
