#pragma once
// Stages that are shown for any text: lines from standard input, one line on standard output for each. They
// hold this program's typography against test data of others.

#include "app/outcome.h"
#include "fonts/font_book.h"
#include "text/line_breaks.h"

#include <span>
#include <string>
#include <string_view>

namespace taisho {

struct InspectTextOptions {
    std::string stage;                      // of text_stages()
    BreakRules rules;                       // breaks; `rules.language` is that of the text
    int font_size = 1000;                   // advances; the em
    Family family = Family::mincho;         // advances
    std::string resources;                  // advances; as in find_resources
    Language language = Language::japanese; // of the messages
};

// breaks: the offsets, in characters, at which a line may end; 0 and the end of the text are left out.
// advances: how wide each character is in a line that is not justified, white counted with the mark it
// belongs to.
std::span<const std::string_view> text_stages();

// Reads line by line, so that the input may be of any length. Stops at the first line that is not UTF-8.
// REQUIRES: the stage is known.
Outcome inspect_text(const InspectTextOptions& options);

} // namespace taisho
