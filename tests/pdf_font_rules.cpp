// Fonts (ISO 19005-2 6.2.11, ISO 14289-1 7.21): embedded, with widths and texts for every code that is shown.

#include "pdf_rules_parts.h"

#include "base/utf8.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace taisho::test {
namespace {

bool is_private_use(char32_t character) {
    return (character >= 0xe000 && character <= 0xf8ff) || character >= 0xf0000;
}

bool is_blank(char32_t character) {
    return character <= 0x20 || character == 0xa0 || character == 0xad || character == 0x3000 ||
           (character >= 0x2000 && character <= 0x200f) || (character >= 0x2028 && character <= 0x202f) ||
           (character >= 0x205f && character <= 0x206f);
}

// ABCDEF+Name (ISO 32000-1 9.6.4).
bool has_subset_tag(const std::string& name) {
    const auto is_capital = [](char byte) { return byte >= 'A' && byte <= 'Z'; };
    return name.size() > 7 && name[6] == '+' && std::all_of(name.begin(), name.begin() + 6, is_capital);
}

struct FontCheck {
    const Examined& examined;
    std::int64_t object = 0;
    Breaches breaches = {};

    const PdfFile& file() const { return examined.file; }

    void broken(const std::string& clause, const std::string& what) {
        breaches.push_back(clause + ": font (object " + std::to_string(object) + "): " + what);
    }

    // ---- dictionaries ----

    void check_composite(const PdfValue& font) {
        const std::string& name = name_in(get(file(), font, "BaseFont"));
        if (!is_name(get(file(), font, "Type"), "Font") || !is_name(get(file(), font, "Subtype"), "Type0"))
            broken("A 6.2.11.2", "no composite font");
        if (name.empty() || find_invalid(name)) broken("A 6.2.11.2", "no BaseFont");
        if (!has_subset_tag(name)) broken("PDF 9.6.4", "its name has no tag of a subset");
        const PdfValue& encoding = get(file(), font, "Encoding");
        if (!is_name(encoding, "Identity-H")) broken("A 6.2.11.3", "its codes are not Identity-H");
        if (array_in(get(file(), font, "DescendantFonts")).size() != 1)
            broken("A 6.2.11.2", "not one descendant");
        if (stream_of(file(), entry_of(font, "ToUnicode")) == nullptr) broken("UA 7.21.7", "no ToUnicode");
    }

    void check_descendant(const PdfValue& font, const PdfValue& descendant) {
        if (!is_name(get(file(), descendant, "Type"), "Font") ||
            !is_name(get(file(), descendant, "Subtype"), "CIDFontType2"))
            broken("A 6.2.11.2", "no CIDFontType2 below it");
        if (name_in(get(file(), descendant, "BaseFont")) != name_in(get(file(), font, "BaseFont")))
            broken("PDF 9.7.6.1", "another name than its descendant");
        const PdfValue& system = get(file(), descendant, "CIDSystemInfo");
        const bool good = !bytes_in(get(file(), system, "Registry")).empty() &&
                          !bytes_in(get(file(), system, "Ordering")).empty() &&
                          integer_in(get(file(), system, "Supplement"), -1) >= 0;
        if (!good) broken("A 6.2.11.3", "no CIDSystemInfo");
        const PdfValue& map = entry_of(descendant, "CIDToGIDMap");
        if (!is_name(map, "Identity") && stream_of(file(), map) == nullptr)
            broken("A 6.2.11.3", "no CIDToGIDMap");
    }

    void check_descriptor(const PdfValue& descendant) {
        const PdfValue& descriptor = get(file(), descendant, "FontDescriptor");
        if (!is_name(get(file(), descriptor, "Type"), "FontDescriptor"))
            broken("PDF 9.8", "no FontDescriptor");
        if (name_in(get(file(), descriptor, "FontName")) != name_in(get(file(), descendant, "BaseFont")))
            broken("PDF 9.8", "FontName is not BaseFont");
        for (const char* key : {"Flags", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"}) {
            if (!is_number(get(file(), descriptor, key))) broken("PDF 9.8", std::string("no ") + key);
        }
        if (array_in(get(file(), descriptor, "FontBBox")).size() != 4) broken("PDF 9.8", "no FontBBox");
        if (!is_null(get(file(), descriptor, "CIDSet")))
            broken("A 6.2.11.4", "a CIDSet is not examined here");
    }

    // ---- codes ----

    std::uint32_t glyph_of(const PdfValue& descendant, std::uint32_t code) const {
        const PdfObject* map = stream_of(file(), entry_of(descendant, "CIDToGIDMap"));
        if (map == nullptr) return code;
        if (std::size_t{code} * 2 + 1 >= map->stream.size()) return 0;
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(map->stream[at]); };
        return byte(code * 2) * 256U + byte(code * 2 + 1);
    }

    void check_text(const ShownCode& shown, const UnicodeMap& map) {
        const std::string code = "code " + std::to_string(shown.code);
        const auto found = map.texts.find(shown.code);
        if (found == map.texts.end()) {
            broken("UA 7.21.7", code + " has no text");
            return;
        }
        for (std::size_t i = 0; i < found->second.size();) {
            const Decoded decoded = decode(found->second, i);
            const char32_t character = decoded.character;
            if (character == 0 || character == 0xfeff || character == 0xfffe)
                broken("A 6.2.11.7.2", code + " has a forbidden text");
            if (is_private_use(character) && !shown.covered)
                broken("A 6.2.11.7.3", code + " is of private use and has no ActualText");
            i += decoded.length;
        }
    }

    static bool is_visible(const std::string& text) {
        for (std::size_t i = 0; i < text.size();) {
            const Decoded decoded = decode(text, i);
            if (!is_blank(decoded.character)) return true;
            i += decoded.length;
        }
        return false;
    }

    void check_glyph(std::uint32_t code, std::uint32_t glyph, const TrueTypeGlyphs& glyphs,
                     const CidWidths& widths, const std::string& text) {
        const std::string name = "code " + std::to_string(code);
        if (glyph == 0) broken("A 6.2.11.8", name + " shows .notdef");
        if (glyph >= glyphs.advances.size()) {
            broken("A 6.2.11.4", name + " has no glyph in the program");
            return;
        }
        const double advance = glyphs.advances[glyph] * 1000.0 / glyphs.units_per_em;
        if (std::abs(advance - widths.of(code)) > 1) broken("A 6.2.11.5", name + " has another width");
        if (is_visible(text) && !glyphs.has_outline[glyph])
            broken("A 6.2.11.4", name + " has a text and an empty glyph");
    }

    void check_codes(const PdfValue& font, const PdfValue& descendant, const std::set<ShownCode>& shown) {
        const PdfValue& descriptor = get(file(), descendant, "FontDescriptor");
        const PdfObject* program = stream_of(file(), entry_of(descriptor, "FontFile2"));
        if (program == nullptr) {
            broken("A 6.2.11.4", "not embedded");
            return;
        }
        if (integer_in(get(file(), program->value, "Length1"), -1) !=
            static_cast<std::int64_t>(program->stream.size()))
            broken("PDF 9.9", "Length1 is not the length of the program");
        const TrueTypeGlyphs glyphs = read_truetype(program->stream);
        const CidWidths widths = read_widths(file(), descendant);
        const PdfObject* map = stream_of(file(), entry_of(font, "ToUnicode"));
        UnicodeMap texts = map != nullptr ? read_unicode_map(map->stream) : UnicodeMap{};
        for (const ShownCode& code : shown) {
            check_text(code, texts);
            check_glyph(code.code, glyph_of(descendant, code.code), glyphs, widths, texts.texts[code.code]);
        }
    }
};

} // namespace

Breaches font_breaches(const Examined& examined) {
    Breaches breaches;
    for (const auto& [object, shown] : examined.content.shown) {
        FontCheck check{examined, object};
        const PdfValue& font = resolved(examined.file, PdfValue{PdfReference{object}});
        const PdfArray& descendants = array_in(get(examined.file, font, "DescendantFonts"));
        check.check_composite(font);
        if (!descendants.empty()) {
            const PdfValue& descendant = resolved(examined.file, descendants[0]);
            check.check_descendant(font, descendant);
            check.check_descriptor(descendant);
            check.check_codes(font, descendant, shown);
        }
        breaches.insert(breaches.end(), check.breaches.begin(), check.breaches.end());
    }
    return breaches;
}

} // namespace taisho::test
