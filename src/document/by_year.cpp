#include "document/arrangements.h"

#include "document/by_year_rows.h"
#include "document/free_table.h"
#include "document/shown.h"

#include <algorithm>
#include <iterator>
#include <utility>

// One table for a revision, as far as its fields fit into it. A free table has columns of its own and stands
// over the whole width: the table of years ends before it and goes on below it.

namespace taisho {
namespace {

constexpr std::size_t column_count = 3;

struct ByYear {
    const Revision& revision;
    Draft& draft;
    Table table;

    const HouseStyle& style() const { return draft.style; }
    bool is_empty() const { return table.rows.size() == table.header_rows; }
};

void join_sides(std::vector<Row>& rows, const ByYear& part) {
    for (const Side side : {Side::before, Side::after})
        join_missing(rows, side, missing_word(part.revision, side, part.style()), part.style());
}

void put_table(ByYear& part) {
    Table done = std::exchange(part.table, by_year_table(part.style()));
    part.table.space_before = part.style().style(Role::note).space_before;
    if (done.rows.size() == done.header_rows) return;
    join_sides(done.rows, part);
    put(std::move(done), part.draft);
}

// What one field does not have is said for this field; what the whole unit does not have is said once.
void append_rows(std::vector<Row> rows, ByYear& part) {
    if (has_both_sides(part.revision.kind)) join_sides(rows, part);
    std::ranges::move(rows, std::back_inserter(part.table.rows));
}

// A note stays with the row that it is about.
void append_note_rows(const std::vector<Note>& notes, std::uint8_t depth, ByYear& part) {
    for (const Note& note : notes) {
        part.table.rows.back().keep_with_next = true;
        part.table.rows.push_back(note_row(note, part.style()));
        part.table.rows.back().depth = depth;
    }
}

void append_field(const GoalPair& goal, ByYear& part) {
    if (const Marked* label = any_side(goal.label))
        part.table.rows.push_back(naming_row(plain(*label), 1, column_count, part.style(), part.table));
    append_rows(goal_rows(goal, part.style(), part.table), part);
    append_note_rows(notes_of_field(goal.reason, part.style()), 0, part);
}

void append_field(const PassagePair& passage, ByYear& part) {
    append_rows(passage_rows(passage, part.style()), part);
    append_note_rows(notes_of_field(passage.reason, part.style()), 1, part);
}

void append_field(const TablePair& table, ByYear& part) {
    put_table(part);
    append_both_tables(table, part.revision, part.draft);
}

// ●成果目標　（略）
void append_omitted_field(const FieldPair& field, ByYear& part) {
    const Marked name = plain(name_of(field, part.style()));
    const Marked omitted{{part.style().words.omitted, {}}, {}};
    Row row = band_row(joined(name, "　", omitted), column_count, part.style());
    row.keep_with_next = false;
    row.depth = 1;
    part.table.rows.push_back(std::move(row));
}

void append_rest(ByYear& part) {
    const Marked omitted{{part.style().words.omitted, {}}, {}};
    if (!leaves_out(part.revision) || omitted.text.empty()) return;
    const std::string& name = name_of_rest(part.revision, part.style());
    Row row = pair_row(row_label(name, part.style()), {omitted, omitted}, part.style());
    row.depth = 1;
    part.table.rows.push_back(std::move(row));
}

void append_context(const Revision& revision, bool footnotes, Draft& draft) {
    for (const FieldPair& field : revision.fields) {
        const bool wanted = use_of(field, revision) == FieldUse::context && is_footnote(field) == footnotes;
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

void append_fields(ByYear& part) {
    for (const FieldPair& field : part.revision.fields) {
        switch (use_of(field, part.revision)) {
        case FieldUse::compared: std::visit([&](const auto& one) { append_field(one, part); }, field); break;
        case FieldUse::omitted: append_omitted_field(field, part); break;
        case FieldUse::context:
        case FieldUse::left_out: break;
        }
    }
}

} // namespace

void append_by_year(const Revision& revision, Draft& draft) {
    append_context(revision, false, draft);
    put_legend(draft);
    ByYear part{revision, draft, by_year_table(draft.style)};
    std::vector<Row> rows;
    for (const NamedPair& named : heading_pairs(revision, draft.style))
        rows.push_back(pair_row(row_label(named.name, draft.style), named.pair, draft.style));
    append_rows(std::move(rows), part);
    append_fields(part);
    append_rest(part);
    const std::vector<Note> notes = notes_of(revision.annotations, draft.style);
    const bool in_table = !part.is_empty();
    if (in_table) append_note_rows(notes, 1, part);
    put_table(part);
    append_context(revision, true, draft);
    if (!in_table) append_notes(notes, draft);
}

void append_numbers_by_year(std::span<const Revision* const> revisions, Draft& draft) {
    put_legend(draft);
    Table table = by_year_table(draft.style);
    for (const Revision* revision : revisions) {
        const TextPair pair{numbered_heading(*revision, Side::before, draft.style),
                            numbered_heading(*revision, Side::after, draft.style)};
        table.rows.push_back(pair_row(row_label(draft.style.words.number, draft.style), pair, draft.style));
        for (const Note& note : notes_of(revision->annotations, draft.style)) {
            table.rows.back().keep_with_next = true;
            table.rows.push_back(note_row(note, draft.style));
        }
    }
    put(std::move(table), draft);
}

} // namespace taisho
