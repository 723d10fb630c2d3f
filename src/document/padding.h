#pragma once
// Words that were added or deleted leave a gap on the other side: some offices show it as blanks of the same
// length, marked like the words. Such a blank is U+2003 EM SPACE or U+2002 EN SPACE, which a line may end
// behind but, unlike other blanks, does not swallow at its end (text/line_breaks.h).

#include "revise/revisions.h"

namespace taisho {

// All texts that exist on both sides with blanks for what the other side alone has. Labels stay as they are.
Revisions padded(Revisions revisions);

// The same for one text. Where a stretch was exchanged for another, nothing is missing.
void pad(Marked& before, Marked& after);

} // namespace taisho
