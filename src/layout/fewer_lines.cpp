#include "layout/fewer_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

// A walk downhill: of all moves of one step from one column to another the best is made, as long as one
// helps; then the same with smaller steps.

namespace taisho {
namespace {

constexpr std::size_t most_columns = 12; // more leave nothing to move
constexpr int most_moves = 40;           // of one step

std::int64_t lines_of(std::int64_t text, std::int64_t width) {
    return text <= 0 ? 1 : (text + width - 1) / std::max<std::int64_t>(width, 1);
}

// The lines of all rows together; of each row those of its longest cell.
std::int64_t height_of(const ColumnsInUse& columns) {
    std::int64_t height = 0;
    for (const std::vector<std::int64_t>& row : columns.rows) {
        std::int64_t lines = 1;
        for (std::size_t i = 0; i < row.size(); ++i)
            lines = std::max(lines, lines_of(row[i], columns.widths[i]));
        height += lines;
    }
    return height;
}

struct Move {
    std::size_t from, to;
};

void make(const Move& move, std::int64_t step, ColumnsInUse& columns) {
    columns.widths[move.from] -= step, columns.widths[move.to] += step;
}

std::optional<Move> best_move(std::int64_t step, std::int64_t height, ColumnsInUse& columns) {
    std::optional<Move> best;
    for (std::size_t from = 0; from < columns.widths.size(); ++from) {
        if (!columns.moves[from] || columns.widths[from] - step < columns.least[from]) continue;
        for (std::size_t to = 0; to < columns.widths.size(); ++to) {
            if (from == to || !columns.moves[to]) continue;
            make({from, to}, step, columns);
            const std::int64_t lower = height_of(columns);
            make({from, to}, -step, columns);
            if (lower < height) best = Move{from, to}, height = lower;
        }
    }
    return best;
}

} // namespace

std::vector<std::int64_t> with_fewer_lines(ColumnsInUse columns) {
    if (columns.widths.size() > most_columns || columns.rows.empty()) return columns.widths;
    std::int64_t total = 0;
    for (const std::int64_t width : columns.widths) total += width;
    for (const std::int64_t part : std::array{8, 16, 32, 64}) {
        const std::int64_t step = std::max<std::int64_t>(total / part, 1);
        for (int moves = 0; moves < most_moves; ++moves) {
            const auto move = best_move(step, height_of(columns), columns);
            if (!move) break;
            make(*move, step, columns);
        }
    }
    return columns.widths;
}

} // namespace taisho
