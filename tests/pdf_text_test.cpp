// What others read out of our PDF: every character of the document, as often as it is printed, and no fault
// of syntax.

#include "base/utf8.h"
#include "layout/lay_out.h"
#include "support.h"

#include <doctest/doctest.h>
#include <map>
#include <string>

namespace taisho::test {
namespace {

using Counts = std::map<std::string, int>; // of each character but blanks

void count(std::string_view text, int sign, Counts& counts) {
    for (std::size_t i = 0; i < text.size();) {
        const std::uint32_t length = decode(text, i).length;
        const std::string_view character = text.substr(i, length);
        const bool blank = character == " " || character == "　" || character == "\n" || character == "\f";
        if (!blank) counts[std::string(character)] += sign;
        i += length;
    }
}

// What is printed: each text of the document once, its number, and what the pages repeat.
void count_printed(const Document& document, Counts& counts) {
    for (const std::string& text : texts_of(document)) count(text, 1, counts);
    count(document.paper_number, 1, counts);
    Diagnostics diagnostics;
    const Pages pages = lay_out_pages(document, fonts(), diagnostics);
    for (const Page& page : pages.pages) {
        for (const PlacedText& placed : page.texts) {
            if (!placed.artifact) continue;
            const ShapedText& text = pages.texts[placed.text];
            const std::uint32_t begin = text.glyphs[placed.first].begin,
                                end = text.glyphs[placed.last - 1].end;
            count(std::string_view(text.utf8).substr(begin, end - begin), 1, counts);
        }
    }
}

// Characters that are in the PDF more often than they should be, or less: 「字+1 」.
std::string surplus(const std::string& extracted, const Document& document) {
    Counts printed;
    count_printed(document, printed);
    Counts counts;
    count(extracted, 1, counts);
    for (const auto& [character, times] : printed) counts[character] -= times;
    std::string result;
    for (const auto& [character, times] : counts) {
        if (times != 0) result += character + (times > 0 ? "+" : "") + std::to_string(times) + " ";
    }
    return result;
}

// The PDF of a paper in a house style, in a folder.
std::filesystem::path built(const std::filesystem::path& paper, const std::string& style,
                            const ScratchFolder& folder) {
    REQUIRE(run_taisho({"build", paper, "--pdf", "-o", folder.path, "--template", style}).exit_code == 0);
    return folder.path / (paper.stem().string() + (style == "by-year" ? "" : "-" + style) + ".pdf");
}

bool is_missing(const std::string& program) {
    if (is_installed(program)) return false;
    MESSAGE(program << " がないので、この試験は省きます。");
    return true;
}

TEST_SUITE_BEGIN("slow");

TEST_CASE("文書の字は、PDFから同じ数だけ取り出せる") {
    if (is_missing("pdftotext")) return;
    for (const auto& paper : {real_paper, other_paper}) {
        for (const std::string style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"}) {
            CAPTURE(paper);
            CAPTURE(style);
            const ScratchFolder folder;
            const Finished text =
                run_command({"pdftotext", "-raw", "-enc", "UTF-8", built(paper, style, folder), "-"}, {});
            REQUIRE(text.exit_code == 0);
            CHECK(surplus(text.out, document_of(paper, style)) == "");
        }
    }
}

TEST_CASE("一行に収まる文は、PDFからそのまま取り出せる") {
    if (is_missing("pdftotext")) return;
    const ScratchFolder folder;
    const Finished text =
        run_command({"pdftotext", "-raw", "-enc", "UTF-8", built(real_paper, "by-year", folder), "-"}, {});
    for (const std::string_view line :
         {"地域福祉基本・活動計画における業績目標等の修正について", "１．業績目標及び成果目標を修正するもの",
          "【４】基本目標４ 誰もが、自分らしく、安心して、楽しく暮らせるまちへ", "①福祉と教育の連携",
          "（下線部分は修正部分）", "資料３", "10校区", "前年度比５％増"}) {
        CAPTURE(line);
        CHECK(text.out.find(line) != std::string::npos);
    }
}

TEST_CASE("PDFの書き方に誤りはない") {
    if (is_missing("qpdf")) return;
    for (const auto& paper : {real_paper, other_paper}) {
        for (const std::string style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"}) {
            CAPTURE(paper);
            CAPTURE(style);
            const ScratchFolder folder;
            const Finished finished = run_command({"qpdf", "--check", built(paper, style, folder)}, {});
            CHECK(finished.exit_code == 0);
            CHECK(finished.err == "");
        }
    }
}

TEST_CASE("書体は全てPDFの中にあり、字の対応も付いている") {
    if (is_missing("pdffonts")) return;
    const ScratchFolder folder;
    const Finished finished = run_command({"pdffonts", built(other_paper, "by-year", folder)}, {});
    REQUIRE(finished.exit_code == 0);
    const std::size_t heading_end = finished.out.find("---\n") + 4;
    for (std::size_t begin = heading_end; begin < finished.out.size();) {
        const std::size_t end = std::min(finished.out.find('\n', begin), finished.out.size());
        const std::string line = finished.out.substr(begin, end - begin);
        CAPTURE(line);
        CHECK(line.find("yes yes yes") !=
              std::string::npos); // embedded, a subset, with a table of characters
        begin = end + 1;
    }
}

TEST_SUITE_END();

} // namespace
} // namespace taisho::test
