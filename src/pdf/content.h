#pragma once
#include "layout/pages.h"
#include "pdf/embedded_fonts.h"

#include <string>

namespace taisho {

// The content stream of a page (ISO 32000-1 7.8.2). Font n of `fonts` is the
// resource /Fn; glyphs that are met for the first time get their codes.
void append_content(std::string& content, const Page& page, const Pages& pages, EmbeddedFonts& fonts);

} // namespace taisho
