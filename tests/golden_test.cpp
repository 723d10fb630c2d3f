// Every stage of the path as text, for the real paper and for one that is quite different. The difference of
// a golden file is the review of a change.

#include "support.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

const std::filesystem::path meeting_paper = source_folder / "tests" / "papers" / "meeting.xml";

// What `inspect` shows of a stage, against tests/golden/NAME-STAGE.txt.
std::string difference(const std::filesystem::path& paper, const std::string& stage) {
    const Finished finished = run_taisho({"inspect", stage, paper});
    REQUIRE(finished.exit_code == 0);
    CHECK(finished.err == "");
    return golden_difference(paper.stem().string() + "-" + stage + ".txt", finished.out);
}

// The same for a stage that depends on the house style.
std::string difference(const std::filesystem::path& paper, const std::string& stage,
                       const std::string& style) {
    const Finished finished = run_taisho({"inspect", stage, paper, "--template", style});
    REQUIRE(finished.exit_code == 0);
    CHECK(finished.err == "");
    return golden_difference(paper.stem().string() + "-" + stage + "-" + style + ".txt", finished.out);
}

TEST_SUITE_BEGIN("golden");

TEST_CASE("資料３の計画と修正") { CHECK(difference(real_paper, "paper") == ""); }
TEST_CASE("資料３の対照") { CHECK(difference(real_paper, "revisions") == ""); }
TEST_CASE("資料３のデータ") { CHECK(difference(real_paper, "data") == ""); }
TEST_CASE("資料３の文書、年ごと") { CHECK(difference(real_paper, "document", "by-year") == ""); }
TEST_CASE("資料３の文書、上下") { CHECK(difference(real_paper, "document", "stacked") == ""); }
TEST_CASE("資料３の構造、年ごと") { CHECK(difference(real_paper, "structure", "by-year") == ""); }
TEST_CASE("資料３の構造、上下") { CHECK(difference(real_paper, "structure", "stacked") == ""); }
TEST_CASE("資料３の頁、年ごと") { CHECK(difference(real_paper, "pages", "by-year") == ""); }
TEST_CASE("資料３の頁、上下") { CHECK(difference(real_paper, "pages", "stacked") == ""); }
TEST_CASE("資料３のシート、年ごと") { CHECK(difference(real_paper, "sheet", "by-year") == ""); }
TEST_CASE("資料３のシート、上下") { CHECK(difference(real_paper, "sheet", "stacked") == ""); }

TEST_CASE("環境計画の計画と修正") { CHECK(difference(other_paper, "paper") == ""); }
TEST_CASE("環境計画の対照") { CHECK(difference(other_paper, "revisions") == ""); }
TEST_CASE("環境計画のデータ") { CHECK(difference(other_paper, "data") == ""); }
TEST_CASE("環境計画の文書、年ごと") { CHECK(difference(other_paper, "document", "by-year") == ""); }
TEST_CASE("環境計画の文書、上下") { CHECK(difference(other_paper, "document", "stacked") == ""); }
TEST_CASE("環境計画の構造、年ごと") { CHECK(difference(other_paper, "structure", "by-year") == ""); }
TEST_CASE("環境計画の構造、上下") { CHECK(difference(other_paper, "structure", "stacked") == ""); }
TEST_CASE("環境計画の頁、年ごと") { CHECK(difference(other_paper, "pages", "by-year") == ""); }
TEST_CASE("環境計画の頁、上下") { CHECK(difference(other_paper, "pages", "stacked") == ""); }
TEST_CASE("環境計画のシート、年ごと") { CHECK(difference(other_paper, "sheet", "by-year") == ""); }
TEST_CASE("環境計画のシート、上下") { CHECK(difference(other_paper, "sheet", "stacked") == ""); }

TEST_CASE("表紙と目次のある資料の計画と修正") { CHECK(difference(meeting_paper, "paper") == ""); }
TEST_CASE("表紙と目次のある資料の文書") { CHECK(difference(meeting_paper, "document", "by-year") == ""); }
TEST_CASE("表紙と目次のある資料の頁、年ごと") { CHECK(difference(meeting_paper, "pages", "by-year") == ""); }
TEST_CASE("表紙と目次のある資料の頁、上下") { CHECK(difference(meeting_paper, "pages", "stacked") == ""); }
TEST_CASE("表紙と目次のある資料のシート") { CHECK(difference(meeting_paper, "sheet", "by-year") == ""); }

TEST_CASE("資料３の文書、左右") { CHECK(difference(real_paper, "document", "side-by-side") == ""); }
TEST_CASE("資料３の文書、一覧") { CHECK(difference(real_paper, "document", "list") == ""); }
TEST_CASE("資料３の構造、左右") { CHECK(difference(real_paper, "structure", "side-by-side") == ""); }
TEST_CASE("資料３の構造、一覧") { CHECK(difference(real_paper, "structure", "list") == ""); }
TEST_CASE("資料３の頁、左右") { CHECK(difference(real_paper, "pages", "side-by-side") == ""); }
TEST_CASE("資料３の頁、一覧") { CHECK(difference(real_paper, "pages", "list") == ""); }
TEST_CASE("資料３のシート、左右") { CHECK(difference(real_paper, "sheet", "side-by-side") == ""); }
TEST_CASE("資料３のシート、一覧") { CHECK(difference(real_paper, "sheet", "list") == ""); }
TEST_CASE("環境計画の文書、左右") { CHECK(difference(other_paper, "document", "side-by-side") == ""); }
TEST_CASE("環境計画の文書、一覧") { CHECK(difference(other_paper, "document", "list") == ""); }
TEST_CASE("環境計画の頁、左右") { CHECK(difference(other_paper, "pages", "side-by-side") == ""); }
TEST_CASE("環境計画の頁、一覧") { CHECK(difference(other_paper, "pages", "list") == ""); }
TEST_CASE("環境計画のシート、左右") { CHECK(difference(other_paper, "sheet", "side-by-side") == ""); }
TEST_CASE("環境計画のシート、一覧") { CHECK(difference(other_paper, "sheet", "list") == ""); }

TEST_SUITE_END();

} // namespace
} // namespace taisho::test
