#pragma once
// Whether a font file holds together (OpenType 1.9). HarfBuzz reads a damaged file safely, but what it cannot
// read is silently not there: a cut file would print white where text should be.

#include <cstdint>
#include <string_view>

namespace taisho {

// The outlines of a font: where each begins in glyf.
struct OutlineTables {
    std::string_view loca, glyf;
    bool long_offsets = false;
    std::size_t glyphs = 0;
};

// Whether every table of the file's first font lies within the file.
bool has_whole_tables(std::string_view file);

// Whether head and hmtx are as long as they say, and head is one.
bool has_sound_metrics(std::string_view head, std::string_view hhea, std::string_view hmtx,
                       std::size_t glyphs);

// Whether all outlines follow each other within glyf.
bool has_sound_offsets(const OutlineTables& tables);

// Whether the glyph has an outline and is no blank. Does not look into glyf, of which every byte costs
// memory.
bool has_ink(const OutlineTables& tables, std::uint32_t glyph);

// Whether the outline of a glyph with ink, and those it is composed of, can be read to their end.
bool has_sound_outline(const OutlineTables& tables, std::uint32_t glyph);

} // namespace taisho
