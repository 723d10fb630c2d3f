// The program as one runs it: exit codes, what it prints, and what it leaves behind.

#include "support.h"

#include <doctest/doctest.h>
#include <map>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

const std::string see_help = "使い方は taisho --help で見られます。\n";

Finished wrong_usage(const std::string& sentence) {
    return {2, "", "指定が正しくありません：" + sentence + "\n" + see_help};
}

const std::string good_paper =
    paper_file("<item id='a'><title>拠点</title>" + goal("output", "指標", {"―", "設定", "検証"}) + "</item>",
               "<delete item='a'/>");

// Names and bytes of all files in a folder.
std::map<std::string, std::string> files_in(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        files[entry.path().filename()] =
            entry.is_regular_file() ? read_bytes(entry.path()) : "（フォルダー）";
    }
    return files;
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files_in(folder)) names.push_back(name);
    return names;
}

using Names = std::vector<std::string>;

// ---- the command line ----

TEST_CASE("命令がなければ、何を書くかを言う") {
    CHECK(run_taisho({}) == wrong_usage("何をするか（build、check など）を書いてください"));
}

TEST_CASE("資料を挙げなければ、そう言う") {
    CHECK(run_taisho({"build"}) == wrong_usage("資料の XML ファイルを書いてください"));
}

TEST_CASE("知らない指定は、その語を挙げる") {
    CHECK(run_taisho({"build", "a.xml", "--pfd"}) == wrong_usage("余分か、知らない指定です　--pfd"));
}

TEST_CASE("値のない指定は断る") {
    CHECK(run_taisho({"build", "a.xml", "-o"}) == wrong_usage("値が足りないか、多すぎます"));
}

TEST_CASE("できあがりが資料を上書きするなら断る") {
    const ScratchFolder folder;
    const std::string paper = read_bytes(real_paper);
    write_bytes(folder.path / "資料.xlsx", paper);
    const Finished finished = run_taisho({"build", "資料.xlsx"}, {folder.path});
    CHECK(finished.exit_code == 3);
    CHECK(finished.err.starts_with("エラー T007: できあがりが資料そのものを上書きしてしまいます："));
    CHECK(read_bytes(folder.path / "資料.xlsx") == paper);
}

TEST_CASE("一文字も入らないほど列が多ければ断る") {
    std::string columns, values;
    for (int i = 0; i < 60; ++i) {
        columns += "<column kind='free'>列" + std::to_string(i) + "</column>", values += "<value>一</value>";
    }
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml",
                paper_file("<item id='a'><title>甲</title><goal kind='output'><columns>" + columns +
                               "</columns><row>" + values + "</row></goal></item>",
                           "<delete item='a'/>"));
    const Finished finished = run_taisho({"build", "a.xml", "--template", "stacked"}, {folder.path});
    CHECK(finished.exit_code == 1);
    CHECK(finished.err.find("エラー T502: 列が60個あり、一列に一文字も入りません。") != std::string::npos);
    CHECK(!std::filesystem::exists(folder.path / "a.pdf"));
}

TEST_CASE("知らない段階は断る") {
    CHECK(run_taisho({"inspect", "glyphs", "a.xml"}) ==
          wrong_usage("段階は paper、revisions、data、document、structure、pages、sheet、breaks、advances "
                      "のどれかです"));
}

TEST_CASE("知らない言葉は断る") {
    CHECK(run_taisho({"build", "a.xml", "--lang", "fr"}) == wrong_usage("--lang は ja か en です"));
}

TEST_CASE("知らない命令は断る") { CHECK(run_taisho({"make", "a.xml"}).exit_code == 2); }

TEST_CASE("英語で聞かれれば英語で断る") {
    CHECK(run_taisho({"build", "--lang", "en"}) ==
          Finished{2, "", "Wrong usage: name an input file\nSee taisho --help.\n"});
}

TEST_CASE("説明は標準出力に出て、誤りではない") {
    const Finished finished = run_taisho({"--help"});
    CHECK(finished.exit_code == 0);
    CHECK(finished.err == "");
    CHECK(finished.out.starts_with("taisho（対照）"));
}

TEST_CASE("版を言う") { CHECK(run_taisho({"--version"}) == Finished{0, "taisho " TAISHO_VERSION "\n", ""}); }

// ---- good runs ----

TEST_CASE("資料の様式ごとに、PDFとExcelができ、その名が標準出力に並ぶ") {
    const ScratchFolder folder;
    const Finished finished = run_taisho({"build", real_paper, "-o", "できた物"}, {.folder = folder.path});
    CHECK(finished == Finished{0,
                               "できた物/shiryo3.pdf\nできた物/shiryo3.xlsx\nできた物/shiryo3-stacked.pdf\n"
                               "できた物/shiryo3-stacked.xlsx\n",
                               ""});
    CHECK(names_in(folder.path / "できた物") ==
          Names{"shiryo3-stacked.pdf", "shiryo3-stacked.xlsx", "shiryo3.pdf", "shiryo3.xlsx"});
}

TEST_CASE("PDFだけを求めれば、PDFだけができる") {
    const ScratchFolder folder;
    write_bytes(folder.path / "資料.xml", good_paper);
    CHECK(run_taisho({"build", "資料.xml", "--pdf"}, {.folder = folder.path}) ==
          Finished{0, "./資料.pdf\n", ""});
    CHECK(names_in(folder.path) == Names{"資料.pdf", "資料.xml"});
}

TEST_CASE("データだけを求めれば、CSVだけができ、様式がいくつあっても一つ") {
    const ScratchFolder folder;
    CHECK(run_taisho({"build", real_paper, "--csv", "-o", "."}, {.folder = folder.path}) ==
          Finished{0, "./shiryo3.csv\n", ""});
    CHECK(names_in(folder.path) == Names{"shiryo3.csv"});
    const std::string csv = read_bytes(folder.path / "shiryo3.csv"), mark = "\xef\xbb\xbf";
    CHECK(csv == mark + run_taisho({"inspect", "data", real_paper}).out);
}

TEST_CASE("CSVは、PDFやExcelと一緒にも求められる") {
    const ScratchFolder folder;
    write_bytes(folder.path / "資料.xml", good_paper);
    CHECK(run_taisho({"build", "資料.xml", "--pdf", "--csv"}, {.folder = folder.path}) ==
          Finished{0, "./資料.pdf\n./資料.csv\n", ""});
    CHECK(names_in(folder.path) == Names{"資料.csv", "資料.pdf", "資料.xml"});
}

TEST_CASE("様式を足せば、その様式でもできる") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a b'c.xml", good_paper);
    CHECK(run_taisho({"build", "a b'c.xml", "--xlsx", "--template", "stacked"}, {.folder = folder.path})
              .exit_code == 0);
    CHECK(names_in(folder.path) == Names{"a b'c-stacked.xlsx", "a b'c.xlsx", "a b'c.xml"});
}

TEST_CASE("同じ様式を二度挙げても、できる物は一つ") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", good_paper);
    CHECK(run_taisho({"build", "a.xml", "--pdf", "--template", "by-year", "--template", "by-year"},
                     {.folder = folder.path}) == Finished{0, "./a.pdf\n", ""});
}

// ---- bad runs ----

TEST_CASE("ない資料は、名を挙げて断る") {
    CHECK(run_taisho({"build", "なし.xml"}) ==
          Finished{1, "", "エラー T001: ファイルを読めません：なし.xml\nエラー1件、注意0件\n"});
}

TEST_CASE("フォルダーは資料として読めない") { CHECK(run_taisho({"build", "."}).exit_code == 1); }

TEST_CASE("知らない様式は、使える様式を挙げて断る") {
    CHECK(run_taisho({"build", real_paper, "--template", "stackd"}) ==
          Finished{1, "",
                   "エラー T005: "
                   "様式「stackd」がありません。もしかして「stacked」ですか。使える様式：by-year, "
                   "large-print, law-new-left, "
                   "law-old-left, list, side-by-side, stacked, town-42x40\n"
                   "エラー1件、注意0件\n"});
}

TEST_CASE("様式の名はファイルの道筋ではない") {
    CHECK(run_taisho({"build", real_paper, "--template", "../templates/stacked"}).exit_code == 1);
}

TEST_CASE("書体と様式の場所が違えば、そう言う") {
    const ScratchFolder folder;
    const Finished finished =
        run_command({TAISHO_PROGRAM, "--resources", folder.path, "build", real_paper}, {});
    CHECK(finished == Finished{1, "",
                               "エラー T004: 書体と様式のフォルダー（fonts と templates）が見つかりません。"
                               "--resources で場所を指定してください。\nエラー1件、注意0件\n"});
}

TEST_CASE("書けない所には書かず、そう言う") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", good_paper);
    write_bytes(folder.path / "ただのファイル", "");
    const Finished finished =
        run_taisho({"build", "a.xml", "--pdf", "-o", "ただのファイル/中"}, {.folder = folder.path});
    CHECK(finished == Finished{3, "",
                               "エラー T002: ファイルに書き込めません：ただのファイル/中/a.pdf"
                               "（フォルダーがあるか、ほかのソフトで開いていないかを確かめてください。）\n"
                               "エラー1件、注意0件\n"});
    CHECK(names_in(folder.path) == Names{"a.xml", "ただのファイル"});
}

TEST_CASE("誤りのある資料では、前にできた物が一バイトも変わらない") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", good_paper);
    REQUIRE(run_taisho({"build", "a.xml"}, {.folder = folder.path}).exit_code == 0);
    write_bytes(folder.path / "a.xml", "<amendmentPaper/>");
    const std::map<std::string, std::string> before = files_in(folder.path);
    CHECK(run_taisho({"build", "a.xml"}, {.folder = folder.path}).exit_code == 1);
    CHECK((files_in(folder.path) == before));
}

TEST_CASE("一つでも置き換えられなければ、どれも置き換えない") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", good_paper);
    write_bytes(folder.path / "a.pdf", "前のPDF");
    fs::create_directories(folder.path / "a.xlsx" / "中");
    const std::map<std::string, std::string> before = files_in(folder.path);
    CHECK(run_taisho({"build", "a.xml"}, {.folder = folder.path}).exit_code == 3);
    CHECK((files_in(folder.path) == before));
}

TEST_CASE("段階を見せるだけなら、何も書かない") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", good_paper);
    CHECK(run_taisho({"inspect", "paper", "a.xml"}, {.folder = folder.path}).exit_code == 0);
    CHECK(names_in(folder.path) == Names{"a.xml"});
}

} // namespace
} // namespace taisho::test
