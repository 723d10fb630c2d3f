#include "revise/revisions.h"

namespace taisho {
namespace {

std::string shown(const std::optional<Marked>& side) { return side ? with_marks(*side) : "∅"; }

bool exists(const TextPair& pair) { return pair.before || pair.after; }

void add_pair(int depth, const std::string& name, const TextPair& pair, std::string& text) {
    if (!exists(pair)) return;
    text.append(static_cast<std::size_t>(depth) * 2, ' ').append(name);
    const bool same = pair.before && pair.after && !has_change(pair);
    text += same ? " = " + shown(pair.before) : " " + shown(pair.before) + " → " + shown(pair.after);
    text.push_back('\n');
}

void add_reason(const Text& reason, std::string& text) {
    if (!reason.empty()) text += "      reason " + reason.utf8 + "\n";
}

void add_field(const PassagePair& passage, std::string& text) {
    text.append("    ").append(name_of(passage.kind)).append("\n");
    add_pair(3, "label", passage.label, text);
    add_pair(3, "text", passage.text, text);
    add_reason(passage.reason, text);
}

void add_field(const GoalPair& goal, std::string& text) {
    text += "    goal\n";
    add_pair(3, "label", goal.label, text);
    add_pair(3, "statement", goal.statement, text);
    for (const ColumnPair& column : goal.columns) {
        add_pair(3, "column", column.label, text);
        add_pair(4, "note", column.note, text);
    }
    for (const RowPair& row : goal.rows) {
        text += "      row\n";
        add_pair(4, "label", row.label, text);
        for (const TextPair& value : row.values) add_pair(4, "value", value, text);
    }
    add_reason(goal.reason, text);
}

std::string spans(const MarkedCell& cell) {
    if (cell.row_span == 1 && cell.column_span == 1) return {};
    return "(" + std::to_string(cell.row_span) + "×" + std::to_string(cell.column_span) + ")";
}

void add_table(std::string_view side, const std::optional<MarkedTable>& table, std::string& text) {
    if (!table) return;
    text.append("      ").append(side).append("\n");
    for (const std::vector<MarkedCell>& row : table->rows) {
        text += "        |";
        for (const MarkedCell& cell : row) text += " " + spans(cell) + with_marks(cell.text) + " |";
        text.push_back('\n');
    }
}

void add_field(const TablePair& table, std::string& text) {
    text += "    table\n";
    add_pair(3, "label", table.label, text);
    add_table("before", table.before, text);
    add_table("after", table.after, text);
    add_reason(table.reason, text);
}

std::string_view name_of(RevisionKind kind) {
    switch (kind) {
    case RevisionKind::revised: return "revised";
    case RevisionKind::corrected: return "corrected";
    case RevisionKind::moved: return "moved";
    case RevisionKind::renumbered: return "renumbered";
    case RevisionKind::deleted: return "deleted";
    case RevisionKind::merged: return "merged";
    case RevisionKind::added: return "added";
    case RevisionKind::split: return "split";
    case RevisionKind::unchanged: return "unchanged";
    }
    return {};
}

std::string line_of(const Heading& heading) { return heading.number.utf8 + heading.title.utf8; }

std::string line_of(const std::vector<Heading>& path, const Heading& heading) {
    std::string line;
    for (const Heading& level : path) line += line_of(level) + " > ";
    return line + line_of(heading);
}

void add_annotations(const Annotations& annotations, std::string& text) {
    if (!annotations.reason.empty()) text += "    reason " + annotations.reason.utf8 + "\n";
    for (const Text& opinion : annotations.opinions) text += "    opinion " + opinion.utf8 + "\n";
    for (const Text& remark : annotations.remarks) text += "    remark " + remark.utf8 + "\n";
}

void add_change(const Revision& revision, std::string& text) {
    text.append("  ").append(name_of(revision.kind)).append(" ");
    text += line_of(revision.path, revision.heading);
    if (revision.through) text += " … " + line_of(*revision.through);
    if (!revision.page.empty()) text += " p. " + revision.page.utf8;
    text.push_back('\n');
    const bool other = revision.kind == RevisionKind::merged || revision.kind == RevisionKind::split;
    if (other) text += "    other " + line_of(revision.other) + "\n";
    add_pair(2, "place", revision.place, text);
    if (has_change(revision.number)) add_pair(2, "number", revision.number, text);
    if (has_change(revision.title)) add_pair(2, "title", revision.title, text);
    add_pair(2, "pages", revision.pages, text);
    for (const FieldPair& field : revision.fields)
        std::visit([&](const auto& f) { add_field(f, text); }, field);
    add_annotations(revision.annotations, text);
}

void add_change(const Renaming& renaming, std::string& text) {
    text += "  renamed " + renaming.from.utf8 + " → " + renaming.to.utf8 + "\n";
    for (const RenamedPlace& place : renaming.places) {
        text += "    " + std::to_string(place.count) + " " + line_of(place.path, place.heading);
        if (place.field) text.append(" / ").append(kind_of(*place.field));
        text.push_back('\n');
    }
    add_annotations(renaming.annotations, text);
}

} // namespace

std::string dump(const Revisions& revisions) {
    std::string text;
    for (const RevisedSection& section : revisions.sections) {
        text += line_of(section.heading) + "\n";
        for (const Change& change : section.changes)
            std::visit([&](const auto& one) { add_change(one, text); }, change);
    }
    return text;
}

} // namespace taisho
