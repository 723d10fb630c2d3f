#include "text/jlreq.h"

#include "text/characters.h"

#include <string_view>

namespace taisho {
namespace {

bool is_one_of(char32_t c, std::u32string_view characters) {
    return characters.find(c) != std::u32string_view::npos;
}

bool is_small_kana(char32_t c) {
    return is_one_of(c, U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ") || (c >= 0x31f0 && c <= 0x31ff);
}

// What looks like cl-19 to its neighbours beside the ideographs: full-width forms, symbols, arrows, enclosed
// characters, squared words.
bool is_wide_symbol(char32_t c) {
    return (c >= 0x2190 && c <= 0x21ff) || (c >= 0x2460 && c <= 0x27bf) || (c >= 0x3000 && c <= 0x33ff) ||
           (c >= 0xff01 && c <= 0xff60) || (c >= 0xff61 && c <= 0xff9f) || (c >= 0x1f100 && c <= 0x1faff) ||
           c == U'※' || c == U'§' || c == U'¶' || c == U'†' || c == U'‡';
}

CharClass class_of_punctuation(char32_t c) {
    if (is_one_of(c, U"「『（【〔《〈［｛〘〖｟‘“〝")) return CharClass::opening;
    if (is_one_of(c, U"」』）】〕》〉］｝〙〗｠’”〟")) return CharClass::closing;
    if (is_one_of(c, U"‐〜～゠–")) return CharClass::hyphen;
    if (is_one_of(c, U"！？‼⁇⁈⁉")) return CharClass::dividing;
    if (is_one_of(c, U"・：；")) return CharClass::middle_dot;
    if (is_one_of(c, U"。．")) return CharClass::full_stop;
    if (is_one_of(c, U"、，")) return CharClass::comma;
    if (is_one_of(c, U"…‥―—〳〴〵")) return CharClass::inseparable;
    if (is_one_of(c, U"々〻ゝゞヽヾ")) return CharClass::iteration;
    return CharClass::ideographic;
}

CharClass class_of_symbol(char32_t c) {
    if (is_one_of(c, U"￥＄￡＃№€")) return CharClass::prefix;
    if (is_one_of(c, U"％‰℃°′″￠℉㎜㎝㎞㎎㎏㏄㎡")) return CharClass::postfix;
    if (is_one_of(c, U"＝≠≒≃≅≈≡≢＜＞≦≧≪≫∧∨⊂⊃⊆⊇∈∋∪∩⇒⇔∝⊥")) return CharClass::math_symbol;
    if (is_one_of(c, U"＋－×÷±∓−")) return CharClass::math_operator;
    return CharClass::ideographic;
}

} // namespace

CharClass class_of(char32_t c) {
    if (c >= U'0' && c <= U'9') return CharClass::numeral;
    if (c == U' ' || c == 0xa0) return CharClass::blank;
    if (c == U'　') return CharClass::wide_blank;
    if (const CharClass found = class_of_punctuation(c); found != CharClass::ideographic) return found;
    if (const CharClass found = class_of_symbol(c); found != CharClass::ideographic) return found;
    if (c == U'ー') return CharClass::prolonged;
    if (is_small_kana(c)) return CharClass::small_kana;
    if (c >= 0x3041 && c <= 0x309f) return CharClass::hiragana;
    if (c >= 0x30a1 && c <= 0x30ff) return CharClass::katakana;
    if (is_han(c) || is_wide_symbol(c)) return CharClass::ideographic;
    return CharClass::western;
}

} // namespace taisho
