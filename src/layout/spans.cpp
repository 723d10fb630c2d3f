#include "layout/spans.h"

#include <algorithm>
#include <utility>

namespace taisho {
namespace {

Length needed_by(const SetCell& cell, const Medium& medium) {
    return cell.drop + cell.content_height + medium.padding_y * 2;
}

std::size_t end_of(const SetCell& cell, std::size_t row, const SetTable& set) {
    return std::min(row + cell.cell->row_span, set.rows.size());
}

// On a page that shows a part of a cut row, there may be no more than two lines of it.
bool is_too_tall(const SetCell& cell, std::size_t row, const SetTable& set, const Medium& medium) {
    if (needed_by(cell, medium) > scale(medium.height, 2, 5)) return true;
    if (cell.lines <= 2) return false;
    const auto first = set.rows.begin() + static_cast<std::ptrdiff_t>(row);
    const auto last = set.rows.begin() + static_cast<std::ptrdiff_t>(end_of(cell, row, set));
    return std::any_of(first, last, [&](const SetRow& one) { return one.height > medium.slice_above; });
}

// The cell with its text in row `row` alone, and an empty one below it.
void take_apart(std::size_t row, std::size_t index, SetTable& set, const Medium& medium) {
    SetCell& cell = set.rows[row].cells[index];
    Cell head = *cell.cell;
    head.paragraphs.clear(), head.row_span = 1, head.vertical = VerticalAlign::top;
    Cell below = head;
    below.row_span = static_cast<std::uint16_t>(cell.cell->row_span - 1);
    set.own.push_back(std::make_unique<Cell>(std::move(head)));
    cell.cell = set.own.back().get();
    set.rows[row].height = std::max(set.rows[row].height, needed_by(cell, medium));
    set.rows[row].lines = std::max(set.rows[row].lines, cell.lines);
    if (row + 1 == set.rows.size()) return;
    set.own.push_back(std::make_unique<Cell>(std::move(below)));
    std::vector<SetCell>& cells = set.rows[row + 1].cells;
    const auto right = std::ranges::find_if(
        cells, [&](const SetCell& other) { return other.cell->column > cell.cell->column; });
    cells.insert(right, SetCell{set.own.back().get(), {}, {}, 0, {}});
}

// A cell over several rows that needs more than they give makes the last of them taller.
void stretch(const SetCell& cell, std::size_t row, SetTable& set, const Medium& medium) {
    const std::size_t end = end_of(cell, row, set);
    Length given{};
    for (std::size_t r = row; r < end; ++r) given += set.rows[r].height;
    const Length needed = needed_by(cell, medium);
    if (needed > given) set.rows[end - 1].height += needed - given;
}

// No page ends behind the first rows of the cell, nor before the last, that are too few to show it.
void hold_ends(const SetCell& cell, std::size_t row, const SetTable& set, const Medium& medium,
               std::vector<bool>& held) {
    const std::size_t end = end_of(cell, row, set);
    const Length needed = needed_by(cell, medium);
    Length above{}, below{};
    for (std::size_t r = row; r + 1 < end && (above += set.rows[r].height) < needed; ++r) held[r] = true;
    for (std::size_t r = end - 1; r > row && (below += set.rows[r].height) < needed; --r) held[r - 1] = true;
}

} // namespace

void settle_spans(SetTable& set, const Medium& medium) {
    for (std::size_t row = 0; row < set.rows.size(); ++row) {
        for (std::size_t i = 0; i < set.rows[row].cells.size(); ++i) {
            const SetCell& cell = set.rows[row].cells[i];
            if (cell.cell->row_span > 1 && is_too_tall(cell, row, set, medium))
                take_apart(row, i, set, medium);
        }
    }
    for (std::size_t row = 0; row < set.rows.size(); ++row) {
        for (const SetCell& cell : set.rows[row].cells) {
            if (cell.cell->row_span > 1) stretch(cell, row, set, medium);
        }
    }
}

std::vector<bool> held_by_spans(const SetTable& set, const Medium& medium) {
    std::vector<bool> held(set.rows.size());
    for (std::size_t row = 0; row < set.rows.size(); ++row) {
        for (const SetCell& cell : set.rows[row].cells) {
            if (cell.cell->row_span > 1) hold_ends(cell, row, set, medium, held);
        }
    }
    return held;
}

} // namespace taisho
