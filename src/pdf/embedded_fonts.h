#pragma once
// The fonts of a PDF file: a subset of each face in use, character codes of our own, and the font objects.
//
// A code (CID) is given to each pair of a glyph and the text it stands for, in the order of first use. So one
// glyph reached from two characters keeps both texts for search and copying, which the glyph number as code
// could not. A face with more pairs than codes becomes a second font.

#include "fonts/font_book.h"
#include "fonts/truetype.h"
#include "layout/pages.h"
#include "pdf/deflate.h"
#include "pdf/objects.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace taisho {

// The glyphs of one face that the pages show.
struct EmbeddedProgram {
    std::uint8_t face = 0;
    std::string truetype;
    std::vector<std::uint16_t> numbers; // in the program, by glyph of the face
    std::vector<std::int32_t> widths;   // by number in the program, 1/1000 em
    std::vector<GlyphVariant> variants; // numbered on from the glyphs of `truetype`
    std::map<GlyphVariant, std::uint16_t> variant_numbers;
    std::vector<std::uint16_t> fonts; // those that show this program
};

struct CodedGlyph {
    std::uint16_t number = 0; // in the program
    std::string text;         // UTF-8
};

struct EmbeddedFont {
    std::uint8_t program = 0;
    std::vector<CodedGlyph> codes = std::vector<CodedGlyph>(1); // by CID; 0 is .notdef and never used

    // The code of each glyph with the text it was met with first, if that is short; all others are in
    // `others`.
    struct FirstCode {
        std::uint64_t text = 0;
        std::uint16_t cid = 0;
    };
    std::vector<FirstCode> first_codes; // by number in the program
    std::map<std::pair<std::uint16_t, std::string>, std::uint16_t> others;
};

struct EmbeddedFonts {
    std::vector<EmbeddedProgram> programs;
    std::vector<std::uint8_t> program_of_face;
    std::vector<EmbeddedFont> fonts;
};

// The subsets of all faces that the pages show, and no codes yet. Nothing when a face could not be subset.
std::optional<EmbeddedFonts> subset_fonts(const Pages& pages, const FontBook& book);

// Why there was nothing: the first face that could not be subset.
std::optional<std::uint8_t> find_unusable_face(const Pages& pages, const FontBook& book);

// How a glyph is shown.
struct ShownGlyph {
    std::uint16_t font = 0, cid = 0; // `font` is an index into EmbeddedFonts::fonts
    std::int32_t width = 0;          // by which the viewer's pen moves, 1/1000 em
    std::int32_t x_offset = 0;       // of the drawing, 1/1000 em
};

// The code of a glyph that stands for `text`, a new one if it has none. REQUIRES: the glyph is one of the
// pages.
ShownGlyph find_code(EmbeddedFonts& fonts, const Glyph& glyph, std::string_view text);

// The map from codes to Unicode (ISO 32000-1 9.10.3). Every code has a value.
std::string to_unicode(const EmbeddedFont& font);

// Adds the objects of all fonts; their references, in order.
std::vector<ObjectReference> add_fonts(const EmbeddedFonts& fonts, const FontBook& book, PdfObjects& objects,
                                       Deflater& deflater);

} // namespace taisho
