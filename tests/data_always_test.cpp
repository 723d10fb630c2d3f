// What holds for the data of every paper, also of those that nobody has thought of: names are unique and find
// the text again, nothing that is printed is missing, and numbers say what their texts say.

#include "amend/apply.h"
#include "base/utf8.h"
#include "data/data_columns.h"
#include "generated_papers.h"
#include "printed.h"
#include "random_plan.h"
#include "revise/derive.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

// Calls check with the revisions of many papers.
void for_all_papers(const std::function<void(const Revisions&)>& check) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Dice dice(seed + 1'200'000);
        check(random_revisions(dice));
    }
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        CAPTURE(seed);
        Dice dice(seed + 1'210'000);
        Diagnostics diagnostics;
        check(revise(read(generated_paper(8, dice)), diagnostics));
    }
    for (const auto& file : {real_paper, other_paper}) {
        Diagnostics diagnostics;
        check(revise(read(read_bytes(file)), diagnostics));
    }
}

TEST_CASE("どの資料でも、名札は重ならず、読み戻せる") {
    for_all_papers([](const Revisions& revisions) {
        const DataTable table = make_data(revisions);
        std::set<std::string> keys;
        for (const DataRow& row : table.rows) {
            const DataPlace place = place_of(table, row);
            const std::string key = key_of(place);
            CHECK_MESSAGE(keys.insert(key).second, key);
            CHECK((parse_key(key) == place));
        }
    });
}

// ---- nothing is missing ----

using Texts = std::vector<std::string>;

void add_side(const std::optional<Marked>& side, Texts& texts) {
    if (side) texts.push_back(side->text.utf8);
}

void add_pair(const TextPair& pair, Texts& texts) {
    add_side(pair.before, texts), add_side(pair.after, texts);
}

void add_table(const std::optional<MarkedTable>& table, Texts& texts) {
    if (!table) return;
    for (const auto& row : table->rows)
        for (const MarkedCell& cell : row) texts.push_back(cell.text.text.utf8);
}

void add_field(const FieldPair& field, Texts& texts) {
    if (const auto* passage = std::get_if<PassagePair>(&field)) return add_pair(passage->text, texts);
    if (const auto* table = std::get_if<TablePair>(&field))
        return add_table(table->before, texts), add_table(table->after, texts);
    const auto& goal = std::get<GoalPair>(field);
    if (goal.label.before && goal.label.after && has_change(goal.label)) add_pair(goal.label, texts);
    add_pair(goal.statement, texts);
    for (const ColumnPair& column : goal.columns) add_pair(column.note, texts);
    for (const RowPair& row : goal.rows)
        for (const TextPair& value : row.values) add_pair(value, texts);
}

// All texts of a revision that can change, but for its place and labels, which columns of their own say.
Texts texts_of(const Revision& revision) {
    Texts texts;
    add_pair(revision.number, texts), add_pair(revision.title, texts);
    for (const FieldPair& field : revision.fields)
        if (revision.kind != RevisionKind::renumbered) add_field(field, texts);
    return texts;
}

TEST_CASE("どの資料でも、両側の全ての文が一度ずつデータにある") {
    for_all_papers([](const Revisions& revisions) {
        const DataTable table = make_data(revisions);
        std::map<std::uint32_t, Texts> data; // by change
        for (const DataRow& row : table.rows) {
            const bool of_plan = row.part != Part::reason && row.part != Part::opinion &&
                                 row.part != Part::remark && row.part != Part::page &&
                                 row.part != Part::phrase;
            if (of_plan) data[table.units[row.unit].change].emplace_back(row.text);
        }
        std::uint32_t change = 0;
        for (const RevisedSection& section : revisions.sections) {
            for (const Change& one : section.changes) {
                const auto* revision = std::get_if<Revision>(&one);
                Texts expected = revision != nullptr ? texts_of(*revision) : Texts();
                Texts found = data[change++];
                std::ranges::sort(expected), std::ranges::sort(found);
                CHECK(found == expected);
            }
        }
    });
}

TEST_CASE("どの資料でも、修正前と修正後は隣り合い、両方に同じ印がある") {
    for_all_papers([](const Revisions& revisions) {
        const DataTable table = make_data(revisions);
        for (std::size_t i = 1; i < table.rows.size(); ++i) {
            const DataRow &before = table.rows[i - 1], &after = table.rows[i];
            const bool pair = before.side == Side::before && after.side == Side::after &&
                              before.unit == after.unit && before.part == after.part;
            if (!pair || before.part == Part::cell) continue;
            CHECK(before.changed == after.changed);
            if (!before.changed) CHECK(before.text == after.text);
        }
    });
}

// ---- columns ----

TEST_CASE("どの資料でも、改行は表記だけにあり、数は表記から読んだとおり") {
    for_all_papers([](const Revisions& revisions) {
        const DataTable table = make_data(revisions);
        DatumBuffers buffers;
        std::vector<Datum> cells;
        for (const DataRow& row : table.rows) {
            show_row(table, row, buffers, cells);
            REQUIRE(cells.size() == data_columns().size());
            const auto cell = [&](DataColumn column) { return cells[static_cast<std::size_t>(column)]; };
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const DataColumnEntry& column = data_columns()[i];
                const bool holds_text = !cells[i].text.empty();
                CHECK((!holds_text || !column.number));
                if (column.column != DataColumn::text)
                    CHECK(cells[i].text.find_first_of("\n\t") == std::string_view::npos);
            }
            CHECK(cell(DataColumn::text).text == row.text);
            const bool read = row.part == Part::value || row.part == Part::cell;
            const Value value = read ? parse_value(row.text) : Value{};
            const bool number = value.kind == ValueKind::number || value.kind == ValueKind::range;
            CHECK(cell(DataColumn::number).number == (number ? std::optional(value.number) : std::nullopt));
            CHECK(cell(DataColumn::unit).text == (number ? value.unit : ""));
        }
    });
}

// ---- the way back ----

struct Found {
    const Plan& plan;

    const Unit* unit(const std::string& id) const {
        for (const std::size_t index : reading_order(plan.tree))
            if (plan.tree.units[index].id.utf8 == id) return &plan.tree.units[index];
        return nullptr;
    }
};

std::size_t index_of(const std::vector<std::string>& keys, const std::string& key) {
    return static_cast<std::size_t>(std::ranges::find(keys, key) - keys.begin());
}

const Text* text_in(const Goal& goal, const DataPlace& place) {
    if (place.part == Part::statement) return &goal.statement;
    std::vector<std::string_view> labels;
    for (const ValueRow& row : goal.rows) labels.push_back(row.label.utf8);
    std::vector<ColumnName> columns;
    for (const Column& column : goal.columns)
        columns.push_back({column.kind == ColumnKind::year ? column.year : std::nullopt, column.label.utf8});
    const std::size_t column = index_of(column_keys(columns), place.column);
    if (column >= goal.columns.size()) return nullptr;
    if (place.part == Part::note) return &*goal.columns[column].note;
    const std::size_t row = index_of(row_keys(labels), place.row);
    return row < goal.rows.size() ? &goal.rows[row].values[column] : nullptr;
}

// The text of a plan that a place names; of a free table none is looked for.
const Text* text_in(const Plan& plan, const DataPlace& place) {
    const Unit* unit = Found{plan}.unit(place.unit);
    if (unit == nullptr) return nullptr;
    if (place.part == Part::number) return &unit->heading.number;
    if (place.part == Part::title) return &unit->heading.title;
    if (place.part == Part::page) return &unit->page;
    std::vector<std::string_view> kinds;
    for (const Field& field : fields_of(*unit)) kinds.push_back(kind_of(field));
    const std::size_t index = index_of(field_keys(kinds), place.field);
    if (index >= kinds.size()) return nullptr;
    const Field& field = fields_of(*unit)[index];
    if (const auto* passage = std::get_if<Passage>(&field)) return &passage->text;
    const auto* goal = std::get_if<Goal>(&field);
    return goal != nullptr ? text_in(*goal, place) : nullptr;
}

TEST_CASE("直せる文の名札は、修正後の計画の同じ文を指す") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Dice dice(seed + 1'220'000);
        Paper paper;
        paper.plan = random_plan(dice);
        Diagnostics diagnostics;
        paper.sections = derive(paper.plan, edited(paper.plan, dice), diagnostics);
        const Revisions revisions = revise(paper, diagnostics);
        const Plan after = apply(paper.plan, paper.sections, diagnostics).plan;
        const DataTable table = make_data(revisions);
        for (const DataRow& row : table.rows) {
            const bool of_unit = row.editable && row.part != Part::reason && row.part != Part::cell &&
                                 !table.units[row.unit].id.empty();
            if (!of_unit) continue;
            const Text* text = text_in(after, place_of(table, row));
            CAPTURE(key_of(place_of(table, row)));
            REQUIRE(text != nullptr);
            CHECK(text->utf8 == row.text);
        }
    }
}

} // namespace
} // namespace taisho::test
