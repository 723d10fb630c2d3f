#pragma once
// Fonts of a PDF file as far as their texts and glyphs go: composite fonts over TrueType, the only kind that
// we write (ISO 32000-1 9.7, 9.10; OpenType).

#include "pdf_file.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace taisho::test {

// A ToUnicode CMap: the text of each code, and what is wrong in it.
struct UnicodeMap {
    std::map<std::uint32_t, std::string> texts;
    std::vector<std::string> slips;
};
UnicodeMap read_unicode_map(const std::string& cmap);

// What an embedded TrueType program says of its glyphs.
struct TrueTypeGlyphs {
    std::uint32_t units_per_em = 0;
    std::vector<std::uint32_t> advances; // of each glyph, in its units
    std::vector<bool> has_outline;
};
TrueTypeGlyphs read_truetype(const std::string& program); // throws PdfError

// W and DW of a CIDFont: the width of each code that is not the default.
struct CidWidths {
    double usual = 1000;
    std::map<std::uint32_t, double> widths;

    double of(std::uint32_t code) const;
};
CidWidths read_widths(const PdfFile& file, const PdfValue& cid_font);

} // namespace taisho::test
