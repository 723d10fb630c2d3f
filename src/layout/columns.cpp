#include "layout/columns.h"

#include "layout/decimals.h"
#include "layout/fewer_lines.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

// The columns of a table wish for width, and the width of the page is poured out over their wishes one after
// the other, the humble ones first:
//
//   1. two characters each;
//   2. four characters, so that no label stands in lines of two (R43 of our rules), names of rows first: they
//      are the longest texts where there are many columns;
//   3. heads and words whole: 令和６年度 and 現状値 in one line, numbers and Latin words unbroken;
//   4. half of what an equal division would give, so that no long text starves a shorter one, and what is
//      short has some air;
//   5. the longest line whole. Here a column of labels counts twice, for it is read at every row, but takes
//      no more than three tenths of the page; and columns that follow their content count by the square root
//      of their longest line. With the length itself, one long text would take all; with equal parts, it
//      would become a tower;
//   6. labels whole, however long they are, and an em of air for all;
//   7. what is left goes to the columns that hold the content, by the square of their longest line: a column
//      of numbers would only become a hole.
//
// As long as the width lasts, each wish is granted. The first one that is not gets what is left by rising
// water: every column is filled to the same level and none beyond its wish (max-min fairness), so that the
// widest give way and what is narrow stays whole. Columns that share are one: each has the greatest wish of
// all of them.
//
// What cannot come true asks for nothing: an address as long as the page is broken anyway and does not push
// the others aside.
//
// All numbers are units of the medium's grid (1/1000 pt, or a pixel), and the sum is exact.

namespace taisho {
namespace {

// ---- wishes ----

constexpr std::int32_t few_characters = 4000, short_head = 8000, short_word = 12000; // 1/1000 em
constexpr Length longest = pt(1'000'000);                                            // no text is wider to us

// Two characters: no column asks for less, with or without a text.
constexpr ColumnNeed least = {pt(21), pt(21), pt(21), pt(21), pt(21), pt(21), {}, {}};

constexpr std::array all_needs = {&ColumnNeed::pair,         &ColumnNeed::few,         &ColumnNeed::head,
                                  &ColumnNeed::words,        &ColumnNeed::natural,     &ColumnNeed::airy,
                                  &ColumnNeed::before_point, &ColumnNeed::behind_point};

// Figures below each other are together wider than each of them: 100 and 0.125.
void widen(ColumnNeed& need, const ColumnNeed& other) {
    for (const auto one : all_needs) need.*one = std::max(need.*one, other.*one);
    const Length figures = need.before_point + need.behind_point;
    for (const auto one : {&ColumnNeed::words, &ColumnNeed::natural, &ColumnNeed::airy})
        need.*one = std::max(need.*one, figures);
}

ColumnNeed need_of(const Paragraph& paragraph, bool is_head, Manner manner, Typesetter& typesetter) {
    const Length size = paragraph.style.size;
    const ParagraphWidths widths = typesetter.widths(paragraph, manner);
    const Length natural = std::clamp(widths.natural, Length{}, longest) + paragraph.style.indent;
    const Length unbreakable = std::clamp(widths.unbreakable, Length{}, longest) + paragraph.style.indent;
    ColumnNeed need;
    need.pair = size * 2 + paragraph.style.indent;
    need.natural = natural, need.airy = natural + size;
    const auto ems = [&](std::int32_t thousandths) {
        return from_em(thousandths, size) + paragraph.style.indent;
    };
    need.few = std::min(natural, ems(few_characters));
    need.head = is_head && natural <= ems(short_head) ? natural : need.few;
    need.words = unbreakable <= ems(short_word) ? std::max(unbreakable, need.few) : need.few;
    if (paragraph.style.align != Align::decimal) return need;
    need.behind_point = std::min(width_behind_point(paragraph, typesetter), natural);
    need.before_point = natural - need.behind_point;
    return need;
}

ColumnNeed need_of(const Cell& cell, Manner manner, Typesetter& typesetter) {
    ColumnNeed need;
    const bool is_head = cell.kind != CellKind::data;
    for (const Paragraph& paragraph : cell.paragraphs)
        widen(need, need_of(paragraph, is_head, manner, typesetter));
    return need;
}

// ---- units ----

using Units = std::vector<std::int64_t>;

std::int64_t sum_of(const Units& widths) {
    return std::accumulate(widths.begin(), widths.end(), std::int64_t{0});
}

// The width of a cell, with its padding, in which a text of that width is not broken by rounding.
std::int64_t outer_units(Length inner, const Medium& medium) {
    const std::int64_t text = (std::int64_t{inner.mpt} * 1000 + medium.usable - 1) / medium.usable + 1;
    return (text + medium.padding_x.mpt * 2 + medium.grid.mpt - 1) / medium.grid.mpt;
}

// A cell over several columns makes all of them wider by the same.
void spread_span(Units& widths, std::size_t first, std::size_t count, std::int64_t needed) {
    const auto covered = std::span(widths).subspan(first, count);
    const std::int64_t missing = needed - std::accumulate(covered.begin(), covered.end(), std::int64_t{0});
    if (missing <= 0) return;
    const auto parts = static_cast<std::int64_t>(count);
    for (std::int64_t& width : covered) width += (missing + parts - 1) / parts;
}

bool is_shared(Track track) { return track == Track::share || track == Track::side; }

// One wish of all columns; those that share have the same. A text over several columns asks for no more than
// they have in an equal division: a longer one is broken anyway.
Units wishes(Length ColumnNeed::*need, const std::vector<Track>& tracks, const TableNeeds& needs,
             const Medium& medium) {
    Units result;
    for (const ColumnNeed& column : needs.columns) result.push_back(outer_units(column.*need, medium));
    const std::int64_t equal_part = medium.width.mpt / medium.grid.mpt / std::ssize(tracks);
    for (const auto& [place, span] : needs.spans) {
        const std::int64_t wish = std::min(outer_units(span.*need, medium), equal_part * place.second);
        spread_span(result, place.first, place.second, wish);
    }
    std::int64_t most = 0;
    const auto shares = [&](std::size_t i) { return is_shared(tracks[i]); };
    for (std::size_t i = 0; i < tracks.size(); ++i) most = shares(i) ? std::max(most, result[i]) : most;
    for (std::size_t i = 0; i < tracks.size(); ++i) result[i] = shares(i) ? most : result[i];
    return result;
}

// ---- pouring ----

constexpr std::int64_t heaviest = 1 << 20; // so that a step of the level raises a column by one at most

// The units that do not divide evenly, fewer than there are columns. Those that share stay equal if they can.
void give_rest(const std::vector<Track>& tracks, const Units& limits, std::int64_t rest, Units& widths) {
    const auto label = std::ranges::find(tracks, Track::label);
    const bool spare = std::ranges::find(tracks, Track::share) != tracks.end() && label != tracks.end();
    if (spare) {
        widths[static_cast<std::size_t>(label - tracks.begin())] += rest;
        return;
    }
    for (std::size_t i = 0; i < widths.size() && rest > 0; ++i) {
        if (widths[i] < limits[i]) ++widths[i], --rest;
    }
}

// Raises all columns towards their limits: up to them if the width lasts, else as far as the water stands,
// higher where a column has more weight.
void pour(const std::vector<Track>& tracks, const Units& limits, const Units& weights, std::int64_t total,
          Units& widths) {
    if (sum_of(widths) == total) return;
    const auto width_at = [&](std::size_t i, std::int64_t level) {
        return std::clamp(level * weights[i] / heaviest, widths[i], std::max(limits[i], widths[i]));
    };
    const auto fits = [&](std::int64_t level) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < widths.size(); ++i) sum += width_at(i, level);
        return sum <= total;
    };
    std::int64_t level = 0, above = total * heaviest; // where every column that fits is full
    const bool lasts = fits(above);
    while (!lasts && above - level > 1) {
        const std::int64_t middle = level + (above - level) / 2;
        (fits(middle) ? level : above) = middle;
    }
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = width_at(i, lasts ? above : level);
    if (!lasts) give_rest(tracks, limits, total - sum_of(widths), widths);
}

// ---- the order of wishes ----

constexpr Length usual_line = pt(42);
constexpr std::int64_t usual_weight = 1000;

std::int64_t square_root(std::int64_t number) {
    std::int64_t root = 0, above = std::int64_t{1} << 31;
    while (above - root > 1) {
        const std::int64_t middle = root + (above - root) / 2;
        (middle * middle <= number ? root : above) = middle;
    }
    return root;
}

std::int64_t weight_of(Track track, std::int64_t natural, const Medium& medium) {
    const std::int64_t lines = natural * medium.grid.mpt * usual_weight / usual_line.mpt; // in thousandths
    switch (track) {
    case Track::label: return usual_weight * 2;
    case Track::share:
    case Track::side: return usual_weight;
    case Track::note: break; // has its width before the others
    case Track::fit: return std::clamp(square_root(lines * usual_weight), std::int64_t{1}, heaviest);
    }
    return 1;
}

// Heads and words whole. Where even an equal division would break those of columns that share, they are
// broken anyway, and the labels beside them need not suffer for it.
Units whole_words(const std::vector<Track>& tracks, const TableNeeds& needs, const Units& few,
                  std::int64_t equal_part, const Medium& medium) {
    const Units heads = wishes(&ColumnNeed::head, tracks, needs, medium);
    const Units words = wishes(&ColumnNeed::words, tracks, needs, medium);
    Units result = few;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        for (const std::int64_t wish : {heads[i], words[i]}) {
            const bool vain = is_shared(tracks[i]) && wish > equal_part;
            if (!vain) result[i] = std::max(result[i], wish);
        }
    }
    return result;
}

// Columns that follow their content give each other what makes the rows lower. None goes below its heads and
// words, or below what it has when that is less.
Units relieved(Units widths, const std::vector<Track>& tracks, const Units& words, const TableNeeds& needs,
               const Medium& medium) {
    if (needs.rows.empty()) return widths;
    const std::int64_t padding = medium.padding_x.mpt * 2 / medium.grid.mpt;
    ColumnsInUse columns;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        columns.moves.push_back(tracks[i] == Track::fit);
        columns.widths.push_back(widths[i] - padding);
        columns.least.push_back(std::min(words[i], widths[i]) - padding);
    }
    for (const std::vector<Length>& row : needs.rows) {
        std::vector<std::int64_t>& texts = columns.rows.emplace_back();
        for (const Length text : row)
            texts.push_back(text == Length{} ? 0 : outer_units(text, medium) - padding);
    }
    widths = with_fewer_lines(std::move(columns));
    for (std::int64_t& width : widths) width += padding;
    return widths;
}

// Both sides begin and end in the same places in all tables, however many columns they have: each half of the
// columns of sides gets half of their width, to the unit.
void divide_halves(const std::vector<Track>& tracks, Units& widths) {
    const auto first = static_cast<std::size_t>(std::ranges::find(tracks, Track::side) - tracks.begin());
    const auto count = static_cast<std::size_t>(std::ranges::count(tracks, Track::side));
    if (count < 2) return;
    const auto sides = std::span(widths).subspan(first, count);
    const std::int64_t total = std::accumulate(sides.begin(), sides.end(), std::int64_t{0});
    const std::size_t half = count / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t width = i < half ? (total + 1) / 2 : total / 2;
        const auto part = static_cast<std::int64_t>(half), at = static_cast<std::int64_t>(i % half);
        sides[i] = width * (at + 1) / part - width * at / part;
    }
}

Units solve(const std::vector<Track>& tracks, const TableNeeds& needs, std::int64_t total,
            const Medium& medium) {
    if (tracks.empty()) return {};
    const std::int64_t equal_part = total / std::ssize(tracks);
    const Units few = wishes(&ColumnNeed::few, tracks, needs, medium);
    const Units natural = wishes(&ColumnNeed::natural, tracks, needs, medium);
    const Units airy = wishes(&ColumnNeed::airy, tracks, needs, medium);
    const Units even(tracks.size(), usual_weight);
    Units names = few, fair = airy, lines = natural, weights = even;
    Units rest(tracks.size()), rest_weights = even;
    const bool only_labels = std::ranges::count(tracks, Track::label) == std::ssize(tracks);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const bool label = tracks[i] == Track::label;
        if (!label) names[i] = 0;
        fair[i] = std::min(airy[i], equal_part / 2);
        weights[i] = weight_of(tracks[i], natural[i], medium);
        if (label) lines[i] = std::min(airy[i], total * 3 / 10);
        if (!label || only_labels) rest[i] = total;
        const std::int64_t part = std::min(airy[i], total) * (heaviest / 1024) / total; // of 1024
        rest_weights[i] = std::max(part * part, std::int64_t{1});
    }
    Units widths(tracks.size());
    pour(tracks, wishes(&ColumnNeed::pair, tracks, needs, medium), even, total, widths);
    pour(tracks, names, even, total, widths);
    pour(tracks, few, even, total, widths);
    pour(tracks, whole_words(tracks, needs, few, equal_part, medium), even, total, widths);
    pour(tracks, fair, even, total, widths);
    pour(tracks, lines, weights, total, widths);
    pour(tracks, airy, even, total, widths);
    pour(tracks, rest, rest_weights, total, widths);
    divide_halves(tracks, widths);
    return relieved(std::move(widths), tracks, whole_words(tracks, needs, few, equal_part, medium), needs,
                    medium);
}

} // namespace

void note_widths(const Table& table, Manner manner, Typesetter& typesetter, NaturalWidths& widths) {
    TableNeeds& needs = widths[{table.group, table.tracks}];
    needs.columns.resize(table.tracks.size(), least);
    constexpr std::size_t most_rows = 120;
    const bool several_fit = std::ranges::count(table.tracks, Track::fit) > 1;
    for (const Row& row : table.rows) {
        const bool speaks =
            several_fit && row.cells.size() == table.tracks.size() && needs.rows.size() < most_rows;
        if (speaks) needs.rows.emplace_back(table.tracks.size());
        for (const Cell& cell : row.cells) {
            if (cell.column_span == table.tracks.size()) continue; // has the whole width
            const ColumnNeed need = need_of(cell, manner, typesetter);
            if (speaks) needs.rows.back()[cell.column] = need.natural;
            widen(cell.column_span == 1 ? needs.columns[cell.column]
                                        : needs.spans[{cell.column, cell.column_span}],
                  need);
        }
    }
}

namespace {

// Of a column of notes: its longest line, but no more than a fifth of a page that is wide, or a sixth.
std::int64_t width_of_note(const ColumnNeed& need, const Medium& medium) {
    const std::int32_t parts = medium.width >= pt(600) ? 5 : 6;
    return std::min<std::int64_t>(outer_units(need.airy, medium), medium.width.mpt / medium.grid.mpt / parts);
}

// A last column of notes is as wide in all tables, whatever else they have.
std::int64_t width_of_last_notes(const NaturalWidths& widths, const Medium& medium) {
    std::int64_t widest = 0;
    for (const auto& [key, needs] : widths) {
        if (!key.second.empty() && key.second.back() == Track::note)
            widest = std::max(widest, width_of_note(needs.columns.back(), medium));
    }
    return widest;
}

// The columns that are left when those of notes have got their width. `at` is the place of each among all.
struct Remaining {
    std::vector<Track> tracks;
    TableNeeds needs;
    std::vector<std::size_t> at;
};

Remaining without_notes(const std::vector<Track>& tracks, const TableNeeds& needs) {
    Remaining left;
    std::vector<std::size_t> place(tracks.size()); // among the columns that are left
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        place[i] = left.tracks.size();
        if (tracks[i] == Track::note) continue;
        left.tracks.push_back(tracks[i]), left.needs.columns.push_back(needs.columns[i]),
            left.at.push_back(i);
    }
    for (const auto& [span, need] : needs.spans) {
        const auto first = tracks.begin() + span.first;
        const auto gone = std::count(first, first + span.second, Track::note);
        if (gone == 0) left.needs.spans[{static_cast<std::uint16_t>(place[span.first]), span.second}] = need;
    }
    return left;
}

Units all_widths(const std::vector<Track>& tracks, const TableNeeds& needs, std::int64_t last_notes,
                 const Medium& medium) {
    const std::int64_t total = medium.width.mpt / medium.grid.mpt;
    if (std::ranges::find(tracks, Track::note) == tracks.end()) return solve(tracks, needs, total, medium);
    Units all(tracks.size());
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (tracks[i] == Track::note)
            all[i] = i + 1 == tracks.size() ? last_notes : width_of_note(needs.columns[i], medium);
    }
    const Remaining left = without_notes(tracks, needs);
    const Units others = solve(left.tracks, left.needs, total - sum_of(all), medium);
    for (std::size_t i = 0; i < others.size(); ++i) all[left.at[i]] = others[i];
    return all;
}

} // namespace

void settle_widths(const Medium& medium, NaturalWidths& widths) {
    const std::int64_t notes = width_of_last_notes(widths, medium);
    for (auto& [key, needs] : widths) {
        needs.edges.assign(1, Length{});
        for (const std::int64_t units : all_widths(key.second, needs, notes, medium))
            needs.edges.push_back(needs.edges.back() + medium.grid * static_cast<std::int32_t>(units));
    }
}

const std::vector<Length>& column_edges(const Table& table, const NaturalWidths& widths) {
    return widths.at({table.group, table.tracks}).edges;
}

} // namespace taisho
