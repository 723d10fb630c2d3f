#include "app/check_characters.h"

#include "base/utf8.h"

#include <cstdio>

namespace taisho {
namespace {

void check_text(const Text& text, const FontBook& fonts, const Sources& sources, Diagnostics& diagnostics) {
    std::vector<Undrawn> missing = fonts.find_undrawn(text.utf8, Family::mincho);
    if (missing.empty()) missing = fonts.find_undrawn(text.utf8, Family::gothic);
    // Finding a place walks through the text, and nobody reads of the same text so often.
    constexpr std::size_t most_told = 100;
    if (missing.size() > most_told) missing.resize(most_told);
    for (const auto& [offset, c0, s0] : missing) {
 if (s0) continue;
        const auto [character, length] = decode(text.utf8, offset);
        if (character == U'\t' || character == U'\r') continue;
        char name[16];
        std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(character));
        add_error(diagnostics, Code::missing_glyph, locate(text, offset, sources),
                  {text.utf8.substr(offset, length), name});
    }
}

} // namespace

void check_characters(const Element& root, const FontBook& fonts, const Sources& sources,
                      Diagnostics& diagnostics) {
    for (const Attribute& attribute : root.attributes)
        check_text(attribute.value, fonts, sources, diagnostics);
    for (const Node& node : root.children) {
        if (const auto* text = std::get_if<Text>(&node.content)) {
            check_text(*text, fonts, sources, diagnostics);
        } else {
            check_characters(std::get<Element>(node.content), fonts, sources, diagnostics);
        }
    }
}

} // namespace taisho
