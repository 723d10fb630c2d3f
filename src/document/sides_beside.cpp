#include "document/arrangements.h"

#include "document/framing.h"
#include "document/free_table.h"
#include "document/shown.h"
#include "document/side_rows.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

// Both sides beside each other, with years down (by-year) or across (side-by-side). One table for a revision,
// as far as its fields fit into it. A free table has columns of its own and stands over the whole width: the
// table of years ends before it and goes on below it. So it does for a goal that needs other columns when
// years run across; one of so many years that its columns would be towers has its years down.

namespace taisho {
namespace {

struct Beside {
    const Revision& revision;
    Draft& draft;
    SideGrid grid;
    Table table;
    std::vector<NoteStretch> notes = {}; // beside the rows of `table`

    const HouseStyle& style() const { return draft.style; }
    bool is_empty() const { return table.rows.size() == table.header_rows; }

    // Whether there are rows beside which the notes of the unit stand, in this table or in an earlier one.
    bool notes_are_put() const { return !is_empty() || notes.empty(); }
};

void join_sides(std::vector<Row>& rows, const Beside& part) {
    for (const Side side : {Side::before, Side::after})
        join_missing(rows, side, missing_word(part.revision, side, part.style()), part.grid, part.style());
}

void put_table(Beside& part) {
    if (part.is_empty()) return;
    Table done = std::exchange(part.table, sides_table(part.grid, part.style()));
    const std::vector<NoteStretch> notes = std::exchange(part.notes, {});
    part.table.space_before = part.style().style(Role::note).space_before;
    join_sides(done.rows, part);
    if (part.grid.notes) append_note_cells(notes, part.grid, part.style(), done);
    put(std::move(done), part.draft);
}

// What one field does not have is said for this field; what the whole unit does not have is said once.
void append_rows(std::vector<Row> rows, Beside& part) {
    if (has_both_sides(part.revision.kind)) join_sides(rows, part);
    std::ranges::move(rows, std::back_inserter(part.table.rows));
}

// A note stays with the row that it is about. Beside the rows it stands from `first` on.
void append_notes_at(std::size_t first, const std::vector<Note>& notes, std::uint8_t depth, Beside& part) {
    if (part.grid.notes && fit_in_column(notes, part.style())) {
        if (notes.empty()) return;
        if (part.notes.empty() || part.notes.back().row != first) part.notes.push_back({first, {}});
        std::vector<Note>& here = part.notes.back().notes;
        here.insert(here.end(), notes.begin(), notes.end());
        return;
    }
    for (const Note& note : notes) {
        part.table.rows.back().keep_with_next = true;
        part.table.rows.push_back(note_row(note, part.grid, part.style()));
        part.table.rows.back().depth = depth;
    }
}

// Beside the rows of a field that has a reason of its own stands that alone.
void append_field_notes(std::size_t first, const Text& reason, std::uint8_t depth, Beside& part) {
    const std::vector<Note> notes = notes_of_field(reason, part.style());
    append_notes_at(first, notes, depth, part);
    const bool beside = part.grid.notes && fit_in_column(notes, part.style());
    if (beside && !notes.empty()) part.notes.push_back({part.table.rows.size(), {}});
}

// How many columns of four characters a side has room for, beside the column of notes.
std::size_t most_across(const HouseStyle& style) {
    const PageSetup& page = style.page;
    const Length width = page.width - page.left - page.right;
    const Length column = style.style(Role::cell).size * 4 + page.cell_padding_x * 2;
    const Length notes = style.comparison.notes == NotesPlace::column ? width / 6 : Length{};
    return static_cast<std::size_t>((width - notes).mpt / 2 / std::max(column.mpt, 1));
}

// The grid in which the goal fits; a table that has another ends here.
void fit_grid(const GoalPair& goal, Beside& part) {
    if (part.draft.arrangement != Arrangement::side_by_side) return;
    const std::size_t wanted = columns_across(goal);
    const bool across = wanted > 0 && wanted <= most_across(part.style());
    const SideGrid grid = across ? across_grid(wanted, part.style()) : by_year_grid(part.style());
    if (grid.labels == part.grid.labels && grid.per_side == part.grid.per_side) return;
    put_table(part);
    part.grid = grid;
    const Length space = part.table.space_before;
    part.table = sides_table(grid, part.style());
    part.table.space_before = space;
}

std::vector<Row> rows_of(const GoalPair& goal, Beside& part) {
    if (part.grid.labels > 0) return goal_rows(goal, part.style(), part.table);
    return across_rows(goal, part.revision, part.grid, part.style());
}

void append_field(const GoalPair& goal, Beside& part) {
    fit_grid(goal, part);
    const std::size_t first = part.table.rows.size();
    if (const Marked* label = any_side(goal.label))
        part.table.rows.push_back(
            naming_row(plain(*label), 1, part.grid.compared(), part.style(), part.table));
    append_rows(rows_of(goal, part), part);
    if (frames_table(goal, part.style())) frame_all(std::span(part.table.rows).subspan(first));
    if (any_side(goal.label) == nullptr && first < part.table.rows.size())
        part.table.rows[first].depth = std::max<std::uint8_t>(part.table.rows[first].depth, 1);
    append_field_notes(first, goal.reason, 0, part);
}

void append_field(const PassagePair& passage, Beside& part) {
    const std::size_t first = part.table.rows.size();
    append_rows(passage_rows(passage, part.grid, part.style()), part);
    append_field_notes(first, passage.reason, 1, part);
}

void append_field(const TablePair& table, Beside& part) {
    put_table(part);
    append_both_tables(table, part.revision, part.draft);
    part.table.space_before = part.style().style(Role::note).space_before;
}

// ●成果目標　（略）
void append_omitted_field(const FieldPair& field, Beside& part) {
    const Marked name = plain(name_of(field, part.style()));
    const Marked omitted{{part.style().words.omitted, {}}, {}};
    Row row = band_row(joined(name, "　", omitted), part.grid.compared(), part.style());
    row.keep_with_next = false;
    row.depth = 1;
    part.table.rows.push_back(std::move(row));
}

void append_rest(Beside& part) {
    const Marked omitted{{part.style().words.omitted, {}}, {}};
    if (!leaves_out(part.revision, part.style()) || omitted.text.empty()) return;
    const Marked name{{name_of_rest(part.revision, part.style()), {}}, {}};
    std::vector<Row> rows = pair_rows(name, {omitted, omitted}, part.grid, part.style());
    rows.front().depth = 1;
    std::ranges::move(rows, std::back_inserter(part.table.rows));
}

void append_context(const Revision& revision, bool footnotes, Draft& draft) {
    for (const FieldPair& field : revision.fields) {
        const bool wanted =
            use_of(field, revision, draft.style) == FieldUse::context && is_footnote(field) == footnotes;
        if (!wanted) continue;
        const auto& passage = std::get<PassagePair>(field);
        const Marked text = plain(*any_side(passage.text));
        const Marked* label = any_side(passage.label);
        const Role role = footnotes ? Role::footnote : Role::body;
        if (footnotes) keep_last(draft);
        const ParagraphKind kind = footnotes ? ParagraphKind::footnote : ParagraphKind::body;
        Paragraph paragraph = label != nullptr
                                  ? labelled_paragraph(kind, role, plain(*label), text, draft.style)
                                  : make_paragraph(kind, role, text, draft.style);
        paragraph.keep_with_next = !footnotes;
        put(std::move(paragraph), draft);
    }
}

void append_fields(Beside& part) {
    for (const FieldPair& field : part.revision.fields) {
        switch (use_of(field, part.revision, part.style())) {
        case FieldUse::compared: std::visit([&](const auto& one) { append_field(one, part); }, field); break;
        case FieldUse::omitted: append_omitted_field(field, part); break;
        case FieldUse::context:
        case FieldUse::left_out:
        case FieldUse::nothing: break;
        }
    }
}

} // namespace

namespace {

// The first grid: that of the first goal that is compared.
SideGrid first_grid(const Revision& revision, const Draft& draft) {
    if (draft.arrangement != Arrangement::side_by_side) return by_year_grid(draft.style);
    for (const FieldPair& field : revision.fields) {
        const auto* goal = std::get_if<GoalPair>(&field);
        if (goal == nullptr || use_of(field, revision, draft.style) != FieldUse::compared) continue;
        const std::size_t wanted = columns_across(*goal);
        if (wanted > 0 && wanted <= most_across(draft.style)) return across_grid(wanted, draft.style);
    }
    return across_grid(1, draft.style);
}

} // namespace

void append_beside(const Revision& revision, Draft& draft) {
    append_context(revision, false, draft);
    put_legend(draft);
    const SideGrid grid = first_grid(revision, draft);
    Beside part{revision, draft, grid, sides_table(grid, draft.style)};
    const std::vector<Note> notes = notes_of(revision.annotations, draft.style);
    const bool beside = grid.notes && fit_in_column(notes, draft.style);
    if (beside) append_notes_at(part.table.rows.size(), notes, 1, part);
    std::vector<Row> rows;
    for (const NamedPair& named : heading_pairs(revision, draft.style)) {
        std::vector<Row> more = pair_rows({{named.name, {}}, {}}, named.pair, grid, draft.style);
        if (named.moved) set_moved(more.back());
        std::ranges::move(more, std::back_inserter(rows));
    }
    append_rows(std::move(rows), part);
    append_fields(part);
    append_rest(part);
    const bool in_table = beside ? part.notes_are_put() : !part.is_empty();
    if (in_table && !beside) append_notes_at(part.table.rows.size(), notes, 1, part);
    put_table(part);
    append_context(revision, true, draft);
    if (!in_table) append_notes(notes, draft);
}

void append_numbers_beside(std::span<const Revision* const> revisions, Draft& draft) {
    put_legend(draft);
    const SideGrid grid = by_year_grid(draft.style);
    Table table = sides_table(grid, draft.style);
    std::vector<NoteStretch> stretches;
    for (const Revision* revision : revisions) {
        const TextPair pair{numbered_heading(*revision, Side::before, draft.style),
                            numbered_heading(*revision, Side::after, draft.style)};
        const std::vector<Note> notes = notes_of(revision->annotations, draft.style);
        const bool beside = grid.notes && fit_in_column(notes, draft.style);
        stretches.push_back({table.rows.size(), beside ? notes : std::vector<Note>{}});
        table.rows.push_back(pair_row(row_label(draft.style.words.number, draft.style), pair, draft.style));
        set_moved(table.rows.back());
        if (beside) continue;
        for (const Note& note : notes) {
            table.rows.back().keep_with_next = true;
            table.rows.push_back(note_row(note, grid, draft.style));
        }
    }
    if (grid.notes) append_note_cells(stretches, grid, draft.style, table);
    put(std::move(table), draft);
}

} // namespace taisho
