#include "pdf/write_pdf.h"

#include "pdf/content.h"

#include "tagged_pages.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>

namespace taisho {
namespace {

using namespace std::string_literals; // codes contain zero bytes

const FontBook& test_fonts() {
    static const FontBook fonts = [] {
        Sources sources;
        Diagnostics diagnostics;
        return FontBook::open(TAISHO_SOURCE_DIR "/fonts", sources, diagnostics);
    }();
    return fonts;
}

Pages one_page() {
    Pages pages;
    pages.width = mm(210);
    pages.height = pt(800);
    pages.properties.title = "対照表";
    pages.pages.emplace_back();
    return pages;
}

ShapedText shaped(const std::string& text) {
    ShapedText result{text, {}, {}};
    test_fonts().shape(text, 0, static_cast<std::uint32_t>(text.size()), Family::mincho, result.glyphs);
    return result;
}

// Puts the whole text on the first page, ten points high, 100 pt from the left and `y` from the top.
PlacedText& place(Pages& pages, ShapedText text, Length y) {
    const auto count = static_cast<std::uint32_t>(text.glyphs.size());
    const auto index = static_cast<std::uint32_t>(pages.texts.size());
    pages.texts.push_back(std::move(text));
    return pages.pages[0].texts.emplace_back(
        PlacedText{index, 0, count, pt(100), y, pt(10), -1, false, false, {index, 0, 0, 0}});
}

Pages page_with(const std::string& text) {
    Pages pages = one_page();
    place(pages, shaped(text), pt(100));
    return pages;
}

std::string content_of(const Pages& pages) {
    auto fonts = subset_fonts(pages, test_fonts());
    REQUIRE(fonts);
    std::string content;
    MarkedPage marked;
    append_content(content, pages.pages[0], pages, test::structure_of(pages), *fonts, marked);
    return content;
}

// A file name that is gone at the end of the test.
struct ScratchFile {
    ScratchFile()
        : path(std::filesystem::temp_directory_path() /
               ("taisho-pdf-" + std::to_string(::getpid()) + ".pdf")) {}
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile() { std::filesystem::remove(path); }

    std::filesystem::path path;
};

std::string bytes_of(const Pages& pages) {
    const ScratchFile file;
    REQUIRE(write_pdf(pages, test::structure_of(pages), test_fonts(), file.path));
    std::ifstream stream(file.path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// What a program prints about the pages; `command` has % for the file. Nothing when it is not installed.
std::optional<std::string> ask(const std::string& program, const std::string& arguments, const Pages& pages) {
    if (std::system(("command -v " + program + " >/dev/null").c_str()) != 0) {
        MESSAGE("skipped, not installed: " << program);
        return std::nullopt;
    }
    const ScratchFile file;
    REQUIRE(write_pdf(pages, test::structure_of(pages), test_fonts(), file.path));
    std::string command = program + " " + arguments + " 2>&1";
    command.replace(command.find('%'), 1, file.path.string());
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string output;
    std::array<char, 4096> buffer{};
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
        output.append(buffer.data(), size);
    }
    return output;
}

// Checks the text that comes back out of a PDF.
void check_text(const Pages& pages, const std::string& expected) {
    const auto text = ask("pdftotext", "-enc UTF-8 % -", pages);
    if (text) CHECK(*text == expected + "\n\n\f");
}

std::string file_identifier(const std::string& pdf) { return pdf.substr(pdf.find("/ID"), 80); }

} // namespace

TEST_CASE("同じ紙面からは同じバイト列ができる") {
    CHECK(bytes_of(page_with("新旧対照表")) == bytes_of(page_with("新旧対照表")));
}

TEST_CASE("時刻帯が違っても同じバイト列ができる") {
    const std::string here = bytes_of(page_with("令和９年度"));
    ::setenv("TZ", "America/New_York", 1);
    const std::string there = bytes_of(page_with("令和９年度"));
    ::unsetenv("TZ");
    CHECK(here == there);
}

TEST_CASE("表題が同じでも中身が違えばファイルの識別子が違う") {
    CHECK(file_identifier(bytes_of(page_with("第１案"))) != file_identifier(bytes_of(page_with("第２案"))));
}

TEST_CASE("PDFの文法に誤りがない") {
    Pages pages = page_with("髙橋𠮷野（葛󠄀城）");
    pages.pages[0].fills.push_back({pt(10), pt(10), pt(50), pt(20), grey(230)});
    pages.pages[0].rules.push_back({pt(10), pt(10), pt(60), pt(10), pt(0.5)});
    const auto found = ask("qpdf", "--check %", pages);
    if (found) CHECK(found->find("No syntax or stream encoding errors found") != std::string::npos);
}

TEST_CASE("使った書体はすべて埋め込む") {
    const auto found = ask("pdffonts", "%", page_with("字𠮷"));
    if (!found) return;
    CHECK(found->find("+BIZUDMincho-Regular") != std::string::npos);
    CHECK(found->find("+NotoSerifJP-Regular") != std::string::npos);
    CHECK(found->find("yes yes yes") != std::string::npos); // embedded, subset, to Unicode
}

TEST_CASE("波ダッシュと全角チルダは別の字として読み取れる") { check_text(page_with("〜と～"), "〜と～"); }

TEST_CASE("面の外の漢字も読み取れる") { check_text(page_with("𠮷野"), "𠮷野"); }

TEST_CASE("異体字セレクタも読み取れる") {
    check_text(page_with("葛󠄀城と葛城"), "葛󠄀城と葛城");
}

TEST_CASE("括弧と逆斜線も読み取れる") { check_text(page_with("(a)\\[b]"), "(a)\\[b]"); }

TEST_CASE("詰めた約物も一行として読み取れる") {
    ShapedText text = shaped("「甲」（乙）、丙");
    for (const std::size_t opening : {0U, 3U}) {
        text.glyphs[opening].advance = 500;
        text.glyphs[opening].x_offset = -500;
    }
    for (const std::size_t closing : {2U, 5U, 6U}) text.glyphs[closing].advance = 500;
    Pages pages = one_page();
    place(pages, text, pt(100));
    check_text(pages, "「甲」（乙）、丙");
}

TEST_CASE("コードの数より多くの文字も読み取れる") {
    // One glyph for 70,000 texts, more than a font has codes.
    const ShapedText model = shaped("字");
    Pages pages = one_page();
    ShapedText many;
    for (int i = 0; i < 70000; ++i) {
        Glyph glyph = model.glyphs[0];
        glyph.begin = static_cast<std::uint32_t>(many.utf8.size());
        many.utf8 += std::to_string(i) + ",";
        glyph.end = static_cast<std::uint32_t>(many.utf8.size());
        many.glyphs.push_back(glyph);
    }
    PlacedText last = place(pages, many, pt(100));
    last.first = last.last - 1;
    pages.pages.emplace_back().texts.push_back(last);
    const auto text = ask("pdftotext", "-f 2 -l 2 % -", pages);
    if (text) CHECK(*text == "69999,\n\n\f");
}

TEST_CASE("六十五枚の紙面はすべて見つかる") {
    Pages pages = page_with("頁");
    pages.pages.resize(65, pages.pages[0]);
    const auto found = ask("qpdf", "--show-npages %", pages);
    if (found) CHECK(*found == "65\n");
}

TEST_CASE("表題は文書の情報に入る") {
    const auto found = ask("pdfinfo", "-enc UTF-8 %", page_with("字"));
    if (found) CHECK(found->find("Title:           対照表\n") != std::string::npos);
}

TEST_CASE("縦の位置は紙の下端から数え直す") {
    CHECK(content_of(page_with("一二")) ==
          "BT\n/P<</MCID 0>>BDC\n100 700 Td\n/F0 10 Tf\n(\0\1\0\2)Tj\nEMC\nET\n"s);
}

TEST_CASE("次の行は前の行からの隔たりで置く") {
    Pages pages = page_with("一");
    place(pages, shaped("一"), pt(115.25));
    CHECK(
        content_of(pages) ==
        "BT\n/P<</MCID 0>>BDC\n100 700 Td\n/F0 10 Tf\n(\0\1)Tj\nEMC\n/P<</MCID 1>>BDC\n0 -15.25 Td\n(\0\1)Tj\nEMC\nET\n"s);
}

TEST_CASE("ページ番号は読み上げの対象にしない") {
    Pages pages = one_page();
    place(pages, shaped("一"), pt(100)).artifact = true;
    CHECK(content_of(pages) ==
          "BT\n/Artifact<</Type/Pagination>>BDC\n100 700 Td\n/F0 10 Tf\n(\0\1)Tj\nEMC\nET\n"s);
}

TEST_CASE("わずかに広げた字間はペンの移動で表す") {
    ShapedText text = shaped("一一");
    text.glyphs[0].advance = 1020;
    Pages pages = one_page();
    place(pages, text, pt(100));
    CHECK(content_of(pages) ==
          "BT\n/P<</MCID 0>>BDC\n100 700 Td\n/F0 10 Tf\n[(\0\1)-20(\0\1)]TJ\nEMC\nET\n"s);
}

TEST_CASE("地は文字より先に塗り、黒に戻す") {
    Pages pages = one_page();
    pages.pages[0].fills.push_back({pt(10), pt(20), pt(50), pt(30), grey(51)});
    CHECK(content_of(pages) == "/Artifact<</Type/Layout>>BDC\n0.2 g\n10 750 50 30 re\nf\n0 g\nEMC\n");
}

TEST_CASE("灰色でない地は、三つの色の濃さで書く") {
    Pages pages = one_page();
    pages.pages[0].fills.push_back({pt(10), pt(20), pt(50), pt(30), 0xff3300});
    CHECK(content_of(pages) == "/Artifact<</Type/Layout>>BDC\n1 0.2 0 rg\n10 750 50 30 re\nf\n0 g\nEMC\n");
}

TEST_CASE("字の間を広げる行は、広げた所だけペンを動かす") {
    Pages pages = page_with("あいう");
    pages.pages[0].adjustments = {0, 125, 0};
    pages.pages[0].texts[0].adjustment = 0;
    CHECK(content_of(pages).find("[(\0\1\0\2)-125(\0\3)]TJ\n"s) != std::string::npos);
}

TEST_CASE("同じ太さの罫線はまとめて引く") {
    Pages pages = one_page();
    pages.pages[0].rules.push_back({pt(10), pt(20), pt(60), pt(20), pt(0.25)});
    pages.pages[0].rules.push_back({pt(10), pt(40), pt(60), pt(40), pt(0.25)});
    CHECK(content_of(pages) ==
          "/Artifact<</Type/Layout>>BDC\n2 J\n0.25 w\n10 780 m\n60 780 l\n10 760 m\n60 760 l\nS\nEMC\n");
}

TEST_CASE("書けない場所には書かずに失敗を返す") {
    CHECK_FALSE(write_pdf(page_with("字"), test::structure_of(page_with("字")), test_fonts(),
                          "/nonexistent/taisho.pdf"));
}

TEST_CASE("空きのない装置への書き込みは失敗になる") {
    if (!std::filesystem::exists("/dev/full")) return;
    CHECK_FALSE(write_pdf(page_with("字"), test::structure_of(page_with("字")), test_fonts(), "/dev/full"));
}

} // namespace taisho
