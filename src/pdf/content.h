#pragma once
#include "layout/pages.h"
#include "pdf/embedded_fonts.h"
#include "pdf/marks.h"

#include <string>

namespace taisho {

// The content stream of a page (ISO 32000-1 7.8.2). Font n of `fonts` is the resource /Fn; glyphs that are
// met for the first time get their codes. All that is painted is either an artifact or in a marked-content
// sequence, and those are added to `marked`.
void append_content(std::string& content, const Page& page, const Pages& pages, const Structure& structure,
                    EmbeddedFonts& fonts, MarkedPage& marked);

} // namespace taisho
