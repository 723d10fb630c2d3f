#pragma once
// What stands outside the text and says something of the paper: its number, the stamp, the words at the head
// and foot of its pages.

#include "document/document.h"

#include <string>

namespace taisho {

struct Revisions;

inline constexpr Origin paper_number_origin{paper_number_block, 0, 0, 0},
    stamp_origin{paper_number_block, 0, 0, 1};

// The words of the house style with the facts of the paper in their places: {date} is its date, or nothing
// when the paper has none. A blank behind a fact that is missing goes with it, and so do blanks at the ends.
PageSetup with_facts(PageSetup page, const Revisions& revisions);

// 資料３ as the house style shows it: 【資料３】; empty: not at all.
std::string shown_number(const Document& document);

} // namespace taisho
