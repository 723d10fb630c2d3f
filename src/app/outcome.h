#pragma once
#include "base/diagnostics.h"

namespace taisho {

// What a run ends with; the numbers are the exit codes of the program.
enum class Outcome : int { done = 0, bad_input = 1, wrong_usage = 2, cannot_write = 3 };

// Prints the messages on standard error. Returns `outcome`.
Outcome report(Outcome outcome, const Diagnostics& diagnostics, const Sources& sources, Language language);

// --strict: what would be a warning stops the run.
void make_strict(Diagnostics& diagnostics);

} // namespace taisho
