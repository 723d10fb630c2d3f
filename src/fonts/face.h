#pragma once
// One font file: which glyphs it has, how they follow each other, and its tables. The file is mapped, so that
// only the parts in use are ever read. Fonts are input from outside: every read is within bounds, and what is
// not a usable TrueType font is refused at the door.

#include "fonts/font_book.h"
#include "fonts/truetype.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace taisho {

// A character and its bytes in the text that is shaped.
struct Character {
    char32_t code = 0;
    std::uint32_t begin = 0, end = 0;
};

// Behind the last character of the unit (characters.h) that begins with characters[first].
std::size_t end_of_unit(std::span<const Character> characters, std::size_t first);

// The character that what joins it stays with; the last one if nothing in the unit shows.
const Character& base_of(std::span<const Character> unit);

class Face {
public:
    // Nothing when the file is not a TrueType font with all the tables that are needed.
    static std::optional<Face> open(const std::filesystem::path& file);
    Face(Face&&) noexcept;
    Face& operator=(Face&&) noexcept;
    ~Face();

    // Whether the font has a glyph for the character, and one with ink unless the character is a blank.
    bool has(char32_t character) const;
    bool has_variation(char32_t base, char32_t selector) const;

    // Whether the mark can be drawn on the base: as a glyph of its own, or as one glyph with the base.
    bool has_mark(char32_t base, char32_t mark) const;

    // Appends the glyphs of the characters in reading order, one for each unit (a character with what joins
    // it): of several, one is composed. `number` is what Glyph::face shall say. A selector that the face has
    // no form for is left out, and so is what shows nothing: the glyph of its unit covers its bytes. A unit
    // that shows nothing at all has no glyph. REQUIRES: whole units.
    void shape(std::span<const Character> characters, std::uint8_t number, std::vector<Glyph>& glyphs) const;

    // Glyphs are numbered as in the font, those that were composed behind them.
    std::size_t glyph_count() const;
    const ComposedGlyph* composed(std::uint16_t glyph) const; // null for a glyph of the font

    // The left and right edge of what the glyph draws, 1/1000 em from the pen; nothing for a blank.
    struct Ink {
        std::int32_t left = 0, right = 0;
    };
    std::optional<Ink> ink(std::uint16_t glyph) const;

    // Whether the glyph is a blank or its outline can be read.
    bool has_sound_outline(std::uint16_t glyph) const;

    // How many characters and variation sequences (Unicode: IVS and SVS) the font maps.
    std::size_t character_count() const;
    std::size_t variation_count() const;

    // A text of the table name by its ID, in English or else Japanese; empty when there is none.
    std::string name(unsigned id) const;

    std::size_t file_size() const;

    // The bytes of a table, as long as the Face lives; empty when there is none.
    std::string_view table(const char (&tag)[5]) const;

    // Outlines are wanted for a subset only: gives back the memory they took.
    void release_outlines() const;

private:
    struct State;
    explicit Face(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// head, hhea, OS/2, post and name, as far as FaceFacts wants them.
FaceFacts read_facts(const Face& face);

FaceDescription describe_face(const Face& face);

// REQUIRES: the glyphs are glyphs of the face. `truetype` is empty when one of them is damaged.
FontSubset make_subset(const Face& face, const std::vector<std::uint16_t>& glyphs);

} // namespace taisho
