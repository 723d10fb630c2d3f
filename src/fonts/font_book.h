#pragma once
// The fonts of the folder fonts/: which face draws which character, glyphs and advances (HarfBuzz), and
// subsets for embedding (hb-subset). Nothing of the system is ever used. fonts.xml in that folder names the
// families, each a chain of faces: a character is drawn by the first face that has it.

#include "base/diagnostics.h"
#include "base/length.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

enum class Family : std::uint8_t { mincho, gothic };

// Quarters of a full-width glyph without ink, as they may be taken away from it. Known of punctuation only.
enum White : std::uint8_t { white_first = 1, white_second = 2, white_third = 4, white_fourth = 8 };

// One glyph of a shaped text. Texts are shaped once; where the glyph stands is decided later.
struct Glyph {
    std::uint16_t id = 0;             // of the font, or of several of its glyphs as one (Face::composed)
    std::uint8_t face = 0;            // index into FontBook's faces
    std::uint8_t white = 0;           // quarters of its advance that are free of ink: a sum of White
    std::int16_t advance = 0;         // 1/1000 em
    std::int16_t x_offset = 0;        // 1/1000 em, of the drawing, not of the pen
    std::uint32_t begin = 0, end = 0; // bytes of the shaped text, never none
};

// A character that no face of a family has; or, with a selector, a form of it that no face has, so that it is
// drawn in its usual form.
struct Undrawn {
    std::uint32_t at = 0; // byte of the text at which the character begins
    char32_t character = 0, selector = 0;

    bool operator==(const Undrawn&) const = default;
};

// Facts of a face that a document format needs. Lengths in 1/1000 em, y upwards.
struct FaceFacts {
    std::string postscript_name;
    int ascent = 0, descent = 0; // hhea; descent is negative
    int cap_height = 0;
    int box[4] = {}; // left, bottom, right, top
    int italic_angle = 0;
    bool serif = false;
};

// What a face says of itself to people. The texts are one line each, without what a terminal would obey.
struct FaceDescription {
    std::string file, name, version;
    std::string licence; // as short as it can be known again; empty when the font says nothing
    std::size_t characters = 0, variations = 0, bytes = 0;
};

// A font program that holds only some glyphs of a face, composed ones made glyphs of their own. It depends on
// what the glyphs are and not on their numbers.
struct FontSubset {
    std::string truetype;               // sfnt with head hhea hmtx maxp loca glyf
    std::vector<std::uint16_t> new_ids; // for each glyph asked for, its number in the subset
};

class FontBook {
public:
    // Reads folder/fonts.xml and maps the font files. What is missing or damaged is reported.
    static FontBook open(const std::filesystem::path& folder, Sources& sources, Diagnostics& diagnostics);
    FontBook(FontBook&&) noexcept;
    FontBook& operator=(FontBook&&) noexcept;
    ~FontBook();

    // Appends the glyphs of text[begin, end) (byte offsets, on character boundaries) in reading order.
    // There is one glyph for each character with the marks and selectors that belong to it. A character that
    // no face has becomes glyph 0 of the first face; find_undrawn tells about it beforehand.
    void shape(std::string_view text, std::uint32_t begin, std::uint32_t end, Family family,
               std::vector<Glyph>& glyphs) const;

    // What no face of the family can draw, in the order of the text. Line feeds and tabs are not drawn.
    std::vector<Undrawn> find_undrawn(std::string_view text, Family family) const;

    // The faces of a family in the order in which they are tried.
    const std::vector<std::uint8_t>& chain(Family family) const;

    const FaceFacts& facts(std::uint8_t face) const;
    FaceDescription describe(std::uint8_t face) const; // reads the whole cmap
    std::size_t face_count() const;

    // REQUIRES: every glyph belongs to `face`. `truetype` is empty when one of them is damaged in the file.
    FontSubset subset(std::uint8_t face, const std::vector<std::uint16_t>& glyphs) const;

private:
    struct State;
    explicit FontBook(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace taisho
