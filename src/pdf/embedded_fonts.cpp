#include "pdf/embedded_fonts.h"

namespace taisho {
namespace {

constexpr std::size_t most_codes = 0x10000, most_glyphs = 0xffff;

// The glyphs that are placed, by face, in ascending order.
std::vector<std::vector<std::uint16_t>> placed_glyphs(const Pages& pages, std::size_t faces) {
    std::vector<std::vector<bool>> placed(faces);
    for (const Page& page : pages.pages) {
        for (const PlacedText& text : page.texts) {
            const ShapedText& shaped = pages.texts[text.text];
            for (std::uint32_t i = text.first; i < text.last + text.blanks; ++i) {
                const Glyph& glyph = shaped.glyphs[i];
                std::vector<bool>& of_face = placed[glyph.face];
                if (of_face.size() <= glyph.id) of_face.resize(0x10000);
                of_face[glyph.id] = true;
            }
        }
    }
    std::vector<std::vector<std::uint16_t>> glyphs(faces);
    for (std::size_t face = 0; face < faces; ++face) {
        for (std::size_t id = 0; id < placed[face].size(); ++id) {
            if (placed[face][id]) glyphs[face].push_back(static_cast<std::uint16_t>(id));
        }
    }
    return glyphs;
}

// A text of up to seven bytes and its length as one number; longer ones give nothing.
std::optional<std::uint64_t> pack(std::string_view text) {
    if (text.size() > 7) return std::nullopt;
    std::uint64_t packed = text.size();
    for (const char byte : text) packed = packed << 8 | static_cast<std::uint8_t>(byte);
    return packed;
}

std::uint16_t find_in(const EmbeddedFont& font, std::uint16_t number, std::string_view text) {
    if (number < font.first_codes.size()) {
        const EmbeddedFont::FirstCode& first = font.first_codes[number];
        if (first.cid != 0 && pack(text) == first.text) return first.cid;
    }
    if (font.others.empty()) return 0;
    const auto other = font.others.find(std::pair(number, std::string(text)));
    return other == font.others.end() ? std::uint16_t{0} : other->second;
}

std::uint16_t add_code(EmbeddedFont& font, std::uint16_t number, std::string_view text) {
    const auto cid = static_cast<std::uint16_t>(font.codes.size());
    font.codes.push_back({number, std::string(text)});
    if (font.first_codes.size() <= number) font.first_codes.resize(number + std::size_t{1});
    EmbeddedFont::FirstCode& first = font.first_codes[number];
    const std::optional<std::uint64_t> packed = pack(text);
    if (first.cid == 0 && packed) {
        first = {*packed, cid};
    } else {
        font.others.emplace(std::pair(number, std::string(text)), cid);
    }
    return cid;
}

// Glyphs that are set clearly closer than their own width get a form with the width they are set with; see
// truetype.cpp. Small differences, as justification makes them, are left to the pen.
bool wants_variant(const Glyph& glyph, std::int32_t width) {
    constexpr std::int32_t noticeable = 50;
    const bool closer = width - glyph.advance >= noticeable || glyph.x_offset <= -noticeable;
    return closer && glyph.advance >= 0;
}

std::uint16_t variant_number(EmbeddedProgram& program, const GlyphVariant& variant) {
    const auto known = program.variant_numbers.find(variant);
    if (known != program.variant_numbers.end()) return known->second;
    if (program.widths.size() >= most_glyphs) return variant.glyph;
    const auto number = static_cast<std::uint16_t>(program.widths.size());
    program.widths.push_back(variant.advance);
    program.variants.push_back(variant);
    program.variant_numbers.emplace(variant, number);
    return number;
}

} // namespace

std::optional<EmbeddedFonts> subset_fonts(const Pages& pages, const FontBook& book) {
    EmbeddedFonts fonts;
    fonts.program_of_face.resize(book.face_count());
    const auto glyphs = placed_glyphs(pages, book.face_count());
    for (std::size_t face = 0; face < glyphs.size(); ++face) {
        if (glyphs[face].empty()) continue;
        EmbeddedProgram program;
        program.face = static_cast<std::uint8_t>(face);
        FontSubset subset = book.subset(program.face, glyphs[face]);
        program.widths = read_widths(subset.truetype);
        if (program.widths.empty()) return std::nullopt;
        program.truetype = std::move(subset.truetype);
        program.numbers.resize(glyphs[face].back() + std::size_t{1});
        for (std::size_t i = 0; i < glyphs[face].size(); ++i)
            program.numbers[glyphs[face][i]] = subset.new_ids[i];
        fonts.program_of_face[face] = static_cast<std::uint8_t>(fonts.programs.size());
        fonts.programs.push_back(std::move(program));
    }
    return fonts;
}

std::optional<std::uint8_t> find_unusable_face(const Pages& pages, const FontBook& book) {
    const auto glyphs = placed_glyphs(pages, book.face_count());
    for (std::size_t face = 0; face < glyphs.size(); ++face) {
        const auto number = static_cast<std::uint8_t>(face);
        if (!glyphs[face].empty() && book.subset(number, glyphs[face]).truetype.empty()) return number;
    }
    return std::nullopt;
}

ShownGlyph find_code(EmbeddedFonts& fonts, const Glyph& glyph, std::string_view text) {
    const std::uint8_t program_index = fonts.program_of_face[glyph.face];
    EmbeddedProgram& program = fonts.programs[program_index];
    std::uint16_t number = program.numbers[glyph.id];
    std::int32_t x_offset = glyph.x_offset;
    if (wants_variant(glyph, program.widths[number])) {
        const std::uint16_t variant = variant_number(program, {number, glyph.advance, glyph.x_offset});
        if (variant != number) x_offset = 0;
        number = variant;
    }
    const std::int32_t width = program.widths[number];
    for (const std::uint16_t font : program.fonts) {
        const std::uint16_t cid = find_in(fonts.fonts[font], number, text);
        if (cid != 0) return {font, cid, width, x_offset};
    }
    if (program.fonts.empty() || fonts.fonts[program.fonts.back()].codes.size() == most_codes) {
        program.fonts.push_back(static_cast<std::uint16_t>(fonts.fonts.size()));
        fonts.fonts.emplace_back().program = program_index;
    }
    const std::uint16_t font = program.fonts.back();
    return {font, add_code(fonts.fonts[font], number, text), width, x_offset};
}

} // namespace taisho
