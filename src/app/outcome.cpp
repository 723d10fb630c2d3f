#include "app/outcome.h"

#include <iostream>

namespace taisho {

Outcome report(Outcome outcome, const Diagnostics& diagnostics, const Sources& sources, Language language) {
    std::cerr << describe(diagnostics, sources, language);
    return outcome;
}

void make_strict(Diagnostics& diagnostics) {
    for (Diagnostic& diagnostic : diagnostics) diagnostic.severity = Severity::error;
}

} // namespace taisho
