#include "merge/removals.h"

#include <algorithm>
#include <set>

// Each row that is gone is counted for everything that it is a part of, next to how many rows that has. What
// has lost all of them is meant, and the largest such thing explains the row.

namespace taisho {
namespace {

struct Count {
    std::size_t rows = 0, gone = 0;

    bool all_gone() const { return rows > 0 && rows == gone; }
};

struct Resolving {
    const EditedWorkbook& workbook;
    const std::set<DataPlace>& removed;
    std::set<std::string> with_rows_before = {}; // units
    std::map<DataPlace, Count> counts = {};      // by what Removal::place would be
    std::set<DataPlace> explained = {};          // of those
    std::vector<Removal> removals = {};
};

// The things that a text is a part of, as a Removal names them.

DataPlace unit_of(const DataPlace& place) {
    DataPlace unit;
    unit.unit = place.unit;
    return unit;
}

DataPlace reasons_of(const DataPlace& place) {
    DataPlace reasons = unit_of(place);
    reasons.part = Part::reason;
    return reasons;
}

DataPlace field_of(const DataPlace& place) {
    DataPlace field = unit_of(place);
    field.field = place.field;
    return field;
}

DataPlace column_of(const DataPlace& place) {
    DataPlace column = field_of(place);
    column.part = Part::value;
    column.column = place.column;
    return column;
}

DataPlace row_of(const DataPlace& place) {
    DataPlace row = field_of(place);
    row.part = Part::value;
    row.row = place.row;
    return row;
}

// A reason is no part of what it is about: it may stand when all else is gone.
std::vector<DataPlace> things_of(const DataPlace& place) {
    if (place.part == Part::reason) return {reasons_of(place)};
    std::vector<DataPlace> things{unit_of(place)};
    if (!place.field.empty()) things.push_back(field_of(place));
    if (place.part == Part::value || place.part == Part::note) things.push_back(column_of(place));
    if (place.part == Part::value) things.push_back(row_of(place));
    return things;
}

void count(const DataTable& paper, Resolving& resolving) {
    std::set<std::string_view> touched;
    for (const DataPlace& place : resolving.removed) touched.insert(place.unit);
    for (const DataRow& row : paper.rows) {
        if (!row.editable || !touched.contains(paper.units[row.unit].id)) continue;
        const DataPlace place = place_of(paper, row);
        const bool gone = resolving.removed.contains(place);
        for (const DataPlace& thing : things_of(place)) {
            Count& of_thing = resolving.counts[thing];
            ++of_thing.rows, of_thing.gone += gone ? 1U : 0U;
        }
    }
}

bool is_all_gone(const DataPlace& thing, const Resolving& resolving) {
    const auto found = resolving.counts.find(thing);
    return found != resolving.counts.end() && found->second.all_gone();
}

bool take(Removes what, const DataPlace& thing, Resolving& resolving) {
    if (!is_all_gone(thing, resolving)) return false;
    if (resolving.explained.insert(thing).second) resolving.removals.push_back({what, thing});
    return true;
}

// Of a unit that does not exist afterwards nothing but the reason can be edited.
bool take_unit(const DataPlace& place, Resolving& resolving) {
    const DataPlace unit = unit_of(place);
    const bool has_before = resolving.with_rows_before.contains(place.unit);
    const bool only_reasons = !resolving.counts.contains(unit);
    if (!only_reasons) return take(has_before ? Removes::unit : Removes::amendment, unit, resolving);
    const bool all_gone = !has_before && is_all_gone(reasons_of(place), resolving);
    if (all_gone && resolving.explained.insert(unit).second)
        resolving.removals.push_back({Removes::amendment, unit});
    return all_gone;
}

bool take_larger(const DataPlace& place, Resolving& resolving) {
    if (take_unit(place, resolving)) return true;
    if (place.field.empty()) return false;
    if (take(Removes::field, field_of(place), resolving)) return true;
    if (place.part != Part::value && place.part != Part::note) return false;
    if (take(Removes::column, column_of(place), resolving)) return true;
    return place.part == Part::value && take(Removes::row, row_of(place), resolving);
}

bool can_be_missing(Part part) {
    return part == Part::note || part == Part::statement || part == Part::number || part == Part::page ||
           part == Part::reason;
}

} // namespace

std::vector<Removal> resolve_removals(const std::vector<DataPlace>& removed, const EditedWorkbook& workbook,
                                      const PlaceNames& names, Diagnostics& diagnostics) {
    if (removed.empty()) return {};
    const std::set<DataPlace> places(removed.begin(), removed.end());
    Resolving resolving{workbook, places};
    for (const EditedRow& row : workbook.rows) {
        if (row.place && row.place->side == Side::before) resolving.with_rows_before.insert(row.place->unit);
    }
    count(names.paper, resolving);
    for (const DataRow& row : names.paper.rows) {
        if (!row.editable) continue;
        const DataPlace place = place_of(names.paper, row);
        if (!places.contains(place) || take_larger(place, resolving)) continue;
        if (!can_be_missing(place.part)) {
            add_error(diagnostics, Code::cannot_be_missing, {}, {name_of(place, names)});
        } else if (!row.text.empty()) {
            resolving.removals.push_back({Removes::text, place});
        }
    }
    return std::move(resolving.removals);
}

} // namespace taisho
