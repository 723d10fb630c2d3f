#include "merge/added_rows.h"

#include <algorithm>

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
    const DataTable& data;
    Diagnostics& diagnostics;
    std::vector<AddedUnit> units;
};

void report(Code code, const EditedRow& row, DataColumn column, Sorting& sorting) {
    report_added(code, row, column, sorting.workbook, sorting.diagnostics);
}

bool matches(std::string_view typed, std::string_view text) {
    return typed.empty() || fold_name(typed) == fold_name(text);
}

// The units that the row may be of, by 項目 and, where they are given, 階層 and 項目番号.
std::vector<std::uint32_t> units_of(const EditedRow& row, const DataTable& data) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < data.units.size(); ++i) {
        const DataUnit& unit = data.units[i];
        const std::string_view path = row.text(DataColumn::path);
        const bool same = fold_name(unit.title) == fold_name(row.text(DataColumn::item)) &&
                          (matches(path, unit.path) || matches(path, unit.new_path));
        if (unit.editable && same) found.push_back(i);
    }
    return found;
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

AddedUnit& unit_for(const EditedRow& row, std::uint32_t index, Sorting& sorting) {
    const auto found = std::ranges::find_if(sorting.units, [&](const AddedUnit& unit) {
        if (index != no_index || unit.unit != no_index) return unit.unit == index;
        const auto same = [&](DataColumn column) {
            return fold_name(unit.first->text(column)) == fold_name(row.text(column));
        };
        return same(DataColumn::item) && same(DataColumn::path);
    });
    if (found != sorting.units.end()) return *found;
    return sorting.units.emplace_back(AddedUnit{index, {}, {}, &row});
}

void add_to(AddedUnit& unit, const EditedRow& row) {
    const Part part = *part_of(row);
    if (part == Part::number || part == Part::title || part == Part::page || part == Part::reason) {
        unit.own.push_back(&row);
        return;
    }
    const std::string name = fold_name(row.text(DataColumn::field));
    const bool of_goal = part == Part::value || part == Part::note || part == Part::statement;
    const std::string indicator(of_goal ? row.text(DataColumn::indicator) : std::string_view());
    const auto same = [&](const AddedField& field) {
        return fold_name(field.name) == name && matches(indicator, field.indicator);
    };
    const auto found = std::ranges::find_if(unit.fields, same);
    if (found != unit.fields.end()) {
        found->rows.push_back(&row);
        return;
    }
    unit.fields.push_back({std::string(row.text(DataColumn::field)), indicator, {&row}});
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
    Sorting sorting{workbook, data, diagnostics, {}};
    for (const EditedRow* row : rows) {
        if (!is_usable(*row, sorting)) continue;
        const std::vector<std::uint32_t> units = units_of(*row, data);
        if (units.size() > 1) {
            report(Code::added_row_ambiguous, *row, DataColumn::item, sorting);
            continue;
        }
        add_to(unit_for(*row, units.empty() ? no_index : units.front(), sorting), *row);
    }
    return std::move(sorting.units);
}

} // namespace taisho
