#include "compare/field_names.h"
#include "data/making.h"
#include "text/numbering.h"

#include <algorithm>
#include <utility>

namespace taisho {
namespace {

std::string_view word_of(const Revision& revision) {
    switch (revision.kind) {
    case RevisionKind::revised: return "修正";
    case RevisionKind::corrected: return "誤記訂正";
    case RevisionKind::moved: return "移動";
    case RevisionKind::renumbered: return "番号の変更";
    case RevisionKind::deleted: return "削除";
    case RevisionKind::merged: return "統合";
    case RevisionKind::added: return "追加";
    case RevisionKind::split: return "分割";
    case RevisionKind::unchanged: break;
    }
    return {};
}

// The plan itself has no number, no page and no field that a unit has.
bool is_plan(const Revision& revision) { return revision.id.empty() && !revision.item; }

bool is_editable(const Revision& revision, Part part) {
    switch (part) {
    case Part::reason: return revision.amended;
    case Part::opinion:
    case Part::remark:
    case Part::phrase: return false;
    case Part::number:
    case Part::title:
    case Part::page:
    case Part::text:
    case Part::statement:
    case Part::note:
    case Part::value:
    case Part::cell: break;
    }
    if (is_plan(revision)) return part == Part::title;
    if (revision.kind == RevisionKind::renumbered) return revision.amended && part == Part::number;
    return exists_on(revision, Side::after);
}

std::string path_text(const std::vector<Heading>& path) {
    std::string text;
    for (const Heading& heading : path)
        text.append(text.empty() ? "" : "＞").append(heading_line(heading.number.utf8, heading.title.utf8));
    return cut_line(text, most_repeated);
}

std::string bodies_on(const std::vector<FieldPair>& fields, Side side) {
    std::string bodies;
    for (const FieldPair& field : fields) {
        const auto* passage = std::get_if<PassagePair>(&field);
        if (passage == nullptr || passage->kind != PassageKind::bodies) continue;
        const Marked* text = side_of(passage->text, side);
        if (text != nullptr) bodies.append(bodies.empty() ? "" : "、").append(text->text.utf8);
    }
    return cut_line(bodies, most_repeated);
}

DataUnit unit_of(const Revision& revision, std::uint32_t change, std::uint32_t ordinal) {
    DataUnit unit;
    unit.change = change;
    unit.id = revision.id.utf8;
    unit.kind = word_of(revision);
    unit.path = path_text(revision.path);
    unit.new_path = path_text(revision.new_path);
    if (const auto number = parse_heading_number(revision.heading.number.utf8)) unit.number = number->value;
    unit.title = cut_line(revision.heading.title.utf8, most_repeated);
    for (const Side side : {Side::before, Side::after})
        unit.bodies[static_cast<std::size_t>(side)] = bodies_on(revision.fields, side);
    unit.reason = cut_line(revision.annotations.reason.utf8, most_repeated);
    unit.editable = is_editable(revision, Part::number) || is_editable(revision, Part::title);
    unit.ordinal = ordinal;
    return unit;
}

std::uint32_t next_ordinal(const Making& making) {
    return static_cast<std::uint32_t>(making.table.units.size()) + 1;
}

void append_page(const Revision& revision, Making& making) {
    if (revision.pages.before || revision.pages.after)
        return append_pair(revision.pages, Part::page, {}, making);
    if (revision.page.empty()) return;
    for (const Side side : {Side::before, Side::after}) {
        const bool changed = !has_both_sides(revision.kind);
        if (exists_on(revision, side))
            append_row({.side = side, .part = Part::page, .changed = changed, .text = revision.page.utf8},
                       making);
    }
}

void append_annotations(const Annotations& annotations, Making& making) {
    const auto append = [&](Part part, std::uint32_t row, const Text& text) {
        append_row({.row = row, .side = Side::after, .part = part, .text = text.utf8}, making);
    };
    append(Part::reason, no_index, annotations.reason);
    for (std::uint32_t i = 0; i < annotations.opinions.size(); ++i)
        append(Part::opinion, i, annotations.opinions[i]);
    for (std::uint32_t i = 0; i < annotations.remarks.size(); ++i)
        append(Part::remark, i, annotations.remarks[i]);
}

void append_change(const Revision& revision, std::uint32_t change, Making& making) {
    if (revision.kind == RevisionKind::unchanged) return;
    making.revision = &revision;
    making.table.units.push_back(unit_of(revision, change, next_ordinal(making)));
    append_pair(revision.number, Part::number, {}, making);
    append_pair(revision.title, Part::title, {}, making);
    append_page(revision, making);
    if (revision.kind != RevisionKind::renumbered) append_fields(revision.fields, making);
    if (revision.amended) append_annotations(revision.annotations, making);
}

void append_change(const Renaming& renaming, std::uint32_t change, Making& making) {
    making.revision = nullptr;
    DataUnit unit;
    unit.change = change;
    unit.kind = "名称変更";
    unit.reason = cut_line(renaming.annotations.reason.utf8, most_repeated);
    unit.ordinal = next_ordinal(making);
    making.table.units.push_back(std::move(unit));
    append_row({.side = Side::before, .part = Part::phrase, .changed = true, .text = renaming.from.utf8},
               making);
    append_row({.side = Side::after, .part = Part::phrase, .changed = true, .text = renaming.to.utf8},
               making);
    append_annotations(renaming.annotations, making);
}

// A unit has a second revision when its level was deleted after it had been moved there.
void make_ids_distinct(const std::vector<const Change*>& changes, std::vector<DataUnit>& units) {
    std::vector<std::string> ids;
    std::size_t renamings = 0;
    for (DataUnit& unit : units) {
        if (std::holds_alternative<Renaming>(*changes[unit.change]))
            unit.id = "rename#" + std::to_string(++renamings);
        ids.push_back(cut_line(unit.id, most_of_id));
    }
    ids = distinct(std::move(ids));
    for (std::size_t i = 0; i < units.size(); ++i) units[i].id = std::move(ids[i]);
}

} // namespace

void append_row(DataRow row, Making& making) {
    row.unit = static_cast<std::uint32_t>(making.table.units.size() - 1);
    const bool is_label = row.field != no_index && row.part == Part::title;
    row.editable = making.revision != nullptr && row.side == Side::after && !is_label &&
                   is_editable(*making.revision, row.part);
    making.table.rows.push_back(row);
}

void append_pair(const TextPair& pair, Part part, const SidePlaces& places, Making& making) {
    const bool changed = has_change(pair);
    for (const Side side : {Side::before, Side::after}) {
        const Marked* text = side_of(pair, side);
        if (text == nullptr) continue;
        const auto index = static_cast<std::size_t>(side);
        append_row({.field = places.field.at(index),
                    .row = places.row.at(index),
                    .column = places.column.at(index),
                    .side = side,
                    .part = part,
                    .changed = changed,
                    .text = text->text.utf8},
                   making);
    }
}

DataTable make_data(const Revisions& revisions) {
    Making making;
    making.table.paper = cut_line(revisions.number.utf8, most_repeated);
    making.table.version = cut_line(revisions.version.utf8, most_repeated);
    std::vector<const Change*> changes;
    for (const RevisedSection& section : revisions.sections) {
        for (const Change& change : section.changes) {
            const auto index = static_cast<std::uint32_t>(changes.size());
            changes.push_back(&change);
            std::visit([&](const auto& one) { append_change(one, index, making); }, change);
        }
    }
    make_ids_distinct(changes, making.table.units);
    return std::move(making.table);
}

} // namespace taisho
