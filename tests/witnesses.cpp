#include "witnesses.h"

#include <doctest/doctest.h>

namespace taisho::test {

std::string python_with_openpyxl() {
    for (const std::string python : {"python3", "/usr/bin/python3"}) {
        if (run_command({python, "-c", "import openpyxl"}, {}).exit_code == 0) return python;
    }
    MESSAGE("Python の openpyxl がないので、この試験は省きます。");
    return {};
}

bool can_convert() {
    if (is_installed("soffice")) return true;
    MESSAGE("soffice（LibreOffice）がないので、この試験は省きます。");
    return false;
}

void convert(const std::vector<std::filesystem::path>& files, const std::string& format,
             const std::filesystem::path& folder) {
    const ScratchFolder user; // its settings, so that several can run at a time
    std::vector<std::string> words = {
        "soffice",      "-env:UserInstallation=file://" + std::filesystem::absolute(user.path).string(),
        "--headless",   "--convert-to",
        format,         "--outdir",
        folder.string()};
    for (const std::filesystem::path& file : files) words.push_back(file.string());
    REQUIRE(run_command(words, {}).exit_code == 0);
}

} // namespace taisho::test
