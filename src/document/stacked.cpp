#include "document/arrangements.h"

#include "document/column_roles.h"
#include "document/contexts.h"
#include "document/free_table.h"
#include "document/notes.h"
#include "document/paragraphs.h"
#include "document/shown.h"
#include "text/value.h"

#include <algorithm>
#include <array>

namespace taisho {
namespace {

// One side of a revision, under its label.
struct SideBlock {
    const Revision& revision;
    Side name;
    Draft& draft;
    std::uint32_t groups; // of tables: given away before; the fields of both sides take the next

    const HouseStyle& style() const { return draft.style; }
};

Marked word_of(const std::string& text) { return {{text, {}}, {}}; }

// A label on a line of its own, above what is put until draft.context is set back.
void append_label(Role role, const Marked& label, Draft& draft) {
    put_kept(make_paragraph(ParagraphKind::label, role, label, draft.style), draft);
    const std::size_t halves = halves_of_line(draft.style.style(role), {}, draft.style);
    const Text again{cut_to(label.text.utf8, halves), label.text.at};
    open_context(make_paragraph(ParagraphKind::label, role, plain(again), draft.style), draft);
}

// A label on a line of its own, and its text below.
void append_passage(const Marked* label, const Marked& text, Draft& draft) {
    const std::int32_t above = draft.context;
    if (label != nullptr) append_label(Role::field_label, *label, draft);
    const Role role = label != nullptr ? Role::statement : Role::body;
    put(make_paragraph(ParagraphKind::body, role, text, draft.style), draft);
    draft.context = above;
}

void append_footnote(const Marked* label, const Marked& text, Draft& draft) {
    put(label != nullptr
            ? labelled_paragraph(ParagraphKind::footnote, Role::footnote, *label, text, draft.style)
            : make_paragraph(ParagraphKind::footnote, Role::footnote, text, draft.style),
        draft);
}

void append_text(PassageKind kind, const Marked* label, const Marked& text, Draft& draft) {
    if (kind == PassageKind::footnote) {
        keep_last(draft);
        append_footnote(label, text, draft);
    } else {
        append_passage(label, text, draft);
    }
}

// 名称　…
void append_named(const Marked& name, const Marked& text, Draft& draft) {
    put(labelled_paragraph(ParagraphKind::body, Role::statement, name, text, draft.style), draft);
}

// ●成果目標　（略）
void append_word(const Marked& name, const std::string& word, Draft& draft) {
    Paragraph paragraph =
        labelled_paragraph(ParagraphKind::label, Role::field_label, plain(name), word_of(word), draft.style);
    paragraph.runs.back().family = draft.style.style(Role::block_mark).family;
    put(std::move(paragraph), draft);
}

void append_mark(const std::string& word, Draft& draft) {
    if (!word.empty()) put(make_paragraph(ParagraphKind::mark, Role::block_mark, word, draft.style), draft);
}

const std::string& word_of(Side side, const Words& words) {
    return side == Side::before ? words.before : words.after;
}

// All of the side stands below it, as below a heading of a unit in `path`.
void append_side_label(Side side, const std::vector<Heading>& path, Draft& draft) {
    const std::size_t at = draft.document.body.size();
    const std::array fillings{Filling{"{}", word_of(side, draft.style.words)}};
    append_label(Role::side_heading, word_of(fill(draft.style.words.side_heading, fillings)), draft);
    std::get<Paragraph>(draft.document.body[at].content).level = static_cast<int>(path.size()) + 3;
}

// ---- goals ----

Row year_header(const GoalPair& goal, Side side, bool with_row_labels, const HouseStyle& style) {
    const bool both_sides = exists_on(goal, Side::before) && exists_on(goal, Side::after);
    Row row;
    row.keep_with_next = true;
    if (with_row_labels) row.cells.push_back(make_cell(CellKind::column_header, 0, {}));
    for (const ColumnPair& column : goal.columns) {
        const Marked* label = side_of(column.label, side);
        if (label == nullptr) continue;
        const Marked shown = both_sides ? *label : plain(*label);
        row.cells.push_back(
            make_cell(CellKind::column_header, row.cells.size(),
                      column_label(&shown, side_of(column.note, side), Role::column_header, style)));
    }
    return row;
}

// Where several rows stand below each other, figures do so digit below digit; on both sides alike.
std::vector<ColumnRole> figures_of(const GoalPair& goal) {
    std::vector<ColumnRole> roles(goal.columns.size());
    for (std::size_t i = 0; goal.rows.size() > 1 && i < roles.size(); ++i) {
        for (const RowPair& row : goal.rows) {
            for (const std::optional<Marked>& value : {row.values[i].before, row.values[i].after})
                if (value) note_value(value->text.utf8, roles[i]);
        }
    }
    return roles;
}

// Years share one width; a remark follows its content.
std::vector<Track> tracks_of(const GoalPair& goal, Side side, bool with_row_labels) {
    std::vector<Track> tracks;
    if (with_row_labels) tracks.push_back(Track::label);
    for (const ColumnPair& column : goal.columns) {
        if (side_of(column.label, side) == nullptr) continue;
        tracks.push_back(column.kind == ColumnKind::note ? Track::fit : Track::share);
    }
    return tracks;
}

Row value_row(const GoalPair& goal, const RowPair& values, Side side, bool with_row_labels,
              const std::vector<ColumnRole>& figures, const HouseStyle& style) {
    Row row;
    if (with_row_labels) {
        row.cells.push_back(
            row_header_cell(0, column_label(side_of(values.label, side), nullptr, Role::row_header, style)));
    }
    for (std::size_t i = 0; i < goal.columns.size(); ++i) {
        if (side_of(goal.columns[i].label, side) == nullptr) continue;
        row.cells.push_back(value_cell(row.cells.size(), values.values[i], side, style));
        const Marked* value = side_of(values.values[i], side);
        if (value != nullptr && !is_no_value(value->text.utf8))
            align_figure(figures[i], row.cells.back().paragraphs.front());
    }
    return row;
}

Table goal_table(const GoalPair& goal, Side side, const HouseStyle& style) {
    const bool with_row_labels =
        std::ranges::any_of(goal.rows, [](const RowPair& row) { return any_side(row.label) != nullptr; });
    Table table;
    table.header_rows = 1;
    table.rows = {year_header(goal, side, with_row_labels, style)};
    table.tracks = tracks_of(goal, side, with_row_labels);
    const std::vector<ColumnRole> figures = figures_of(goal);
    for (const RowPair& row : goal.rows) {
        if (exists_on(row, side))
            table.rows.push_back(value_row(goal, row, side, with_row_labels, figures, style));
    }
    return table;
}

// ---- fields ----

void append_field(const GoalPair& goal, std::uint32_t, const SideBlock& side) {
    const bool both_sides = exists_on(goal, Side::before) && exists_on(goal, Side::after);
    const std::int32_t above = side.draft.context;
    const std::size_t first = side.draft.document.body.size();
    if (const Marked* label = side_of(goal.label, side.name))
        append_label(Role::field_label, both_sides ? *label : plain(*label), side.draft);
    if (const Marked* statement = side_of(goal.statement, side.name)) {
        put_kept(make_paragraph(ParagraphKind::body, Role::statement, *statement, side.style()), side.draft);
    }
    Table table = goal_table(goal, side.name, side.style());
    table.captions = static_cast<std::uint32_t>(side.draft.document.body.size() - first);
    table.side = word_of(side.name, side.style().words);
    if (!table.tracks.empty()) put(std::move(table), side.draft);
    side.draft.context = above;
}

void append_field(const PassagePair& passage, std::uint32_t, const SideBlock& side) {
    const Marked& text = *side_of(passage.text, side.name);
    const Marked* label = side_of(passage.label, side.name);
    const bool both_sides = passage.text.before && passage.text.after;
    const Marked shown = label == nullptr ? Marked{} : both_sides ? *label : plain(*label);
    append_text(passage.kind, label != nullptr ? &shown : nullptr, text, side.draft);
}

void append_field(const TablePair& table, std::uint32_t group, const SideBlock& side) {
    const bool both_sides = table.before && table.after;
    const std::int32_t above = side.draft.context;
    const std::size_t first = side.draft.document.body.size();
    if (const Marked* label = side_of(table.label, side.name))
        append_label(Role::field_label, both_sides ? *label : plain(*label), side.draft);
    const auto captions = static_cast<std::uint32_t>(side.draft.document.body.size() - first);
    append_table_side(table, side.name, group, side.draft);
    auto& shown = std::get<Table>(side.draft.document.body.back().content);
    shown.captions = captions;
    shown.side = word_of(side.name, side.style().words);
    side.draft.context = above;
}

// The reason of a field stands where the field is last seen.
void append_compared(const FieldPair& field, std::uint32_t group, const SideBlock& side) {
    if (exists_on(field, side.name)) {
        std::visit([&](const auto& one) { append_field(one, group, side); }, field);
    } else {
        append_word(name_of(field, side.style()), missing_word(side.revision, side.name, side.style()),
                    side.draft);
    }
    const bool last = side.name == Side::after || !exists_on(side.revision, Side::after);
    if (!last) return;
    const Text& reason = std::visit([](const auto& one) -> const Text& { return one.reason; }, field);
    append_notes(notes_of_field(reason, side.style()), side.draft);
}

void append_fields(const SideBlock& side) {
    std::uint32_t group = side.groups;
    for (const FieldPair& field : side.revision.fields) {
        ++group;
        switch (use_of(field, side.revision)) {
        case FieldUse::compared: append_compared(field, group, side); break;
        case FieldUse::omitted:
            append_word(name_of(field, side.style()), side.style().words.omitted, side.draft);
            break;
        case FieldUse::context:
        case FieldUse::left_out: break;
        }
    }
}

void append_existing(const SideBlock& side) {
    for (const NamedPair& named : heading_pairs(side.revision, side.style())) {
        const Marked* text = side_of(named.pair, side.name);
        if (text == nullptr) {
            append_word(word_of(named.name), missing_word(side.revision, side.name, side.style()),
                        side.draft);
        } else {
            append_named(word_of(named.name), trimmed(*text), side.draft);
        }
    }
    append_fields(side);
    if (leaves_out(side.revision)) append_mark(side.style().words.omitted, side.draft);
}

// All that was put from block `first` on stands on that side.
void set_marks_from(std::size_t first, Side side, Draft& draft) {
    for (std::size_t i = first; i < draft.document.body.size(); ++i)
        std::visit([&](auto& content) { set_mark(mark_of(side), content); }, draft.document.body[i].content);
}

// 【修正前】 or 【修正後】 with what stands there, or what says that nothing does.
void append_side(const SideBlock& side) {
    const std::int32_t above = side.draft.context;
    const std::size_t first = side.draft.document.body.size();
    append_side_label(side.name, side.revision.path, side.draft);
    if (exists_on(side.revision, side.name)) {
        append_existing(side);
    } else {
        append_mark(missing_word(side.revision, side.name, side.style()), side.draft);
    }
    set_marks_from(first, side.name, side.draft);
    side.draft.context = above;
}

// Footnotes stand below what they belong to, all else above it.
void append_context(const Revision& revision, bool footnotes, Draft& draft) {
    for (const FieldPair& field : revision.fields) {
        if (use_of(field, revision) != FieldUse::context || is_footnote(field) != footnotes) continue;
        const auto& passage = std::get<PassagePair>(field);
        const Marked* label = any_side(passage.label);
        const Marked plain_label = label != nullptr ? plain(*label) : Marked{};
        const Marked text = plain(*any_side(passage.text));
        append_text(passage.kind, label != nullptr ? &plain_label : nullptr, text, draft);
        if (!footnotes) keep_last(draft);
    }
}

} // namespace

void append_stacked(const Revision& revision, Draft& draft) {
    append_context(revision, false, draft);
    put_legend(draft);
    const std::uint32_t groups = draft.table_groups;
    draft.table_groups += static_cast<std::uint32_t>(revision.fields.size());
    append_side({revision, Side::before, draft, groups});
    append_side({revision, Side::after, draft, groups});
    append_context(revision, true, draft);
    append_notes(notes_of(revision.annotations, draft.style), draft);
}

void append_numbers_stacked(std::span<const Revision* const> revisions, Draft& draft) {
    put_legend(draft);
    const std::int32_t above = draft.context;
    for (const Side side : {Side::before, Side::after}) {
        const std::size_t first = draft.document.body.size();
        append_side_label(side, revisions.front()->path, draft);
        for (const Revision* revision : revisions) {
            const Marked line = numbered_heading(*revision, side, draft.style);
            put(make_paragraph(ParagraphKind::body, Role::statement, line, draft.style), draft);
        }
        set_marks_from(first, side, draft);
        draft.context = above;
    }
    for (const Revision* revision : revisions)
        append_notes(notes_of(revision->annotations, draft.style), draft);
}

} // namespace taisho
