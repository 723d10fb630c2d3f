#include "merge/locate.h"

#include "compare/grid.h"

#include <algorithm>
#include <charconv>

namespace taisho {
namespace {

// 3 of #3.
std::optional<std::size_t> ordinal(std::string_view text) {
    std::size_t number = 0;
    if (!text.starts_with('#')) return std::nullopt;
    text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number == 0) return std::nullopt;
    return number;
}

std::optional<std::size_t> index_of(const std::vector<std::string>& keys, std::string_view key) {
    const auto found = std::ranges::find(keys, key);
    if (found == keys.end()) return std::nullopt;
    return static_cast<std::size_t>(found - keys.begin());
}

Text* find_cell(FreeTable& table, const DataPlace& place) {
    const auto row = ordinal(place.row), column = ordinal(place.column);
    const auto grid = grid_of(table);
    if (!grid || !row || !column || *row > grid->rows || *column > grid->columns) return nullptr;
    const GridCell& cell = grid->cells[grid->at(*row - 1, *column - 1)];
    const bool begins_there = cell.row == *row - 1 && cell.column == *column - 1;
    return begins_there ? const_cast<Text*>(&cell.cell->text) : nullptr; // of `table`, which is not const
}

Text* find_in_goal(Goal& goal, const DataPlace& place) {
    if (place.part == Part::statement) return &goal.statement;
    const auto column = find_column(goal, place.column);
    if (!column) return nullptr;
    if (place.part == Part::note) {
        std::optional<Text>& note = goal.columns[*column].note;
        return note ? &*note : nullptr;
    }
    const auto row = find_row(goal, place.row);
    return row && *column < goal.rows[*row].values.size() ? &goal.rows[*row].values[*column] : nullptr;
}

} // namespace

std::optional<std::size_t> find_field(const Unit& item, std::string_view key) {
    if (!is_item(item)) return std::nullopt;
    std::vector<std::string_view> kinds;
    for (const Field& field : fields_of(item)) kinds.push_back(kind_of(field));
    return index_of(field_keys(kinds), key);
}

std::optional<std::size_t> find_column(const Goal& goal, std::string_view key) {
    std::vector<ColumnName> names;
    for (const Column& column : goal.columns) names.push_back({column.year, column.label.utf8});
    return index_of(column_keys(names), key);
}

std::optional<std::size_t> find_row(const Goal& goal, std::string_view key) {
    std::vector<std::string_view> labels;
    for (const ValueRow& row : goal.rows) labels.push_back(row.label.utf8);
    return index_of(row_keys(labels), key);
}

Goal* find_goal(Unit& unit, const DataPlace& place) {
    const auto field = find_field(unit, place.field);
    return field ? std::get_if<Goal>(&fields_of(unit)[*field]) : nullptr;
}

Text* find_text(Unit& unit, const DataPlace& place) {
    if (place.part == Part::number) return &unit.heading.number;
    if (place.part == Part::title) return &unit.heading.title;
    if (place.part == Part::page) return &unit.page;
    const auto index = find_field(unit, place.field);
    if (!index) return nullptr;
    Field& field = fields_of(unit)[*index];
    if (auto* passage = std::get_if<Passage>(&field))
        return place.part == Part::text ? &passage->text : nullptr;
    if (auto* table = std::get_if<FreeTable>(&field))
        return place.part == Part::cell ? find_cell(*table, place) : nullptr;
    return find_in_goal(std::get<Goal>(field), place);
}

} // namespace taisho
