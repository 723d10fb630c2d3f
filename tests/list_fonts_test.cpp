// The command fonts: which fonts there are, and which of them draws what in a paper.

#include "base/utf8.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

const std::string faces_in_japanese =
    "\n明朝（mincho）\n"
    "  順  書体                         版          文字  異体字   大きさ  使用許諾     ファイル\n"
    "   1  BIZ UDMincho                 1.06      11,741  10,160  5.6 MiB  SIL OFL 1.1  "
    "BIZUDMincho-Regular.ttf\n"
    "   2  Noto Serif JP Regular        2.003-H1  16,726  13,416  7.3 MiB  SIL OFL 1.1  "
    "NotoSerifJP-Regular.ttf\n"
    "   3  Noto Serif Regular           2.015      2,965       0  0.5 MiB  SIL OFL 1.1  "
    "NotoSerif-Regular.ttf\n"
    "   4  Noto Sans Symbols 2 Regular  2.008      2,955       0  1.2 MiB  SIL OFL 1.1  "
    "NotoSansSymbols2-Regular.ttf\n"
    "\nゴシック（gothic）\n"
    "  順  書体                         版          文字  異体字   大きさ  使用許諾     ファイル\n"
    "   1  BIZ UDGothic                 1.05      11,741  10,160  4.3 MiB  SIL OFL 1.1  "
    "BIZUDGothic-Regular.ttf\n"
    "   2  Noto Sans JP Regular         2.004-H2  16,732  13,416  5.2 MiB  SIL OFL 1.1  "
    "NotoSansJP-Regular.ttf\n"
    "   3  Noto Sans Regular            2.015      3,094       0  0.6 MiB  SIL OFL 1.1  "
    "NotoSans-Regular.ttf\n"
    "   4  Noto Sans Symbols 2 Regular  2.008      2,955       0  1.2 MiB  SIL OFL 1.1  "
    "NotoSansSymbols2-Regular.ttf\n\n";

// What is printed behind the list of faces.
std::string uses_in(const std::string& paper, const std::vector<std::string>& options) {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", paper);
    std::vector<std::string> arguments{"fonts", "a.xml"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Finished finished = run_taisho(arguments, {.folder = folder.path});
    CHECK(finished.exit_code == 0);
    CHECK(finished.err == "");
    const std::size_t end_of_faces = finished.out.rfind("NotoSansSymbols2-Regular.ttf\n\n");
    return finished.out.substr(finished.out.find("\n\n", end_of_faces) + 2);
}

std::string paper_with(const std::string& title, const std::string& description) {
    return paper_file("\n<item id=\"1\"><title>" + title + "</title><description>説明</description></item>",
                      "\n<revise item=\"1\"><description>" + description + "</description></revise>");
}

TEST_CASE("書体の一覧は、仲間ごとに、字を探す順に並ぶ") {
    const std::string resources = source_folder.string();
    const Finished finished = run_taisho({"fonts", "--resources", resources}, {});
    CHECK(finished.exit_code == 0);
    CHECK(finished.out ==
          "書体のフォルダー：" + resources + "/fonts\n" + faces_in_japanese +
              "文字は、上の書体から順に探し、最初に持っていた書体で組みます。書体を足すには、TrueType の\n"
              "ファイルを書体のフォルダーに置き、fonts.xml の mincho と gothic の両方の終わりに\n"
              "<face file=\"ファイル名\"/> を書き足します。文書への埋め込みを許す使用許諾が要ります。\n");
}

TEST_CASE("資料を指すと、一番目の書体で組まない文字を、書体と回数と場所とともに挙げる") {
    CHECK(uses_in(paper_with("𠮷野の家", "𠮷野で𠮷報、CO₂と葛\U000e01efと葛\U000e0100"), {}) ==
          "一番目の書体で組まない文字（作るもの全部の回数）\n"
          "\n明朝（mincho）\n"
          "  文字  符号位置        組む書体                    回数  初めの場所\n"
          "  ₂     U+2082          Noto Serif Regular             1  a.xml:3:39\n"
          "  葛󠇯    U+845B U+E01EF  BIZ UDMincho（ふつうの形）     1  a.xml:3:41\n"
          "  𠮷    U+20BB7         Noto Serif JP Regular          2  a.xml:3:31\n"
          "\nゴシック（gothic）\n"
          "  文字  符号位置  組む書体              回数  初めの場所\n"
          "  𠮷    U+20BB7   Noto Sans JP Regular     2  a.xml:2:21\n");
}

TEST_CASE("どの書体にもない文字も挙げ、様式を加えればその分も数える") {
    CHECK(uses_in(paper_with("一", "☑\ufe0eと🦀"), {"--template", "stacked", "--lang", "en"}) ==
          "Characters that the first font does not draw (times in all outputs)\n"
          "\nmincho\n"
          "  character  code point     drawn by                     times  first place\n"
          "  ☑\ufe0e          U+2611 U+FE0E  Noto Sans Symbols 2 Regular      2  a.xml:3:31\n"
          "  🦀          U+1F980        no font                          2  a.xml:3:34\n");
}

TEST_CASE("どの文字も一番目の書体で組む資料は、そう言う") {
    CHECK(uses_in(paper_with("一", "説明を改める"), {}) == "どの文字も、一番目の書体で組みます。\n");
}

TEST_CASE("使用許諾を言わない書体は、隣の文のファイルを挙げ、名前に制御文字を出さない") {
    const ScratchFolder folder;
    std::filesystem::create_directories(folder.path / "fonts");
    std::filesystem::copy(source_folder / "templates", folder.path / "templates");
    std::string font = read_bytes(source_folder / "fonts" / "NotoSans-Regular.ttf");
    const std::size_t record = font.find("name", 12); // of the table directory
    REQUIRE(record < 400);
    const auto number = [&](std::size_t at) { return static_cast<std::uint8_t>(font[at]); };
    const std::size_t table = number(record + 8) * 0x1000000U + number(record + 9) * 0x10000U +
                              number(record + 10) * 0x100U + number(record + 11);
    const std::size_t names = number(table + 2) * 256U + number(table + 3),
                      texts = table + number(table + 4) * 256U + number(table + 5);
    for (std::size_t i = 0; i < names; ++i) {
        const std::size_t at = table + 6 + 12 * i;
        if (number(at + 7) == 13 || number(at + 7) == 14) font[at + 7] = 99; // says no licence
        if (number(at + 7) == 4) font[texts + number(at + 10) * 256U + number(at + 11) + 1] = '\x1b';
    }
    write_bytes(folder.path / "fonts" / "Own-Regular.ttf", font);
    write_bytes(folder.path / "fonts" / "Own-licence.txt", "");
    write_bytes(folder.path / "fonts" / "fonts.xml",
                "<fonts><family name=\"mincho\"><face file=\"Own-Regular.ttf\"/></family>"
                "<family name=\"gothic\"><face file=\"Own-Regular.ttf\"/></family></fonts>");
    const Finished finished = run_taisho({"fonts", "--resources", folder.path}, {});
    CHECK(finished.exit_code == 0);
    CHECK(finished.out.find("\n   1  oto Sans Regular  2.015  3,094       0  0.6 MiB  Own-licence.txt  "
                            "Own-Regular.ttf\n") != std::string::npos);
}

TEST_CASE("挙げる文字がいくら多くても、千までで終わる") {
    std::string many;
    for (char32_t character = 0x20000; character < 0x20000 + 30'000; ++character)
        append_utf8(many, character);
    const std::string listed = uses_in(paper_with("一", many), {});
    CHECK(std::ranges::count(listed, '\n') == 1 + 1 + 1 + 1 + 1000 + 1); // headings and what is left out
    CHECK(listed.find("\n  ほかに") != std::string::npos);
}

TEST_CASE("資料に誤りがあれば、一覧ではなく誤りを言う") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", "<paper/>");
    const Finished finished = run_taisho({"fonts", "a.xml"}, {.folder = folder.path});
    CHECK(finished.exit_code == 1);
    CHECK(finished.out == "");
    CHECK(finished.err.find("T116") != std::string::npos);
}

} // namespace
} // namespace taisho::test
