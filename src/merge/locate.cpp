#include "merge/locate.h"

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

std::map<std::string, std::size_t> indices(std::vector<std::string> keys) {
    std::map<std::string, std::size_t> result;
    for (std::size_t i = 0; i < keys.size(); ++i) result.emplace(std::move(keys[i]), i);
    return result;
}

std::optional<std::size_t> index_in(const std::map<std::string, std::size_t>& names,
                                    const std::string& name) {
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::map<std::string, std::size_t> columns_of(const Goal& goal) {
    std::vector<ColumnName> names;
    for (const Column& column : goal.columns) names.push_back({column.year, column.label.utf8});
    return indices(column_keys(names));
}

std::map<std::string, std::size_t> rows_of(const Goal& goal) {
    std::vector<std::string_view> labels;
    for (const ValueRow& row : goal.rows) labels.push_back(row.label.utf8);
    return indices(row_keys(labels));
}

Text* find_cell(const std::optional<Grid>& grid, const DataPlace& place) {
    const auto row = ordinal(place.row), column = ordinal(place.column);
    if (!grid || !row || !column || *row > grid->rows || *column > grid->columns) return nullptr;
    const GridCell& cell = grid->cells[grid->at(*row - 1, *column - 1)];
    const bool begins_there = cell.row == *row - 1 && cell.column == *column - 1;
    return begins_there ? const_cast<Text*>(&cell.cell->text) : nullptr; // of a table that is not const
}

Text* find_in_goal(Goal& goal, const NamedField& field, const DataPlace& place) {
    if (place.part == Part::statement) return &goal.statement;
    const auto column = index_in(field.columns, place.column);
    if (!column) return nullptr;
    if (place.part == Part::note) {
        std::optional<Text>& note = goal.columns[*column].note;
        return note ? &*note : nullptr;
    }
    const auto row = index_in(field.rows, place.row);
    const bool is_value = place.part == Part::value && row && *column < goal.rows[*row].values.size();
    return is_value ? &goal.rows[*row].values[*column] : nullptr;
}

} // namespace

std::optional<std::size_t> find_field(const Unit& item, std::string_view key) {
    if (!is_item(item)) return std::nullopt;
    std::vector<std::string_view> kinds;
    for (const Field& field : fields_of(item)) kinds.push_back(kind_of(field));
    const std::vector<std::string> keys = field_keys(kinds);
    const auto found = std::ranges::find(keys, key);
    if (found == keys.end()) return std::nullopt;
    return static_cast<std::size_t>(found - keys.begin());
}

NamedField named_field(Unit& unit, std::string_view key) {
    NamedField named;
    const auto index = find_field(unit, key);
    if (!index) return named;
    named.field = &fields_of(unit)[*index];
    if (const auto* goal = std::get_if<Goal>(named.field))
        named.columns = columns_of(*goal), named.rows = rows_of(*goal);
    if (const auto* table = std::get_if<FreeTable>(named.field)) named.grid = grid_of(*table);
    return named;
}

Goal* goal_of(const NamedField& field) {
    return field.field == nullptr ? nullptr : std::get_if<Goal>(field.field);
}

Text* find_text(const NamedField& field, const DataPlace& place) {
    if (field.field == nullptr) return nullptr;
    if (auto* passage = std::get_if<Passage>(field.field))
        return place.part == Part::text ? &passage->text : nullptr;
    if (auto* goal = std::get_if<Goal>(field.field)) return find_in_goal(*goal, field, place);
    return place.part == Part::cell ? find_cell(field.grid, place) : nullptr;
}

Text* find_heading_text(Unit& unit, Part part) {
    if (part == Part::number) return &unit.heading.number;
    if (part == Part::title) return &unit.heading.title;
    return part == Part::page ? &unit.page : nullptr;
}

} // namespace taisho
