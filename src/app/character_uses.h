#pragma once
#include "document/document.h"
#include "fonts/font_book.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace taisho {

// A character, with its marks or its selector, that documents set and that the first face of its family does
// not draw as it is written.
struct CharacterUse {
    std::optional<std::uint8_t> face; // that draws it; none has it when this is empty
    bool usual_form = false;          // the face has not the form that the selector asks for
    std::size_t count = 0;
    std::string_view paragraph; // of the document, where it was met first
    Span at;
    std::uint16_t form = no_source;
};

// By the character.
using CharacterUses = std::map<std::string, CharacterUse, std::less<>>;

// Adds the uses of one family in the document, which must outlive them; `form` is the source of its house
// style.
void count_uses(const Document& document, std::uint16_t form, Family family, const FontBook& fonts,
                CharacterUses& uses);

} // namespace taisho
