#include "fonts/characters.h"

#include <algorithm>
#include <array>
#include <hb.h>

namespace taisho {
namespace {

struct CharacterRange {
    char32_t first, last;
};

template <std::size_t Count>
bool lies_in(char32_t character, const std::array<CharacterRange, Count>& ranges) {
    const auto after = std::ranges::upper_bound(ranges, character, {}, &CharacterRange::first);
    return after != ranges.begin() && character <= std::prev(after)->last;
}

// Unicode 15, DerivedCoreProperties.txt.
constexpr std::array<CharacterRange, 14> ignorables = {{{0xad, 0xad},
                                                        {0x34f, 0x34f},
                                                        {0x61c, 0x61c},
                                                        {0x17b4, 0x17b5},
                                                        {0x180b, 0x180f},
                                                        {0x200b, 0x200f},
                                                        {0x202a, 0x202e},
                                                        {0x2060, 0x206f},
                                                        {0xfe00, 0xfe0f},
                                                        {0xfeff, 0xfeff},
                                                        {0xfff0, 0xfff8},
                                                        {0x1bca0, 0x1bca3},
                                                        {0x1d173, 0x1d17a},
                                                        {0xe0000, 0xe0fff}}};

// Blocks whose characters neither change by their neighbours nor change them. Within them only combining
// marks and selectors do, and those are asked for by joins().
constexpr std::array<CharacterRange, 18> context_free = {{{0x20, 0x20},
                                                          {0x2010, 0x2027},
                                                          {0x2030, 0x205e},
                                                          {0x20a0, 0x20cf},
                                                          {0x2100, 0x2bff},
                                                          {0x2e80, 0x3029},
                                                          {0x3030, 0x3098},
                                                          {0x309b, 0x312f},
                                                          {0x3190, 0x9fff},
                                                          {0xf900, 0xfaff},
                                                          {0xfe10, 0xfe1f},
                                                          {0xfe30, 0xfe4f},
                                                          {0xff01, 0xff9f},
                                                          {0xffe0, 0xffe6},
                                                          {0x1b000, 0x1b16f},
                                                          {0x1f100, 0x1f1e5},
                                                          {0x1f200, 0x1f2ff},
                                                          {0x20000, 0x3ffff}}};

} // namespace

bool is_variation_selector(char32_t c) {
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

bool joins(char32_t c) {
    const bool ordinary = (c < 0x300 && c != 0xad) || (c >= 0x3000 && c <= 0x3029) ||
                          (c >= 0x3030 && c <= 0x3098) || (c >= 0x309b && c <= 0xa66e) ||
                          (c >= 0xff01 && c <= 0xffef);
    if (ordinary) return false;
    if (is_ignorable(c)) return true;
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK: return true;
    default: return false;
    }
}

bool is_ignorable(char32_t c) { return lies_in(c, ignorables); }

// No writing puts more than 30 marks on a base (UAX #15, Stream-Safe Text Format); what comes behind them is
// a unit of its own, so that no text makes a glyph of thousands.
bool UnitWalk::takes(char32_t c) {
    constexpr int most_shown = 31;
    const bool shows = !is_ignorable(c);
    const bool goes_on = c != '\n' && (!shows || shown_ == 0 || (shown_ < most_shown && joins(c)));
    if (begun_ && !goes_on) return false;
    begun_ = true;
    shown_ += shows ? 1 : 0;
    return true;
}

bool is_joiner(char32_t c) { return c == 0x200c || c == 0x200d; }

bool is_blank_character(char32_t c) {
    constexpr char32_t braille_blank = 0x2800;
    return c == '\t' || c == braille_blank ||
           hb_unicode_general_category(hb_unicode_funcs_get_default(), c) ==
               HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR;
}

bool is_punctuation(char32_t c) {
    return (c >= 0x2018 && c <= 0x201f) || (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x301f) ||
           c == 0x30fb || (c >= 0xff01 && c <= 0xff5f) || c == 0xff60;
}

bool is_context_free(char32_t c) { return lies_in(c, context_free) && !is_ignorable(c); }

} // namespace taisho
