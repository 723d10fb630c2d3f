#pragma once
// The paper while edits are made on it. Internal to the room.

#include "merge/amend_again.h"
#include "merge/edited_sheet.h"
#include "model/paper.h"

#include <map>
#include <set>

namespace taisho {

struct Drafting {
    Paper paper;      // its amendments as they become
    Plan now, wanted; // after all amendments but the renames; units keep their index
    const DataTable& data;
    const EditedWorkbook& workbook;
    Diagnostics& diagnostics;
    std::map<std::string, std::size_t> units = {}; // of both plans, by id
    AmendmentsByUnit amendments = {};
    std::set<std::size_t> touched = {};                        // units that are to become something else
    std::set<std::size_t> withdrawn = {};                      // amendments that are taken out
    std::map<std::size_t, std::vector<Amendment>> behind = {}; // new ones, by the one they follow

    Unit* unit(const std::string& id) {
        const auto found = units.find(id);
        return found == units.end() ? nullptr : &wanted.tree.units[found->second];
    }
};

// Rows that somebody has added: new columns, rows and fields of units that there are, and new items.
void add_rows(const std::vector<const EditedRow*>& rows, Drafting& drafting);

} // namespace taisho
