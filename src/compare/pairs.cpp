#include "compare/pairs.h"

#include <algorithm>

namespace taisho {

bool has_change(const TextPair& pair) {
    const auto marked = [](const std::optional<Marked>& side) { return side && !side->changed.empty(); };
    return pair.before.has_value() != pair.after.has_value() || marked(pair.before) || marked(pair.after);
}

namespace {

bool changes(const PassagePair& passage) { return has_change(passage.label) || has_change(passage.text); }

bool changes(const GoalPair& goal) {
    const auto column = [](const ColumnPair& c) { return has_change(c.label) || has_change(c.note); };
    const auto row = [](const RowPair& r) {
        return has_change(r.label) ||
               std::ranges::any_of(r.values, [](const TextPair& v) { return has_change(v); });
    };
    return has_change(goal.label) || has_change(goal.statement) ||
           std::ranges::any_of(goal.columns, column) || std::ranges::any_of(goal.rows, row);
}

bool changes(const TablePair& table) {
    if (table.before.has_value() != table.after.has_value()) return true;
    const auto marked = [](const std::optional<MarkedTable>& side) {
        if (!side) return false;
        const auto cell = [](const MarkedCell& c) { return !c.text.changed.empty(); };
        return std::ranges::any_of(side->rows,
                                   [&](const auto& row) { return std::ranges::any_of(row, cell); });
    };
    const auto shape = [](const MarkedTable& side) { return std::pair(side.columns, side.rows.size()); };
    return has_change(table.label) || marked(table.before) || marked(table.after) ||
           (table.before && shape(*table.before) != shape(*table.after));
}

} // namespace

bool has_change(const FieldPair& field) {
    return std::visit([](const auto& one) { return changes(one); }, field);
}

} // namespace taisho
