#include "typeset/advances.h"

#include "base/utf8.h"
#include "typeset/spacing.h"

namespace taisho {

std::vector<std::int32_t> line_advances(const FontBook& fonts, Family family, std::string_view line) {
    ShapedText shaped{std::string(line), {}, {}};
    fonts.shape(line, 0, static_cast<std::uint32_t>(line.size()), family, shaped.glyphs);
    apply_spacing(shaped, 0);
    std::vector<std::int32_t> advances;
    std::size_t glyph = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t next = at + decode(line, at).length;
        std::int32_t advance = 0;
        for (; glyph < shaped.glyphs.size() && shaped.glyphs[glyph].begin < next; ++glyph)
            advance += shaped.glyphs[glyph].advance;
        advances.push_back(advance);
        at = next;
    }
    const bool bracket =
        !advances.empty() && !shaped.spaces.empty() && shaped.spaces.front().kind == CharClass::opening;
    if (bracket) advances.front() -= shaped.spaces.front().before;
    return advances;
}

} // namespace taisho
