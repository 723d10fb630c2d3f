// Our PDFs keep the rules of PDF/A-2a and PDF/UA-1, whatever stands in the paper, and read along their
// structure they say what the document says.

#include "pdf_rules.h"

#include "generated_papers.h"
#include "model/read_paper.h"
#include "pdf_sample.h"
#include "pdf_structure.h"
#include "printed.h"
#include "support.h"

#include <algorithm>
#include <cctype>
#include <doctest/doctest.h>
#include <optional>

namespace taisho::test {
namespace {

constexpr const char* styles[] = {"by-year", "stacked", "side-by-side", "list", "law-old-left"};

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::string breaches_in(const Printed& paper) { return joined(broken_rules_of(paper.pdf)); }

std::vector<std::filesystem::path> all_papers() {
    std::vector<std::filesystem::path> papers{real_paper};
    for (const auto& entry : std::filesystem::directory_iterator(other_paper.parent_path()))
        if (entry.path().extension() == ".xml") papers.push_back(entry.path());
    std::ranges::sort(papers);
    return papers;
}

// ---- texts ----

// What is white at a place of a text: how many bytes.
std::size_t blank_at(std::string_view text, std::size_t at) {
    for (const std::string_view blank : {" ", "\n", "\t", "\u3000", "\u200b"})
        if (text.substr(at).starts_with(blank)) return blank.size();
    return 0;
}

// Blanks are set by the layout where a line ends and where texts stand apart. Between Latin words they must
// be there all the same, where lines end too (ISO 32000-1 14.8.2.5).
std::string comparable(std::string_view text) {
    const auto is_latin = [](char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0; };
    std::string result;
    bool blank = false;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t size = blank_at(text, i);
        if (size == 0 && blank && !result.empty() && is_latin(result.back()) && is_latin(text[i]))
            result += ' ';
        if (size == 0) result += text[i];
        blank = size > 0;
        i += std::max<std::size_t>(size, 1);
    }
    return result;
}

bool is_inline(const StructureElement& element) {
    return element.type == StructureType::span || element.type == StructureType::reference ||
           element.type == StructureType::link;
}

const Paragraph& paragraph_at(const Document& document, const Origin& at) {
    const Block& block = document.body.at(at.block);
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) return *paragraph;
    const Row& row = std::get<Table>(block.content).rows.at(at.row);
    return std::ranges::find(row.cells, at.column, &Cell::column)->paragraphs.at(at.paragraph);
}

// What a stretch says; what no document has, the page number of a line in the contents, is on the pages.
std::string text_of(const Printed& paper, const Stretch& stretch) {
    if (stretch.at.block == paper_number_block) return paper.document.paper_number;
    if (stretch.end != 0xffffffff) {
        if (stretch.begin == stretch.end) return {};
        return paragraph_at(paper.document, stretch.at)
            .text.substr(stretch.begin, stretch.end - stretch.begin);
    }
    std::string text;
    for (const Page& page : paper.pages.pages) {
        for (const PlacedText& placed : page.texts) {
            if (placed.artifact || placed.origin != stretch.at) continue;
            const ShapedText& shaped = paper.pages.texts[placed.text];
            const std::uint32_t begin = shaped.glyphs[placed.first].begin;
            text += shaped.utf8.substr(begin, shaped.glyphs[placed.last - 1].end - begin);
        }
    }
    return text;
}

// A heading is an H here: below one that shows nothing, the file numbers it anew.
std::string shown(const std::vector<ElementText>& texts) {
    std::string lines;
    for (const ElementText& one : texts) {
        const bool heading = one.type.size() == 2 && one.type[0] == 'H';
        const std::string text = comparable(one.text), type = heading ? "H" : one.type;
        if (!text.empty()) lines += type + " " + text + "\n";
    }
    return lines;
}

// What the structure says, element by element.
std::string texts_of_structure(const Printed& paper) {
    const std::vector<StructureElement>& elements = paper.structure.elements;
    std::vector<ElementText> texts;
    for (const StructureElement& element : elements) texts.push_back({std::string(tag_of(element)), ""});
    for (const Stretch& stretch : paper.structure.stretches) {
        std::uint32_t owner = stretch.element;
        while (is_inline(elements[owner])) owner = elements[owner].parent;
        texts[owner].text += text_of(paper, stretch);
    }
    return shown(texts);
}

// The same, out of the file.
std::string texts_of_pdf(const Printed& paper) {
    const PdfFile file = read_pdf(paper.pdf);
    return shown(texts_of(structure_of(file), content_of(file, pages_of(file))));
}

// The first line that differs, from both.
std::string difference(const std::string& got, const std::string& wanted) {
    const auto [a, b] = std::ranges::mismatch(got, wanted);
    if (a == got.end() && b == wanted.end()) return {};
    const auto line_at = [](const std::string& text, std::string::const_iterator at) {
        const auto offset = static_cast<std::size_t>(at - text.begin());
        const std::size_t begin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
        return text.substr(begin, text.find('\n', offset) - begin);
    };
    return "PDF：" + line_at(got, a) + "\n構造：" + line_at(wanted, b);
}

std::string difference_of_texts(const Printed& paper) {
    return difference(texts_of_pdf(paper), texts_of_structure(paper));
}

// ---- the rules ----

TEST_CASE("手で書いた見本は、どの規則も破らない") {
    CHECK(joined(broken_rules_of(file_of(sample_objects()))) == "");
}

TEST_CASE("資料３と試験の資料のPDFは、PDF/A-2aとPDF/UA-1の規則を破らない") {
    for (const auto& paper : all_papers()) {
        for (const char* style : styles) {
            CAPTURE(paper);
            CAPTURE(style);
            CHECK(breaches_in(printed(read_bytes(paper), style)) == "");
        }
    }
}

TEST_CASE("どんな資料のPDFも、規則を破らない") {
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        Dice dice(seed + 900'000);
        const std::string paper = generated_paper(4, dice);
        for (const char* style : styles) {
            CAPTURE(seed);
            CAPTURE(style);
            const Printed made = printed(paper, style);
            CHECK(breaches_in(made) == "");
            CHECK(difference_of_texts(made) == "");
        }
    }
}

TEST_CASE("どんな修正のPDFも、規則を破らない") {
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        Dice dice(seed + 910'000);
        const Revisions revisions = random_revisions(dice);
        for (const char* style : styles) {
            CAPTURE(seed);
            CAPTURE(style);
            const Printed made = printed(revisions, style);
            CHECK(breaches_in(made) == "");
            CHECK(difference_of_texts(made) == "");
        }
    }
}

// Texts that tempt a writer of PDFs: delimiters, marks of their own, characters of two halves, nothing at
// all.
const std::vector<std::string> tempting = {"()\\)(",
                                           "&lt;>[]{}/%#",
                                           "endstream endobj",
                                           "𠮷野𩸽",
                                           "葛󠄀城",
                                           "か゚き゚",
                                           "é e\u0301",
                                           "Ａ\tＢ　 Ｃ",
                                           "－",
                                           "",
                                           " ",
                                           "１．\n２．",
                                           "・\n・\n",
                                           "①一\n　続き\n②二\nア三\nイ四",
                                           "…………",
                                           "&lt;&amp;&gt;",
                                           "〜～−－‐",
                                           "①②③\n",
                                           "a\u00adb",
                                           "\u200b",
                                           "ﬁﬂ",
                                           "ｶﾞｷﾞ",
                                           "〳〵",
                                           "₂H₂O m²",
                                           "100％"};

std::string paper_of(const std::string& text) {
    const std::string passage = "<passage label=\"●方針\">" + text, end = "</passage>";
    const std::string plan = "<level id=\"l\"><number>第１章</number><title>" + text +
                             "章</title><item id=\"i\"><number>（１）</number><title>項</title>" + passage +
                             end + goal("output", text, {text, "１", "２"}) + "</item></level>";
    return paper_file(plan, "<revise item=\"i\">" + passage + "改" + text + end + "</revise>");
}

// Read with whatever is to be said against the text.
Revisions revisions_of(const std::string& file) {
    Diagnostics diagnostics;
    const std::optional<Paper> paper = read_paper(parse(file), diagnostics);
    REQUIRE(paper);
    return revise(*paper, diagnostics);
}

TEST_CASE("どんな字のPDFも、規則を破らない") {
    for (const std::string& text : tempting) {
        CAPTURE(text);
        for (const char* style : styles) {
            const Printed made = printed(revisions_of(paper_of(text)), style);
            CHECK(breaches_in(made) == "");
            CHECK(difference_of_texts(made) == "");
        }
    }
}

TEST_CASE("行が変わる所でも、英語の語の間の空きは読める") {
    std::string words = "The";
    for (int i = 0; i < 60; ++i) words += i % 3 == 0 ? " plan" : i % 3 == 1 ? " welfare" : " office";
    for (const char* style : styles)
        CHECK(difference_of_texts(printed(revisions_of(paper_of(words)), style)) == "");
}

TEST_CASE("改行で分かれた数は、一つの数に読まれない") {
    for (const char* style : styles) {
        for (const char* text : {"10<br/>20", "３,０００<br/>１,５００", "line<br/>second"})
            CHECK(difference_of_texts(printed(revisions_of(paper_of(text)), style)) == "");
    }
}

// Of each cell of the tables of a PDF, whether it has content.
std::vector<bool> filled_cells(const std::string& pdf) {
    std::vector<bool> filled;
    const PdfFile file = read_pdf(pdf);
    for (const PdfElement& element : structure_of(file).elements)
        if (element.type == "TD" || element.type == "TH") filled.push_back(!element.kids.empty());
    return filled;
}

TEST_CASE("空のセルにも中身があり、どのセルも一度ずつある") {
    for (const auto& paper : all_papers()) {
        for (const char* style : styles) {
            const Printed made = printed(read_bytes(paper), style);
            const auto cells = std::ranges::count_if(made.structure.elements, [](const auto& element) {
                return element.type == StructureType::header_cell || element.type == StructureType::data_cell;
            });
            CHECK(filled_cells(made.pdf) == std::vector<bool>(static_cast<std::size_t>(cells), true));
        }
    }
}

TEST_SUITE_BEGIN("slow");

TEST_CASE("資料３と試験の資料は、PDFの構造のとおりに読むと文書のとおりになる") {
    for (const auto& paper : all_papers()) {
        for (const char* style : styles) {
            CAPTURE(paper);
            CAPTURE(style);
            CHECK(difference_of_texts(printed(read_bytes(paper), style)) == "");
        }
    }
}

TEST_SUITE_END();

} // namespace
} // namespace taisho::test
