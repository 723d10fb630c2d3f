// The reader of PDF files that the rules stand on (ISO 32000-1 7.3).

#include "pdf_file.h"

#include "base/deflate.h"
#include "pdf_content.h"
#include "pdf_lexer.h"
#include "pdf_sample.h"
#include "pdf_structure.h"

#include <doctest/doctest.h>

namespace taisho::test {
namespace {

using namespace std::string_literals; // streams contain zero bytes

std::string string_in(const std::string& file) {
    PdfLexer lexer{file};
    return bytes_in(lexer.value());
}

TEST_CASE("括弧の文字列は、入れ子の括弧と逆斜線の約束を解いて読む") {
    CHECK(string_in("(a(b)c)") == "a(b)c");
    CHECK(string_in("(\\(\\)\\\\\\n\\101\\0532\\9)") == "()\\\nA+29");
    CHECK(string_in("(a\\\nb\r\nc)") == "ab\nc");
}

TEST_CASE("十六進の文字列は、空白を飛ばして読む") { CHECK(string_in("<4 1\n42>") == "AB"); }

TEST_CASE("名前の＃は、字に直して読む") {
    PdfLexer lexer{"/A#20B#2F"};
    CHECK(name_in(lexer.value()) == "A B/");
}

TEST_CASE("数と参照は、書かれ方で見分ける") {
    PdfLexer lexer{"[1 -2.5 +3 4 0 R 5 6]", 0, true};
    const PdfValue array = lexer.value();
    REQUIRE(array_in(array).size() == 6);
    CHECK(integer_in(array_in(array)[0], 0) == 1);
    CHECK(number_in(array_in(array)[1]) == -2.5);
    CHECK(reference_in(array_in(array)[3]) == 4);
    CHECK(integer_in(array_in(array)[5], 0) == 6);
}

TEST_CASE("文字の列は、UTF-16とUTF-8の印で読み分ける") {
    CHECK(text_in({PdfString{"\xfe\xff\x6f\x22\xd8\x42\xdf\xb7"}}) == "漢𠮷");
    CHECK(text_in({PdfString{"\xef\xbb\xbf漢"}}) == "漢");
    CHECK(text_in({PdfString{"ascii"}}) == "ascii");
    CHECK_THROWS_AS(text_in({PdfString{"\xfe\xff\xd8\x42"}}), PdfError);
}

TEST_CASE("深すぎる入れ子は読まずに断る") {
    PdfLexer lexer{std::string_view()};
    const std::string nested(1000, '[');
    lexer.bytes = nested;
    CHECK_THROWS_AS(lexer.value(), PdfError);
}

TEST_CASE("縮めた流れは、元の長さを知らなくても読める") {
    const std::string bytes = std::string(100'000, 'a') + "\0z"s;
    std::vector<std::string> objects = sample_objects();
    objects[12] = "<</Filter /FlateDecode /Length @>>\nstream\n" + Compressor(6).zlib(bytes) + "\nendstream";
    CHECK(read_pdf(file_of(objects)).objects.at(13).stream == bytes);
}

TEST_CASE("構造のとおりに読むと、置き換えの文は覆う字の代わりに読まれる") {
    const PdfFile file = read_pdf(file_of(sample_objects()));
    std::string lines;
    for (const ElementText& one : texts_of(structure_of(file), content_of(file, pages_of(file))))
        lines += one.type + " " + one.text + "\n";
    CHECK(lines == "H1 一\nP a一一\nTOCI a\nLbl 一\nLBody a\nCaption 一\nTH 一\nTH a\nTH 一\nTD aa\nTD b一\n"
                   "Note a\nH2 一\n");
}

} // namespace
} // namespace taisho::test
