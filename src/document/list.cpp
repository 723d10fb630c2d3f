#include "document/arrangements.h"

namespace taisho {

void append_list(std::span<const RevisedSection>, Draft&) {}

} // namespace taisho
