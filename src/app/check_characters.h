#pragma once
#include "base/diagnostics.h"
#include "document/document.h"
#include "fonts/font_book.h"
#include "xml/element.h"

namespace taisho {

// U+6B63
std::string code_point_name(char32_t character);

// Reports what the document sets and no face of the family it is set in can draw: a character that is
// missing, at each of its places (an error); a form that is missing, once (a warning). `form` is the source
// of the house style, whose words are in the document, too.
void check_characters(const Document& document, std::uint16_t form, const FontBook& fonts,
                      const Sources& sources, Diagnostics& diagnostics);

// The same for a plan that no paper sets yet, for both families.
void check_characters(const Element& plan, const FontBook& fonts, const Sources& sources,
                      Diagnostics& diagnostics);

} // namespace taisho
