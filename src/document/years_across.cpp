#include "document/years_across.h"

#include "document/framing.h"
#include "text/value.h"

#include <algorithm>

namespace taisho {

bool has_row_names(const GoalPair& goal) {
    return std::ranges::any_of(goal.rows, [](const RowPair& row) { return any_side(row.label) != nullptr; });
}

namespace {

bool is_one_sided(const TextPair& pair) { return !pair.before || !pair.after; }

bool has_both_sides(const GoalPair& goal) {
    return exists_on(goal, Side::before) && exists_on(goal, Side::after);
}

} // namespace

Cell year_cell(const GoalPair& goal, const ColumnPair& column, Side side, const HouseStyle& style) {
    const bool both_sides = has_both_sides(goal);
    const Marked* label = side_of(column.label, side);
    const Marked shown = both_sides ? *label : plain(*label);
    Cell cell = make_cell(CellKind::column_header, 0,
                          column_label(&shown, side_of(column.note, side), Role::column_header, style));
    for (Paragraph& paragraph : cell.paragraphs) set_mark(mark_of(side), paragraph);
    cell.framed = both_sides && is_one_sided(column.label) && frames_cells(style);
    return cell;
}

std::vector<ColumnRole> figures_of(const GoalPair& goal) {
    std::vector<ColumnRole> roles(goal.columns.size());
    for (std::size_t i = 0; goal.rows.size() > 1 && i < roles.size(); ++i) {
        for (const RowPair& row : goal.rows) {
            for (const std::optional<Marked>& value : {row.values[i].before, row.values[i].after})
                if (value) note_value(value->text.utf8, roles[i]);
        }
    }
    return roles;
}

Cell year_value(const GoalPair& goal, const RowPair& row, std::size_t index, Side side,
                const std::vector<ColumnRole>& figures, const HouseStyle& style) {
    Cell cell = value_cell(0, row.values[index], side, style);
    const Marked* value = side_of(row.values[index], side);
    if (value != nullptr && !is_no_value(value->text.utf8))
        align_figure(figures[index], cell.paragraphs.front());
    const bool shape = is_one_sided(goal.columns[index].label) || !exists_on(row, Side::before) ||
                       !exists_on(row, Side::after);
    cell.framed = value != nullptr && shape && has_both_sides(goal) && frames_cells(style);
    return cell;
}

Cell row_name_cell(const RowPair& row, Side side, const HouseStyle& style) {
    Cell cell = row_header_cell(0, column_label(side_of(row.label, side), nullptr, Role::row_header, style));
    for (Paragraph& paragraph : cell.paragraphs) set_mark(mark_of(side), paragraph);
    return cell;
}

} // namespace taisho
