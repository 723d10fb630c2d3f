#include "model/read_paper.h"

namespace taisho {
namespace {

std::string quoted(const Text& text) {
    std::string result = "“";
    for (const char c : text.utf8) result.append(c == '\n' ? "⏎" : std::string(1, c));
    return result + "”";
}

std::string_view name_of(ColumnKind kind) {
    switch (kind) {
    case ColumnKind::baseline: return "baseline";
    case ColumnKind::year: return "year";
    case ColumnKind::target: return "target";
    case ColumnKind::note: return "note";
    case ColumnKind::free: return "free";
    }
    return {};
}

// Lines of a dump, indented by depth.
struct Lines {
    std::string text;

    void add(int depth, const std::string& line) {
        text.append(static_cast<std::size_t>(depth) * 2, ' ').append(line).push_back('\n');
    }
};

void dump_row(int depth, const ValueRow& row, Lines& lines) {
    std::string line = "row " + (row.label.empty() ? std::string() : quoted(row.label) + " ") + "|";
    for (const Text& value : row.values) line += " " + quoted(value);
    lines.add(depth, line);
}

void dump_field(int depth, const Passage& passage, Lines& lines) {
    const std::string label = passage.label.empty() ? std::string() : " " + quoted(passage.label);
    lines.add(depth, std::string(name_of(passage.kind)) + label + ": " + quoted(passage.text));
}

void dump_field(int depth, const Goal& goal, Lines& lines) {
    lines.add(depth, "goal " + goal.kind.utf8 + " " + quoted(goal.label) + ": " + quoted(goal.statement));
    for (const Column& column : goal.columns) {
        const std::string year = column.year ? " " + std::to_string(*column.year) : std::string();
        const std::string note = column.note ? " note " + quoted(*column.note) : std::string();
        lines.add(depth + 1,
                  "column " + std::string(name_of(column.kind)) + year + " " + quoted(column.label) + note);
    }
    for (const ValueRow& row : goal.rows) dump_row(depth + 1, row, lines);
}

void dump_item(int depth, const Plan& plan, const Item& item, Lines& lines) {
    lines.add(depth, "item " + item.id.utf8 + " " + quoted(item.heading.number) + quoted(item.heading.title));
    for (const std::size_t level : item.path) {
        const Heading& heading = plan.levels[level].heading;
        lines.add(depth + 1, "under " + quoted(heading.number) + quoted(heading.title));
    }
    for (const Field& field : item.fields)
        std::visit([&](const auto& f) { dump_field(depth + 1, f, lines); }, field);
}

void dump_revision(int depth, const PassageRevision& revision, Lines& lines) {
    dump_field(depth, Passage{revision.kind, revision.label, revision.text}, lines);
}

void dump_revision(int depth, const GoalRevision& revision, Lines& lines) {
    lines.add(depth,
              "goal " + revision.kind.utf8 + (revision.which.empty() ? "" : " " + quoted(revision.which)));
    if (revision.label) lines.add(depth + 1, "label " + quoted(*revision.label));
    if (revision.statement) lines.add(depth + 1, "statement " + quoted(*revision.statement));
    for (const ColumnRevision& column : revision.columns) {
        const std::string label = column.label ? " label " + quoted(*column.label) : std::string();
        const std::string note = column.note ? " note " + quoted(*column.note) : std::string();
        lines.add(depth + 1, "column " + column.ref.utf8 + label + note);
    }
    for (const ValueRow& row : revision.rows) dump_row(depth + 1, row, lines);
    for (const ValueRevision& value : revision.values) {
        const std::string row = value.row.empty() ? std::string() : " in " + quoted(value.row);
        lines.add(depth + 1, "value " + value.column.utf8 + row + ": " + quoted(value.value));
    }
}

void dump_amendment(int depth, const Plan& plan, const Amendment& amendment, Lines& lines) {
    if (const auto* revise = std::get_if<Revise>(&amendment.change)) {
        lines.add(depth, "revise " + revise->item.utf8);
        for (const FieldRevision& field : revise->fields) {
            std::visit([&](const auto& revision) { dump_revision(depth + 1, revision, lines); }, field);
        }
    } else if (const auto* removal = std::get_if<Delete>(&amendment.change)) {
        lines.add(depth, "delete " + removal->item.utf8);
    } else {
        lines.add(depth, "add");
        dump_item(depth + 1, plan, std::get<Add>(amendment.change).item, lines);
    }
}

} // namespace

std::string dump(const Paper& paper) {
    Lines lines;
    lines.add(0, "paper " + quoted(paper.number) + " " + quoted(paper.title));
    for (const Text& name : paper.templates) lines.add(1, "output " + name.utf8);
    lines.add(0, "plan " + quoted(paper.plan.title));
    for (const Item& item : paper.plan.items) dump_item(1, paper.plan, item, lines);
    for (const Section& section : paper.sections) {
        lines.add(0, "section " + quoted(section.heading.number) + quoted(section.heading.title));
        for (const Amendment& amendment : section.amendments) dump_amendment(1, paper.plan, amendment, lines);
    }
    return lines.text;
}

} // namespace taisho
