// The same paper gives the same bytes, whenever, wherever and under whatever settings the program runs.

#include "support.h"

#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>
#include <map>
#include <string>
#include <thread>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

using Outputs = std::map<std::string, std::string>;

// The outputs of the real paper, by name.
Outputs outputs(const fs::path& resources, const RunOptions& options) {
    const Finished finished =
        run_command({TAISHO_PROGRAM, "--resources", resources, "build", real_paper, "-o", "out"}, options);
    REQUIRE(finished.exit_code == 0);
    Outputs result;
    for (const auto& entry : fs::directory_iterator(options.folder / "out")) {
        result[entry.path().filename()] = read_bytes(entry.path());
    }
    return result;
}

// What a plain run gives.
const Outputs& plain() {
    static const Outputs result = [] {
        const ScratchFolder folder;
        return outputs(source_folder, {.folder = folder.path});
    }();
    return result;
}

// The names of the outputs whose bytes differ from those of a plain run.
std::string differing(const Outputs& others) {
    std::string names;
    for (const auto& [name, bytes] : plain()) {
        const auto other = others.find(name);
        if (other == others.end() || other->second != bytes) names += name + " ";
    }
    return names;
}

bool has_locale(const std::string& name) {
    return run_command({"locale", "-a"}, {}).out.find(name) != std::string::npos;
}

void copy_resources(const fs::path& to) {
    for (const char* folder : {"templates", "fonts"}) {
        fs::copy(source_folder / folder, to / folder, fs::copy_options::recursive);
    }
}

TEST_SUITE_BEGIN("slow");

TEST_CASE("できる物は四つ") { CHECK(plain().size() == 4); }

TEST_CASE("時刻が違っても同じ物ができる") {
    const ScratchFolder folder;
    plain();
    std::this_thread::sleep_for(
        std::chrono::milliseconds(2100)); // an archive counts time in steps of two seconds
    CHECK(differing(outputs(source_folder, {.folder = folder.path})) == "");
}

TEST_CASE("時間帯が違っても同じ物ができる") {
    for (const std::string zone : {"Asia/Tokyo", "America/New_York", "UTC-14"}) {
        CAPTURE(zone);
        const ScratchFolder folder;
        CHECK(differing(outputs(source_folder, {.folder = folder.path, .environment = {{"TZ", zone}}})) ==
              "");
    }
}

TEST_CASE("地域の設定が違っても同じ物ができる") {
    for (const std::string locale : {"C", "C.utf8", "ja_JP.utf8", "de_DE.utf8"}) {
        if (!has_locale(locale)) {
            MESSAGE("地域の設定 " << locale << " がないので、この組合せは省きます。");
            continue;
        }
        CAPTURE(locale);
        const ScratchFolder folder;
        const RunOptions options{.folder = folder.path,
                                 .environment = {{"LC_ALL", locale}, {"LANG", locale}}};
        CHECK(differing(outputs(source_folder, options)) == "");
    }
}

TEST_CASE("利用者や一時フォルダーが違っても同じ物ができる") {
    const ScratchFolder folder;
    const RunOptions options{
        .folder = folder.path,
        .environment = {{"HOME", "/nonexistent"}, {"USER", "someone"}, {"TMPDIR", folder.path}}};
    CHECK(differing(outputs(source_folder, options)) == "");
}

TEST_CASE("書体と様式を写した所からでも同じ物ができる") {
    const ScratchFolder folder, copy;
    copy_resources(copy.path);
    CHECK(differing(outputs(copy.path, {.folder = folder.path})) == "");
}

TEST_SUITE_END();

} // namespace
} // namespace taisho::test
