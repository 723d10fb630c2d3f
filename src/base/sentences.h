#pragma once
#include "base/diagnostics.h"

#include <string_view>

namespace taisho {

// What a message says, with places for its arguments (messages.cpp). Internal to the room.
struct Sentence {
    Code code;
    std::string_view japanese, english;
};

const Sentence& sentence_of(Code code);

} // namespace taisho
