#pragma once
// Stages that are shown for any text: lines from standard input, one line on standard output for each. They
// hold this program's typography against test data of others.

#include "app/outcome.h"
#include "text/line_breaks.h"

#include <span>
#include <string>
#include <string_view>

namespace taisho {

struct InspectTextOptions {
    std::string stage;                      // of text_stages()
    BreakRules rules;                       // `rules.language` is that of the text
    Language language = Language::japanese; // of the messages
};

// breaks: the offsets, in characters, at which a line may end; 0 and the end of the text are left out.
std::span<const std::string_view> text_stages();

// Reads line by line, so that the input may be of any length. Stops at the first line that is not UTF-8.
// REQUIRES: the stage is known.
Outcome inspect_text(const InspectTextOptions& options);

} // namespace taisho
