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

const Marked* side_of(const TextPair& pair, Side side) {
    const std::optional<Marked>& marked = side == Side::before ? pair.before : pair.after;
    return marked ? &*marked : nullptr;
}

const Marked* any_side(const TextPair& pair) {
    const Marked* after = side_of(pair, Side::after);
    return after != nullptr ? after : side_of(pair, Side::before);
}

bool exists_on(const GoalPair& goal, Side side) {
    const auto here = [&](const ColumnPair& column) { return side_of(column.label, side) != nullptr; };
    return side_of(goal.label, side) != nullptr || side_of(goal.statement, side) != nullptr ||
           std::ranges::any_of(goal.columns, here);
}

bool exists_on(const RowPair& row, Side side) {
    const auto here = [&](const TextPair& value) { return side_of(value, side) != nullptr; };
    return side_of(row.label, side) != nullptr || std::ranges::any_of(row.values, here);
}

bool exists_on(const FieldPair& field, Side side) {
    if (const auto* goal = std::get_if<GoalPair>(&field)) return exists_on(*goal, side);
    if (const auto* passage = std::get_if<PassagePair>(&field))
        return side_of(passage->text, side) != nullptr;
    const auto& table = std::get<TablePair>(field);
    return side == Side::before ? table.before.has_value() : table.after.has_value();
}

std::string with_marks(const Marked& side) {
    std::string text;
    std::uint32_t at = 0;
    const auto copy = [&](std::uint32_t end) {
        for (; at < end; ++at) {
            const char c = side.text.utf8[at];
            text.append(c == '\n' ? "⏎" : c == '\t' ? "⇥" : std::string(1, c));
        }
    };
    for (const Range& range : side.changed) {
        copy(range.begin), text += "⟦";
        copy(range.end), text += "⟧";
    }
    copy(static_cast<std::uint32_t>(side.text.utf8.size()));
    return text;
}

} // namespace taisho
