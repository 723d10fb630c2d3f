// The rules of the file as a whole: each spoil of the sample is found, and nothing else is.

#include "pdf_sample.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

using namespace std::string_literals; // fonts and profiles have zero bytes

TEST_CASE("文書全体についての規則の破れを見つける") {
    check_spoils({
        {1, "/Type /Catalog", "/Type /Katalog", "PDF 7.7.2: no catalog"},
        {1, "/Lang (ja-JP)", "", "UA 7.2: the catalog has no language"},
        {1, "(ja-JP)", "(ja_JP)", "UA 7.2: the catalog has no language"},
        {1, "/Marked true", "/Marked false", "A 6.7.2: MarkInfo does not say Marked"},
        {1, "/Marked true", "/Marked true /Suspects true", "UA 7.1: MarkInfo says Suspects"},
        {1, "/DisplayDocTitle true", "/DisplayDocTitle false", "UA 7.1: DisplayDocTitle is not true"},
        {1, "/Metadata 14 0 R", "/Metadat 14 0 R", "A 6.6.2.1: no metadata"},
        {1, "/Outlines", "/AA <<>> /Outlines", "A 6.5.2: the catalog has AA"},
        {1, "/Outlines", "/OpenAction [3 0 R /Fit] /Outlines", "A 6.5.1: the catalog has OpenAction"},
        {1, "/Outlines", "/AcroForm <<>> /Outlines", "A 6.4: the catalog has AcroForm"},
        {1, "/Outlines", "/NeedsRendering true /Outlines", "A 6.4.2: the catalog has NeedsRendering"},
        {1, "/Outlines", "/OCProperties <<>> /Outlines", "A 6.9: the catalog has OCProperties"},
        {1, "/Outlines", "/Requirements [] /Outlines", "A 6.11: the catalog has Requirements"},
        {1, "/Outlines", "/Names <</EmbeddedFiles <<>>>> /Outlines", "A 6.10: the names have EmbeddedFiles"},
    });
}

TEST_CASE("色についての規則の破れを見つける") {
    check_spoils({
        {1, "/S /GTS_PDFA1", "/S /GTS_PDFX",
         "A 6.2.3: no output intent with a profile\nA 6.2.4.3: page 1: no colour is known\nA 6.2.4.3: page "
         "2: g without an output intent of that kind\nA 6.2.4.3: page 2: no colour is known"},
        {1, "(sRGB)", "()", "PDF 14.11.5: an output intent without an identifier"},
        {1, "/OutputConditionIdentifier", "/DestOutputProfileRef <<>> /OutputConditionIdentifier",
         "A 6.2.3: an output intent has DestOutputProfileRef"},
        {13, "/N 3", "/N 4", "A 6.2.3: the colour profile has another number of components"},
        {13, "mntrRGB", "scnrRGB", "A 6.2.3: the colour profile is neither of a monitor nor of a printer"},
        {13, "mntrRGB ", "mntrLab ",
         "A 6.2.3: the colour profile has another colour space\nA 6.2.3: the colour profile has another "
         "number of components"},
        {13, "mntrRGB ", "mntrGRAY", "A 6.2.3: the colour profile has another number of components"},
        {13, "acsp", "psca", "A 6.2.3: the colour profile is none, or of a later version"},
        {13, "\2\x10"s, "\5\x10"s, "A 6.2.3: the colour profile is none, or of a later version"},
        {13, "\x84", "\x85", "A 6.2.3: the colour profile has another size than its header says"},
        {6, "0.9 g", "0 0 0 1 k", "A 6.2.4.3: page 2: k without an output intent of that kind"},
        {13, "/N 3", "/N 3 /F (file)", "A 6.1.7: object 13: a stream with the key F"},
        {13, "/N 3", "/N 3 /Filter /FlateDecode", "object 13: its stream cannot be inflated"},
    });
}

TEST_CASE("ページについての規則の破れを見つける") {
    check_spoils({
        {1, "/Nums [0 <</S /D>>]", "/Nums [1 <</S /D>>]",
         "PDF 12.4.2: page labels do not begin at the first page"},
        {1, "/Nums [0 <</S /D>>]", "/Nums [0 <</S /D>> 2 <</S /r>>]",
         "PDF 12.4.2: page labels go on after the last page"},
        {1, "<</S /D>>", "<</S /X>>", "PDF 12.4.2: page labels have an unknown style"},
        {1, "<</S /D>>", "<</S /D /St 0>>", "PDF 12.4.2: page labels begin below 1"},
        {2, "/Count 2", "/Count 3", "PDF 7.7.3: page object 2: a wrong Count"},
        {2, "[0 0 595 842]", "[0 0 595 2]", "PDF 7.7.3: page object 2: a bad MediaBox"},
        {2, "/MediaBox [0 0 595 842]", "",
         "PDF 7.7.3: page object 3: no MediaBox\nPDF 7.7.3: page object 5: no MediaBox"},
        {3, "/Parent 2 0 R", "/Parent 5 0 R", "PDF 7.7.3: page object 3: Parent is not its parent"},
        {3, "/Tabs /S", "/Tabs /R", "UA 7.18.3: page 1 has annotations and no Tabs S"},
        {3, "/Tabs /S", "/Tabs /S /AA <<>>", "A 6.5.2: page 1 has AA"},
        {3, "/Tabs /S", "/Tabs /S /Group <<>>", "A 6.5.2: page 1 has Group"},
        {3, "/Font <<", "/ExtGState <<>> /Font <<", "A 6.2: page 1 uses ExtGState"},
    });
}

TEST_CASE("書体についての規則の破れを見つける") {
    check_spoils({
        {7, "/Subtype /Type0", "/Subtype /Type3", "A 6.2.11.2: font (object 7): no composite font"},
        {7, "/Type /Font", "/Type /Fond", "A 6.2.11.2: font (object 7): no composite font"},
        {7, "/ABCDEF+Sample", "/Sample",
         "PDF 9.6.4: font (object 7): its name has no tag of a subset\nPDF 9.7.6.1: font (object 7): another "
         "name than its descendant"},
        {7, "/Identity-H", "/90ms-RKSJ-H", "A 6.2.11.3: font (object 7): its codes are not Identity-H"},
        {7, "/ToUnicode 11 0 R", "",
         "UA 7.21.7: font (object 7): no ToUnicode\nUA 7.21.7: font (object 7): code 1 has no text\nUA "
         "7.21.7: font (object 7): code 2 has no text"},
        {8, "/CIDFontType2", "/CIDFontType0", "A 6.2.11.2: font (object 7): no CIDFontType2 below it"},
        {8, "/ABCDEF+Sample", "/GBCDEF+Sample",
         "PDF 9.7.6.1: font (object 7): another name than its descendant\nPDF 9.8: font (object 7): FontName "
         "is not BaseFont"},
        {8, "/CIDToGIDMap 12 0 R", "", "A 6.2.11.3: font (object 7): no CIDToGIDMap"},
        {8, "/Registry (Adobe)", "", "A 6.2.11.3: font (object 7): no CIDSystemInfo"},
        {8, "/W [2 [500]]", "",
         "A 6.2.11.5: font (object 7): code 2 has another width\nA 6.2.11.5: font (object 7): code 2 has "
         "another width"},
        {8, "/W [2 [500]]", "/W [2 2 502]",
         "A 6.2.11.5: font (object 7): code 2 has another width\nA 6.2.11.5: font (object 7): code 2 has "
         "another width"},
        {9, "/FontFile2", "/FontFile3", "A 6.2.11.4: font (object 7): not embedded"},
        {9, "/FontName /A", "/FontName /B", "PDF 9.8: font (object 7): FontName is not BaseFont"},
        {9, "/StemV 80", "", "PDF 9.8: font (object 7): no StemV"},
        {9, "/FontBBox [0 0 1000 1000]", "/FontBBox [0 0]", "PDF 9.8: font (object 7): no FontBBox"},
        {9, "/Flags 4", "/Flags 4 /CIDSet 12 0 R",
         "A 6.2.11.4: font (object 7): a CIDSet is not examined here"},
        {10, "/Length1 ", "/Length1 1", "PDF 9.9: font (object 7): Length1 is not the length of the program"},
        {10, "glyf", "glyg", "the font program has no table glyf"},
        {11, "<0001> <4E00>", "<0003> <4E00>", "UA 7.21.7: font (object 7): code 1 has no text"},
        {11, "<4E00>", "<FEFF>", "A 6.2.11.7.2: font (object 7): code 1 has a forbidden text"},
        {11, "<4E00>", "<0000>", "A 6.2.11.7.2: font (object 7): code 1 has a forbidden text"},
        {11, "<4E00>", "<E000>",
         "A 6.2.11.7.3: font (object 7): code 1 is of private use and has no ActualText"},
        {11, "<4E00>", "<D840>", "PDF 9.10.3: the map to Unicode has a text that is not UTF-16"},
        {11, "<0000> <FFFF>", "<00> <FF>",
         "PDF 9.10.3: the map to Unicode is not one of all codes of two bytes"},
        {11, "2 beginbfchar", "3 beginbfchar", "PDF 9.10.3: the map to Unicode has a block of another size"},
        {12, "\0\1"s, "\0\0"s,
         "A 6.2.11.8: font (object 7): code 1 shows .notdef\nA 6.2.11.4: font (object 7): code 1 has a text "
         "and an empty glyph"},
        {12, "\0\1"s, "\0\3"s, "A 6.2.11.4: font (object 7): code 1 has no glyph in the program"},
    });
}

TEST_CASE("文書の情報についての規則の破れを見つける") {
    check_spoils({
        {14, "/Subtype /XML", "/Subtype /XM", "A 6.6.2.1: the metadata: not of the type Metadata, XML"},
        {14, " id=\"W5M0MpCehiHzreSzNTczkc9d\"", " id=\"W5M0MpCehiHzreSzNTczkc9d\" encoding=\"UTF-8\"",
         "A 6.6.2.1: the metadata has a packet with bytes or encoding"},
        {14, "W5M0", "W5M1", "A 6.6.2.1: the metadata has a packet without its id"},
        {14, "end=\"w\"", "end=\"x\"", "A 6.6.2.1: the metadata has a packet without its end"},
        {14, "<rdf:li xml:lang=\"x-default\">Ichi", "<rdf:li xml:lang=\"ja\">Ichi",
         "UA 7.1: the metadata: no dc:title for x-default\nA 6.6.3: the metadata: Info says another Title"},
        {14, "<pdfaid:part>2", "<pdfaid:part>3", "A 6.6.4: the metadata: not part 2, level A of PDF/A"},
        {14, "<pdfaid:conformance>A", "<pdfaid:conformance>U",
         "A 6.6.4: the metadata: not part 2, level A of PDF/A"},
        {14, "<pdfuaid:part>1", "<pdfuaid:part>2", "UA 5: the metadata: not part 1 of PDF/UA"},
        {14, "<pdfaProperty:name>part", "<pdfaProperty:name>parts",
         "A 6.6.2.3: the metadata: pdfuaid:part is described nowhere"},
        {14, "<pdfaProperty:description>Part</pdfaProperty:description>", "",
         "A 6.6.2.3: the metadata: an extension schema without description"},
        {14, "<pdfaProperty:category>internal", "<pdfaProperty:category>inside",
         "A 6.6.2.3: the metadata: an unknown category"},
        {14, "<pdfaProperty:valueType>Integer", "<pdfaProperty:valueType>Number",
         "A 6.6.2.3: the metadata: an unknown type of value"},
        {14, "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "",
         "A 6.6.2.3: the metadata: an extension schema without prefix"},
        {14, "<pdf:Producer>hand</pdf:Producer>", "<pdf:Producer>foot</pdf:Producer>",
         "A 6.6.3: the metadata: Info says another Producer"},
        {14, "<pdf:Producer>hand</pdf:Producer>",
         "<pdf:Producer>hand</pdf:Producer><pdf:Trapping>no</pdf:Trapping>",
         "A 6.6.2.3: the metadata: pdf:Trapping is unknown or of another form"},
        {14, "<rdf:Seq><rdf:li>Office</rdf:li></rdf:Seq>", "<rdf:Bag><rdf:li>Office</rdf:li></rdf:Bag>",
         "A 6.6.2.3: the metadata: dc:creator is unknown or of another form"},
        {15, "(Ichi)", "(Ni)", "A 6.6.3: the metadata: Info says another Title"},
        {15, "(D:20240801)", "(D:20240802)", "A 6.6.3: the metadata: Info says another CreationDate"},
    });
}

TEST_CASE("しおりについての規則の破れを見つける") {
    check_spoils({
        {16, "/Last 18 0 R", "/Last 17 0 R", "PDF 12.3.3: bookmark (object 16): wrong Last"},
        {16, "/Count 3", "/Count 2", "PDF 12.3.3: bookmark (object 16): wrong Count"},
        {17, "/Dest [3 0 R", "/Dest [2 0 R", "PDF 12.3.2: bookmark (object 17): leads to no page"},
        {17, "/Title (One)", "/Title ()", "PDF 12.3.3: bookmark (object 17): no Title"},
        {17, "/Parent 16 0 R", "/Parent 18 0 R", "PDF 12.3.3: bookmark (object 17): wrong Parent"},
        {18, "/Prev 17 0 R", "", "PDF 12.3.3: bookmark (object 18): wrong Prev"},
        {18, "/Count 1", "/Count 2", "PDF 12.3.3: bookmark (object 18): wrong Count"},
        {19, "/S /GoTo", "/S /Launch", "A 6.5.1: bookmark (object 19): an action Launch"},
        {19, "/FitH 700", "/FitH", "PDF 12.3.2: bookmark (object 19): leads to no page"},
        {17, "/Next 18 0 R", "/Next 17 0 R", "PDF 12.3.3: bookmarks go round"},
    });
}

TEST_CASE("オブジェクトについての規則の破れを見つける") {
    check_spoils({
        {15, "(hand)", "(hand) /Producer (foot)", "byte N: a dictionary has Producer twice"},
        {15, "(hand)", "(hand) /Other /A#", "byte N: a name with a bad # in it"},
        {13, "/N 3", "/N 3 /Filter /LZWDecode", "A 6.1.7: object 13: another filter than FlateDecode"},
        {13, "/N 3", "/N 3 /DecodeParms <<>>", "object 13: parameters of a filter are not known here"},
        {13, "/N 3", "/N 3 /FFilter /FlateDecode", "A 6.1.7: object 13: a stream with the key FFilter"},

        {15, "(hand)", "(hand) /Other 99 0 R", "PDF 7.3.10: no object 99"},
        {15, "(hand)", "(hand) /Other 3000000000", "A 6.1.13: object 15: an integer too great"},
        {13, "/Length @", "/Length 7", "A 6.1.7: object 13: Length is not that of its stream"},
    });
}

TEST_CASE("ファイルの形についての規則の破れを見つける") {
    check_spoils({
        {0, "%PDF-1.7", "%PDF-1.9", "A 6.1.2: the header is not %PDF-1.n on a line of its own"},
        {0, "%PDF-1.7", "%POF-1.7", "no PDF"},
        {0, "\xe2\xe3", "ab", "A 6.1.2: no comment of four binary characters after the header"},
        {0, "%%EOF\n", "%%EOF\n\n", "A 6.1.3: something follows the end of the file"},
        {0, "%%EOF\n", "", "no end of the file"},
        {0, "xref\n0", "xref \n0", "A 6.1.4: xref is not followed by one line end"},
        {0, "65535 f \n", "65535 f\n", "an entry of the xref table has no end"},
        {0, "65535 f \n", "65535 n \n", "entry 0 of the xref table is not free"},
        {0, " /ID [<0102> <0102>]", "", "A 6.1.3: no ID in the trailer"},
        {0, "[<0102> ", "[<010> ", "A 6.1.6: byte N: a hexadecimal string has an odd number of digits"},
        {0, "[<0102> ", "[<01Z2> ", "A 6.1.6: byte N: a hexadecimal string has another character"},
        {0, "/Size 51", "/Size 52", "PDF 7.5.5: Size is not the number of objects"},
        {0, "/Size 51", "/Size 51 /Encrypt 15 0 R", "A 6.1.3: encrypted"},
        {0, "/Size 51", "/Size 51 /Prev 9", "PDF 7.5.6: an earlier version is in the file"},
        {0, "\n7 0 obj\n", "\n7 0 obj ", "A 6.1.9: object 7: blanks around the number or obj"},
        {0, ">>\nendobj\n8", ">> endobj\n8", "A 6.1.9: object 7: no line end before or after endobj"},
        {0, "endstream\nendobj\n5", "endstream endobj\n5",
         "A 6.1.9: object 4: no line end before or after endobj"},
        {0, "stream\n/Artifact", "stream\r/Artifact",
         "A 6.1.7: object 4: stream is not followed by a line feed"},
        {0, "ET\nendstream", "ET endstream", "A 6.1.7: object 4: no line end before endstream"},
        {0, "\n17 0 obj", "\n71 0 obj", "object 17: is not where the xref table says"},
        {0, "/Title (One)", "/Title (Oneo", "byte N: a string without its end"},
    });
}

} // namespace
} // namespace taisho::test
