#include "document/arrangements.h"

#include "document/contexts.h"
#include "document/framing.h"
#include "document/free_table.h"
#include "document/notes.h"
#include "document/paragraphs.h"
#include "document/shown.h"
#include "document/side_grid.h"
#include "document/years_across.h"

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
void append_named(const NamedPair& named, const Marked& text, Draft& draft) {
    Paragraph paragraph =
        labelled_paragraph(ParagraphKind::body, Role::statement, word_of(named.name), text, draft.style);
    if (named.moved) set_moved(paragraph);
    put(std::move(paragraph), draft);
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

void put_last(Cell cell, Row& row) {
    cell.column = static_cast<std::uint16_t>(row.cells.size());
    row.cells.push_back(std::move(cell));
}

Row year_header(const GoalPair& goal, Side side, bool with_row_labels, const HouseStyle& style) {
    Row row;
    row.keep_with_next = true;
    if (with_row_labels) put_last(make_cell(CellKind::column_header, 0, {}), row);
    for (const ColumnPair& column : goal.columns) {
        if (side_of(column.label, side) != nullptr) put_last(year_cell(goal, column, side, style), row);
    }
    return row;
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
    if (with_row_labels) put_last(row_name_cell(values, side, style), row);
    for (std::size_t i = 0; i < goal.columns.size(); ++i) {
        if (side_of(goal.columns[i].label, side) != nullptr)
            put_last(year_value(goal, values, i, side, figures, style), row);
    }
    return row;
}

Table goal_table(const GoalPair& goal, Side side, const HouseStyle& style) {
    const bool with_row_labels = has_row_names(goal);
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
    if (frames_table(goal, side.style())) frame_all(table.rows);
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
    if (frames_table(table, side.style())) frame_all(shown.rows);
    shown.side = word_of(side.name, side.style().words);
    side.draft.context = above;
}

// The side of the unit that is seen last.
Side last_side(const Revision& revision, const HouseStyle& style) {
    const std::array sides = sides_in_order(style.comparison.order);
    return exists_on(revision, sides[1]) ? sides[1] : sides[0];
}

// The reason of a field stands where the field is last seen.
void append_compared(const FieldPair& field, std::uint32_t group, const SideBlock& side) {
    if (exists_on(field, side.name)) {
        std::visit([&](const auto& one) { append_field(one, group, side); }, field);
    } else {
        append_word(name_of(field, side.style()), missing_word(side.revision, side.name, side.style()),
                    side.draft);
    }
    if (side.name != last_side(side.revision, side.style())) return;
    const Text& reason = std::visit([](const auto& one) -> const Text& { return one.reason; }, field);
    append_notes(notes_of_field(reason, side.style()), side.draft);
}

void append_fields(const SideBlock& side) {
    std::uint32_t group = side.groups;
    for (const FieldPair& field : side.revision.fields) {
        ++group;
        switch (use_of(field, side.revision, side.style())) {
        case FieldUse::compared: append_compared(field, group, side); break;
        case FieldUse::omitted:
            append_word(name_of(field, side.style()), side.style().words.omitted, side.draft);
            break;
        case FieldUse::context:
        case FieldUse::left_out:
        case FieldUse::nothing: break;
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
            append_named(named, trimmed(*text), side.draft);
        }
    }
    append_fields(side);
    if (leaves_out(side.revision, side.style())) append_mark(side.style().words.omitted, side.draft);
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
        if (use_of(field, revision, draft.style) != FieldUse::context || is_footnote(field) != footnotes)
            continue;
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
    for (const Side side : sides_in_order(draft.style.comparison.order))
        append_side({revision, side, draft, groups});
    append_context(revision, true, draft);
    append_notes(notes_of(revision.annotations, draft.style), draft);
}

void append_numbers_stacked(std::span<const Revision* const> revisions, Draft& draft) {
    put_legend(draft);
    const std::int32_t above = draft.context;
    for (const Side side : sides_in_order(draft.style.comparison.order)) {
        const std::size_t first = draft.document.body.size();
        append_side_label(side, revisions.front()->path, draft);
        for (const Revision* revision : revisions) {
            const Marked line = numbered_heading(*revision, side, draft.style);
            Paragraph paragraph = make_paragraph(ParagraphKind::body, Role::statement, line, draft.style);
            set_moved(paragraph);
            put(std::move(paragraph), draft);
        }
        set_marks_from(first, side, draft);
        draft.context = above;
    }
    for (const Revision* revision : revisions)
        append_notes(notes_of(revision->annotations, draft.style), draft);
}

} // namespace taisho
