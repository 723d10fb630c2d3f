#pragma once
// The font programs that are embedded: TrueType files of six tables (OpenType 1.9), as hb-subset makes them,
// and glyphs that are added to them, made of glyphs they hold.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

// Advance widths of all glyphs in 1/1000 em. Empty when the file is damaged.
std::vector<std::int32_t> read_widths(std::string_view truetype);

// A glyph of the file and where it is drawn, in font units.
struct Component {
    std::uint16_t glyph = 0;
    std::int16_t x = 0, y = 0;

    auto operator<=>(const Component&) const = default;
};

// Glyphs drawn over each other as one: a base with its marks. Font units.
struct ComposedGlyph {
    std::vector<Component> components;
    std::uint16_t advance = 0;

    auto operator<=>(const ComposedGlyph&) const = default;
};

// The file with further glyphs, numbered on from its last one. REQUIRES: read_widths can read it, and there
// are no more than 65,535 glyphs in all.
std::string add_composed(std::string_view truetype, const std::vector<ComposedGlyph>& composed);

// A glyph of the file, moved to the side and with another width (both 1/1000 em).
struct GlyphVariant {
    std::uint16_t glyph = 0;
    std::int16_t advance = 0, x_offset = 0;

    auto operator<=>(const GlyphVariant&) const = default;
};

// The same for variants.
std::string add_variants(std::string_view truetype, const std::vector<GlyphVariant>& variants);

} // namespace taisho
