#pragma once
// 修正一覧: the entries of the list as texts, in the order of the paper.

#include "revise/revisions.h"
#include "style/house_style.h"

namespace taisho {

struct ListedChange {
    std::uint32_t change = 0;  // which of all changes of the Revisions, from 0
    std::uint32_t ordinal = 0; // №, as DataUnit::ordinal
    std::string place; // 箇所: 【４】…, （５）教育, ①福祉と教育の連携, each on a line of its own
    std::string item; // 項目: 業績目標　R7
    std::string before, after, reason;
};

// Of a unit that is new, deleted, merged or only moved or renumbered there is one entry. Sides that do not
// exist say the word of the style: （削除）, （新設）.
std::vector<ListedChange> list_changes(const Revisions& revisions, const HouseStyle& style);

} // namespace taisho
