#pragma once
// The space between characters of Japanese text (JLREQ 3.1.4 and 3.2.6, tables 1 and 3 of appendix B).

#include "typeset/shaped_text.h"

namespace taisho {

// Fills text.spaces and gives every glyph the advance and offset it has in a line that is neither reduced nor
// expanded: brackets, commas and stops become half-width bodies with white on one side, which is set solid
// beside their like. `han_latin` is the white between Japanese and Latin, 1/1000 em. A glyph whose ink does
// not leave the white free keeps its width.
// REQUIRES: glyphs as shaped, in the order of the text.
void apply_spacing(ShapedText& text, std::int32_t han_latin);

} // namespace taisho
