#include "document/arrangements.h"

#include "document/paragraphs.h"

#include <algorithm>

namespace taisho {
namespace {

void append_paragraph(Paragraph paragraph, bool keep, std::uint32_t unit, Document& document) {
    paragraph.keep_with_next = keep;
    document.body.push_back({std::move(paragraph), unit});
}

// A label on a line of its own, and its text below.
void append_passage(const Marked* label, const Marked& text, std::uint32_t unit, const HouseStyle& style,
                    Document& document) {
    if (label != nullptr) {
        append_paragraph(make_paragraph(ParagraphKind::label, Role::field_label, *label, style), true, unit,
                         document);
    }
    const Role role = label != nullptr ? Role::statement : Role::body;
    append_paragraph(make_paragraph(ParagraphKind::body, role, text, style), false, unit, document);
}

Row year_header(const GoalPair& goal, SideName side, bool with_row_labels, const HouseStyle& style) {
    Row row;
    row.keep_with_next = true;
    if (with_row_labels) row.cells.push_back(make_cell(CellKind::column_header, 0, {}));
    for (const ColumnPair& column : goal.columns) {
        const Marked* label = side_of(column.label, side);
        if (label == nullptr) continue;
        const Marked shown = goal.label.before && goal.label.after ? *label : Marked{label->text, {}};
        row.cells.push_back(
            make_cell(CellKind::column_header, row.cells.size(),
                      column_label(&shown, side_of(column.note, side), Role::column_header, style)));
    }
    return row;
}

Row value_row(const GoalPair& goal, const RowPair& values, SideName side, bool with_row_labels,
              const HouseStyle& style) {
    Row row;
    if (with_row_labels) {
        row.cells.push_back(
            make_cell(CellKind::row_header, 0,
                      column_label(side_of(values.label, side), nullptr, Role::row_header, style)));
    }
    for (std::size_t i = 0; i < goal.columns.size(); ++i) {
        if (side_of(goal.columns[i].label, side) == nullptr) continue;
        row.cells.push_back(value_cell(row.cells.size(), values.values[i], side, style));
    }
    return row;
}

bool has_side(const RowPair& row, SideName side) {
    return std::ranges::any_of(row.values,
                               [&](const TextPair& value) { return side_of(value, side) != nullptr; });
}

Table goal_table(const GoalPair& goal, SideName side, const HouseStyle& style) {
    const bool with_row_labels =
        std::ranges::any_of(goal.rows, [](const RowPair& row) { return any_side(row.label) != nullptr; });
    Table table{{}, 1, {year_header(goal, side, with_row_labels, style)}, {}, false};
    table.tracks.assign(table.rows.front().cells.size(), Track::share);
    if (with_row_labels) table.tracks.front() = Track::content;
    for (const RowPair& row : goal.rows) {
        if (has_side(row, side)) table.rows.push_back(value_row(goal, row, side, with_row_labels, style));
    }
    return table;
}

void append_goal(const GoalPair& goal, SideName side, std::uint32_t unit, const HouseStyle& style,
                 Document& document) {
    if (const Marked* label = side_of(goal.label, side)) {
        const Marked plain{label->text,
                           goal.label.before && goal.label.after ? label->changed : std::vector<Range>{}};
        append_paragraph(make_paragraph(ParagraphKind::label, Role::field_label, plain, style), true, unit,
                         document);
    }
    if (const Marked* statement = side_of(goal.statement, side)) {
        append_paragraph(make_paragraph(ParagraphKind::body, Role::statement, *statement, style), true, unit,
                         document);
    }
    Table table = goal_table(goal, side, style);
    if (!table.tracks.empty()) document.body.push_back({std::move(table), unit});
}

// 【修正前】 or 【修正後】 with what stands there; `missing` says so when the whole item does not exist on
// that side.
void append_side(const Revision& revision, SideName side, std::uint32_t unit, const HouseStyle& style,
                 Document& document) {
    const bool exists = revision.kind == RevisionKind::revised ||
                        (revision.kind == RevisionKind::deleted) == (side == SideName::before);
    const Words& words = style.words;
    append_paragraph(make_paragraph(ParagraphKind::label, Role::side_label,
                                    side == SideName::before ? words.before : words.after, style),
                     true, unit, document);
    if (!exists) {
        const std::string& word = revision.kind == RevisionKind::deleted ? words.deleted : words.added;
        append_paragraph(make_paragraph(ParagraphKind::note, Role::mark, word, style), false, unit, document);
        return;
    }
    if (revision.fields.empty())
        append_passage(nullptr, *any_side(title_pair(revision)), unit, style, document);
    for (const FieldPair& field : revision.fields) {
        if (const auto* goal = std::get_if<GoalPair>(&field)) {
            append_goal(*goal, side, unit, style, document);
        } else if (const auto& passage = std::get<PassagePair>(field); is_compared(passage, revision)) {
            const Marked* text = side_of(passage.text, side);
            if (text != nullptr) append_passage(side_of(passage.label, side), *text, unit, style, document);
        }
    }
}

} // namespace

void append_stacked(const Revision& revision, std::uint32_t unit, bool with_legend, const HouseStyle& style,
                    Document& document) {
    for (const FieldPair& field : revision.fields) {
        const auto* passage = std::get_if<PassagePair>(&field);
        if (passage == nullptr || is_compared(*passage, revision)) continue;
        const Marked* label = any_side(passage->label);
        const Marked plain_label = label != nullptr ? Marked{label->text, {}} : Marked{};
        append_passage(label != nullptr ? &plain_label : nullptr, Marked{any_side(passage->text)->text, {}},
                       unit, style, document);
    }
    if (with_legend) {
        append_paragraph(make_paragraph(ParagraphKind::note, Role::legend, style.words.legend, style), true,
                         unit, document);
    }
    append_side(revision, SideName::before, unit, style, document);
    append_side(revision, SideName::after, unit, style, document);
}

} // namespace taisho
