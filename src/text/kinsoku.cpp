#include "text/kinsoku.h"

#include "text/characters.h"
#include "text/jlreq.h"

#include <algorithm>
#include <unicode/uchar.h>

namespace taisho {
namespace {

int line_class(char32_t c) { return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK); }

int cluster_class(char32_t c) {
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

bool is_kana_or_han(char32_t c) { return (c >= 0x3041 && c <= 0x3096) || (c >= 0x309b && c <= 0x9fff); }

// Most text is of characters that never combine; the question is asked of every boundary.
bool never_combines(char32_t c) {
    const bool ascii = c >= 0x20 && c < 0x7f;
    return ascii || is_kana_or_han(c) || (c >= 0xff01 && c <= 0xff9d);
}

// cl-12, and the half-width # that JLREQ counts with it.
bool is_prefix(char32_t c) { return !is_kana_or_han(c) && (c == U'#' || class_of(c) == CharClass::prefix); }

// UAX #29, GB6 to GB8: Hangul that makes one syllable.
bool is_one_syllable(int before, int after) {
    const bool vowel_or_syllable = after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT;
    if (before == U_GCB_L) return after == U_GCB_L || vowel_or_syllable;
    if (before == U_GCB_LV || before == U_GCB_V) return after == U_GCB_V || after == U_GCB_T;
    return (before == U_GCB_LVT || before == U_GCB_T) && after == U_GCB_T;
}

bool is_glue(int line) { return line == U_LB_GLUE || line == U_LB_WORD_JOINER; }

// May begin a line at the level normal: small kana, ー (UAX #14, CJ), 〜 and ゠.
bool begins_normal_line(char32_t c, int line) {
    return line == U_LB_CONDITIONAL_JAPANESE_STARTER || c == U'〜' || c == U'～' || c == U'゠';
}

bool begins_no_line(char32_t c, int line) {
    switch (line) {
    case U_LB_CLOSE_PUNCTUATION:
    case U_LB_CLOSE_PARENTHESIS:
    case U_LB_EXCLAMATION:
    case U_LB_INFIX_NUMERIC:
    case U_LB_NONSTARTER:
    case U_LB_BREAK_SYMBOLS:
    case U_LB_HYPHEN:
    case U_LB_BREAK_AFTER:
    case U_LB_POSTFIX_NUMERIC: return true;
    case U_LB_QUOTATION: return !is_opening(c);
    }
    return false;
}

bool ends_no_line(char32_t c, int line) {
    if (line == U_LB_QUOTATION) return !is_closing(c);
    return line == U_LB_OPEN_PUNCTUATION || line == U_LB_PREFIX_NUMERIC || is_prefix(c);
}

bool is_inseparable(char32_t before, char32_t after, int line) {
    return line == U_LB_INSEPARABLE ||
           (before == after && (line == U_LB_BREAK_BOTH || class_of(after) == CharClass::inseparable));
}

} // namespace

bool is_line_blank(char32_t c) { return c == U' ' || c == U'　' || c == U'\t' || c == 0x200b; }

bool is_one_character(char32_t before, char32_t after) {
    if (never_combines(before) && never_combines(after)) return false;
    const int first = cluster_class(before), second = cluster_class(after);
    if (first == U_GCB_ZWJ || first == U_GCB_PREPEND) return true;
    if (second == U_GCB_EXTEND || second == U_GCB_ZWJ || second == U_GCB_SPACING_MARK) return true;
    if (first == U_GCB_REGIONAL_INDICATOR && second == U_GCB_REGIONAL_INDICATOR) return true;
    return is_one_syllable(first, second) || is_glue(line_class(before)) || is_glue(line_class(after));
}

Break concession(char32_t before, char32_t after) {
    const int first = line_class(before), second = line_class(after);
    if (begins_normal_line(after, second))
        return ends_no_line(before, first) ? Break::line_end : Break::small_kana;
    if (begins_no_line(after, second)) return Break::line_start;
    if (ends_no_line(before, first)) return Break::line_end;
    if (is_inseparable(before, after, second)) return Break::inseparable;
    if (is_digit(before) && is_digit(after)) return Break::token;
    return Break::word;
}

bool is_quotation_break(char32_t before, char32_t after) {
    const bool opens = after == U'“' || after == U'‘', closes = before == U'”' || before == U'’';
    if (opens) return is_kana_or_han(before) || is_comma_or_stop(before) || is_closing(before);
    const int line = line_class(after);
    const bool begins_line = !begins_no_line(after, line) && !begins_normal_line(after, line);
    return closes && (is_kana_or_han(after) || is_opening(after)) && begins_line;
}

bool is_loose_break(char32_t before, char32_t after) {
    const auto is_hyphen = [](char32_t c) { return c == U'‐' || c == U'–'; };
    if (is_hyphen(before)) return concession(before, after) >= Break::token;
    if (is_hyphen(after)) return line_class(before) == U_LB_IDEOGRAPHIC;
    if (line_class(after) != U_LB_INSEPARABLE) return false;
    switch (line_class(before)) {
    case U_LB_OPEN_PUNCTUATION:
    case U_LB_QUOTATION:
    case U_LB_PREFIX_NUMERIC:
    case U_LB_GLUE:
    case U_LB_WORD_JOINER:
    case U_LB_BREAK_BEFORE:
    case U_LB_ZWJ:
    case U_LB_SPACE:
    case U_LB_COMBINING_MARK:
    case U_LB_INSEPARABLE: return false;
    }
    return true;
}

// JLREQ Table 2: no line ends with ￥ № ＃; UAX #14 keeps them to digits only. ～ (U+FF5E) is what Windows
// writes for 〜 and has the class of ideographs in UAX #14. And small kana and ・ take ％ along as ideographs
// do: if they did not, a break at the level strict would be none at the levels that take them as ideographs.
Break forbidden_though_legal(char32_t before, char32_t after, BreakLevel level) {
    if (level == BreakLevel::loose) return Break::allowed;
    if (is_prefix(before)) return Break::line_end;
    if (after == U'～' && level == BreakLevel::strict) return Break::small_kana;
    if (is_kana_or_han(after)) return Break::allowed;
    const int first = line_class(before);
    const bool starter = first == U_LB_NONSTARTER || first == U_LB_CONDITIONAL_JAPANESE_STARTER;
    return starter && line_class(after) == U_LB_POSTFIX_NUMERIC ? Break::line_start : Break::allowed;
}

} // namespace taisho
