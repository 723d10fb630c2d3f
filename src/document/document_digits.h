#pragma once
#include "document/document.h"

namespace taisho {

// All texts of the document with their numbers in that width: what the plan and the amendments say, too.
void set_digits(DigitWidth width, Document& document);

} // namespace taisho
