#pragma once
// What a break between two characters would do wrong, where Unicode's rules (UAX #14, as ICU has them) allow
// none, and the few places where we differ from them.

#include "text/line_breaks.h"

namespace taisho {

// U+0020, U+3000, tab and U+200B: a line that ends with them is as if they were not there.
bool is_line_blank(char32_t character);

// Whether a break here would cut what a reader sees as one character (UAX #29), or what the author has glued
// together with a no-break space or a word joiner.
bool is_one_character(char32_t before, char32_t after);

// The worst that a forbidden break between `before` and `after` does; never better than Break::word.
// REQUIRES: `after` is no blank; `before` is the last character that is none, when blanks stand between them.
Break concession(char32_t before, char32_t after);

// Beside “ ” and ‘ ’ UAX #14 never breaks, for it cannot tell which of them open. In Japanese they are
// brackets (JLREQ cl-01, cl-02): a line may begin with “ and end with ”.
bool is_quotation_break(char32_t before, char32_t after);

// What the level loose allows though ICU does not: a line may begin with the leaders ‥ … (CSS Text 3,
// line-break), which UAX #14 (LB22) keeps at any level; ‐ and – may begin one behind an ideograph in
// any language, and end one as at the other levels.
bool is_loose_break(char32_t before, char32_t after);

// What the levels strict and normal forbid though ICU allows it; Break::allowed when nothing. Between the two
// characters stands no blank.
Break forbidden_though_legal(char32_t before, char32_t after, BreakLevel level);

} // namespace taisho
