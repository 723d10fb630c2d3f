// Every character of a text comes back from the PDF in order: by the codes and their map to Unicode as they
// are written, and by what another program reads.

#include "base/utf8.h"
#include "pdf/content.h"
#include "pdf/write_pdf.h"
#include "support.h"
#include "tagged_pages.h"

#include <doctest/doctest.h>
#include <map>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

// Texts that a PDF loses easily, a line each.
const std::vector<std::string> traps = {
    "〜と～、ー−‐—―－",
    "髙橋 﨑山 𠮷野",
    "葛󠄀城 葛󠄁飾 辻󠄀 葛城",
    "葛\U000e01ef城", // a form that no font has
    "ﾊﾟﾋﾞｶﾞｶﾞ ﾊ\u309a",
    "か゚き゚ か\u3099が",
    "㌔ ㈱ ㍻ ㋿ ① ⑳ ㊿ №℡℃",
    "⼀と一、⽇と日、⻑と長",
    "é e\u0301 a\u0323\u0302 x\u0301\u0302\u0303",
    "☑✔★☎♻⚠",
    "office ffi ﬃ ﬁ",
    "か\u200dき\u200cく",
    "ソフト\u00adハイフン soft\u00adhyphen",
    "\u200bはじめと中\u200bの\u2060語",
    "\ufe00頭",
    "(a)\\b",
    "CO₂ m² m³",
};

ShapedText shaped(const std::string& text, Family family) {
    ShapedText result{text, {}, {}};
    fonts().shape(text, 0, static_cast<std::uint32_t>(text.size()), family, result.glyphs);
    return result;
}

Pages page_with(const std::vector<std::string>& lines, Family family) {
    Pages pages;
    pages.width = mm(210);
    pages.height = mm(297);
    pages.properties.title = "字の試験";
    Page& page = pages.pages.emplace_back();
    for (const std::string& line : lines) {
        const auto index = static_cast<std::uint32_t>(pages.texts.size());
        pages.texts.push_back(shaped(line, family));
        const auto count = static_cast<std::uint32_t>(pages.texts.back().glyphs.size());
        const Length y = pt(40) + scale(pt(20), index, 1);
        page.texts.push_back(PlacedText{index, 0, count, pt(60), y, pt(10), -1, false, false, {}});
    }
    return pages;
}

// ---- reading our own syntax, apart from the code that writes it ----

std::size_t from_hex(std::string_view digits) { return std::stoul(std::string(digits), nullptr, 16); }

std::map<std::size_t, std::string> read_map(const std::string& cmap) {
    std::map<std::size_t, std::string> values;
    for (std::size_t begin = cmap.find("beginbfchar"); begin != cmap.npos;
         begin = cmap.find("beginbfchar", begin + 1)) {
        const std::string block = cmap.substr(begin, cmap.find("endbfchar", begin) - begin);
        for (std::size_t at = block.find('<'); at != block.npos; at = block.find('<', at)) {
            const std::size_t code = from_hex(block.substr(at + 1, 4));
            const std::size_t value = block.find('<', at + 1) + 1, end = block.find('>', value);
            std::string utf16;
            for (std::size_t i = value; i < end; i += 2)
                utf16.push_back(static_cast<char>(from_hex(block.substr(i, 2))));
            values[code] = from_utf16(utf16, ByteOrder::big).text;
            at = end;
        }
    }
    return values;
}

// The characters that the strings of a content stream show, by the maps of the fonts.
std::string shown_text(const std::string& content, const EmbeddedFonts& embedded) {
    std::vector<std::map<std::size_t, std::string>> maps;
    for (const EmbeddedFont& font : embedded.fonts) maps.push_back(read_map(to_unicode(font)));
    std::string text, bytes;
    std::size_t font = 0;
    bool inside = false;
    for (std::size_t i = 0; i < content.size(); ++i) {
        const char c = content[i];
        if (!inside) {
            if (content.compare(i, 2, "/F") == 0) font = std::stoul(content.substr(i + 2));
            inside = c == '(';
            continue;
        }
        if (c == ')') {
            for (std::size_t k = 0; k + 1 < bytes.size(); k += 2) {
                const auto high = static_cast<std::uint8_t>(bytes[k]),
                           low = static_cast<std::uint8_t>(bytes[k + 1]);
                text += maps[font].at(high * 256U + low);
            }
            bytes.clear(), inside = false;
        } else if (c == '\\') {
            ++i, bytes.push_back(content[i] == 'r' ? '\r' : content[i]);
        } else {
            bytes.push_back(c);
        }
    }
    return text;
}

std::string comes_back(const std::string& line, Family family) {
    const Pages pages = page_with({line}, family);
    auto embedded = subset_fonts(pages, fonts());
    REQUIRE(embedded);
    std::string content;
    MarkedPage marked;
    append_content(content, pages.pages[0], pages, structure_of(pages), *embedded, marked);
    return shown_text(content, *embedded);
}

TEST_CASE("どの文字も、PDFの字の対応から順に戻る") {
    for (const Family family : {Family::mincho, Family::gothic}) {
        for (const std::string& line : traps) CHECK(comes_back(line, family) == line);
        CHECK(comes_back("a\u00a0b", family) == "a\u00a0b");
    }
}

TEST_CASE("使えないU+FEFFは、同じ働きのU+2060として戻る") {
    CHECK(comes_back("前\ufeff後", Family::mincho) == "前\u2060後");
}

TEST_CASE("字の対応の一つの値は五百十二バイトまで") {
    std::string text = "字";
    for (int i = 0; i < 1000; ++i) text += "\u200b";
    CHECK(comes_back(text, Family::mincho) == text.substr(0, 3 * 256));
}

// Any mixture of bases, marks, selectors and invisible characters, as long as one of them shows.
TEST_CASE("どんな並びでも、文字は一つも失われない") {
    const std::vector<std::string> parts = {
        "字",         "葛",     "a",      "か",     "ﾊ",      " ",      "）",
        "☑",          "ﾞ",      "\u0301", "\u0323", "\u3099", "\u309a", "\U000e0100",
        "\U000e01ef", "\ufe0e", "\u200b", "\u200c", "\u200d", "\u00ad", "\u2060"};
    Dice dice(1);
    for (int round = 0; round < 300; ++round) {
        std::string line;
        for (std::size_t i = 1 + dice.below(12); i > 0; --i) line += dice.pick(parts);
        line += "終";
        CAPTURE(line);
        CHECK(comes_back(line, Family::mincho) == line);
    }
}

TEST_CASE("どの文字も、pdftotextで順に戻る") {
    if (!is_installed("pdftotext")) {
        MESSAGE("pdftotext がないので、この試験は省きます。");
        return;
    }
    const ScratchFolder folder;
    for (const Family family : {Family::mincho, Family::gothic}) {
        const Pages pages = page_with(traps, family);
        REQUIRE(write_pdf(pages, structure_of(pages), fonts(), folder.path / "a.pdf"));
        const Finished found =
            run_command({"pdftotext", "-raw", "-enc", "UTF-8", folder.path / "a.pdf", "-"}, {});
        std::string all;
        for (const std::string& line : traps) all += line + "\n";
        CHECK(found.out == all + "\f");
    }
}

TEST_CASE("改行しない空白は、pdftotextでは空白として戻る") {
    if (!is_installed("pdftotext")) {
        MESSAGE("pdftotext がないので、この試験は省きます。");
        return;
    }
    const ScratchFolder folder;
    const Pages pages = page_with({"a\u00a0b"}, Family::mincho);
    REQUIRE(write_pdf(pages, structure_of(pages), fonts(), folder.path / "a.pdf"));
    const Finished found =
        run_command({"pdftotext", "-raw", "-enc", "UTF-8", folder.path / "a.pdf", "-"}, {});
    CHECK(found.out == "a b\n\f");
}

} // namespace
} // namespace taisho::test
