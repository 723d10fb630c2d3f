#pragma once
// What a character is for the choice of a face and for shaping.

namespace taisho {

// U+FE00 to U+FE0F and U+E0100 to U+E01EF: ask for another form of the character before.
bool is_variation_selector(char32_t character);

// Stays with the character before it, whatever face that one is drawn with: combining marks, and all that is
// ignorable.
bool joins(char32_t character);

// Shows nothing by itself, so that no face needs to have it (Unicode: Default_Ignorable_Code_Point, but for
// the fillers of Hangul, which take room): variation selectors, joiners, the soft hyphen, tags.
bool is_ignorable(char32_t character);

// Walks along a unit: a character with what joins it, and with what is ignorable before it. `takes` says of
// each character in order whether it is part of the unit, which it is if it is the first.
class UnitWalk {
public:
    bool takes(char32_t character);

private:
    bool begun_ = false;
    int shown_ = 0; // so many that are not ignorable
};

// An ignorable character that changes how its neighbours look: U+200C and U+200D.
bool is_joiner(char32_t character);

// May be shown by a glyph without ink.
bool is_blank_character(char32_t character);

// Brackets, commas, stops and their like, as they are set in Japanese.
bool is_punctuation(char32_t character);

// Looks the same beside whatever other character: ideographs, kana, punctuation, symbols, and the space.
bool is_context_free(char32_t character);

} // namespace taisho
