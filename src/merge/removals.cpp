#include "merge/removals.h"

#include "merge/names.h"

#include <algorithm>
#include <functional>
#include <set>

namespace taisho {
namespace {

struct Resolving {
    const EditedWorkbook& workbook;
    const DataTable& paper;
    std::vector<DataPlace> editable; // of the paper, in its order
    std::set<DataPlace> removed;     // not explained yet
    std::vector<Removal> removals;
};

bool is_reason(const DataPlace& place) { return place.part == Part::reason; }

bool same_unit(const DataPlace& a, const DataPlace& b) { return a.unit == b.unit; }
bool same_field(const DataPlace& a, const DataPlace& b) { return same_unit(a, b) && a.field == b.field; }
bool same_column(const DataPlace& a, const DataPlace& b) { return same_field(a, b) && a.column == b.column; }
bool same_row(const DataPlace& a, const DataPlace& b) { return same_field(a, b) && a.row == b.row; }

// Explains with one removal all removed places that are in one group with `place`, if the whole group is
// gone.
template <class Same>
bool take_group(const DataPlace& place, Same same, Removal removal, Resolving& resolving) {
    std::vector<DataPlace> group;
    for (const DataPlace& other : resolving.editable) {
        if (same(place, other)) group.push_back(other);
    }
    const bool all_gone =
        std::ranges::all_of(group, [&](const DataPlace& one) { return resolving.removed.contains(one); });
    if (group.empty() || !all_gone) return false;
    for (const DataPlace& one : group) resolving.removed.erase(one);
    resolving.removals.push_back(std::move(removal));
    return true;
}

bool has_rows_before(const Resolving& resolving, const std::string& unit) {
    return std::ranges::any_of(resolving.workbook.rows, [&](const EditedRow& row) {
        return row.place && row.place->unit == unit && row.place->side == Side::before;
    });
}

// Of a unit that does not exist afterwards nothing but the reason can be edited.
bool take_unit(const DataPlace& place, Resolving& resolving) {
    const bool only_reason = std::ranges::all_of(
        resolving.editable, [&](const DataPlace& one) { return one.unit != place.unit || is_reason(one); });
    const bool has_before = has_rows_before(resolving, place.unit);
    if (is_reason(place) != only_reason || (only_reason && has_before)) return false;
    const auto same = [&](const DataPlace& a, const DataPlace& b) {
        return same_unit(a, b) && (only_reason || !is_reason(b));
    };
    DataPlace unit;
    unit.unit = place.unit;
    if (!take_group(place, same, {has_before ? Removes::unit : Removes::amendment, unit}, resolving))
        return false;
    std::erase_if(resolving.removed, [&](const DataPlace& one) { return one.unit == place.unit; });
    return true;
}

bool take_larger(const DataPlace& place, Resolving& resolving) {
    if (take_unit(place, resolving)) return true;
    if (place.field.empty()) return false;
    DataPlace meant = place;
    meant.row.clear(), meant.column.clear();
    if (take_group(place, same_field, {Removes::field, meant}, resolving)) return true;
    if (place.part != Part::value && place.part != Part::note) return false;
    const auto in_column = [](const DataPlace& a, const DataPlace& b) {
        return same_column(a, b) && (b.part == Part::value || b.part == Part::note);
    };
    meant.column = place.column;
    if (take_group(place, in_column, {Removes::column, meant}, resolving)) return true;
    meant.column.clear(), meant.row = place.row;
    const auto in_row = [](const DataPlace& a, const DataPlace& b) {
        return same_row(a, b) && b.part == Part::value;
    };
    return place.part == Part::value && take_group(place, in_row, {Removes::row, meant}, resolving);
}

bool can_be_missing(Part part) {
    return part == Part::note || part == Part::statement || part == Part::number || part == Part::page ||
           part == Part::reason;
}

} // namespace

std::vector<Removal> resolve_removals(const std::vector<DataPlace>& removed, const EditedWorkbook& workbook,
                                      const DataTable& paper, Diagnostics& diagnostics) {
    Resolving resolving{workbook, paper, {}, {removed.begin(), removed.end()}, {}};
    std::set<std::string> units;
    for (const DataPlace& place : removed) units.insert(place.unit);
    for (const DataRow& row : paper.rows) {
        if (row.editable && units.contains(paper.units[row.unit].id))
            resolving.editable.push_back(place_of(paper, row));
    }
    for (const DataPlace& place : removed) {
        if (!resolving.removed.contains(place) || take_larger(place, resolving)) continue;
        resolving.removed.erase(place);
        if (!can_be_missing(place.part)) {
            add_error(diagnostics, Code::cannot_be_missing, {}, {name_of(place, paper)});
        } else if (!workbook.base.at(place).empty()) {
            resolving.removals.push_back({Removes::text, place});
        }
    }
    return std::move(resolving.removals);
}

} // namespace taisho
