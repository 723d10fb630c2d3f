#include "compare/field_names.h"
#include "compare/pair_cells.h"
#include "data/making.h"
#include "text/fold.h"

#include <algorithm>
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
    // The label of a goal stands in no column, for its kind does.
    if (goal.label.before && goal.label.after && has_change(goal.label))
        append_pair(goal.label, Part::title, {.field = fields}, making);
    append_pair(goal.statement, Part::statement, {.field = fields}, making);
    for (std::size_t r = 0; r < goal.rows.size(); ++r) {
        for (std::size_t c = 0; c < goal.columns.size(); ++c)
            append_pair(goal.rows[r].values[c], Part::value,
                        {.field = fields, .row = shape.rows[r], .column = shape.columns[c]}, making);
    }
    for (std::size_t c = 0; c < goal.columns.size(); ++c)
        append_pair(goal.columns[c].note, Part::note, {.field = fields, .column = shape.columns[c]}, making);
}

// ---- free tables ----

void name_grid(const MarkedTable& table, DataField& field) {
    GridNames names = names_of(table);
    field.rows = std::move(names.rows);
    for (const std::string_view label : names.columns)
        field.columns.push_back({label, {}, ColumnKind::free, {}, {}});
}

void append_cells(const TablePair& table, const Places& fields, Making& making) {
    for (const CellPair& pair : pair_cells(table)) {
        for (const Side side : sides) {
            const PlacedCell& placed = pair.on(side);
            if (placed.cell == nullptr) continue;
            append_row({.field = fields.at(static_cast<std::size_t>(side)),
                        .row = placed.row,
                        .column = placed.cell->column,
                        .side = side,
                        .part = Part::cell,
                        .changed = pair.changed,
                        .text = placed.cell->text.text.utf8},
                       making);
        }
    }
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
    append_cells(table, fields, making);
}

// Of one field alone. It stands beside all its rows, too, but there a long one is cut.
void append_reason(const Text& reason, const Places& fields, Making& making) {
    if (reason.empty()) return;
    const Side side = fields[1] != no_index ? Side::after : Side::before;
    append_row({.field = fields.at(static_cast<std::size_t>(side)),
                .side = side,
                .part = Part::reason,
                .text = reason.utf8},
               making);
}

} // namespace

void append_fields(const std::vector<FieldPair>& fields, Making& making) {
    std::array keys{keys_on(Side::before, fields), keys_on(Side::after, fields)};
    const RepeatedKinds repeated = repeated_kinds(fields);
    Places next{0, 0};
    for (const FieldPair& field : fields) {
        const auto* goal = std::get_if<GoalPair>(&field);
        Places places{no_index, no_index};
        for (const Side side : sides) {
            if (!exists_on(field, side)) continue;
            on(side, places) = static_cast<std::uint32_t>(making.table.fields.size());
            DataField& made = making.table.fields.emplace_back();
            made.name = name_of(field, side, repeated);
            made.key = std::move(keys.at(static_cast<std::size_t>(side)).at(on(side, next)++));
            made.reason = cut_line(reason_of(field).utf8, most_repeated);
            if (goal != nullptr) made.indicator = cut_line(text_on(goal->statement, side), most_repeated);
        }
        std::visit([&](const auto& one) { append_texts(one, places, making); }, field);
        append_reason(reason_of(field), places, making);
    }
}

} // namespace taisho
