#include "compare/pair.h"

#include "compare/align.h"
#include "compare/equal_runs.h"
#include "compare/grid.h"
#include "compare/likeness.h"
#include "compare/mark.h"
#include "text/fold.h"
#include "text/value.h"

#include <algorithm>
#include <map>
#include <string>

// Two tables are compared as grids. Columns are aligned first, by what their headers say and by what they
// hold; then rows, by the cells they share in those columns, the leading ones counting most. Both alignments
// keep the order, so that an inserted or deleted row leaves its neighbours what they were. In the end the
// cells that begin in places that belong together are compared word by word.

namespace taisho {
namespace {

// For each row or column the one of the other side.
using Places = std::vector<std::optional<std::size_t>>;

struct Match {
    Places to_after, to_before;

    Match(std::size_t before, std::size_t after) : to_after(before), to_before(after) {}
    void add(std::size_t before, std::size_t after) { to_after[before] = after, to_before[after] = before; }
};

// ---- texts as numbers ----

// Equal numbers for equal texts, whatever their width; 0 for a cell that says nothing.
using Numbers = std::map<std::string, int, std::less<>>;

struct Sheet {
    Grid grid;
    std::vector<int> texts; // of each cell
    std::size_t label_columns = 1;

    int at(std::size_t row, std::size_t column) const { return texts[grid.at(row, column)]; }
    // Whether the cell in this place is one that reaches here from above.
    bool goes_on(std::size_t row, std::size_t column) const {
        return grid.cells[grid.at(row, column)].row < row;
    }
};

// Columns at the left in which some cell of the body names its row; at least the first.
std::size_t label_columns_of(const Grid& grid) {
    std::size_t labels = 0;
    const auto names_rows = [&](std::size_t column) {
        for (std::size_t row = grid.header_rows; row < grid.rows; ++row) {
            if (grid.cells[grid.at(row, column)].cell->header) return true;
        }
        return false;
    };
    while (labels < grid.columns && names_rows(labels)) ++labels;
    return std::max<std::size_t>(labels, 1);
}

// Nothing for a table that is none.
std::optional<Sheet> sheet_of(const FreeTable* table, Numbers& numbers) {
    if (table == nullptr) return Sheet{};
    std::optional<Grid> grid = grid_of(*table);
    if (!grid) return std::nullopt;
    Sheet sheet{std::move(*grid), {}, 1};
    for (const GridCell& cell : sheet.grid.cells) {
        const std::string& text = cell.cell->text.utf8;
        const bool silent = text.empty() || is_no_value(text);
        const auto next = static_cast<int>(numbers.size()) + 1;
        sheet.texts.push_back(silent ? 0 : numbers.emplace(fold_width(text), next).first->second);
    }
    sheet.label_columns = label_columns_of(sheet.grid);
    return sheet;
}

// ---- columns ----

struct ColumnTraits {
    std::vector<int> header; // texts from the top, each once
    Bigrams header_bigrams;
    std::vector<int> values; // what the body says, sorted
};

ColumnTraits traits_of_column(const Sheet& sheet, std::size_t column) {
    ColumnTraits traits;
    std::string words;
    for (std::size_t row = 0; row < sheet.grid.rows; ++row) {
        if (sheet.goes_on(row, column)) continue;
        const int text = sheet.at(row, column);
        if (row >= sheet.grid.header_rows) {
            if (text != 0) traits.values.push_back(text);
            continue;
        }
        traits.header.push_back(text);
        words.append(fold_width(sheet.grid.text(row, column))).push_back('\n');
    }
    traits.header_bigrams = bigrams_of(words);
    std::ranges::sort(traits.values);
    return traits;
}

// 0 to 1000: how many of the values both columns hold.
int shared_values(const std::vector<int>& a, const std::vector<int>& b) {
    if (a.empty() || b.empty()) return 0;
    std::vector<int> common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    return static_cast<int>(common.size() * 1000 / std::max(a.size(), b.size()));
}

struct ColumnScore {
    bool by_values = true; // false when there are too many

    int operator()(const ColumnTraits& a, const ColumnTraits& b) const {
        const bool named = !a.header.empty() && !b.header.empty();
        const int header = !named                 ? 0
                           : a.header == b.header ? 2000
                                                  : likeness(a.header_bigrams, b.header_bigrams);
        const int values = by_values ? shared_values(a.values, b.values) : 0;
        return header >= 400 || values >= 400 ? header + values : 0;
    }
};

std::vector<ColumnTraits> traits_of_columns(const Sheet& sheet) {
    std::vector<ColumnTraits> traits;
    for (std::size_t column = 0; column < sheet.grid.columns; ++column)
        traits.push_back(traits_of_column(sheet, column));
    return traits;
}

// Pairs what was left between two pairs, one by one, where both sides have left the same number.
template <class Fits>
void match_leftovers(const std::vector<Pairing>& pairings, Fits fits, Match& match) {
    std::vector<std::size_t> before, after;
    const auto flush = [&] {
        for (std::size_t i = 0; before.size() == after.size() && i < before.size(); ++i) {
            if (fits(before[i], after[i])) match.add(before[i], after[i]);
        }
        before.clear(), after.clear();
    };
    for (const auto& [b, a] : pairings) {
        if (b && a) {
            flush();
            match.add(*b, *a);
            continue;
        }
        if (b) before.push_back(*b);
        if (a) after.push_back(*a);
    }
    flush();
}

Match match_columns(const Sheet& before, const Sheet& after) {
    constexpr std::size_t most_values = 30'000'000;
    const std::size_t rows = before.grid.rows + after.grid.rows;
    const ColumnScore score{before.grid.columns * rows <=
                            most_values / std::max<std::size_t>(after.grid.columns, 1)};
    const std::vector<ColumnTraits> b = traits_of_columns(before), a = traits_of_columns(after);
    const auto is_nameless = [](const ColumnTraits& column) {
        return std::ranges::all_of(column.header, [](int text) { return text == 0; });
    };
    const auto fits = [&](std::size_t i, std::size_t j) {
        return is_nameless(b[i]) || is_nameless(a[j]) || shared_values(b[i].values, a[j].values) > 0;
    };
    Match match(b.size(), a.size());
    match_leftovers(align_within(500'000, b, a, score), fits, match);
    return match;
}

// ---- rows ----

struct Tables {
    const Sheet &before, &after;
    const Match& columns;
    std::vector<Bigrams> labels_before, labels_after; // of the first cell of each row
};

std::vector<Bigrams> labels_of(const Sheet& sheet) {
    std::vector<Bigrams> labels;
    for (std::size_t row = 0; row < sheet.grid.rows; ++row) {
        std::string words;
        for (std::size_t column = 0; column < std::min(sheet.label_columns, sheet.grid.columns); ++column)
            words.append(fold_width(sheet.grid.text(row, column))).push_back('\n');
        labels.push_back(bigrams_of(words));
    }
    return labels;
}

// The part of two rows that is the same, 0 to 1000, each cell by its weight: labels three times, but what
// reaches down from a row above only once. Cells that say nothing on both sides say nothing about the rows
// either.
int share_of_rows(const Tables& tables, std::size_t i, std::size_t j) {
    const auto& [before, after, columns, labels_before, labels_after] = tables;
    int weights = 0, same = 0;
    bool labels_differ = false;
    for (std::size_t c = 0; c < before.grid.columns; ++c) {
        const auto d = columns.to_after[c];
        if (!d) continue;
        const int one = before.at(i, c), other = after.at(j, *d);
        if (one == 0 && other == 0) continue;
        const bool label = c < before.label_columns && !before.goes_on(i, c);
        const int weight = label ? 3000 : 1000;
        weights += weight;
        same += one == other ? weight : 0;
        labels_differ |= label && one != other;
    }
    if (weights == 0) return 300; // rows without a word
    if (labels_differ) same += 3 * likeness(labels_before[i], labels_after[j]);
    return static_cast<int>(std::min<std::int64_t>(std::int64_t{same} * 1000 / weights, 1000));
}

struct Rows {
    std::size_t before = 0, before_end = 0, after = 0, after_end = 0;
};

std::vector<std::size_t> numbers_between(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> numbers;
    for (; begin < end; ++begin) numbers.push_back(begin);
    return numbers;
}

void match_gap(const Tables& tables, const Rows& rows, Match& match) {
    constexpr std::size_t most_cells = 30'000'000;
    constexpr int least = 300;
    const auto score = [&](std::size_t i, std::size_t j) {
        const int share = share_of_rows(tables, i, j);
        return share < least ? 0 : share;
    };
    const auto b = numbers_between(rows.before, rows.before_end),
               a = numbers_between(rows.after, rows.after_end);
    const std::size_t columns = std::max<std::size_t>(tables.before.grid.columns, 1);
    const std::size_t most_pairs = std::min<std::size_t>(most_cells / columns, 2'000'000);
    std::vector<Pairing> pairings = align_within(most_pairs, b, a, score);
    for (auto& [i, j] : pairings) {
        if (i) *i += rows.before;
        if (j) *j += rows.after;
    }
    match_leftovers(
        pairings, [&](std::size_t i, std::size_t j) { return share_of_rows(tables, i, j) > 0; }, match);
}

// A number for each row, equal for rows that are equal in the columns of both tables.
std::vector<int> numbered_rows(const Sheet& sheet, std::size_t begin, std::size_t end,
                               const std::vector<std::size_t>& columns,
                               std::map<std::vector<int>, int>& numbers) {
    std::vector<int> result;
    for (std::size_t row = begin; row < end; ++row) {
        std::vector<int> texts;
        for (const std::size_t column : columns) texts.push_back(sheet.at(row, column));
        result.push_back(numbers.emplace(std::move(texts), static_cast<int>(numbers.size())).first->second);
    }
    return result;
}

// Equal rows at both ends are taken at once. Between them every row is looked at with every other; only where
// there are too many, equal rows divide them, which is less sure: 小計 may stand in ten rows.
std::vector<EqualRun> fixed_runs(const Tables& tables, const Rows& rows) {
    std::vector<std::size_t> columns_before, columns_after;
    for (std::size_t c = 0; c < tables.columns.to_after.size(); ++c) {
        if (const auto d = tables.columns.to_after[c])
            columns_before.push_back(c), columns_after.push_back(*d);
    }
    std::map<std::vector<int>, int> numbers;
    const std::vector<int> b =
        numbered_rows(tables.before, rows.before, rows.before_end, columns_before, numbers);
    const std::vector<int> a =
        numbered_rows(tables.after, rows.after, rows.after_end, columns_after, numbers);
    constexpr std::size_t few = 400;
    if (b.size() > few || a.size() > few) return find_equal_runs(b, a);

    std::size_t head = 0, tail = 0;
    const std::size_t most = std::min(b.size(), a.size());
    while (head < most && b[head] == a[head]) ++head;
    while (head + tail < most && b[b.size() - 1 - tail] == a[a.size() - 1 - tail]) ++tail;
    return {{0, 0, head}, {b.size() - tail, a.size() - tail, tail}};
}

void match_rows(const Tables& tables, const Rows& rows, Match& match) {
    Rows gap{rows.before, 0, rows.after, 0};
    const auto close_gap = [&](std::size_t before, std::size_t after) {
        gap.before_end = before, gap.after_end = after;
        if (gap.before < before || gap.after < after) match_gap(tables, gap, match);
    };
    for (const EqualRun& run : fixed_runs(tables, rows)) {
        const std::size_t before = rows.before + run.before, after = rows.after + run.after;
        close_gap(before, after);
        for (std::size_t k = 0; k < run.length; ++k) match.add(before + k, after + k);
        gap.before = before + run.length, gap.after = after + run.length;
    }
    close_gap(rows.before_end, rows.after_end);
}

Match match_all_rows(const Sheet& before, const Sheet& after, const Match& columns) {
    const Tables tables{before, after, columns, labels_of(before), labels_of(after)};
    Match match(before.grid.rows, after.grid.rows);
    match_rows(tables, {0, before.grid.header_rows, 0, after.grid.header_rows}, match);
    match_rows(tables, {before.grid.header_rows, before.grid.rows, after.grid.header_rows, after.grid.rows},
               match);
    return match;
}

// ---- cells ----

// For each cell of one table the cell of the other that stands in the first place that both have, or no_cell.
using Others = std::vector<std::uint32_t>;

Others counterparts(const Grid& grid, const Grid& other, const Places& rows, const Places& columns) {
    const auto counterpart = [&](const GridCell& cell) {
        for (std::size_t row = cell.row; row < cell.row + cell.rows; ++row) {
            if (!rows[row]) continue;
            for (std::size_t column = cell.column; column < cell.column + cell.columns; ++column) {
                if (columns[column]) return other.at(*rows[row], *columns[column]);
            }
        }
        return no_cell;
    };
    Others result;
    for (const GridCell& cell : grid.cells) result.push_back(counterpart(cell));
    return result;
}

using Marks = std::vector<std::optional<Marked>>; // of each cell of a grid

// Cells that see each other are compared once. Where one cell was split into several, or several were merged,
// each of them is compared with the one.
void mark_cells(const Grid& before, const Grid& after, const Others& to_after, const Others& to_before,
                Marks& marks_before, Marks& marks_after) {
    for (std::uint32_t i = 0; i < before.cells.size(); ++i) {
        const std::uint32_t other = to_after[i];
        if (other == no_cell) continue;
        TextPair pair = mark_changes(before.cells[i].cell->text, after.cells[other].cell->text);
        marks_before[i] = std::move(pair.before);
        if (to_before[other] == i) marks_after[other] = std::move(pair.after);
    }
    for (std::uint32_t j = 0; j < after.cells.size(); ++j) {
        if (to_before[j] == no_cell || marks_after[j]) continue;
        marks_after[j] = mark_changes(before.cells[to_before[j]].cell->text, after.cells[j].cell->text).after;
    }
}

MarkedTable marked_table(const Grid& grid, Marks& marks, const Others& others) {
    MarkedTable table{grid.columns, grid.header_rows, {}};
    table.rows.resize(grid.rows);
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        if (!marks[i]) marks[i] = only_before(cell.cell->text).before; // without counterpart
        table.rows[cell.row].push_back({std::move(*marks[i]), static_cast<std::uint16_t>(cell.column),
                                        static_cast<std::uint16_t>(cell.rows),
                                        static_cast<std::uint16_t>(cell.columns),
                                        cell.cell->header || cell.row < grid.header_rows, others[i]});
    }
    return table;
}

const Text* label_of_table(const FreeTable* table) {
    return table != nullptr && !table->label.empty() ? &table->label : nullptr;
}

} // namespace

TablePair pair_tables(const FreeTable* before, const FreeTable* after) {
    TablePair pair;
    pair.label = pair_texts(label_of_table(before), label_of_table(after));
    Numbers numbers;
    const std::optional<Sheet> b = sheet_of(before, numbers), a = sheet_of(after, numbers);
    if (!b || !a) return pair;
    Marks marks_before(b->grid.cells.size()), marks_after(a->grid.cells.size());
    Others to_after(b->grid.cells.size(), no_cell), to_before(a->grid.cells.size(), no_cell);
    if (before != nullptr && after != nullptr) {
        const Match columns = match_columns(*b, *a), rows = match_all_rows(*b, *a, columns);
        to_after = counterparts(b->grid, a->grid, rows.to_after, columns.to_after);
        to_before = counterparts(a->grid, b->grid, rows.to_before, columns.to_before);
        mark_cells(b->grid, a->grid, to_after, to_before, marks_before, marks_after);
    }
    if (before != nullptr) pair.before = marked_table(b->grid, marks_before, to_after);
    if (after != nullptr) pair.after = marked_table(a->grid, marks_after, to_before);
    return pair;
}

} // namespace taisho
