// What must hold of the tables of every document, whatever the revisions.

#include "document/compose.h"
#include "hand_revisions.h"
#include "layout/lay_out.h"
#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace taisho::test {
namespace {

using namespace by_hand;

constexpr std::string_view some_texts[] = {"",
                                           "―",
                                           "6校区",
                                           "見守り\n居場所",
                                           "①",
                                           "前年度比５％増",
                                           "福祉総務課、子育て支援室、学校教育室を置く。",
                                           "1,200"};

TextPair any_pair(Dice& dice) {
    switch (dice.below(5)) {
    case 0: return gone(dice.pick(some_texts));
    case 1: return new_text(dice.pick(some_texts));
    case 2: return same(dice.pick(some_texts));
    default: return both(dice.pick(some_texts), dice.pick(some_texts));
    }
}

TextPair any_label(Dice& dice) { return dice.below(3) == 0 ? TextPair{} : any_pair(dice); }

GoalPair any_goal(Dice& dice) {
    GoalPair goal;
    goal.label = any_label(dice), goal.statement = any_label(dice);
    for (std::size_t n = 1 + dice.below(5); n > 0; --n)
        goal.columns.push_back({ColumnKind::year, any_pair(dice), any_label(dice)});
    for (std::size_t n = dice.below(4); n > 0; --n) {
        RowPair row{any_label(dice), {}};
        for (const ColumnPair& column : goal.columns) {
            TextPair value = any_pair(dice);
            if (!column.label.before) value.before.reset();
            if (!column.label.after) value.after.reset();
            row.values.push_back(std::move(value));
        }
        goal.rows.push_back(std::move(row));
    }
    if (dice.below(3) == 0) goal.reason = words("理由");
    return goal;
}

// A grid in which some cells reach down over the next row.
MarkedTable any_table(Dice& dice) {
    MarkedTable table;
    table.columns = 1 + dice.below(5), table.header_rows = dice.below(3);
    const std::size_t rows = table.header_rows + 1 + dice.below(6);
    std::vector<std::size_t> taken_until(table.columns);
    for (std::size_t r = 0; r < rows; ++r) {
        auto& row = table.rows.emplace_back();
        for (std::size_t c = 0; c < table.columns; ++c) {
            if (taken_until[c] > r) continue;
            const std::size_t down = std::min<std::size_t>(1 + dice.below(3), rows - r);
            row.push_back(spanning(cell(c, dice.pick(some_texts)), static_cast<int>(down), 1));
            row.back().header = dice.below(4) == 0;
            taken_until[c] = r + down;
        }
    }
    return table;
}

FieldPair any_field(Dice& dice) {
    constexpr PassageKind kinds[] = {PassageKind::description, PassageKind::bodies, PassageKind::footnote};
    switch (dice.below(4)) {
    case 0: return passage(dice.pick(kinds), any_label(dice), any_pair(dice));
    case 1: {
        TablePair pair{any_label(dice), any_table(dice), any_table(dice), words("理由")};
        if (dice.below(4) == 0) pair.before.reset();
        return pair;
    }
    default: return any_goal(dice);
    }
}

Change any_change(Dice& dice) {
    constexpr RevisionKind kinds[] = {
        RevisionKind::revised,    RevisionKind::corrected, RevisionKind::moved,
        RevisionKind::renumbered, RevisionKind::deleted,   RevisionKind::merged,
        RevisionKind::added,      RevisionKind::split,     RevisionKind::unchanged};
    std::vector<FieldPair> fields;
    for (std::size_t n = dice.below(5); n > 0; --n) fields.push_back(any_field(dice));
    Revision revision = by_hand::revision(dice.pick(kinds), "①", "拠点", std::move(fields));
    revision.item = dice.below(4) != 0;
    if (dice.below(2) == 0) revision.number = any_label(dice);
    if (dice.below(2) == 0) revision.path = {heading("（１）", "教育")};
    if (dice.below(2) == 0) revision.place = both("教育", "医療");
    if (dice.below(2) == 0) revision.annotations = {words("理由"), {words("1")}, {words("甲"), words("乙")}};
    if (dice.below(2) == 0) revision.through = heading("③", "広報");
    return revision;
}

// How many cells cover each field of the table that is covered other than once.
std::size_t badly_covered(const Table& table) {
    std::vector<std::vector<int>> covers(table.rows.size(), std::vector<int>(table.tracks.size()));
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (const Cell& one : table.rows[r].cells) {
            for (std::size_t y = r; y < r + one.row_span; ++y) {
                for (std::size_t x = one.column; x < std::size_t{one.column} + one.column_span; ++x)
                    ++covers.at(y).at(x);
            }
        }
    }
    std::size_t bad = 0;
    for (const std::vector<int>& row : covers)
        bad += row.size() - static_cast<std::size_t>(std::ranges::count(row, 1));
    return bad;
}

TEST_CASE("どんな修正でも、表の欄は重ならず、抜けもない") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        std::vector<Change> changes;
        for (std::size_t n = 1 + dice.below(4); n > 0; --n) changes.push_back(any_change(dice));
        for (const std::string_view style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"}) {
            CAPTURE(style);
            const Document document = compose(paper(changes), style_named(style));
            for (const Block& block : document.body) {
                if (const auto* table = std::get_if<Table>(&block.content)) CHECK(badly_covered(*table) == 0);
            }
            Diagnostics diagnostics;
            CHECK(!lay_out_pages(document, fonts(), diagnostics).pages.empty());
            CHECK(!lay_out_sheet(document, fonts()).heights.empty());
        }
    }
}

TEST_CASE("見出しの後には、いつも中身が続く") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        std::vector<Change> changes;
        for (std::size_t n = 1 + dice.below(4); n > 0; --n) changes.push_back(any_change(dice));
        const Document document = compose(paper(changes), style_named("by-year"));
        const Block& last = document.body.back();
        const auto* paragraph = std::get_if<Paragraph>(&last.content);
        CHECK((paragraph == nullptr || !paragraph->keep_with_next));
    }
}

} // namespace
} // namespace taisho::test
