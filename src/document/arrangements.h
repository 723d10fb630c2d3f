#pragma once
#include "document/document.h"
#include "revise/revisions.h"
#include "style/house_style.h"

namespace taisho {

// What a revision shows below its headings when years run down and before | after stand side by side.
void append_by_year(const Revision& revision, std::uint32_t unit, bool with_legend, const HouseStyle& style,
                    Document& document);

// The same when the block before stands above the block after, as in the original paper.
void append_stacked(const Revision& revision, std::uint32_t unit, bool with_legend, const HouseStyle& style,
                    Document& document);

} // namespace taisho
