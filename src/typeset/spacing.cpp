#include "typeset/spacing.h"

#include "base/utf8.h"
#include "text/characters.h"

// JLREQ table 1 has a row and a column for each class, but says only few things:
//   a closing bracket, comma or stop has half an em behind it, unless something of its kind or (a bracket) a
//     wide blank follows; before a middle dot the bracket gives it up, too;
//   an opening bracket has half an em before it, unless white stands there already: behind another opening
//     bracket, a closing one, a comma, stop, middle dot or wide blank;
//   a middle dot has a quarter on each side;
//   between Japanese and Latin there is a quarter, where the style wants it.
// The white of a pair belongs to one of its two characters, so each glyph knows what is its own.

namespace taisho {
namespace {

constexpr std::int32_t half = 500, quarter = 250;

// A body of full width whose ink leaves the given quarters free.
bool leaves_free(const Glyph& glyph, int quarters) {
    const bool full_width = glyph.advance >= 950 && glyph.advance <= 1050;
    return full_width && (glyph.white & quarters) == quarters;
}

bool is_closing_kind(CharClass kind) {
    return kind == CharClass::closing || kind == CharClass::full_stop || kind == CharClass::comma;
}

// Where the ink of a class must leave its body free; 0 for classes without white.
int white_quarters(CharClass kind) {
    if (kind == CharClass::opening) return white_first | white_second;
    if (is_closing_kind(kind)) return white_third | white_fourth;
    return kind == CharClass::middle_dot ? white_first | white_fourth : 0;
}

// A glyph whose ink fills its body all the same is set as any other.
CharClass kind_of(const Glyph& glyph, char32_t character) {
    const CharClass kind = class_of(character);
    const int quarters = white_quarters(kind);
    if (quarters == 0 || leaves_free(glyph, quarters)) return kind;
    return kind == CharClass::middle_dot ? CharClass::ideographic : CharClass::western;
}

std::int32_t white_before(CharClass kind) {
    if (kind == CharClass::opening) return half;
    return kind == CharClass::middle_dot ? quarter : 0;
}

std::int32_t white_after(CharClass kind) {
    if (is_closing_kind(kind)) return half;
    return kind == CharClass::middle_dot ? quarter : 0;
}

bool keeps_white_after(CharClass kind, CharClass next) {
    if (kind == CharClass::middle_dot) return true;
    if (is_closing_kind(next)) return false;
    const bool bracket = kind == CharClass::closing;
    return !bracket || (next != CharClass::middle_dot && next != CharClass::wide_blank);
}

bool keeps_white_before(CharClass kind, CharClass previous) {
    if (kind == CharClass::middle_dot) return true;
    return previous != CharClass::opening && previous != CharClass::middle_dot &&
           previous != CharClass::wide_blank && !is_closing_kind(previous);
}

// What Latin stands off from (table 1, rows cl-24, cl-25 and cl-27). A full-width digit or letter is one of a
// label such as R９ more often than of a sentence.
bool is_japanese(CharClass kind, char32_t character) {
    if (kind == CharClass::ideographic) return is_han(character);
    return kind == CharClass::hiragana || kind == CharClass::katakana || kind == CharClass::prolonged ||
           kind == CharClass::small_kana || kind == CharClass::iteration;
}

bool is_latin(char32_t character) {
    return character < 0x250 && (is_digit(character) || is_latin_letter(character) || character >= 0xc0);
}

bool stands_off(const Space& a, char32_t a_character, const Space& b, char32_t b_character) {
    return (is_japanese(a.kind, a_character) && is_latin(b_character)) ||
           (is_latin(a_character) && is_japanese(b.kind, b_character));
}

void settle(Glyph& glyph, Space& space) {
    const std::int32_t gone_before = white_before(space.kind) - space.before;
    const std::int32_t gone_after = white_after(space.kind) - space.after;
    space.taken = static_cast<std::int16_t>(gone_before + gone_after);
    glyph.advance = static_cast<std::int16_t>(glyph.advance - space.taken);
    glyph.x_offset = static_cast<std::int16_t>(glyph.x_offset - gone_before);
}

} // namespace

void apply_spacing(ShapedText& text, std::int32_t han_latin) {
    text.spaces.assign(text.glyphs.size(), {});
    char32_t previous = 0;       // character
    std::size_t of_previous = 0; // its glyph
    std::uint32_t end_of_previous = 0;
    for (std::size_t i = 0; i < text.glyphs.size(); ++i) {
        const Glyph& glyph = text.glyphs[i];
        const char32_t character = decode(text.utf8, glyph.begin).character;
        Space& space = text.spaces[i];
        space.kind = kind_of(glyph, character);
        space.before = static_cast<std::int16_t>(white_before(space.kind));
        space.after = static_cast<std::int16_t>(white_after(space.kind));
        const bool same_line = i > 0 && end_of_previous == glyph.begin; // no '\n' between them
        if (same_line) {
            Space& left = text.spaces[of_previous];
            if (!keeps_white_before(space.kind, left.kind)) space.before = 0;
            if (!keeps_white_after(left.kind, space.kind)) left.after = 0;
            if (stands_off(left, previous, space, character))
                left.after = static_cast<std::int16_t>(left.after + han_latin);
        }
        previous = character, of_previous = i, end_of_previous = glyph.end;
    }
    for (std::size_t i = 0; i < text.glyphs.size(); ++i) settle(text.glyphs[i], text.spaces[i]);
}

} // namespace taisho
