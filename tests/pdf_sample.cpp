#include "pdf_sample.h"

#include "pdf_rules.h"

#include <cstdint>
#include <cstdio>
#include <doctest/doctest.h>

namespace taisho::test {
namespace {

using namespace std::string_literals; // fonts and profiles have zero bytes

std::string stream(const std::string& entries, const std::string& bytes) {
    return "<<" + entries + " /Length @>>\nstream\n" + bytes + "\nendstream";
}

// ---- the font: 「.notdef」, a wide glyph and a narrow one ----

std::string big_endian(std::uint32_t number, int size) {
    std::string bytes;
    for (int i = size - 1; i >= 0; --i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
    return bytes;
}

// A square (OpenType, glyf): one contour of four points.
std::string square() {
    const std::string header = "\0\1\0\0\0\0\1\0\1\0\0\3\0\0"s; // contours, box, last point, no instructions
    return header + "\x37\x37\x37\x37\1\1\1\1\1\1\1\1"s;
}

std::string truetype() {
    std::string head(54, '\0'), hhea(36, '\0');
    head.replace(0, 4, "\0\1\0\0"s);
    head.replace(12, 4, "\x5f\x0f\x3c\xf5");
    head.replace(18, 2, big_endian(1000, 2));
    hhea.replace(0, 4, "\0\1\0\0"s);
    hhea.replace(34, 2, big_endian(3, 2));
    const std::string hmtx = big_endian(1000 << 16, 4) + big_endian(1000 << 16, 4) + big_endian(500 << 16, 4);
    const std::string loca = big_endian(0, 2) + big_endian(0, 2) + big_endian(13, 2) + big_endian(26, 2);
    const std::string maxp = "\0\1\0\0\0\3"s + std::string(26, '\0');
    const std::vector<std::pair<std::string, std::string>> tables = {{"glyf", square() + square()},
                                                                     {"head", head},
                                                                     {"hhea", hhea},
                                                                     {"hmtx", hmtx},
                                                                     {"loca", loca},
                                                                     {"maxp", maxp}};
    std::string directory = "\0\1\0\0\0\6\0\x40\0\2\0\x20"s, data;
    for (const auto& [name, table] : tables) {
        const auto offset = static_cast<std::uint32_t>(12 + 16 * tables.size() + data.size());
        directory += name + big_endian(0, 4) + big_endian(offset, 4) +
                     big_endian(static_cast<std::uint32_t>(table.size()), 4);
        data += table + std::string((4 - table.size() % 4) % 4, '\0');
    }
    return directory + data;
}

std::string profile() {
    std::string header(132, '\0');
    header.replace(0, 4, big_endian(132, 4));
    header.replace(8, 4, "\2\x10\0\0"s);
    header.replace(12, 12, "mntrRGB XYZ ");
    header.replace(36, 4, "acsp");
    return header;
}

constexpr const char* to_unicode = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                                   "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
                                   "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                                   "2 beginbfchar\n<0001> <4E00>\n<0002> <0061>\nendbfchar\n"
                                   "endcmap CMapName currentdict /CMap defineresource pop end end";

// ---- the metadata ----

constexpr const char* metadata = R"(<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ichi</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Office</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>hand</pdf:Producer><xmp:CreateDate>2024-08-01</xmp:CreateDate>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>)";

// ---- the pages ----

std::string marked(const std::string& tag, int mcid, const std::string& shown) {
    return "/" + tag + " <</MCID " + std::to_string(mcid) + ">> BDC " + shown + " EMC\n";
}

std::string first_page() {
    return "/Artifact BMC 0.5 w 50 700 m 500 700 l S EMC\nBT /F0 10 Tf 50 750 Td\n" +
           marked("H1", 0, "<0001> Tj") + marked("P", 1, "<0002> Tj") + marked("Span", 2, "<00010001> Tj") +
           marked("Link", 3, "<0002> Tj") + marked("Lbl", 4, "<0001> Tj") + marked("LBody", 5, "<0002> Tj") +
           "/Artifact <</Type /Pagination /Subtype /Footer>> BDC <0001> Tj EMC\nET";
}

std::string second_page() {
    return "q 0.9 g 50 600 100 20 re /Artifact BMC f EMC Q BT /F0 10 Tf 50 750 Td\n" +
           marked("P", 0, "<0001> Tj") + marked("TH", 1, "<0001> Tj") + marked("TH", 2, "<0002> Tj") +
           marked("TH", 3, "<0001> Tj") + marked("TD", 4, "[<0002> -500 <0002>] TJ") +
           marked("TD", 5, "/Span <</ActualText (b)>> BDC <0002> Tj EMC <0001> Tj") +
           marked("Note", 6, "<0002> Tj") + marked("H2", 7, "<0001> Tj") + "ET";
}

std::string element(const std::string& type, int parent, const std::string& rest) {
    return "<</Type /StructElem /S /" + type + " /P " + std::to_string(parent) + " 0 R " + rest + ">>";
}

std::string page(const std::string& rest) {
    return "<</Type /Page /Parent 2 0 R /Resources <</Font <</F0 7 0 R>>>> " + rest + ">>";
}

} // namespace

std::vector<std::string> sample_objects() {
    const std::string on_first = "/Pg 3 0 R /K ", on_second = "/Pg 5 0 R /K ", font = truetype();
    return {
        // 1 to 6: the catalog and the pages
        "<</Type /Catalog /Pages 2 0 R /Lang (ja-JP) /MarkInfo <</Marked true>> /StructTreeRoot 20 0 R"
        " /ViewerPreferences <</DisplayDocTitle true>> /Metadata 14 0 R /Outlines 16 0 R"
        " /PageLabels <</Nums [0 <</S /D>>]>> /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1"
        " /OutputConditionIdentifier (sRGB) /DestOutputProfile 13 0 R>>]>>",
        "<</Type /Pages /Kids [3 0 R 5 0 R] /Count 2 /MediaBox [0 0 595 842]>>",
        page("/Contents 4 0 R /StructParents 0 /Annots [29 0 R] /Tabs /S"),
        stream("", first_page()),
        page("/Contents 6 0 R /StructParents 1"),
        stream("", second_page()),
        // 7 to 12: the font
        "<</Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Sample /Encoding /Identity-H"
        " /DescendantFonts [8 0 R] /ToUnicode 11 0 R>>",
        "<</Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Sample /CIDSystemInfo <</Registry (Adobe)"
        " /Ordering (Identity) /Supplement 0>> /FontDescriptor 9 0 R /DW 1000 /W [2 [500]] /CIDToGIDMap 12 0 "
        "R>>",
        "<</Type /FontDescriptor /FontName /ABCDEF+Sample /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0"
        " /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontFile2 10 0 R>>",
        stream("/Length1 " + std::to_string(font.size()), font),
        stream("", to_unicode),
        stream("", "\0\0\0\1\0\2"s),
        // 13 to 19: colour, metadata, bookmarks
        stream("/N 3", profile()),
        stream("/Type /Metadata /Subtype /XML", metadata),
        "<</Title (Ichi) /Author (Office) /Producer (hand) /CreationDate (D:20240801)>>",
        "<</Type /Outlines /First 17 0 R /Last 18 0 R /Count 3>>",
        "<</Title (One) /Parent 16 0 R /Next 18 0 R /Dest [3 0 R /XYZ null 760 null]>>",
        "<</Title (Two) /Parent 16 0 R /Prev 17 0 R /First 19 0 R /Last 19 0 R /Count 1 /Dest [5 0 R /Fit]>>",
        "<</Title (In two) /Parent 18 0 R /A <</S /GoTo /D [5 0 R /FitH 700]>>>>",
        // 20 to 46: the structure
        "<</Type /StructTreeRoot /K 21 0 R /ParentTree 45 0 R /ParentTreeNextKey 3 /IDTree 46 0 R"
        " /RoleMap <</Stress /Emphasis /Emphasis /Span>>>>",
        element("Document", 20, "/K [22 0 R 23 0 R 25 0 R 30 0 R 34 0 R 43 0 R 44 0 R]"),
        element("H1", 21, on_first + "0"),
        element("P", 21, on_first + "[1 24 0 R]"),
        element("Stress", 23, on_first + "[<</Type /MCR /MCID 2>>] /Lang (en) /ActualText (twice)"),
        element("TOC", 21, "/K 26 0 R"),
        element("TOCI", 25, "/K [27 0 R]"),
        element("Reference", 26, "/K [28 0 R]"),
        element("Link", 27, on_first + "[3 <</Type /OBJR /Obj 29 0 R>>]"),
        "<</Type /Annot /Subtype /Link /Rect [50 740 60 760] /F 4 /Contents (To two) /StructParent 2"
        " /Border [0 0 0] /Dest [5 0 R /XYZ null null null]>>",
        element("L", 21, "/K [31 0 R] /A <</O /List /ListNumbering /Decimal>>"),
        element("LI", 30, "/K [32 0 R 33 0 R]"),
        element("Lbl", 31, on_first + "4"),
        element("LBody", 31, on_first + "5"),
        element("Table", 21, "/K [35 0 R 36 0 R 39 0 R]"),
        element("Caption", 34, on_second + "0"),
        element("THead", 34, "/K [37 0 R]"),
        element("TR", 36, "/K [38 0 R 47 0 R]"),
        element("TH", 37, on_second + "1 /ID (c1) /A <</O /Table /Scope /Column>>"),
        element("TBody", 34, "/K [40 0 R 48 0 R]"),
        element("TR", 39, "/K [41 0 R 42 0 R]"),
        element("TH", 40, on_second + "3 /A [<</O /Table /Scope /Row /RowSpan 2>>]"),
        element("TD", 40, on_second + "4 /A <</O /Table /Headers [(c2)]>>"),
        element("Note", 21, on_second + "6 /ID (n1)"),
        element("H2", 21, on_second + "7"),
        "<</Nums [0 [22 0 R 23 0 R 24 0 R 28 0 R 32 0 R 33 0 R]"
        " 1 [35 0 R 38 0 R 47 0 R 41 0 R 42 0 R 49 0 R 43 0 R 44 0 R] 2 28 0 R]>>",
        "<</Kids [50 0 R]>>",
        element("TH", 37, on_second + "2 /ID (c2)"),
        element("TR", 39, "/K [49 0 R]"),
        element("TD", 48, on_second + "5"),
        "<</Limits [(c1) (n1)] /Names [(c1) 38 0 R (c2) 47 0 R (n1) 43 0 R]>>",
    };
}

std::string file_of(const std::vector<std::string>& objects) {
    std::string file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", table;
    std::string trailer = "trailer\n<</Size " + std::to_string(objects.size() + 1);
    trailer += " /Root 1 0 R /Info 15 0 R /ID [<0102> <0102>]>>\nstartxref\n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        char entry[24];
        std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", file.size());
        table += entry;
        std::string text = objects[i];
        const std::size_t begin = text.find("\nstream\n"), length = text.find("/Length @");
        if (begin != std::string::npos && length != std::string::npos)
            text.replace(length + 8, 1, std::to_string(text.rfind("\nendstream") - begin - 8));
        file += std::to_string(i + 1) + " 0 obj\n" + text + "\nendobj\n";
    }
    const std::string head = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    return file + head + table + trailer + std::to_string(file.size()) + "\n%%EOF\n";
}

namespace {

std::string without_numbers_of_bytes(std::string text) {
    const std::string word = "byte ";
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const std::size_t begin = at + word.size(), end = text.find_first_not_of("0123456789", begin);
        text.replace(begin, end - begin, "N");
    }
    return text;
}

std::string spoiled(const Spoil& spoil) {
    std::vector<std::string> objects = sample_objects();
    std::string file = file_of(objects);
    std::string& target = spoil.object > 0 ? objects.at(spoil.object - 1) : file;
    const std::size_t at = target.find(spoil.from);
    REQUIRE(at != std::string::npos);
    target.replace(at, spoil.from.size(), spoil.to);
    return spoil.object > 0 ? file_of(objects) : file;
}

} // namespace

void check_spoils(const std::vector<Spoil>& spoils) {
    for (const Spoil& spoil : spoils) {
        CAPTURE(spoil.object);
        CAPTURE(spoil.from);
        std::string sentences;
        for (const std::string& sentence : broken_rules_of(spoiled(spoil)))
            sentences += (sentences.empty() ? "" : "\n") + sentence;
        CHECK(without_numbers_of_bytes(sentences) == spoil.sentences);
    }
}

} // namespace taisho::test
