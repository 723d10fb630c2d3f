#include "data/change_list.h"

#include "base/utf8.h"
#include "data/data_columns.h"
#include "data/names.h"
#include "data/pair_cells.h"
#include "document/shown.h"

#include <array>
#include <utility>

// What a change is called and what stands for a side that does not exist are the words of the paper itself
// (document/shown.h), so that a reader finds the line of the list on the page.

namespace taisho {
namespace {

struct Listing {
    const HouseStyle& style;
    std::vector<ChangeEntry> entries;
    ChangeEntry common; // what all entries of the change share
};

void append(std::string item, std::string before, std::string after, Listing& listing) {
    ChangeEntry entry = listing.common;
    entry.item = std::move(item), entry.before = std::move(before), entry.after = std::move(after);
    listing.entries.push_back(std::move(entry));
}

std::string line_of(const Heading& heading) { return heading_line(heading.number.utf8, heading.title.utf8); }

std::string place_of(const std::vector<Heading>& path, const Heading& heading) {
    std::string place;
    for (const Heading& level : path) place += cut_line(line_of(level), most_repeated) + "\n";
    return place + cut_line(line_of(heading), most_repeated);
}

// ---- both sides of one text ----

std::string text_on(const TextPair& pair, Side side, const HouseStyle& style) {
    const Marked* text = side_of(pair, side);
    if (text != nullptr) return text->text.utf8;
    return side == Side::before ? style.words.added : style.words.deleted;
}

void append_pair(std::string item, const TextPair& pair, Listing& listing) {
    if (!has_change(pair)) return;
    append(std::move(item), text_on(pair, Side::before, listing.style),
           text_on(pair, Side::after, listing.style), listing);
}

// 業績目標　R7
std::string joined(std::string_view first, std::string_view second) {
    if (first.empty() || second.empty()) return std::string(first).append(second);
    return std::string(first).append("　").append(second);
}

std::string label_of(const TextPair& label) {
    const Marked* text = any_side(label);
    return text != nullptr ? cut_line(text->text.utf8, most_repeated) : std::string();
}

// ---- goals ----

bool same_texts(const TextPair& a, const TextPair& b) {
    const auto text = [](const std::optional<Marked>& side) {
        return side ? std::optional<std::string_view>(side->text.utf8) : std::nullopt;
    };
    return text(a.before) == text(b.before) && text(a.after) == text(b.after);
}

// The column behind the run of years, from `first` on, in which the row changes in the same way.
std::size_t end_of_run(const GoalPair& goal, const RowPair& row, std::size_t first) {
    std::size_t end = first + 1;
    const auto is_year = [&](std::size_t column) { return goal.columns[column].kind == ColumnKind::year; };
    if (!is_year(first)) return end;
    while (end < goal.columns.size() && is_year(end) && has_change(row.values[end]) &&
           same_texts(row.values[first], row.values[end]))
        ++end;
    return end;
}

void append_row(const std::string& name, const GoalPair& goal, const RowPair& row, Listing& listing) {
    const std::string& through = listing.style.words.through;
    for (std::size_t first = 0, end = 0; first < goal.columns.size(); first = end) {
        end = first + 1;
        if (!has_change(row.values[first])) continue;
        end = end_of_run(goal, row, first);
        std::string columns = label_of(goal.columns[first].label);
        if (end - first > 1)
            columns.append(through.empty() ? "～" : through).append(label_of(goal.columns[end - 1].label));
        append_pair(joined(joined(name, label_of(row.label)), columns), row.values[first], listing);
    }
}

// A goal that is new or gone is one text: its statement, else its name.
TextPair whole_goal(const GoalPair& goal, const std::string& name) {
    if (any_side(goal.statement) != nullptr) return goal.statement;
    const Marked text{{name, {}}, {}};
    return exists_on(goal, Side::before) ? TextPair{text, std::nullopt} : TextPair{std::nullopt, text};
}

void append_field(const std::string& name, const GoalPair& goal, Listing& listing) {
    const Words& words = listing.style.words;
    const bool both = exists_on(goal, Side::before) && exists_on(goal, Side::after);
    if (!both) return append_pair(name, whole_goal(goal, name), listing);
    append_pair(joined(name, words.name), goal.label, listing);
    append_pair(joined(name, words.statement), goal.statement, listing);
    for (const ColumnPair& column : goal.columns) {
        const bool renamed = column.label.before && column.label.after;
        if (renamed)
            append_pair(joined(joined(name, label_of(column.label)), words.name), column.label, listing);
    }
    for (const RowPair& row : goal.rows) {
        const bool renamed = row.label.before && row.label.after;
        if (renamed) append_pair(joined(joined(name, label_of(row.label)), words.name), row.label, listing);
        append_row(name, goal, row, listing);
    }
    for (const ColumnPair& column : goal.columns)
        append_pair(joined(joined(name, label_of(column.label)), word_of(Part::note)), column.note, listing);
}

// ---- passages and tables ----

void append_field(const std::string& name, const PassagePair& passage, Listing& listing) {
    const bool both = passage.text.before && passage.text.after;
    if (both) append_pair(joined(name, listing.style.words.name), passage.label, listing);
    append_pair(name, passage.text, listing);
}

// 事業２　内容
std::string cell_name(const GridNames& names, const PlacedCell& placed) {
    const bool names_its_row = placed.cell->column == 0;
    return joined(names_its_row ? std::string() : cut_line(names.rows[placed.row], most_repeated),
                  cut_line(names.columns[placed.cell->column], most_repeated));
}

std::string text_of(const CellPair& pair, Side side, const HouseStyle& style) {
    if (pair.on(side).cell != nullptr) return pair.on(side).cell->text.text.utf8;
    if (pair.compared != nullptr) return pair.compared->text.text.utf8;
    return side == Side::before ? style.words.added : style.words.deleted;
}

void append_field(const std::string& name, const TablePair& table, Listing& listing) {
    if (!table.before || !table.after) {
        const Marked text{{name, {}}, {}};
        const TextPair whole = table.before ? TextPair{text, std::nullopt} : TextPair{std::nullopt, text};
        return append_pair(name, whole, listing);
    }
    append_pair(joined(name, listing.style.words.name), table.label, listing);
    const GridNames before = names_of(*table.before), after = names_of(*table.after);
    for (const CellPair& pair : pair_cells(table)) {
        const bool empty = (pair.before.cell == nullptr || pair.before.cell->text.text.empty()) &&
                           (pair.after.cell == nullptr || pair.after.cell->text.text.empty());
        if (!pair.changed || empty) continue;
        const std::string cell =
            pair.after.cell != nullptr ? cell_name(after, pair.after) : cell_name(before, pair.before);
        append(joined(name, cell), text_of(pair, Side::before, listing.style),
               text_of(pair, Side::after, listing.style), listing);
    }
}

// ---- units ----

std::string word_of_unit(const Revision& revision) {
    const std::string unit = revision.item ? "項目の" : "階層の";
    switch (revision.kind) {
    case RevisionKind::deleted: return unit + "削除";
    case RevisionKind::merged: return unit + "統合";
    case RevisionKind::added: return unit + "追加";
    case RevisionKind::split: return unit + "分割";
    case RevisionKind::revised:
    case RevisionKind::corrected:
    case RevisionKind::moved:
    case RevisionKind::renumbered:
    case RevisionKind::unchanged: break;
    }
    return {};
}

// A unit of one side is told by its goals, else by its heading.
void append_whole(const Revision& revision, Side side, Listing& listing) {
    std::string names, statements;
    const RepeatedKinds repeated = repeated_kinds(revision.fields);
    for (const FieldPair& field : revision.fields) {
        const auto* goal = std::get_if<GoalPair>(&field);
        if (goal == nullptr) continue;
        names.append(names.empty() ? "" : "、").append(name_of(field, side, repeated));
        const Marked* statement = any_side(goal->statement);
        if (statement == nullptr) continue;
        statements.append(statements.empty() ? "" : "\n").append(one_line(statement->text.utf8));
    }
    const std::string item = names.empty() ? word_of_unit(revision) : names;
    const std::string text = statements.empty() ? line_of(revision.heading) : statements;
    const Side missing = side == Side::before ? Side::after : Side::before;
    const std::string word = missing_word(revision, missing, listing.style);
    if (side == Side::before)
        append(item, text, word, listing);
    else
        append(item, word, text, listing);
}

void append_fields(const Revision& revision, Listing& listing) {
    const bool counts = revision.kind != RevisionKind::renumbered;
    const RepeatedKinds repeated = repeated_kinds(revision.fields);
    for (const FieldPair& field : revision.fields) {
        if (!counts || !has_change(field)) continue;
        const Text& reason = reason_of(field);
        const std::string of_all = listing.common.reason;
        if (!reason.empty()) listing.common.reason = cut_line(reason.utf8, most_repeated);
        const Side side = exists_on(field, Side::after) ? Side::after : Side::before;
        const std::string name = name_of(field, side, repeated);
        std::visit([&](const auto& one) { append_field(name, one, listing); }, field);
        listing.common.reason = of_all;
    }
}

void append_change(const Revision& revision, Listing& listing) {
    listing.common.place = place_of(revision.path, revision.heading);
    listing.common.reason = cut_line(revision.annotations.reason.utf8, most_repeated);
    if (!exists_on(revision, Side::after)) return append_whole(revision, Side::before, listing);
    if (!exists_on(revision, Side::before)) return append_whole(revision, Side::after, listing);
    for (const NamedPair& named : heading_pairs(revision, listing.style))
        append_pair(named.name, named.pair, listing);
    append_fields(revision, listing);
}

void append_change(const Renaming& renaming, Listing& listing) {
    listing.common.place = listing.style.words.plan;
    listing.common.reason = cut_line(renaming.annotations.reason.utf8, most_repeated);
    append("字句", renaming.from.utf8, renaming.to.utf8, listing);
}

bool is_shown(const Change& change) {
    const auto* revision = std::get_if<Revision>(&change);
    return revision == nullptr || revision->kind != RevisionKind::unchanged;
}

} // namespace

std::vector<ChangeEntry> list_changes(const Revisions& revisions, const HouseStyle& style) {
    Listing listing{style, {}, {}};
    std::uint32_t change = 0, ordinal = 0;
    for (const RevisedSection& section : revisions.sections) {
        for (const Change& one : section.changes) {
            listing.common = {};
            listing.common.change = change++;
            if (!is_shown(one)) continue;
            listing.common.ordinal = ++ordinal;
            std::visit([&](const auto& shown) { append_change(shown, listing); }, one);
        }
    }
    return std::move(listing.entries);
}

} // namespace taisho
