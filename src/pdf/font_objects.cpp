// The objects of a composite font (ISO 32000-1 9.7): Type0, CIDFontType2, FontDescriptor, the program, the
// map from codes to its glyphs, and the map from codes to Unicode.

#include "pdf/embedded_fonts.h"

#include "base/utf8.h"
#include "pdf/syntax.h"

#include <algorithm>

namespace taisho {
namespace {

// Six capitals that tell subsets of one face apart (ISO 32000-1 9.6.4).
std::string subset_tag(const EmbeddedProgram& program) {
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a
    const auto add = [&](std::uint64_t number) { hash = (hash ^ number) * 0x100000001b3; };
    for (const char byte : program.truetype) add(static_cast<std::uint8_t>(byte));
    for (const GlyphVariant& variant : program.variants) {
        add(variant.glyph);
        add(static_cast<std::uint16_t>(variant.advance));
        add(static_cast<std::uint16_t>(variant.x_offset));
    }
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26) tag.push_back(static_cast<char>('A' + hash % 26));
    return tag;
}

// W (9.7.4.3): the codes that are not one em wide, in stretches.
std::string width_array(const EmbeddedFont& font, const std::vector<std::int32_t>& widths) {
    constexpr std::int32_t usual = 1000;
    const auto width = [&](std::size_t cid) { return widths[font.codes[cid].number]; };
    std::string array = "[";
    for (std::size_t cid = 1; cid < font.codes.size(); ++cid) {
        if (width(cid) == usual) continue;
        append_integer(array, static_cast<std::int64_t>(cid));
        array += " [";
        for (; cid < font.codes.size() && width(cid) != usual; ++cid) {
            append_integer(array, width(cid));
            array.push_back(' ');
        }
        array.back() = ']';
    }
    array.push_back(']');
    return array;
}

// The text of a code as UTF-16 in hexadecimal. U+FEFF may not be the value of a code (ISO 19005-2
// 6.2.11.7.2); Unicode has U+2060 in its place. A string of a CMap has at most 512 bytes (Adobe Technical
// Note 5014), of which only a text of nothing but marks and invisible characters could want more.
std::string unicode_value(std::string_view text) {
    constexpr std::string_view joiner = "\u2060", no_break_space_of_old = "\ufeff";
    constexpr std::size_t longest = 512;
    std::string value;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = decode(text, at).length;
        const std::string_view character = text.substr(at, length);
        std::string digits;
        append_utf16_hex(digits, character == no_break_space_of_old ? joiner : character);
        if (value.size() + digits.size() > 2 * longest) break;
        value += digits, at += length;
    }
    return value;
}

// CIDToGIDMap (9.7.4.3): two bytes for each code.
std::string glyph_map(const std::vector<CodedGlyph>& codes) {
    std::string map;
    for (const CodedGlyph& code : codes) {
        map.push_back(static_cast<char>(code.number >> 8));
        map.push_back(static_cast<char>(code.number & 0xff));
    }
    return map;
}

// FontDescriptor (9.8). The fonts do not tell their stem width, and only a viewer without the embedded font
// would ask for it: 80 is what a regular weight has.
std::string descriptor(const FaceFacts& facts, const std::string& name, ObjectReference program) {
    constexpr int serif = 2, symbolic = 4, italic = 64; // table 123; symbolic: not the standard Latin set
    const int flags = symbolic | (facts.serif ? serif : 0) | (facts.italic_angle != 0 ? italic : 0);
    std::string text =
        "<</Type/FontDescriptor/FontName /" + name + "/Flags " + pdf_integer(flags) + "/FontBBox[";
    for (const int side : facts.box) text += pdf_integer(side) + " ";
    text.back() = ']';
    text += "/ItalicAngle " + pdf_integer(facts.italic_angle) + "/Ascent " + pdf_integer(facts.ascent) +
            "/Descent " + pdf_integer(facts.descent) + "/CapHeight " + pdf_integer(facts.cap_height) +
            "/StemV 80/FontFile2 " + pdf_reference(program) + ">>";
    return text;
}

ObjectReference add_deflated(PdfObjects& objects, Deflater& deflater, std::string_view bytes,
                             std::vector<DictionaryEntry> entries) {
    entries.push_back({"Filter", "/FlateDecode"});
    return objects.add_stream(std::move(entries), deflater.compress_well(bytes));
}

ObjectReference add_program(PdfObjects& objects, Deflater& deflater, const EmbeddedProgram& program) {
    const std::string bytes =
        program.variants.empty() ? program.truetype : add_variants(program.truetype, program.variants);
    const std::string length = pdf_integer(static_cast<std::int64_t>(bytes.size()));
    return add_deflated(objects, deflater, bytes, {{"Length1", length}});
}

ObjectReference add_font(PdfObjects& objects, Deflater& deflater, const EmbeddedFont& font,
                         const std::string& name, const std::string& widths, ObjectReference described) {
    const ObjectReference map = add_deflated(objects, deflater, glyph_map(font.codes), {});
    const ObjectReference unicode = add_deflated(objects, deflater, to_unicode(font), {});
    const ObjectReference descendant = objects.add_text(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
        "/CIDSystemInfo<</Registry (Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
        pdf_reference(described) + "/DW 1000/W " + widths + "/CIDToGIDMap " + pdf_reference(map) + ">>");
    return objects.add_text("<</Type/Font/Subtype/Type0/BaseFont/" + name +
                            "/Encoding/Identity-H/DescendantFonts[" + pdf_reference(descendant) +
                            "]/ToUnicode " + pdf_reference(unicode) + ">>");
}

} // namespace

std::string to_unicode(const EmbeddedFont& font) {
    const std::vector<CodedGlyph>& codes = font.codes;
    constexpr std::size_t block = 100; // the most that one bfchar may hold
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo <</Registry (Adobe)/Ordering(UCS)/Supplement 0>> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t cid = 1; cid < codes.size(); ++cid) {
        const std::size_t in_block = (cid - 1) % block;
        if (in_block == 0)
            map += pdf_integer(static_cast<std::int64_t>(std::min(block, codes.size() - cid))) +
                   " beginbfchar\n";
        map.push_back('<');
        append_hex16(map, static_cast<std::uint32_t>(cid));
        map += "> <" + unicode_value(codes[cid].text) + ">\n";
        if (in_block == block - 1 || cid + 1 == codes.size()) map += "endbfchar\n";
    }
    map += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    return map;
}

std::vector<ObjectReference> add_fonts(const EmbeddedFonts& fonts, const FontBook& book, PdfObjects& objects,
                                       Deflater& deflater) {
    std::vector<ObjectReference> references(fonts.fonts.size());
    for (const EmbeddedProgram& program : fonts.programs) {
        const FaceFacts& facts = book.facts(program.face);
        const std::string name = subset_tag(program) + "+" + facts.postscript_name;
        const ObjectReference bytes = add_program(objects, deflater, program);
        const ObjectReference described = objects.add_text(descriptor(facts, name, bytes));
        for (const std::uint16_t index : program.fonts) {
            const EmbeddedFont& font = fonts.fonts[index];
            references[index] =
                add_font(objects, deflater, font, name, width_array(font, program.widths), described);
        }
    }
    return references;
}

} // namespace taisho
