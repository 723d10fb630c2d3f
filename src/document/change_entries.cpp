#include "document/change_entries.h"

#include "base/utf8.h"
#include "compare/field_names.h"
#include "compare/pair_cells.h"
#include "document/shown.h"

#include <utility>

namespace taisho {
namespace {

constexpr std::string_view name_of_note = "付記"; // of a column

struct Listing {
    const HouseStyle& style;
    std::vector<ChangeEntry> entries;
    ChangeEntry common; // what all entries of the change share
};

using Names = std::vector<std::string>;

Names with(Names names, std::string name) {
    if (!name.empty()) names.push_back(std::move(name));
    return names;
}

void append(Names item, TextPair pair, std::string missing, Listing& listing) {
    ChangeEntry entry = listing.common;
    entry.item = std::move(item), entry.pair = std::move(pair), entry.missing = std::move(missing);
    listing.entries.push_back(std::move(entry));
}

std::string line_of(const Heading& heading) { return heading_line(heading.number.utf8, heading.title.utf8); }

std::vector<std::string> place_of(const std::vector<Heading>& path, const Heading& heading) {
    std::vector<std::string> place;
    for (const Heading& level : path) place.push_back(cut_line(line_of(level), most_repeated));
    place.push_back(cut_line(line_of(heading), most_repeated));
    return place;
}

// ---- both sides of one text ----

void append_pair(Names item, const TextPair& pair, Listing& listing) {
    if (!has_change(pair)) return;
    const Words& words = listing.style.words;
    append(std::move(item), pair, pair.before ? words.deleted : words.added, listing);
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
        append_pair(with(with({name}, label_of(row.label)), columns), row.values[first], listing);
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
    if (!both) return append_pair({name}, whole_goal(goal, name), listing);
    append_pair(with({name}, words.name), goal.label, listing);
    append_pair(with({name}, words.statement), goal.statement, listing);
    for (const ColumnPair& column : goal.columns) {
        const bool renamed = column.label.before && column.label.after;
        if (renamed)
            append_pair(with(with({name}, label_of(column.label)), words.name), column.label, listing);
    }
    for (const RowPair& row : goal.rows) {
        const bool renamed = row.label.before && row.label.after;
        if (renamed) append_pair(with(with({name}, label_of(row.label)), words.name), row.label, listing);
        append_row(name, goal, row, listing);
    }
    for (const ColumnPair& column : goal.columns)
        append_pair(with(with({name}, label_of(column.label)), std::string(name_of_note)), column.note,
                    listing);
}

// ---- passages and tables ----

void append_field(const std::string& name, const PassagePair& passage, Listing& listing) {
    const bool both = passage.text.before && passage.text.after;
    if (both) append_pair(with({name}, listing.style.words.name), passage.label, listing);
    append_pair({name}, passage.text, listing);
}

// 事業２, 内容
Names cell_names(const GridNames& names, const PlacedCell& placed) {
    const bool names_its_row = placed.cell->column == 0;
    const std::string row = names_its_row ? std::string() : cut_line(names.rows[placed.row], most_repeated);
    return with(with({}, row), cut_line(names.columns[placed.cell->column], most_repeated));
}

std::optional<Marked> text_of(const CellPair& pair, Side side) {
    if (pair.on(side).cell != nullptr) return pair.on(side).cell->text;
    if (pair.compared != nullptr) return pair.compared->text;
    return std::nullopt;
}

void append_field(const std::string& name, const TablePair& table, Listing& listing) {
    if (!table.before || !table.after) {
        const Marked text{{name, {}}, {}};
        const TextPair whole = table.before ? TextPair{text, std::nullopt} : TextPair{std::nullopt, text};
        return append_pair({name}, whole, listing);
    }
    append_pair(with({name}, listing.style.words.name), table.label, listing);
    const GridNames before = names_of(*table.before), after = names_of(*table.after);
    for (const CellPair& pair : pair_cells(table)) {
        const bool empty = (pair.before.cell == nullptr || pair.before.cell->text.text.empty()) &&
                           (pair.after.cell == nullptr || pair.after.cell->text.text.empty());
        if (!pair.changed || empty) continue;
        Names item{name};
        for (std::string& part :
             pair.after.cell != nullptr ? cell_names(after, pair.after) : cell_names(before, pair.before))
            item = with(std::move(item), std::move(part));
        const TextPair texts{text_of(pair, Side::before), text_of(pair, Side::after)};
        const Words& words = listing.style.words;
        append(std::move(item), texts, texts.before ? words.deleted : words.added, listing);
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
    Names names;
    std::string statements;
    const RepeatedKinds repeated = repeated_kinds(revision.fields);
    for (const FieldPair& field : revision.fields) {
        const auto* goal = std::get_if<GoalPair>(&field);
        if (goal == nullptr) continue;
        names.push_back(name_of(field, side, repeated));
        const Marked* statement = any_side(goal->statement);
        if (statement == nullptr) continue;
        statements.append(statements.empty() ? "" : "\n").append(one_line(statement->text.utf8));
    }
    if (names.empty()) names.push_back(word_of_unit(revision));
    const Marked text{
        {statements.empty() ? line_of(revision.heading) : statements, revision.heading.title.at}, {}};
    const TextPair pair = side == Side::before ? TextPair{text, std::nullopt} : TextPair{std::nullopt, text};
    const Side missing = side == Side::before ? Side::after : Side::before;
    listing.common.whole = true;
    append(std::move(names), pair, missing_word(revision, missing, listing.style), listing);
}

void append_fields(const Revision& revision, Listing& listing) {
    const bool counts = revision.kind != RevisionKind::renumbered;
    const RepeatedKinds repeated = repeated_kinds(revision.fields);
    for (const FieldPair& field : revision.fields) {
        if (!counts || !has_change(field)) continue;
        const Text& reason = reason_of(field);
        listing.common.field_reason = reason.empty() ? nullptr : &reason;
        const Side side = exists_on(field, Side::after) ? Side::after : Side::before;
        const std::string name = name_of(field, side, repeated);
        std::visit([&](const auto& one) { append_field(name, one, listing); }, field);
        listing.common.field_reason = nullptr;
    }
}

// Nothing is different about the unit itself, but it has a part in the amendments, or something is said of
// it.
void append_unchanged(const Revision& revision, Listing& listing) {
    const Words& words = listing.style.words;
    const bool has_word = !words.omitted.empty();
    const Marked same = has_word ? Marked{{words.omitted, {}}, {}} : plain(revision.heading.title);
    const auto append_same = [&](Names item) { append(std::move(item), {same, same}, {}, listing); };
    listing.common.changed = false;
    const std::size_t before = listing.entries.size();
    const RepeatedKinds repeated = repeated_kinds(revision.fields);
    for (const FieldPair& field : revision.fields) {
        const Text& reason = reason_of(field);
        if (reason.empty()) continue;
        listing.common.field_reason = &reason;
        append_same({name_of(field, Side::after, repeated)});
    }
    listing.common.field_reason = nullptr;
    if (listing.entries.size() == before) append_same({has_word ? words.description : words.name});
}

void append_change(const Revision& revision, Listing& listing) {
    const std::size_t before = listing.entries.size();
    listing.common.place = place_of(revision.path, revision.heading);
    listing.common.annotations = &revision.annotations;
    if (!exists_on(revision, Side::after)) return append_whole(revision, Side::before, listing);
    if (!exists_on(revision, Side::before)) return append_whole(revision, Side::after, listing);
    for (const NamedPair& named : heading_pairs(revision, listing.style)) {
        listing.common.moved = named.moved;
        append_pair({named.name}, named.pair, listing);
    }
    listing.common.moved = false;
    append_fields(revision, listing);
    if (listing.entries.size() == before) append_unchanged(revision, listing);
}

void append_change(const Renaming& renaming, Listing& listing) {
    listing.common.place = {listing.style.words.plan};
    listing.common.annotations = &renaming.annotations;
    append({"字句"}, {plain(renaming.from), plain(renaming.to)}, {}, listing);
}

} // namespace

bool is_shown(const Change& change) {
    const auto* revision = std::get_if<Revision>(&change);
    return revision == nullptr || revision->kind != RevisionKind::unchanged;
}

std::vector<ChangeEntry> change_entries(std::span<const RevisedSection> sections, std::uint32_t before,
                                        const HouseStyle& style) {
    Listing listing{style, {}, {}};
    std::uint32_t change = 0, ordinal = before;
    for (const RevisedSection& section : sections) {
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
