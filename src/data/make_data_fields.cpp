#include "base/utf8.h"
#include "data/making.h"
#include "data/names.h"
#include "text/fold.h"

#include <algorithm>
#include <map>
#include <utility>

namespace taisho {
namespace {

constexpr std::array sides{Side::before, Side::after};

using Places = std::array<std::uint32_t, 2>; // of something on each side, by Side

std::uint32_t& on(Side side, Places& places) { return places.at(static_cast<std::size_t>(side)); }

std::string_view kind_of(const FieldPair& field) {
    if (const auto* passage = std::get_if<PassagePair>(&field)) return name_of(passage->kind);
    if (const auto* goal = std::get_if<GoalPair>(&field)) return goal->kind.utf8;
    return "table";
}

std::string_view text_on(const TextPair& pair, Side side) {
    const Marked* text = side_of(pair, side);
    return text != nullptr ? std::string_view(text->text.utf8) : std::string_view();
}

// The keys of the fields that a side has.
std::vector<std::string> keys_on(Side side, const std::vector<FieldPair>& fields) {
    std::vector<std::string_view> kinds;
    for (const FieldPair& field : fields)
        if (exists_on(field, side)) kinds.push_back(kind_of(field));
    return field_keys(kinds);
}

// ---- goals ----

struct Shape {
    std::vector<Places> rows, columns; // of each RowPair and ColumnPair: which it is on each side
};

bool has_column(const GoalPair& goal, std::size_t column, Side side) {
    const auto has_value = [&](const RowPair& row) { return side_of(row.values[column], side) != nullptr; };
    return side_of(goal.columns[column].label, side) != nullptr || std::ranges::any_of(goal.rows, has_value);
}

void shape_columns(const GoalPair& goal, Side side, DataField& field, Shape& shape) {
    std::vector<ColumnName> names;
    for (std::size_t i = 0; i < goal.columns.size(); ++i) {
        if (!has_column(goal, i, side)) continue;
        const ColumnPair& column = goal.columns[i];
        const std::string_view label = text_on(column.label, side);
        on(side, shape.columns[i]) = static_cast<std::uint32_t>(names.size());
        const bool is_year = column.kind == ColumnKind::year;
        names.push_back({is_year ? parse_fiscal_year(label) : std::nullopt, label});
        field.columns.push_back({label, text_on(column.note, side), column.kind, names.back().year, {}});
    }
    std::vector<std::string> keys = column_keys(names);
    for (std::size_t i = 0; i < keys.size(); ++i) field.columns[i].key = std::move(keys[i]);
}

void shape_rows(const GoalPair& goal, Side side, DataField& field, Shape& shape) {
    for (std::size_t i = 0; i < goal.rows.size(); ++i) {
        if (!exists_on(goal.rows[i], side)) continue;
        on(side, shape.rows[i]) = static_cast<std::uint32_t>(field.rows.size());
        field.rows.push_back(text_on(goal.rows[i].label, side));
    }
    field.row_keys = row_keys(field.rows);
}

void append_values(const GoalPair& goal, const Places& fields, Making& making) {
    Shape shape{std::vector<Places>(goal.rows.size()), std::vector<Places>(goal.columns.size())};
    for (const Side side : sides) {
        const std::uint32_t field = fields.at(static_cast<std::size_t>(side));
        if (field == no_index) continue;
        shape_columns(goal, side, making.table.fields[field], shape);
        shape_rows(goal, side, making.table.fields[field], shape);
    }
    append_pair(goal.statement, Part::statement, {.field = fields}, making);
    for (std::size_t c = 0; c < goal.columns.size(); ++c)
        append_pair(goal.columns[c].note, Part::note, {.field = fields, .column = shape.columns[c]}, making);
    for (std::size_t r = 0; r < goal.rows.size(); ++r) {
        for (std::size_t c = 0; c < goal.columns.size(); ++c)
            append_pair(goal.rows[r].values[c], Part::value,
                        {.field = fields, .row = shape.rows[r], .column = shape.columns[c]}, making);
    }
}

// ---- free tables ----

struct PlacedCell {
    const MarkedCell* cell = nullptr;
    std::uint32_t row = 0;
};

std::vector<PlacedCell> cells_of(const std::optional<MarkedTable>& table) {
    std::vector<PlacedCell> cells;
    if (!table) return cells;
    for (std::uint32_t row = 0; row < table->rows.size(); ++row)
        for (const MarkedCell& cell : table->rows[row]) cells.push_back({&cell, row});
    return cells;
}

// A row is called what its first cell says, a column what the lowest header above it says.
void name_grid(const MarkedTable& table, DataField& field) {
    field.rows.assign(table.rows.size(), {});
    field.columns.assign(table.columns, {{}, {}, ColumnKind::free, {}, {}});
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (const MarkedCell& cell : table.rows[r]) {
            const std::string_view text = cell.text.text.utf8;
            if (r < table.header_rows && !text.empty()) {
                for (std::size_t c = cell.column; c < cell.column + cell.column_span; ++c)
                    field.columns[c].label = text;
            } else if (r >= table.header_rows && cell.column == 0) {
                for (std::size_t down = r; down < r + cell.row_span; ++down) field.rows[down] = text;
            }
        }
    }
}

struct TableSides {
    std::vector<PlacedCell> before, after;
    const Places& fields;
    bool both = false; // the table exists on both sides

    const std::vector<PlacedCell>& on(Side side) const { return side == Side::before ? before : after; }
};

// A cell changes when it or its counterpart has changed words, or has no counterpart.
bool changes(std::uint32_t index, Side side, const TableSides& table) {
    const MarkedCell& cell = *table.on(side)[index].cell;
    if (!table.both || cell.other == no_cell || !cell.text.changed.empty()) return true;
    const Side opposite = side == Side::before ? Side::after : Side::before;
    return !table.on(opposite)[cell.other].cell->text.changed.empty();
}

void append_cell(std::uint32_t index, Side side, const TableSides& table, Making& making) {
    const PlacedCell& placed = table.on(side)[index];
    append_row({.field = table.fields.at(static_cast<std::size_t>(side)),
                .row = placed.row,
                .column = placed.cell->column,
                .side = side,
                .part = Part::cell,
                .changed = changes(index, side, table),
                .text = placed.cell->text.text.utf8},
               making);
}

// In the order of the table after; each cell behind the one that it is compared with, and what only the table
// before has behind its predecessor.
void append_cells(const TableSides& table, Making& making) {
    const auto is_paired = [&](std::uint32_t before) {
        const std::uint32_t other = table.before[before].cell->other;
        return other != no_cell && table.after[other].cell->other == before;
    };
    std::uint32_t next = 0;
    const auto append_unpaired = [&](std::uint32_t end) {
        for (; next < end; ++next)
            if (!is_paired(next)) append_cell(next, Side::before, table, making);
    };
    for (std::uint32_t after = 0; after < table.after.size(); ++after) {
        const std::uint32_t before = table.after[after].cell->other;
        if (before != no_cell && is_paired(before) && table.before[before].cell->other == after) {
            append_unpaired(before);
            next = std::max(next, before + 1);
            append_cell(before, Side::before, table, making);
        }
        append_cell(after, Side::after, table, making);
    }
    append_unpaired(static_cast<std::uint32_t>(table.before.size()));
}

// ---- one field ----

void append_texts(const PassagePair& passage, const Places& fields, Making& making) {
    append_pair(passage.text, Part::text, {.field = fields}, making);
}

void append_texts(const GoalPair& goal, const Places& fields, Making& making) {
    append_values(goal, fields, making);
}

void append_texts(const TablePair& table, const Places& fields, Making& making) {
    for (const Side side : sides) {
        const std::optional<MarkedTable>& marked = side == Side::before ? table.before : table.after;
        if (marked) name_grid(*marked, making.table.fields[fields.at(static_cast<std::size_t>(side))]);
    }
    append_cells({cells_of(table.before), cells_of(table.after), fields, table.before && table.after},
                 making);
}

} // namespace

void append_fields(const std::vector<FieldPair>& fields, Making& making) {
    std::array keys{keys_on(Side::before, fields), keys_on(Side::after, fields)};
    std::map<std::string_view, std::size_t> goals; // how many of a kind
    for (const FieldPair& field : fields)
        if (const auto* goal = std::get_if<GoalPair>(&field)) ++goals[goal->kind.utf8];
    Places next{0, 0};
    for (const FieldPair& field : fields) {
        const auto* goal = std::get_if<GoalPair>(&field);
        const bool one_of_several = goal != nullptr && goals[goal->kind.utf8] > 1;
        Places places{no_index, no_index};
        for (const Side side : sides) {
            if (!exists_on(field, side)) continue;
            on(side, places) = static_cast<std::uint32_t>(making.table.fields.size());
            DataField& made = making.table.fields.emplace_back();
            made.name = name_of(field, side, one_of_several);
            made.key = std::move(keys.at(static_cast<std::size_t>(side)).at(on(side, next)++));
            made.reason = one_line(reason_of(field).utf8);
            if (goal != nullptr) made.indicator = one_line(text_on(goal->statement, side));
        }
        std::visit([&](const auto& one) { append_texts(one, places, making); }, field);
    }
}

} // namespace taisho
