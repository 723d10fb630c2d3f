#pragma once
// Numbers that the paper gives by itself: of its sections and of its amendments.

#include "model/plan.h"
#include "style/house_style.h"

#include <string>

namespace taisho {

// The number in that form, with the blank that parts it from a title, as offices write it: 「第１　」,
// 「１．」, 「(1)　」. Of kana and circled digits there are some fifty; what comes behind them is (51), (52).
// Empty for NumberForm::none. REQUIRES: value > 0, and another form than as_written.
std::string number_text(NumberForm form, int value, DigitWidth digits);

// The heading of section `value` of the paper, counted from 1.
Heading section_heading(const Heading& written, int value, const Numbering& numbering);

} // namespace taisho
