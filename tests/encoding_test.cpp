#include "base/files.h"
#include "base/utf8.h"
#include "support.h"
#include "xml/read.h"

#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace taisho {
namespace {

using namespace std::string_view_literals;

// UTF-8 as UTF-16, unit by unit.
std::string utf16(std::string_view text, ByteOrder order) {
    std::string bytes;
    const auto put = [&](char32_t unit) {
        const char low = static_cast<char>(unit & 0xff), high = static_cast<char>(unit >> 8);
        bytes += order == ByteOrder::little ? std::string{low, high} : std::string{high, low};
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto [character, length] = decode(text, i);
        if (character < 0x10000) {
            put(character);
        } else {
            put(0xd800 + ((character - 0x10000) >> 10)), put(0xdc00 + (character & 0x3ff));
        }
        i += length;
    }
    return bytes;
}

struct Read {
    std::string text, slips;
};

// The text of a file with these bytes, and what was reported on the way to its elements.
Read read_file(std::string_view bytes) {
    const test::ScratchFolder folder;
    test::write_bytes(folder.path / "a.xml", bytes);
    Sources sources;
    Diagnostics diagnostics;
    const std::optional<std::uint16_t> source = read_source(folder.path / "a.xml", sources, diagnostics);
    if (source) read_xml(sources, *source, diagnostics);
    for (SourceFile& file : sources) file.name = "a.xml";
    return {sources.empty() ? "" : sources[0].bytes, describe(diagnostics, sources, Language::japanese)};
}

constexpr std::string_view paper = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n<p>𠮷野　高</p>\r\n";
constexpr std::string_view same_paper = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<p>𠮷野　高</p>\r\n";

// ---- UTF-16 ----

TEST_CASE("UTF-16のファイルは、どちらの並びでもUTF-8として読める") {
    for (const ByteOrder order : {ByteOrder::little, ByteOrder::big}) {
        const Read read = read_file(utf16("\xef\xbb\xbf" + std::string(paper), order));
        CHECK(read.text == same_paper);
        CHECK(read.slips == "");
    }
}

TEST_CASE("UTF-16は、BOMがなくても小なりで始まれば分かる") {
    CHECK(read_file(utf16(paper, ByteOrder::little)).text == same_paper);
    CHECK(read_file(utf16(paper, ByteOrder::big)).text == same_paper);
}

TEST_CASE("宣言の文字コードの名は、UTF-16なら細かくても大小文字が違ってもよい") {
    CHECK(
        read_file(utf16("<?xml version='1.0' encoding='utf-16LE' standalone='yes'?><p/>", ByteOrder::little))
            .text == "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><p/>");
}

TEST_CASE("宣言のないUTF-16も、UTF-8と宣言したUTF-16も読める") {
    CHECK(read_file(utf16("<p/>", ByteOrder::big)).slips == "");
    CHECK(read_file(utf16("<?xml version='1.0' encoding='UTF-8'?><p/>", ByteOrder::big)).slips == "");
}

TEST_CASE("UTF-8のBOMは読みとばす") { CHECK(read_file("\xef\xbb\xbf<p/>").text == "<p/>"); }

TEST_CASE("相手のないサロゲートは、場所を示して断る") {
    const std::string half = std::string("\x42\xd8", 2); // the first half of 𠮷
    CHECK(read_file(utf16("<p>\n 吉", ByteOrder::little) + half + utf16("野</p>", ByteOrder::little)).slips ==
          "a.xml:2:3: エラー T123: UTF-16 の文字が壊れています。UTF-8 で保存し直してください。\n"
          "     吉\n"
          "       ^\n"
          "エラー1件、注意0件\n");
    const std::string other_half = std::string("\xb7\xdf", 2);
    CHECK(read_file(utf16("<p>", ByteOrder::little) + other_half).slips.find("a.xml:1:4: エラー T123") == 0);
    CHECK(read_file(utf16("<p>", ByteOrder::little) + half).slips.find("a.xml:1:4: エラー T123") == 0);
}

TEST_CASE("半端なバイトで終わるUTF-16は断る") {
    CHECK(read_file(utf16("<p/>", ByteOrder::little) + "\n").slips.find("a.xml:1:5: エラー T123") == 0);
}

TEST_CASE("UTF-16の中の、文でない字は、場所を示して断る") {
    CHECK(read_file(utf16("<p>一\x01</p>", ByteOrder::big)).slips.find("a.xml:1:5: エラー T105") == 0);
    CHECK(read_file(utf16("<p>一\xef\xbf\xbe</p>", ByteOrder::big)).slips.find("a.xml:1:5: エラー T105") ==
          0);
}

// ---- Shift_JIS ----

TEST_CASE("Shift_JISのファイルには、その名と直し方を言う") {
    CHECK(read_file("<p>\x8d\x82\x97\xee\x8e\xd2\xb1</p>")
              .slips.find(
                  "a.xml:1:4: エラー T103: 文字コードが UTF-8 ではありません。Shift_JIS のようです。メモ帳の"
                  "「名前を付けて保存」で、文字コードに「UTF-8」を選んで保存し直してください。\n") == 0);
}

TEST_CASE("Shift_JISと宣言したファイルには、宣言も直すように言う") {
    CHECK(
        read_file("<?xml version='1.0' encoding='Shift_JIS'?><p/>")
            .slips.find(
                "a.xml:1:1: エラー T103: 文字コードが UTF-8 ではありません。メモ帳の「名前を付けて保存」で、"
                "文字コードに「UTF-8」を選んで保存し直してください。"
                "初めの行の encoding=\"shift_jis\" も \"UTF-8\" に直してください。\n") == 0);
}

TEST_CASE("Shift_JISに見えるのは、すべての字がそう読めるときだけ") {
    CHECK(looks_like_shift_jis("\x93\xfa\x96\x7b\xca\xdf"));
    CHECK_FALSE(looks_like_shift_jis("\xc6\xfc\xcb\xdc"));     // 日本 in EUC-JP
    CHECK_FALSE(looks_like_shift_jis("日本\x93\xfa"));         // put together from two files
    CHECK_FALSE(looks_like_shift_jis("\x93\xfa\x96"));         // broken off
    CHECK_FALSE(looks_like_shift_jis("\x93\xfa\x96\x20\xff")); // no character
}

} // namespace
} // namespace taisho
