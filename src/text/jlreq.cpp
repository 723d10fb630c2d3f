#include "text/jlreq.h"

#include <array>
#include <string_view>

// Each page of 256 code points that Japanese text lives on is classified once, by the compiler, from the
// lists below; ideographs need no list.

namespace taisho {
namespace {

constexpr bool is_one_of(char32_t c, std::u32string_view characters) {
    return characters.find(c) != std::u32string_view::npos;
}

constexpr bool is_small_kana(char32_t c) {
    return is_one_of(c, U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ") || (c >= 0x31f0 && c <= 0x31ff);
}

// What looks like cl-19 to its neighbours: ideographs, full-width forms, symbols, arrows, enclosed
// characters, squared words.
constexpr bool is_ideographic(char32_t c) {
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff) ||
           (c >= 0x2190 && c <= 0x21ff) || (c >= 0x2460 && c <= 0x27bf) || (c >= 0x3000 && c <= 0x33ff) ||
           (c >= 0xff01 && c <= 0xff9f) || (c >= 0x1f100 && c <= 0x1faff) || is_one_of(c, U"※§¶†‡");
}

constexpr CharClass classify(char32_t c) {
    if (c >= U'0' && c <= U'9') return CharClass::numeral;
    if (c == U' ' || c == U'\t' || c == 0xa0) return CharClass::blank;
    if (c == U'　') return CharClass::wide_blank;
    if (c == U'ー') return CharClass::prolonged;
    if (is_one_of(c, U"「『（【〔《〈［｛〘〖｟‘“〝")) return CharClass::opening;
    if (is_one_of(c, U"」』）】〕》〉］｝〙〗｠’”〟")) return CharClass::closing;
    if (is_one_of(c, U"‐〜～゠–")) return CharClass::hyphen;
    if (is_one_of(c, U"！？‼⁇⁈⁉")) return CharClass::dividing;
    if (is_one_of(c, U"・：；")) return CharClass::middle_dot;
    if (is_one_of(c, U"。．")) return CharClass::full_stop;
    if (is_one_of(c, U"、，")) return CharClass::comma;
    if (is_one_of(c, U"…‥―—〳〴〵")) return CharClass::inseparable;
    if (is_one_of(c, U"々〻ゝゞヽヾ")) return CharClass::iteration;
    if (is_one_of(c, U"￥＄￡＃№€")) return CharClass::prefix;
    if (is_one_of(c, U"％‰℃°′″￠℉㎜㎝㎞㎎㎏㏄㎡")) return CharClass::postfix;
    if (is_one_of(c, U"＝≠≒≃≅≈≡≢＜＞≦≧≪≫∧∨⊂⊃⊆⊇∈∋∪∩⇒⇔∝⊥")) return CharClass::math_symbol;
    if (is_one_of(c, U"＋－×÷±∓−")) return CharClass::math_operator;
    if (is_small_kana(c)) return CharClass::small_kana;
    if (c >= 0x3041 && c <= 0x309f) return CharClass::hiragana;
    if (c >= 0x30a1 && c <= 0x30ff) return CharClass::katakana;
    return is_ideographic(c) ? CharClass::ideographic : CharClass::western;
}

using Page = std::array<CharClass, 256>;

constexpr Page page_of(char32_t first) {
    Page page{};
    for (char32_t i = 0; i < 256; ++i) page[i] = classify(first + i);
    return page;
}

constexpr Page latin = page_of(0), punctuation = page_of(0x2000), kana = page_of(0x3000),
               wide = page_of(0xff00);

} // namespace

CharClass class_of(char32_t c) {
    if (c >= 0x4e00 && c <= 0x9fff) return CharClass::ideographic;
    switch (c >> 8) {
    case 0x00: return latin[c & 0xff];
    case 0x20: return punctuation[c & 0xff];
    case 0x30: return kana[c & 0xff];
    case 0xff: return wide[c & 0xff];
    default: return classify(c);
    }
}

} // namespace taisho
