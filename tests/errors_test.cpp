// The mistakes that a clerk makes: each file of tests/errors beside what the program says about it, in both
// languages.

#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

const std::filesystem::path errors_folder = source_folder / "tests" / "errors";

std::vector<std::filesystem::path> error_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(errors_folder)) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

void check_messages(const std::string& language) {
    const ScratchFolder out;
    for (const std::filesystem::path& file : error_files()) {
        CAPTURE(file);
        const Finished finished = run_taisho({"build", file.filename(), "-o", out.path, "--lang", language},
                                             {.folder = errors_folder});
        CHECK(finished.exit_code == 1);
        CHECK(finished.out == "");
        const std::string expected = file.stem().string() + "." + language + ".txt";
        CHECK(difference_to(errors_folder / expected, finished.err) == "");
        CHECK(std::filesystem::is_empty(out.path));
    }
}

TEST_CASE("誤りの見本は三十を超える") { CHECK(error_files().size() > 30); }

TEST_CASE("誤りは、場所と直し方を日本語で言う") { check_messages("ja"); }

TEST_CASE("誤りは、場所と直し方を英語でも言う") { check_messages("en"); }

} // namespace
} // namespace taisho::test
