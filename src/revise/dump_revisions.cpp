#include "revise/revisions.h"

namespace taisho {
namespace {

// ⟦ and ⟧ stand around what changed; ∅ for a side that does not exist.
std::string shown(const std::optional<Marked>& side) {
    if (!side) return "∅";
    std::string text;
    std::uint32_t at = 0;
    const auto copy = [&](std::uint32_t end) {
        for (; at < end; ++at)
            text.append(side->text.utf8[at] == '\n' ? "⏎" : std::string(1, side->text.utf8[at]));
    };
    for (const Range& range : side->changed) {
        copy(range.begin), text += "⟦";
        copy(range.end), text += "⟧";
    }
    copy(static_cast<std::uint32_t>(side->text.utf8.size()));
    return text;
}

bool exists(const TextPair& pair) { return pair.before || pair.after; }

void add_pair(int depth, const std::string& name, const TextPair& pair, std::string& text) {
    if (!exists(pair)) return;
    text.append(static_cast<std::size_t>(depth) * 2, ' ').append(name);
    const bool same = pair.before && pair.after && !has_change(pair);
    text += same ? " = " + shown(pair.before) : " " + shown(pair.before) + " → " + shown(pair.after);
    text.push_back('\n');
}

void add_field(const PassagePair& passage, std::string& text) {
    text += "    passage\n";
    add_pair(3, "label", passage.label, text);
    add_pair(3, "text", passage.text, text);
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
}

std::string_view name_of(RevisionKind kind) {
    switch (kind) {
    case RevisionKind::revised: return "revised";
    case RevisionKind::deleted: return "deleted";
    case RevisionKind::added: return "added";
    }
    return {};
}

std::string line_of(const Heading& heading) { return heading.number.utf8 + heading.title.utf8; }

} // namespace

std::string dump(const Revisions& revisions) {
    std::string text;
    for (const RevisedSection& section : revisions.sections) {
        text += line_of(section.heading) + "\n";
        for (const Revision& revision : section.revisions) {
            text.append("  ").append(name_of(revision.kind)).append(" ");
            for (const Heading& level : revision.path) text += line_of(level) + " > ";
            text += line_of(revision.heading) + "\n";
            for (const FieldPair& field : revision.fields)
                std::visit([&](const auto& f) { add_field(f, text); }, field);
        }
    }
    return text;
}

} // namespace taisho
