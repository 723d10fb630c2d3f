#include "xlsx/row_height.h"

#include "base/utf8.h"

#include <algorithm>

namespace taisho {

namespace {

constexpr Length pixel = pt(0.75);
constexpr Length inset = pt(4); // of Excel, on both sides together
constexpr Length margin = pt(4);
constexpr Length tallest_row = pt(409.5);

// Half-width: Latin letters, figures, half-width kana.
bool is_half_width(char32_t c) { return c < 0x250 || (c >= 0xff61 && c <= 0xff9f); }

} // namespace

std::uint32_t count_lines(std::string_view text, std::uint16_t pixels, Length size) {
    if (find_invalid(text)) return 1; // it will not be written
    const Length usable = scale(pixel * pixels - inset, 97, 100);
    const std::int32_t room = std::max(usable.mpt * 2 / size.mpt, 2); // in half widths
    std::uint32_t lines = 1;
    std::int32_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        at += next.length;
        const std::int32_t width = is_half_width(next.character) ? 1 : 2;
        const bool begins_line = next.character == '\n' || used + width > room;
        if (begins_line) ++lines, used = 0;
        if (next.character != '\n') used += width;
    }
    return lines;
}

Length height_of_lines(std::uint32_t lines, Length size, std::int32_t line_pitch) {
    const Length height = stacked(scale(size, line_pitch, 100), lines) + margin;
    if (height > tallest_row) return tallest_row;
    return pixel * ((height.mpt + pixel.mpt - 1) / pixel.mpt);
}

} // namespace taisho
