#pragma once
// The paper while edits are made on it. Internal to the room.

#include "merge/amend_again.h"
#include "merge/edited_sheet.h"
#include "merge/names.h"
#include "merge/removals.h"
#include "model/paper.h"

#include <map>
#include <set>

namespace taisho {

struct Drafting {
    Paper paper;      // its amendments as they become
    Plan now, wanted; // after all amendments but the renames; units keep their index
    const PlaceNames& names;
    const EditedWorkbook& workbook;
    Diagnostics& diagnostics;
    std::map<std::string, std::size_t> units = {}; // of both plans, by id
    AmendmentsByUnit amendments = {};
    std::vector<Amendment*> all = {};                          // of `paper`, counted over all sections
    std::set<std::size_t> touched = {};                        // units that are to become something else
    std::set<std::size_t> withdrawn = {};                      // amendments that are taken out
    std::map<std::size_t, std::vector<Amendment>> behind = {}; // new ones, by the one they follow

    Unit* unit(const std::string& id) {
        const auto found = units.find(id);
        const bool is_there = found != units.end() && found->second < wanted.tree.units.size();
        return is_there ? &wanted.tree.units[found->second] : nullptr;
    }
};

// The amendment that a place belongs to, counted over all sections: of a unit, or of what the plan says of
// itself.
std::optional<std::size_t> amendment_of(const DataPlace& place, const Drafting& drafting);

// An edit that no amendment can express.
void report_impossible(const DataPlace& place, Span at, Drafting& drafting);

// Rows that somebody has removed.
void make_removals(const std::vector<Removal>& removals, Drafting& drafting);

// Rows that somebody has added: new columns, rows and fields of units that there are, and new items.
void add_rows(const std::vector<const EditedRow*>& rows, Drafting& drafting);

} // namespace taisho
