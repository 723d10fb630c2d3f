#include "pdf_fonts.h"

#include "base/utf8.h"
#include "pdf_lexer.h"

namespace taisho::test {
namespace {

std::uint32_t code_in(const PdfValue& value) {
    std::uint32_t code = 0;
    for (const char byte : bytes_in(value)) code = code << 8 | static_cast<unsigned char>(byte);
    return code;
}

struct MapReader {
    UnicodeMap map = {};
    std::int64_t promised = 0; // by 「100 beginbfchar」

    void slip(const std::string& what) { map.slips.push_back("PDF 9.10.3: the map to Unicode " + what); }

    void add(std::uint32_t code, const std::string& utf16) {
        const FromUtf16 text = from_utf16(utf16, ByteOrder::big);
        if (!text.whole || text.text.empty()) slip("has a text that is not UTF-16");
        if (!map.texts.emplace(code, text.text).second) slip("has a code twice");
    }

    void read_chars(const PdfArray& operands) {
        if (operands.size() != static_cast<std::size_t>(promised) * 2 || promised > 100)
            slip("has a block of another size");
        for (std::size_t i = 0; i + 1 < operands.size(); i += 2)
            add(code_in(operands[i]), bytes_in(operands[i + 1]));
    }

    void read_range(const PdfValue& first, const PdfValue& last, const PdfValue& target) {
        const std::uint32_t begin = code_in(first), end = code_in(last);
        if (end < begin || (begin >> 8) != (end >> 8)) {
            slip("has a bad range");
            return;
        }
        std::string text = bytes_in(target);
        for (std::uint32_t code = begin; code <= end; ++code) {
            const PdfArray& each = array_in(target);
            if (!each.empty() && code - begin < each.size()) text = bytes_in(each[code - begin]);
            add(code, text);
            if (each.empty() && !text.empty()) ++text.back();
        }
    }

    void read(const PdfOperation& operation) {
        const PdfArray& operands = operation.operands;
        if (operation.name.starts_with("begin") && !operands.empty())
            promised = integer_in(operands.back(), 0);
        if (operation.name == "endbfchar") read_chars(operands);
        if (operation.name == "endbfrange") {
            for (std::size_t i = 0; i + 2 < operands.size(); i += 3)
                read_range(operands[i], operands[i + 1], operands[i + 2]);
        }
        if (operation.name == "endcodespacerange") {
            const bool two_bytes = operands.size() == 2 && bytes_in(operands[0]) == std::string(2, '\0') &&
                                   bytes_in(operands[1]) == "\xff\xff";
            if (!two_bytes) slip("is not one of all codes of two bytes");
        }
    }
};

// Numbers of an OpenType table, most significant byte first.
std::uint32_t number_at(const std::string& bytes, std::size_t at, std::size_t size) {
    if (at + size > bytes.size()) throw PdfError("the font program is cut off");
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::map<std::string, std::string> tables_of(const std::string& program) {
    std::map<std::string, std::string> tables;
    const std::uint32_t count = number_at(program, 4, 2);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t at = 12 + 16 * std::size_t{i};
        const std::size_t offset = number_at(program, at + 8, 4), length = number_at(program, at + 12, 4);
        if (offset + length > program.size()) throw PdfError("the font program is cut off");
        tables[program.substr(at, 4)] = program.substr(offset, length);
    }
    for (const char* name : {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}) {
        if (!tables.contains(name)) throw PdfError(std::string("the font program has no table ") + name);
    }
    return tables;
}

} // namespace

UnicodeMap read_unicode_map(const std::string& cmap) {
    MapReader reader;
    const PdfOperations operations = operations_in(cmap);
    for (const PdfOperation& operation : operations.all) reader.read(operation);
    for (const std::string& slip : operations.slips) reader.map.slips.push_back(slip);
    return reader.map;
}

TrueTypeGlyphs read_truetype(const std::string& program) {
    const std::uint32_t version = number_at(program, 0, 4);
    if (version != 0x00010000 && version != 0x74727565) throw PdfError("the font program is not TrueType");
    const auto tables = tables_of(program);
    TrueTypeGlyphs glyphs;
    glyphs.units_per_em = number_at(tables.at("head"), 18, 2);
    const bool long_offsets = number_at(tables.at("head"), 50, 2) == 1;
    const std::uint32_t count = number_at(tables.at("maxp"), 4, 2);
    const std::uint32_t metrics = number_at(tables.at("hhea"), 34, 2);
    if (metrics == 0 || glyphs.units_per_em == 0) throw PdfError("the font program has no metrics");
    const auto offset_of = [&](std::uint32_t glyph) {
        return long_offsets ? number_at(tables.at("loca"), glyph * 4, 4)
                            : number_at(tables.at("loca"), glyph * 2, 2) * 2;
    };
    for (std::uint32_t glyph = 0; glyph < count; ++glyph) {
        glyphs.advances.push_back(number_at(tables.at("hmtx"), std::min(glyph, metrics - 1) * 4, 2));
        glyphs.has_outline.push_back(offset_of(glyph + 1) > offset_of(glyph));
        if (offset_of(glyph + 1) > tables.at("glyf").size()) throw PdfError("a glyph is cut off");
    }
    return glyphs;
}

double CidWidths::of(std::uint32_t code) const {
    const auto found = widths.find(code);
    return found != widths.end() ? found->second : usual;
}

CidWidths read_widths(const PdfFile& file, const PdfValue& cid_font) {
    CidWidths result;
    const PdfValue& usual = get(file, cid_font, "DW");
    if (!is_null(usual)) result.usual = number_in(usual);
    const PdfArray& array = array_in(get(file, cid_font, "W"));
    for (std::size_t i = 0; i + 1 < array.size();) {
        const auto first = static_cast<std::uint32_t>(integer_in(array[i], 0));
        if (as<PdfArray>(array[i + 1]) != nullptr) {
            std::uint32_t code = first;
            for (const PdfValue& width : array_in(array[i + 1])) result.widths[code++] = number_in(width);
            i += 2;
            continue;
        }
        if (i + 2 >= array.size()) throw PdfError("PDF 9.7.4.3: W ends early");
        const auto last = static_cast<std::uint32_t>(integer_in(array[i + 1], 0));
        for (std::uint32_t code = first; code <= std::min(last, 0xffffU); ++code)
            result.widths[code] = number_in(array[i + 2]);
        i += 3;
    }
    return result;
}

} // namespace taisho::test
