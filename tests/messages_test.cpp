#include "base/diagnostics.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <regex>
#include <string>

namespace taisho {
namespace {

Sources one_file(const std::string& bytes) { return {{"資料.xml", bytes}}; }

Diagnostic unknown_item_at(std::uint32_t begin, std::uint32_t end) {
    return {Severity::error, Code::unknown_item, {0, begin, end}, {"9-9"}};
}

TEST_CASE("全角の文の下でも、印は字の下に立つ") {
    const std::string line = "<title>修正案</title>";
    const Diagnostic slip{Severity::error, Code::missing_glyph, {0, 10, 13}, {"正", "U+6B63"}};
    CHECK(describe({slip}, one_file(line), Language::japanese) ==
          "資料.xml:1:9: エラー T401: 文字「正」（U+6B63）がどの書体にもありません。"
          "別の文字に替えるか、その文字を持つ書体を fonts に加えてください。\n"
          "    <title>修正案</title>\n"
          "             ^^\n"
          "エラー1件、注意0件\n");
}

TEST_CASE("行と桁は字で数える") {
    const std::string file = "一行目\n　　<delete item=\"9-9\"/>\n";
    const auto at = static_cast<std::uint32_t>(file.find("9-9"));
    CHECK(describe({unknown_item_at(at, at + 3)}, one_file(file), Language::japanese) ==
          "資料.xml:2:17: エラー T201: 項目「9-9」は計画の中にありません。\n"
          "    　　<delete item=\"9-9\"/>\n"
          "                      ^^^\n"
          "エラー1件、注意0件\n");
}

TEST_CASE("英語でも同じことを言う") {
    const Diagnostic slip{Severity::error, Code::repeated_id, {0, 0, 3}, {"9-9"}};
    CHECK(describe({slip}, one_file("9-9"), Language::english) ==
          "資料.xml:1:1: error T202: The id “9-9” is used twice.\n"
          "    9-9\n"
          "    ^^^\n"
          "1 error(s), 0 warning(s)\n");
}

TEST_CASE("知らせは場所の順に並ぶ") {
    CHECK(describe({unknown_item_at(4, 7), unknown_item_at(0, 3)}, one_file("9-9 9-9"), Language::japanese) ==
          "資料.xml:1:1: エラー T201: 項目「9-9」は計画の中にありません。\n"
          "    9-9 9-9\n"
          "    ^^^\n"
          "資料.xml:1:5: エラー T201: 項目「9-9」は計画の中にありません。\n"
          "    9-9 9-9\n"
          "        ^^^\n"
          "エラー2件、注意0件\n");
}

TEST_CASE("同じ知らせは一度だけ言う") {
    CHECK(describe({unknown_item_at(0, 3), unknown_item_at(0, 3)}, one_file("9-9"), Language::japanese) ==
          "資料.xml:1:1: エラー T201: 項目「9-9」は計画の中にありません。\n"
          "    9-9\n"
          "    ^^^\n"
          "エラー1件、注意0件\n");
}

TEST_CASE("場所のない知らせは文だけを言う") {
    const Diagnostic slip{Severity::error, Code::cannot_read, {}, {"なし.xml"}};
    CHECK(describe({slip}, {}, Language::japanese) ==
          "エラー T001: ファイルを読めません：なし.xml\nエラー1件、注意0件\n");
}

TEST_CASE("注意は誤りと分けて数える") {
    const Diagnostic slip{Severity::warning, Code::emergency_break, {}, {"六〇"}};
    CHECK(describe({slip}, {}, Language::japanese) ==
          "注意 T501: 欄が狭く、「六〇」を禁則どおりに改行できませんでした。\nエラー0件、注意1件\n");
}

TEST_CASE("知らせがなければ何も言わない") { CHECK(describe({}, {}, Language::japanese) == ""); }

TEST_CASE("知らせが百を超えれば、残りは数だけを言う") {
    Diagnostics diagnostics;
    for (int i = 0; i < 102; ++i) add_error(diagnostics, Code::cannot_read, {}, {std::to_string(i)});
    const std::string text = describe(diagnostics, {}, Language::japanese);
    CHECK(text.ends_with("ほかに2件あります。\nエラー102件、注意0件\n"));
    CHECK(std::ranges::count(text, '\n') == 102);
}

TEST_CASE("注意がいくらあっても、誤りは失われない") {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < most_diagnostics; ++i)
        add_warning(diagnostics, Code::emergency_break, {}, {"六〇"});
    add_error(diagnostics, Code::cannot_write, {}, {"a.pdf"});
    CHECK(has_errors(diagnostics));
}

TEST_CASE("注意だけなら誤りではない") {
    CHECK_FALSE(has_errors({{Severity::warning, Code::emergency_break, {}, {"六〇"}}}));
}

TEST_CASE("言い当てた語があるときだけ、それを添える") {
    const Diagnostic slip{
        Severity::error, Code::unknown_element, {}, {"goal", "statment", "statement", "statement, row"}};
    CHECK(sentence(slip, Language::japanese) ==
          "<goal> の中に <statment> は書けません。もしかして <statement> ですか。書けるもの：statement, row");
}

TEST_CASE("言い当てた語がなければ、添え書きも出ない") {
    const Diagnostic slip{Severity::error, Code::unknown_element, {}, {"br", "x", "", ""}};
    CHECK(sentence(slip, Language::japanese) == "<br> の中に <x> は書けません。");
}

TEST_CASE("英語の文は空白で終わらない") {
    CHECK(sentence(unknown_item_at(0, 3), Language::english) == "The plan has no item “9-9”.");
}

TEST_CASE("波括弧や角括弧のある語もそのまま言う") {
    const Diagnostic slip{Severity::error, Code::unknown_item, {}, {"{0}[x|1]"}};
    CHECK(sentence(slip, Language::japanese) == "項目「{0}[x|1]」は計画の中にありません。");
}

TEST_CASE("長い行は誤りの前後だけを見せる") {
    std::string line;
    for (int i = 0; i < 60; ++i) line += "前";
    line += "9-9";
    for (int i = 0; i < 60; ++i) line += "後";
    std::string shown = "    ", blanks = "    ";
    for (int i = 0; i < 20; ++i) shown += "前", blanks += "  ";
    shown += "9-9";
    for (int i = 0; i < 29; ++i) shown += "後";
    CHECK(describe({unknown_item_at(180, 183)}, one_file(line), Language::japanese) ==
          "資料.xml:1:61: エラー T201: 項目「9-9」は計画の中にありません。\n" + shown + "\n" + blanks +
              "^^^\nエラー1件、注意0件\n");
}

TEST_CASE("改行がCRLFの行も、印の行は崩れない") {
    CHECK(describe({unknown_item_at(5, 8)}, one_file("ab\r\n 9-9\r\n"), Language::japanese) ==
          "資料.xml:2:2: エラー T201: 項目「9-9」は計画の中にありません。\n"
          "     9-9\n"
          "     ^^^\n"
          "エラー1件、注意0件\n");
}

TEST_CASE("字の途中を指す知らせも、字の下に印が立つ") {
    const Diagnostic slip{Severity::error, Code::xml_broken, {0, 4, 5}, {}};
    CHECK(describe({slip}, one_file("一二三"), Language::japanese) ==
          "資料.xml:1:2: エラー T101: XMLとして読めません。タグの書き方を確かめてください。\n"
          "    一二三\n"
          "      ^^\n"
          "エラー1件、注意0件\n");
}

TEST_CASE("ファイルの終わりを指す知らせも示せる") {
    const Diagnostic slip{Severity::error, Code::xml_broken, {0, 3, 4}, {}};
    CHECK(describe({slip}, one_file("<a>"), Language::japanese) ==
          "資料.xml:1:4: エラー T101: XMLとして読めません。タグの書き方を確かめてください。\n"
          "    <a>\n"
          "       ^\n"
          "エラー1件、注意0件\n");
}

TEST_CASE("長い語は、初めだけを言う") {
    std::string id;
    for (int i = 0; i < 1000; ++i) id += "あ";
    const Diagnostic slip{Severity::error, Code::repeated_id, {}, {id}};
    CHECK(sentence(slip, Language::japanese) ==
          "id「" + id.substr(0, 399) + "…」が二度使われています。"); // 133 characters, none cut
}

TEST_CASE("どの番号にも、文がある") {
    const std::string header = test::read_bytes(test::source_folder / "src" / "base" / "diagnostics.h");
    const std::string messages = test::read_bytes(test::source_folder / "src" / "base" / "messages.cpp");
    const std::size_t begin = header.find("enum class Code"), end = header.find("};", begin);
    const std::string codes = header.substr(begin, end - begin);
    static const std::regex name("([a-z0-9_]+) = [0-9]+,");
    for (std::sregex_iterator at(codes.begin(), codes.end(), name), last; at != last; ++at) {
        CAPTURE(at->str());
        CHECK(messages.find("{Code::" + (*at)[1].str() + ",") != std::string::npos);
    }
}

} // namespace
} // namespace taisho
