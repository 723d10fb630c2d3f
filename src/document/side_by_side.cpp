#include "document/arrangements.h"

namespace taisho {

void append_side_by_side(const Revision& revision, Draft& draft) { append_by_year(revision, draft); }

} // namespace taisho
