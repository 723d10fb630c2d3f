#include "layout/place.h"
#include "layout/shown_table.h"

#include <algorithm>

// The grid of cells on the page decides everything: fills and texts go into the boxes of the cells, and a
// rule lies wherever two neighbouring fields have different owners.

namespace taisho {
namespace {

struct Grid {
    const ShownTable& shown;
    const PageSetup& setup;

    std::size_t columns() const { return shown.set->edges.size() - 1; }
    std::size_t rows() const { return shown.rows.size(); }
    Length left(std::size_t column) const { return setup.left + shown.set->edges[column]; }
    Length top(std::size_t row) const { return row < rows() ? shown.rows[row].top : bottom(); }
    Length bottom() const { return shown.rows.back().top + shown.rows.back().height; }
};

// ---- frames ----

// Around each area of fields that belong to framed cells, on the rules between them and all others.
struct Frames {
    const Grid& grid;

    bool is_framed(std::size_t row, std::size_t column) const {
        if (row >= grid.rows() || column >= grid.columns()) return false; // also what is one before the first
        const SetCell* owner = grid.shown.owners[row][column];
        return owner != nullptr && owner->cell->framed;
    }
    bool above(std::size_t row, std::size_t column) const {
        return is_framed(row, column) != is_framed(row - 1, column);
    }
    bool left_of(std::size_t row, std::size_t column) const {
        return is_framed(row, column) != is_framed(row, column - 1);
    }
};

PlacedRule frame_rule(Length x1, Length y1, Length x2, Length y2, const PageSetup& setup) {
    const bool bold = setup.marks.frame == FrameStroke::bold;
    const Length width = bold ? std::max(pt(2), setup.rule * 4) : std::max(pt(0.75), setup.rule);
    return {x1, y1, x2, y2, width, black, !bold};
}

void place_frames(const Grid& grid, Page& page) {
    if (grid.setup.marks.frame == FrameStroke::none) return;
    const Frames frames{grid};
    for (std::size_t r = 0; r <= grid.rows(); ++r) {
        for (std::size_t c = 0; c < grid.columns(); ++c) {
            const std::size_t begin = c;
            while (c < grid.columns() && frames.above(r, c)) ++c;
            if (c > begin)
                page.rules.push_back(
                    frame_rule(grid.left(begin), grid.top(r), grid.left(c), grid.top(r), grid.setup));
        }
    }
    for (std::size_t c = 0; c <= grid.columns(); ++c) {
        for (std::size_t r = 0; r < grid.rows(); ++r) {
            const std::size_t begin = r;
            while (r < grid.rows() && frames.left_of(r, c)) ++r;
            if (r > begin)
                page.rules.push_back(
                    frame_rule(grid.left(c), grid.top(begin), grid.left(c), grid.top(r), grid.setup));
        }
    }
}

// A dashed frame stands in place of the rule.
bool is_dashed(const Grid& grid) { return grid.setup.marks.frame == FrameStroke::dashed; }

// ---- rules ----

void place_horizontal_rules(const Grid& grid, Page& page) {
    for (std::size_t r = 0; r <= grid.rows(); ++r) {
        const auto needed = [&](std::size_t c) {
            if (is_dashed(grid) && Frames{grid}.above(r, c)) return false;
            return r == 0 || r == grid.rows() || grid.shown.owners[r - 1][c] != grid.shown.owners[r][c];
        };
        for (std::size_t c = 0; c < grid.columns(); ++c) {
            if (!needed(c)) continue;
            const std::size_t begin = c;
            while (c + 1 < grid.columns() && needed(c + 1)) ++c;
            page.rules.push_back(
                {grid.left(begin), grid.top(r), grid.left(c + 1), grid.top(r), grid.setup.rule});
        }
    }
}

void place_vertical_rules(const Grid& grid, Page& page) {
    for (std::size_t c = 0; c <= grid.columns(); ++c) {
        const auto needed = [&](std::size_t r) {
            if (is_dashed(grid) && Frames{grid}.left_of(r, c)) return false;
            return c == 0 || c == grid.columns() || grid.shown.owners[r][c - 1] != grid.shown.owners[r][c];
        };
        for (std::size_t r = 0; r < grid.rows(); ++r) {
            if (!needed(r)) continue;
            const std::size_t begin = r;
            while (r + 1 < grid.rows() && needed(r + 1)) ++r;
            page.rules.push_back(
                {grid.left(c), grid.top(begin), grid.left(c), grid.top(r + 1), grid.setup.rule});
        }
    }
}

// ---- cells ----

struct Box {
    Length left, top, width, height;
};

Colour colour_of(Fill fill, const PageSetup& setup) {
    switch (fill) {
    case Fill::none: return white;
    case Fill::header: return setup.header_fill;
    case Fill::band: return setup.band_fill;
    }
    return white;
}

// The first line of a cell at the top stands below the padding by its drop; in the parts of a row that is cut
// it belongs to the first.
Length drop_of(const SetCell& cell, const ShownRow& row) { return row.first == 0 ? cell.drop : Length{}; }

// Lines [first, last) of all paragraphs of a cell, counted together.
void place_cell_lines(const SetCell& cell, std::uint32_t first, std::uint32_t last, Spot spot,
                      const Marks& marks, const Typesetter& typesetter, Page& page) {
    std::uint32_t before = 0;
    for (const SetParagraph& paragraph : cell.paragraphs) {
        const auto count = static_cast<std::uint32_t>(paragraph.lines.size());
        const std::uint32_t from = std::clamp(first, before, before + count) - before;
        const std::uint32_t to = std::clamp(last, before, before + count) - before;
        place_lines(paragraph, from, to, spot, marks, typesetter, page);
        spot.top += paragraph.paragraph->style.pitch * static_cast<std::int32_t>(to - from);
        ++spot.origin.paragraph;
        before += count;
    }
}

Length free_above(const SetCell& cell, const Box& box, const PageSetup& setup) {
    const Length free = box.height - setup.cell_padding_y * 2 - cell.content_height;
    return cell.cell->vertical == VerticalAlign::middle && free > Length{} ? free / 2 : Length{};
}

// The set texts count: a cell over several rows that was taken apart has lost its own.
bool says_nothing(const SetCell& cell) {
    return std::ranges::all_of(cell.paragraphs,
                               [](const SetParagraph& set) { return set.paragraph->text.empty(); });
}

void place_cell(const ShownCell& shown, std::uint32_t block, const Grid& grid, const Typesetter& typesetter,
                Page& page) {
    const SetCell& cell = *shown.cell;
    const ShownRow& row = grid.shown.rows[shown.first];
    const std::size_t column = cell.cell->column;
    const Length left = grid.left(column), right = grid.left(column + cell.cell->column_span);
    const Box box{left, row.top, right - left, grid.top(shown.last + 1) - row.top};
    const Colour fill = colour_of(cell.cell->fill, grid.setup);
    if (fill != white) page.fills.push_back({box.left, box.top, box.width, box.height, fill});

    const bool all = shows_all(grid.shown, shown);
    const bool repeated = row.repeated || (all && !begins_here(grid.shown, shown));
    const Length top = box.top + grid.setup.cell_padding_y + drop_of(cell, row) +
                       (all ? free_above(cell, box, grid.setup) : Length{});
    const Origin origin{block, begin_of(grid.shown, shown), static_cast<std::uint16_t>(column), 0};
    if (!repeated && says_nothing(cell)) {
        page.empty_cells.push_back({origin, static_cast<std::uint32_t>(page.texts.size())});
        return;
    }
    const Spot spot{left + grid.setup.cell_padding_x, top, origin, repeated};
    place_cell_lines(cell, all ? 0 : row.first, all ? cell.lines : row.last, spot, grid.setup.marks,
                     typesetter, page);
}

} // namespace

Length place_table(const SetTable& set, const std::vector<Band>& bands, std::size_t first, std::size_t last,
                   const PageSetup& setup, Length top, const Typesetter& typesetter, Page& page) {
    const ShownTable shown = show_table(set, bands, first, last, top, {});
    const Grid grid{shown, setup};
    for (const ShownCell& cell : shown.cells) place_cell(cell, bands[first].block, grid, typesetter, page);
    place_horizontal_rules(grid, page);
    place_vertical_rules(grid, page);
    place_frames(grid, page);
    return grid.bottom();
}

} // namespace taisho
