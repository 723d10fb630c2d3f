#pragma once
// Classes of characters for spacing and line adjustment (JLREQ Appendix A, cl-01 to cl-30; W3C, after JIS X
// 4051). Only what is set as a full-width body has one of the classes of Japanese punctuation: half-width
// ( ) , . and their like are proportional and belong to western, whatever JLREQ's table says of the code
// point.

#include <cstdint>

namespace taisho {

enum class CharClass : std::uint8_t {
    opening,       // cl-01 「（【
    closing,       // cl-02 」）】
    hyphen,        // cl-03 〜 ゠ ‐ –
    dividing,      // cl-04 ！？
    middle_dot,    // cl-05 ・：；
    full_stop,     // cl-06 。．
    comma,         // cl-07 、，
    inseparable,   // cl-08 …‥―
    iteration,     // cl-09 々ゝヽ
    prolonged,     // cl-10 ー
    small_kana,    // cl-11 ぁッ
    prefix,        // cl-12 ￥＄№
    postfix,       // cl-13 ％℃
    wide_blank,    // cl-14 U+3000
    hiragana,      // cl-15
    katakana,      // cl-16
    math_symbol,   // cl-17 ＝≠
    math_operator, // cl-18 ＋－×
    ideographic,   // cl-19: ideographs, full-width digits and letters, symbols, half-width katakana
    numeral,       // cl-24: half-width digits
    blank,         // cl-26: U+0020, no-break space, tab
    western,       // cl-27: letters, and half-width punctuation
};
inline constexpr std::size_t char_class_count = 22;

CharClass class_of(char32_t character);

} // namespace taisho
