// A few pages as pictures, against those in tests/pictures. When they differ, the build folder holds what was
// wanted, what was got and where they differ; TAISHO_UPDATE=1 rewrites the pictures.

#include "support.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <sstream>
#include <string>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

// A grey picture, one byte for each point.
struct Picture {
    std::size_t width = 0, height = 0;
    std::string points;
};

// PGM as pdftoppm writes it: P5, width, height, 255, one blank, the points.
Picture parse(const std::string& pgm) {
    std::istringstream stream(pgm);
    std::string magic;
    Picture picture;
    int most = 0;
    stream >> magic >> picture.width >> picture.height >> most;
    if (magic != "P5" || most != 255) return {};
    picture.points = pgm.substr(static_cast<std::size_t>(stream.tellg()) + 1);
    return picture;
}

std::string pgm_of(const Picture& picture) {
    return "P5\n" + std::to_string(picture.width) + " " + std::to_string(picture.height) + "\n255\n" +
           picture.points;
}

// White where the pictures agree, black where they differ most.
Picture difference_of(const Picture& want, const Picture& got) {
    Picture result = want;
    for (std::size_t i = 0; i < result.points.size() && i < got.points.size(); ++i) {
        const int a = static_cast<unsigned char>(want.points[i]),
                  b = static_cast<unsigned char>(got.points[i]);
        result.points[i] = static_cast<char>(255 - std::abs(a - b));
    }
    return result;
}

// Fonts are drawn a little differently by other versions of pdftoppm: a point counts when it is off by more
// than 48 of 255, and two points of a thousand may be.
bool look_alike(const Picture& want, const Picture& got) {
    if (want.width != got.width || want.height != got.height || want.points.size() != got.points.size())
        return false;
    std::size_t off = 0;
    for (const char point : difference_of(want, got).points)
        off += static_cast<unsigned char>(point) < 255 - 48;
    return off * 500 < want.points.size();
}

Picture rendered(const fs::path& pdf, int page, const ScratchFolder& folder) {
    const std::string number = std::to_string(page);
    const Finished finished = run_command({"pdftoppm", "-r", "40", "-gray", "-singlefile", "-f", number, "-l",
                                           number, pdf, folder.path / "page"},
                                          {});
    REQUIRE(finished.exit_code == 0);
    return parse(read_bytes(folder.path / "page.pgm"));
}

// Empty when the page looks as it should.
std::string difference(const std::string& style, int page) {
    const ScratchFolder folder;
    REQUIRE(run_taisho({"build", real_paper, "--pdf", "-o", folder.path}).exit_code == 0);
    const std::string suffix = style == "by-year" ? "" : "-" + style;
    const Picture got = rendered(folder.path / ("shiryo3" + suffix + ".pdf"), page, folder);
    const std::string name = "shiryo3-" + style + "-" + std::to_string(page) + ".pgm";
    const fs::path file = source_folder / "tests" / "pictures" / name;
    if (is_update()) {
        fs::create_directories(file.parent_path());
        write_bytes(file, pgm_of(got));
        return {};
    }
    const Picture want = parse(read_bytes(file));
    if (look_alike(want, got)) return {};
    const fs::path left = fs::current_path() / "pictures";
    fs::create_directories(left);
    write_bytes(left / ("want-" + name), pgm_of(want));
    write_bytes(left / ("got-" + name), pgm_of(got));
    write_bytes(left / ("difference-" + name), pgm_of(difference_of(want, got)));
    return name + " と違って見えます。比べる物は " + left.string() + " にあります。";
}

bool can_draw() {
    if (is_installed("pdftoppm")) return true;
    MESSAGE("pdftoppm がないので、見た目の試験は省きます。");
    return false;
}

TEST_SUITE_BEGIN("visual");

TEST_CASE("資料３の一頁目の見た目、年ごと") {
    if (can_draw()) CHECK(difference("by-year", 1) == "");
}

TEST_CASE("資料３の二頁目の見た目、年ごと") {
    if (can_draw()) CHECK(difference("by-year", 2) == "");
}

TEST_CASE("資料３の一頁目の見た目、上下") {
    if (can_draw()) CHECK(difference("stacked", 1) == "");
}

TEST_SUITE_END();

} // namespace
} // namespace taisho::test
