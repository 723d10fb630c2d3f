#pragma once
#include "base/diagnostics.h"
#include "fonts/font_book.h"
#include "xml/element.h"

namespace taisho {

// Reports every character of a text or attribute below `root` that some family of fonts cannot draw, at its
// place.
void check_characters(const Element& root, const FontBook& fonts, const Sources& sources,
                      Diagnostics& diagnostics);

} // namespace taisho
