#include "kinsoku.h"

#include "text/jlreq.h"

namespace taisho::test {

bool may_not_begin_line(char32_t c) {
    switch (class_of(c)) {
    case CharClass::closing:
    case CharClass::hyphen:
    case CharClass::dividing:
    case CharClass::middle_dot:
    case CharClass::full_stop:
    case CharClass::comma:
    case CharClass::iteration:
    case CharClass::prolonged:
    case CharClass::small_kana: return true;
    case CharClass::opening:
    case CharClass::inseparable:
    case CharClass::prefix:
    case CharClass::postfix:
    case CharClass::wide_blank:
    case CharClass::hiragana:
    case CharClass::katakana:
    case CharClass::math_symbol:
    case CharClass::math_operator:
    case CharClass::ideographic:
    case CharClass::numeral:
    case CharClass::blank:
    case CharClass::western: return false;
    }
    return false;
}

bool may_not_end_line(char32_t c) {
    return class_of(c) == CharClass::opening || class_of(c) == CharClass::prefix;
}

} // namespace taisho::test
