#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

Finished inspect(const std::vector<std::string>& options, const std::string& input) {
    std::vector<std::string> words = {"inspect", "breaks"};
    words.insert(words.end(), options.begin(), options.end());
    return run_taisho(words, {.input = input});
}

Finished refused(const std::string& sentence) {
    return {2, "", "指定が正しくありません：" + sentence + "\n使い方は taisho --help で見られます。\n"};
}

TEST_CASE("行ごとに、切れる位置を文字で数えて書く") {
    CHECK(inspect({}, "市、国の\n\n𠮷髙\n国") == Finished{0, "2 3\n\n1\n\n", ""});
}

TEST_CASE("何も渡さなければ何も書かない") { CHECK(inspect({}, "") == Finished{0, "", ""}); }

TEST_CASE("禁則の強さを選べる") {
    CHECK(inspect({"--level", "strict"}, "データ") == Finished{0, "2\n", ""});
    CHECK(inspect({"--level", "normal"}, "データ") == Finished{0, "1 2\n", ""});
    CHECK(inspect({"--level", "loose"}, "自・市") == Finished{0, "1 2\n", ""});
}

TEST_CASE("禁則だけを見られる") {
    CHECK(inspect({}, "計６０人") == Finished{0, "1 3\n", ""});
    CHECK(inspect({"--plain"}, "計６０人") == Finished{0, "1 2 3\n", ""});
}

TEST_CASE("文の言葉を選べる") {
    CHECK(inspect({"--lang", "de", "--level", "normal"}, "六〜七") == Finished{0, "2\n", ""});
    CHECK(inspect({"--lang", "zh", "--level", "normal"}, "六〜七") == Finished{0, "1 2\n", ""});
}

TEST_CASE("長い行も一行である") {
    std::string input, output;
    for (int i = 0; i < 100'000; ++i) input += "国";
    for (int i = 1; i < 100'000; ++i) output += (i == 1 ? "" : " ") + std::to_string(i);
    CHECK(inspect({}, input + "\n") == Finished{0, output + "\n", ""});
}

TEST_CASE("UTF-8でない行で止まり、その行を言う") {
    CHECK(inspect({}, "国\n\x8d\x91\n") ==
          Finished{1, "\n",
                   "エラー T010: 標準入力の2行目の文字コードが UTF-8 ではありません。\n"
                   "エラー1件、注意0件\n"});
    CHECK(inspect({"--lang", "en"}, "\xff").err ==
          "error T010: Line 1 of standard input is not in UTF-8.\n1 error(s), 0 warning(s)\n");
}

TEST_CASE("知らない指定は断る") {
    CHECK(inspect({"--level", "soft"}, "") == refused("--level は strict、normal、loose のどれかです"));
    CHECK(inspect({"--lang", "日本語"}, "") == refused("--lang は ja や en のような、言葉の記号です"));
    CHECK(inspect({"a.xml"}, "") == refused("文は標準入力から読みます。ファイルや様式は書けません"));
    CHECK(run_taisho({"inspect", "pages", "a.xml", "--plain"}) ==
          refused("--level と --plain は inspect breaks だけの指定です"));
}

// ---- advances ----

Finished advances(std::vector<std::string> arguments, const std::string& input) {
    arguments.insert(arguments.begin(), {"inspect", "advances"});
    return run_taisho(arguments, {.input = input});
}

TEST_CASE("字ごとの幅を、行ごとに書く") {
    CHECK(advances({}, "字」「字\n「字・字、\n\n葛\U000E0100飾\n") ==
          Finished{0, "1000 1000 500 1000\n500 1000 1000 1000 1000\n\n1000 0 1000\n", ""});
}

TEST_CASE("幅の単位は選べる") { CHECK(advances({"--font-size", "20"}, "字、、a\n").out == "20 10 20 10\n"); }

TEST_CASE("幅の指定の誤りは断る") {
    CHECK(advances({"--font-size", "0"}, "") == refused("--font-size は 1 から 1000000 までです"));
    CHECK(advances({"--font", "ming"}, "") == refused("--font は mincho か gothic です"));
    CHECK(advances({"--plain"}, "") == refused("--level と --plain は inspect breaks だけの指定です"));
    CHECK(inspect({"--font", "gothic"}, "") ==
          refused("--font-size と --font は inspect advances だけの指定です"));
}

} // namespace
} // namespace taisho::test
