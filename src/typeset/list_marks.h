#pragma once
#include "typeset/shaped_text.h"

namespace taisho {

// Lists in one paragraph: where hard lines that follow each other begin with numbers of one form (９．,
// １０． or （９）, （１０）), the text behind the narrower ones stands off so that all texts begin below
// each other (JLREQ 3.5; our R35). REQUIRES: the text is spaced.
void align_list_marks(ShapedText& text);

} // namespace taisho
