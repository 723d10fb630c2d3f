#pragma once
// What changes, one entry for each text, in the order of the paper: for the list of changes on paper and in
// the workbook.

#include "document/document.h"
#include "revise/revisions.h"
#include "style/house_style.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace taisho {

struct ChangeEntry {
    std::uint32_t change = 0;       // which of all changes of the sections, from 0
    std::uint32_t ordinal = 0;      // №, counted over the paper: only what is shown counts
    std::vector<std::string> place; // 箇所: 【４】…, （５）教育, ①福祉と教育の連携
    // 項目: 業績目標, R7. Of a unit that exists on one side only, the names of its goals.
    std::vector<std::string> item;
    bool whole = false;  // a unit that exists on one side only
    bool changed = true; // false: stands for a change of which no text changes
    bool moved = false;  // what the marks tell is a new place or number
    TextPair pair;       // a side that does not exist says `missing`
    std::string missing;
    const Text* field_reason = nullptr;       // of the field alone; null: there is none
    const Annotations* annotations = nullptr; // of the amendment
};

// Whether it counts, and has a №: all but units that are shown as unchanged.
bool is_shown(const Change& change);

// Of a unit that is new, deleted, merged or only moved or renumbered there is one entry, and one for a unit
// of which no text changes, such as one that others were merged into: so no № is left out. Consecutive years
// that change in the same way are one. `before` is how many changes of the paper are shown before these
// sections. REQUIRES: the sections outlive the result.
std::vector<ChangeEntry> change_entries(std::span<const RevisedSection> sections, std::uint32_t before,
                                        const HouseStyle& style);

} // namespace taisho
