#include "app/character_uses.h"

#include "app/set_texts.h"
#include "base/utf8.h"
#include "fonts/characters.h"

namespace taisho {
namespace {

// Without what shows nothing, but for the selectors of a character.
std::string shown_part(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = decode(text, at);
        const bool selects = is_variation_selector(character) && !shown.empty();
        if (selects || !is_ignorable(character)) shown += text.substr(at, length);
        at += length;
    }
    return shown;
}

class UseCounter {
public:
    UseCounter(const SetText& text, std::uint16_t form, CharacterUses& uses)
        : text_(text), form_(form), uses_(uses) {}

    CharacterUse& count(std::string_view words) {
        CharacterUse& use = uses_[shown_part(words)];
        if (use.count++ == 0) use.paragraph = text_.paragraph, use.at = text_.at, use.form = form_;
        return use;
    }

private:
    const SetText& text_;
    std::uint16_t form_;
    CharacterUses& uses_;
};

void count_in(const SetText& text, std::uint16_t form, const FontBook& fonts, CharacterUses& uses) {
    UseCounter counter(text, form, uses);
    const std::string_view stretch = text.stretch;
    const std::vector<Undrawn> undrawn = fonts.find_undrawn(stretch, text.family);
    std::vector<Glyph> glyphs;
    fonts.shape(stretch, 0, static_cast<std::uint32_t>(stretch.size()), text.family, glyphs);
    auto next = undrawn.begin();
    for (const Glyph& glyph : glyphs) {
        const std::string_view words = stretch.substr(glyph.begin, glyph.end - glyph.begin);
        bool whole = true;
        for (; next != undrawn.end() && next->at < glyph.end; ++next) {
            whole = false;
            if (next->selector != 0) {
                CharacterUse& use = counter.count(words);
                use.face = glyph.face, use.usual_form = true;
            } else {
                counter.count(stretch.substr(next->at, decode(stretch, next->at).length));
            }
        }
        if (whole && glyph.face != fonts.chain(text.family).front()) counter.count(words).face = glyph.face;
    }
}

} // namespace

void count_uses(const Document& document, std::uint16_t form, Family family, const FontBook& fonts,
                CharacterUses& uses) {
    for (const SetText& text : set_texts(document))
        if (text.family == family) count_in(text, form, fonts, uses);
}

} // namespace taisho
