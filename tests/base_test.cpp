#include "base/files.h"
#include "base/length.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

// ---- lengths ----

TEST_CASE("一ミリは千分のポイントに丸める") { CHECK(mm(1).mpt == 2835); }

TEST_CASE("二五点四ミリは七二ポイント") { CHECK(mm(25.4) == pt(72)); }

TEST_CASE("負の長さは零から遠いほうへ丸める") { CHECK(pt(-0.0005).mpt == -1); }

TEST_CASE("割合は四捨五入する") { CHECK(scale(Length{5}, 1, 2).mpt == 3); }

TEST_CASE("負の割合は零から遠いほうへ丸める") { CHECK(scale(Length{-5}, 1, 2).mpt == -3); }

TEST_CASE("大きな長さの割合もあふれない") { CHECK(scale(pt(2000), 1000, 970).mpt == 2'061'856); }

TEST_CASE("字の送りは大きさの千分の一で数える") { CHECK(from_em(500, pt(10.5)) == pt(5.25)); }

TEST_CASE("長さは足し引きできる") { CHECK(pt(10) + pt(5) - pt(1) * 3 == pt(12)); }

// ---- UTF-8 (Unicode 15, table 3-7) ----

struct Utf8Case {
    std::string bytes;
    std::optional<std::size_t> invalid; // where, or nothing
};

TEST_CASE("正しくないUTF-8は初めの誤ったバイトで見つかる") {
    const std::vector<Utf8Case> cases = {
        {"", std::nullopt},
        {"abc", std::nullopt},
        {"日本", std::nullopt},
        {"\xf0\xa0\xae\xb7", std::nullopt}, // 𠮷
        {"\xf4\x8f\xbf\xbf", std::nullopt}, // U+10FFFF
        {"\xee\x80\x80", std::nullopt},     // U+E000
        {"\xed\x9f\xbf", std::nullopt},     // U+D7FF
        {"a\x80", 1},                       // a tail alone
        {"\xc0\xaf", 0},                    // overlong /
        {"\xc1\xbf", 0},                    // overlong
        {"\xe0\x9f\xbf", 0},                // overlong
        {"\xf0\x8f\xbf\xbf", 0},            // overlong
        {"\xed\xa0\x80", 0},                // surrogate
        {"\xed\xbf\xbf", 0},                // surrogate
        {"\xf4\x90\x80\x80", 0},            // beyond U+10FFFF
        {"\xf5\x80\x80\x80", 0},            // no lead
        {"\xff", 0},                        // no lead
        {"ab\xe6\x97", 2},                  // cut
        {"ab\xe6\x97z", 2},                 // a tail is missing
        {"\x93\xfa\x96\x7b", 0},            // 日本 in Shift_JIS
    };
    for (const Utf8Case& one : cases) {
        CAPTURE(one.bytes);
        CHECK(find_invalid(one.bytes) == one.invalid);
    }
}

TEST_CASE("どの字も書いて読むと元に戻る") {
    for (const char32_t c :
         {U'\0', U'\x7f', U'\x80', U'\x7ff', U'\x800', U'あ', U'\xffff', U'\x10000', U'𠮷', U'\x10ffff'}) {
        std::string bytes;
        append_utf8(bytes, c);
        CAPTURE(static_cast<std::uint32_t>(c));
        CHECK(decode(bytes, 0).character == c);
        CHECK(decode(bytes, 0).length == bytes.size());
    }
}

TEST_CASE("字の数はバイトの数ではない") { CHECK(count_characters("髙𠮷a") == 3); }

TEST_CASE("端末では全角が二桁、半角カナが一桁") { CHECK(terminal_width("漢Ａaｱ") == 6); }

TEST_CASE("制御文字と非文字は文の字でない") {
    std::vector<std::uint32_t> refused;
    for (const char32_t c : {U'\0', U'\x01', U'\t', U'\n', U'\x1f', U' ', U'\x7f', U'\x9f', U'\xa0',
                             U'\xfdd0', U'\xfffd', U'\xfffe', U'\x1ffff', U'𠮷'}) {
        if (!is_text_character(c)) refused.push_back(static_cast<std::uint32_t>(c));
    }
    CHECK(refused == std::vector<std::uint32_t>{0, 1, 0x1f, 0x7f, 0x9f, 0xfdd0, 0xfffe, 0x1ffff});
}

// ---- suggestions ----

TEST_CASE("一字違いの語を言い当てる") {
    const std::vector<std::string_view> known{"statement", "columns", "row"};
    CHECK(nearest("statment", known) == "statement");
}

TEST_CASE("大文字と小文字の違いは数えない") {
    const std::vector<std::string_view> known{"paperNumber", "title"};
    CHECK(nearest("PaperNumber", known) == "paperNumber");
}

TEST_CASE("似た語がなければ言い当てない") {
    const std::vector<std::string_view> known{"statement", "columns", "row"};
    CHECK(nearest("picture", known) == "");
}

TEST_CASE("長すぎる語は言い当てない") {
    const std::vector<std::string_view> known{"statement"};
    CHECK(nearest(std::string(65, 'a'), known) == "");
}

// ---- files ----

TEST_CASE("BOMは読み飛ばす") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", "\xef\xbb\xbf<a/>");
    Sources sources;
    Diagnostics diagnostics;
    REQUIRE(read_source(folder.path / "a.xml", sources, diagnostics) == 0);
    CHECK(sources[0].bytes == "<a/>");
}

TEST_CASE("ないファイルは名を挙げて断る") {
    Sources sources;
    Diagnostics diagnostics;
    CHECK_FALSE(read_source("なし.xml", sources, diagnostics));
    REQUIRE(diagnostics.size() == 1);
    CHECK(sentence(diagnostics[0], Language::japanese) == "ファイルを読めません：なし.xml");
}

TEST_CASE("フォルダーはファイルとして読まない") {
    const ScratchFolder folder;
    Sources sources;
    Diagnostics diagnostics;
    CHECK_FALSE(read_source(folder.path, sources, diagnostics));
    CHECK(diagnostics.size() == 1);
}

TEST_CASE("六四メビバイトを超えるファイルは断る") {
    const ScratchFolder folder;
    write_bytes(folder.path / "big.xml", "");
    std::filesystem::resize_file(folder.path / "big.xml", (64U << 20) + 1);
    Sources sources;
    Diagnostics diagnostics;
    CHECK_FALSE(read_source(folder.path / "big.xml", sources, diagnostics));
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == Code::file_too_large);
}

TEST_CASE("書きかけの名は、できあがりの名と違い、同じ所にある") {
    const StagedFile file = stage("出力/資料.pdf");
    CHECK(file.target == "出力/資料.pdf");
    CHECK(file.staged != file.target);
    CHECK(file.staged.parent_path() == "出力");
}

TEST_CASE("確定すると、書きかけができあがりになる") {
    const ScratchFolder folder;
    const StagedFile file = stage(folder.path / "a.pdf");
    write_bytes(file.target, "前");
    write_bytes(file.staged, "後");
    Diagnostics diagnostics;
    CHECK(commit({file}, diagnostics));
    CHECK(read_bytes(file.target) == "後");
    CHECK_FALSE(std::filesystem::exists(file.staged));
}

TEST_CASE("取りやめると、書きかけだけが消える") {
    const ScratchFolder folder;
    const StagedFile file = stage(folder.path / "a.pdf");
    write_bytes(file.target, "前");
    write_bytes(file.staged, "後");
    discard({file});
    CHECK(read_bytes(file.target) == "前");
    CHECK_FALSE(std::filesystem::exists(file.staged));
}

TEST_CASE("確定できないときは、書きかけを残さず、名を挙げる") {
    const ScratchFolder folder;
    const StagedFile file = stage(folder.path / "a.pdf");
    std::filesystem::create_directories(file.target / "中身"); // a folder cannot be replaced by a file
    write_bytes(file.staged, "後");
    Diagnostics diagnostics;
    CHECK_FALSE(commit({file}, diagnostics));
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].arguments == std::vector<std::string>{file.target.string()});
    CHECK_FALSE(std::filesystem::exists(file.staged));
}

TEST_CASE("二つ目を確定できないときは、一つ目も元のまま") {
    const ScratchFolder folder;
    const StagedFile first = stage(folder.path / "a.pdf"), second = stage(folder.path / "a.xlsx");
    write_bytes(first.target, "前"), write_bytes(first.staged, "後"), write_bytes(second.staged, "後");
    std::filesystem::create_directories(second.target / "中身");
    Diagnostics diagnostics;
    CHECK_FALSE(commit({first, second}, diagnostics));
    CHECK(read_bytes(first.target) == "前");
}

} // namespace
} // namespace taisho::test
