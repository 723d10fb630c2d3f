#pragma once
#include "compare/pairs.h"

namespace taisho {

// Marks the words by which two texts differ, on both sides. What is not marked is the same on both sides. The
// unit is a word, a number with its unit, or a bracketed term. Lines that belong together are compared with
// each other, a line without counterpart is marked whole; common scraps between changes are marked with them,
// and when little of a line is common the whole of it is marked.
TextPair mark_changes(const Text& before, const Text& after);

// A text that exists on one side only: all of it is changed, except that a dash alone is no value and is not
// marked.
TextPair only_before(const Text& text);
TextPair only_after(const Text& text);

} // namespace taisho
