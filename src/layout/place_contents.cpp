#include "layout/place.h"

#include <algorithm>
#include <string>

// Leaders are the dots of …, one beside the other. They are counted from where all leaders end, so that the
// dots of all lines stand below each other.

namespace taisho {
namespace {

constexpr std::string_view dots = "…";
constexpr std::int32_t gap = 500; // 1/1000 em: what parts leader and text

std::int32_t width_of(const ShapedText& text) {
    std::int32_t width = 0;
    for (const Glyph& glyph : text.glyphs) width += glyph.advance;
    return width;
}

// As many as go between the edges; the last ends at `right`.
void place_leader(Length left, Length right, PlacedText leader, Typesetter& typesetter, Page& page) {
    const std::int32_t each = width_of(typesetter.text(typesetter.shape(dots, Family::mincho)));
    const Length pitch = from_em(std::max(each, 1), leader.size);
    if (right - left < pitch) return;
    constexpr std::int32_t most = 1000; // whatever a font says of the width of …
    const std::int32_t count = std::min((right - left).mpt / std::max(pitch.mpt, 1), most);
    std::string words;
    for (std::int32_t i = 0; i < count; ++i) words += dots;
    leader.text = typesetter.shape(words, Family::mincho);
    leader.last = static_cast<std::uint32_t>(typesetter.text(leader.text).glyphs.size());
    leader.x = right - from_em(width_of(typesetter.text(leader.text)), leader.size);
    leader.artifact = true;
    page.texts.push_back(leader);
}

} // namespace

void place_page_reference(const SetParagraph& set, const Spot& spot, const PageReference& reference,
                          Typesetter& typesetter, Page& page) {
    const FittedLine& line = set.lines.back();
    const ParagraphStyle& style = set.paragraph->style;
    PlacedText placed;
    placed.size = set.size;
    placed.y = spot.top + baseline_in_line(style);
    place_leader(spot.left + line_start(set, line) + from_em(line.width + gap, set.size),
                 reference.right - from_em(reference.widest + gap, set.size), placed, typesetter, page);
    placed.text = typesetter.shape(reference.number, Family::mincho);
    const ShapedText& number = typesetter.text(placed.text);
    placed.last = static_cast<std::uint32_t>(number.glyphs.size());
    placed.x = reference.right - from_em(width_of(number), set.size);
    placed.origin = spot.origin;
    placed.origin.paragraph = 1;
    page.texts.push_back(placed);
}

} // namespace taisho
