#include "merge/added_rows.h"

#include <algorithm>
#include <map>

namespace taisho {

std::optional<Part> part_of(const EditedRow& row) {
    const std::string_view word = row.text(DataColumn::part);
    if (!word.empty()) return part_of(word);
    const bool of_goal = !row.text(DataColumn::column).empty();
    if (of_goal) return Part::value;
    return row.text(DataColumn::field).empty() ? std::nullopt : std::optional(Part::text);
}

namespace {

struct Sorting {
    const EditedWorkbook& workbook;
    Diagnostics& diagnostics;
    const DataTable& data;
    std::map<std::string, std::vector<std::uint32_t>> known = {}; // of DataTable::units, by title
    std::vector<AddedUnit> units = {};
    std::map<std::string, std::size_t> sorted = {}; // units, by what tells them apart
    std::map<std::string, std::size_t> fields = {}; // of a unit, the same
};

void report(Code code, const EditedRow& row, DataColumn column, Sorting& sorting) {
    report_added(code, row, column, sorting.workbook, sorting.diagnostics);
}

constexpr char between = '\n'; // folded names hold none

void know(std::uint32_t index, Sorting& sorting) {
    const DataUnit& unit = sorting.data.units[index];
    const std::string title = fold_name(unit.title);
    sorting.known[title].push_back(index);
    sorting.known[title + between + fold_name(unit.path)].push_back(index);
    if (!unit.new_path.empty()) sorting.known[title + between + fold_name(unit.new_path)].push_back(index);
}

// The units that the row may be of, by 項目 and, where it is given, 階層.
const std::vector<std::uint32_t>& units_of(const EditedRow& row, const Sorting& sorting) {
    static const std::vector<std::uint32_t> none;
    const std::string title = fold_name(row.text(DataColumn::item)),
                      path = fold_name(row.text(DataColumn::path));
    const auto found = sorting.known.find(path.empty() ? title : title + between + path);
    return found == sorting.known.end() ? none : found->second;
}

bool is_usable(const EditedRow& row, Sorting& sorting) {
    const std::string_view side = row.text(DataColumn::side);
    const bool before = !side.empty() && side_of(side) != Side::after;
    const bool no_item = row.text(DataColumn::item).empty();
    const bool no_part = !part_of(row);
    if (before) report(Code::added_row_before, row, DataColumn::side, sorting);
    if (no_item) report(Code::added_row_incomplete, row, DataColumn::item, sorting);
    if (no_part) report(Code::added_row_incomplete, row, DataColumn::part, sorting);
    return !before && !no_item && !no_part;
}

std::size_t unit_for(const EditedRow& row, std::uint32_t index, Sorting& sorting) {
    const std::string name = index != no_index ? std::to_string(index)
                                               : between + fold_name(row.text(DataColumn::path)) + between +
                                                     fold_name(row.text(DataColumn::item));
    const auto [entry, is_new] = sorting.sorted.emplace(name, sorting.units.size());
    if (is_new) sorting.units.push_back({index, {}, {}, &row});
    return entry->second;
}

// Rows that name no indicator belong to the first field of the name.
AddedField& field_for(const EditedRow& row, Part part, std::size_t unit, Sorting& sorting) {
    const bool of_goal = part == Part::value || part == Part::note || part == Part::statement;
    const std::string indicator(of_goal ? row.text(DataColumn::indicator) : std::string_view());
    const std::string name = std::to_string(unit) + between + fold_name(row.text(DataColumn::field));
    std::vector<AddedField>& fields = sorting.units[unit].fields;
    sorting.fields.emplace(name, fields.size());
    const std::string whole = indicator.empty() ? name : name + between + fold_name(indicator);
    const auto [entry, is_new] = sorting.fields.emplace(whole, fields.size());
    if (entry->second == fields.size())
        fields.push_back({std::string(row.text(DataColumn::field)), indicator, {}});
    return fields[entry->second];
}

void add_to(std::size_t unit, const EditedRow& row, Sorting& sorting) {
    const Part part = *part_of(row);
    const bool of_unit = row.text(DataColumn::field).empty() || part == Part::number || part == Part::page;
    if (of_unit &&
        (part == Part::number || part == Part::title || part == Part::page || part == Part::reason))
        sorting.units[unit].own.push_back(&row);
    else
        field_for(row, part, unit, sorting).rows.push_back(&row);
}

} // namespace

void report_added(Code code, const EditedRow& row, DataColumn column, const EditedWorkbook& workbook,
                  Diagnostics& diagnostics) {
    const auto entry = std::ranges::find(data_columns(), column, &DataColumnEntry::column);
    add_error(diagnostics, code, row.at,
              {cell_name(workbook, row, column), std::string(entry->header), std::string(row.text(column))});
}

std::vector<AddedUnit> sort_added(const std::vector<const EditedRow*>& rows, const EditedWorkbook& workbook,
                                  const DataTable& data, Diagnostics& diagnostics) {
    Sorting sorting{workbook, diagnostics, data};
    for (std::uint32_t i = 0; i < data.units.size(); ++i) {
        if (data.units[i].editable) know(i, sorting);
    }
    for (const EditedRow* row : rows) {
        if (!is_usable(*row, sorting)) continue;
        const std::vector<std::uint32_t>& units = units_of(*row, sorting);
        if (units.size() > 1) {
            report(Code::added_row_ambiguous, *row, DataColumn::item, sorting);
            continue;
        }
        add_to(unit_for(*row, units.empty() ? no_index : units.front(), sorting), *row, sorting);
    }
    return std::move(sorting.units);
}

} // namespace taisho
