#pragma once
// A document that is set, cut into the bands that pages are filled with: where a page may end, how firmly
// what it would part belongs together, and what is said again at the head of a page.

#include "layout/flow.h"

#include <vector>

namespace taisho {

// REQUIRES: blocks and contexts of `flow` are those of `document`.
std::vector<Band> make_bands(const Document& document, const Flow& flow);

// What stands above a page that begins with `band`, outermost first.
std::vector<const SetParagraph*> contexts_above(const Flow& flow, const Band& band);

// Of a context, with the white space below it.
Length height_of(const SetParagraph& context, const Medium& medium);

} // namespace taisho
