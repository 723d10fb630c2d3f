#pragma once
// What a character is for the choice of a face and for shaping.

namespace taisho {

// U+FE00 to U+FE0F and U+E0100 to U+E01EF: ask for another form of the character before.
bool is_variation_selector(char32_t character);

// Stays with the character before it, whatever face that one is drawn with: combining marks, variation
// selectors, the joiner U+200D and tags.
bool joins(char32_t character);

// Shows nothing by itself, so that no face needs to have it (Unicode: Default_Ignorable_Code_Point).
bool is_ignorable(char32_t character);

// Brackets, commas, stops and their like, as they are set in Japanese.
bool is_punctuation(char32_t character);

// Looks the same beside whatever other character: ideographs, kana, punctuation, symbols, and the space.
bool is_context_free(char32_t character);

} // namespace taisho
