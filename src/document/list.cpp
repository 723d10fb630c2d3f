// 修正箇所一覧: a row for each text that changes. What the rows of a change share (its number, where it is,
// why) stands once beside all of them and is said again on each page that shows some of them.

#include "document/arrangements.h"
#include "document/change_entries.h"
#include "document/notes.h"
#include "document/side_grid.h"
#include "document/side_rows.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace taisho {
namespace {

constexpr std::size_t number_column = 0, place_column = 1, item_column = 2, names = 3;

// A change of more rows is told in parts, each with what they share.
constexpr std::size_t most_together = 1000;

using Entries = std::span<const ChangeEntry>;

SideGrid list_grid(const HouseStyle& style) {
    return {names, 1, style.comparison.notes != NotesPlace::none, style.comparison.order};
}

Table list_table(const SideGrid& grid, const HouseStyle& style) {
    Table table;
    table.tracks = {Track::label, Track::note, Track::label, Track::share, Track::share};
    if (grid.notes) table.tracks.push_back(Track::note);
    const auto head = [&](const std::string& word, Role role) {
        return make_cell(CellKind::column_header, 0,
                         {make_paragraph(ParagraphKind::label, role, word, style)});
    };
    Row row;
    for (const std::string* word :
         {&style.words.ordinal, &style.words.renamed_at, &style.words.renamed_field}) {
        row.cells.push_back(head(*word, Role::column_header));
        row.cells.back().column = static_cast<std::uint16_t>(row.cells.size() - 1);
    }
    put_sides(head(style.words.before, Role::side_label), head(style.words.after, Role::side_label), grid,
              row);
    if (grid.notes) {
        row.cells.push_back(head(style.words.amendment_reason, Role::column_header));
        row.cells.back().column = static_cast<std::uint16_t>(grid.compared());
    }
    row.keep_with_next = true;
    table.header_rows = 1;
    table.rows = {std::move(row)};
    table.shared_header = true;
    return table;
}

// A cell that names the row beside it, though it looks like those it names.
Cell naming_cell(std::size_t column, const std::vector<std::string>& lines, const HouseStyle& style) {
    std::vector<Paragraph> paragraphs;
    for (const std::string& line : lines)
        paragraphs.push_back(make_paragraph(ParagraphKind::label, Role::cell, line, style));
    Cell cell = make_cell(CellKind::data, column, std::move(paragraphs));
    cell.kind = CellKind::row_header;
    return cell;
}

Cell number_cell(std::uint32_t ordinal, const HouseStyle& style) {
    const std::string number = with_digits(std::to_string(ordinal), style.numbering.digits);
    Cell cell = naming_cell(number_column, {number}, style);
    cell.paragraphs.front().style.align = Align::center;
    cell.vertical = VerticalAlign::middle;
    return cell;
}

Cell side_cell(const ChangeEntry& entry, Side side, const HouseStyle& style) {
    if (side_of(entry.pair, side) != nullptr) return value_cell(0, entry.pair, side, style);
    Cell cell =
        make_cell(CellKind::data, 0, {make_paragraph(ParagraphKind::mark, Role::mark, entry.missing, style)});
    cell.vertical = VerticalAlign::middle;
    return cell;
}

// What stands beside the first of all entries of the change that share it. Where each field has a reason of
// its own, what is said of the whole change stands above the first.
std::vector<Note> notes_for(Entries stretch, Entries change, const HouseStyle& style) {
    const ChangeEntry& entry = stretch.front();
    std::vector<Note> notes;
    const bool nowhere_else =
        &entry == &change.front() && std::ranges::all_of(change, &ChangeEntry::field_reason);
    if (entry.field_reason == nullptr || nowhere_else) notes = notes_of(*entry.annotations, style);
    if (entry.field_reason != nullptr)
        std::ranges::move(notes_of_field(*entry.field_reason, style), std::back_inserter(notes));
    return notes;
}

// The entries from the first on that share what stands beside them.
template <class Same>
std::size_t run_of(Entries entries, Same same) {
    std::size_t count = 1;
    while (count < entries.size() && same(entries.front(), entries[count])) ++count;
    return count;
}

// Rows stay on one page for what they share, unless they are many or long.
bool stays_together(Entries entries) {
    constexpr std::size_t most_rows = 8, most_bytes = 1500;
    std::size_t bytes = 0;
    for (const ChangeEntry& entry : entries) {
        for (const Side side : {Side::before, Side::after})
            bytes += side_of(entry.pair, side) != nullptr ? side_of(entry.pair, side)->text.utf8.size() : 0;
    }
    return entries.size() <= most_rows && bytes <= most_bytes;
}

Row entry_row(const ChangeEntry& entry, const SideGrid& grid, const HouseStyle& style) {
    Row row;
    row.cells.push_back(naming_cell(item_column, entry.item, style));
    put_sides(side_cell(entry, Side::before, style), side_cell(entry, Side::after, style), grid, row);
    if (entry.moved) set_moved(row);
    return row;
}

// A note that is too long for its column: over both sides.
Row long_note_row(const Note& note, const SideGrid& grid, const HouseStyle& style) {
    std::vector<Paragraph> paragraphs;
    for (const Text& text : note.texts)
        paragraphs.push_back(make_paragraph(ParagraphKind::body, Role::cell, plain(text), style));
    Row row;
    row.cells = {naming_cell(item_column, {note.name}, style),
                 make_cell(CellKind::data, names, std::move(paragraphs))};
    row.cells.back().column_span = static_cast<std::uint16_t>(grid.per_side * 2);
    return row;
}

// Entries of a change that share their notes, and those beside or below them.
void append_stretch(Entries entries, const std::vector<Note>& notes, const SideGrid& grid,
                    const HouseStyle& style, std::vector<Row>& rows) {
    const std::size_t first = rows.size();
    for (const ChangeEntry& entry : entries) rows.push_back(entry_row(entry, grid, style));
    const bool beside = fit_in_column(notes, style);
    for (const Note& note : notes)
        if (!beside) rows.push_back(long_note_row(note, grid, style));
    if (!grid.notes) return;
    Cell reason = make_cell(CellKind::data, grid.compared(),
                            beside ? note_paragraphs(notes, style) : std::vector<Paragraph>{});
    reason.row_span = static_cast<std::uint16_t>(rows.size() - first);
    rows[first].cells.push_back(std::move(reason));
}

// The rows of one change.
void append_change(Entries entries, const SideGrid& grid, const HouseStyle& style, Table& table) {
    std::vector<Row> rows;
    for (std::size_t i = 0, count = 0; i < entries.size(); i += count) {
        count = run_of(entries.subspan(i), [](const ChangeEntry& a, const ChangeEntry& b) {
            return a.field_reason == b.field_reason;
        });
        const Entries stretch = entries.subspan(i, count);
        append_stretch(stretch, notes_for(stretch, entries, style), grid, style, rows);
    }
    const bool kept = stays_together(entries);
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) rows[i].keep_with_next = kept;
    Cell number = number_cell(entries.front().ordinal, style);
    Cell place = naming_cell(place_column, entries.front().place, style);
    number.row_span = place.row_span = static_cast<std::uint16_t>(rows.size());
    std::vector<Cell>& cells = rows.front().cells;
    cells.insert(cells.begin(), {std::move(number), std::move(place)});
    std::ranges::move(rows, std::back_inserter(table.rows));
}

// Counts the changes and says where each begins; what is not listed begins nowhere.
void note_changes(std::span<const RevisedSection> sections, Entries entries, Draft& draft) {
    std::size_t count = 0;
    for (const RevisedSection& section : sections) {
        count += section.changes.size();
        draft.shown += static_cast<std::uint32_t>(std::ranges::count_if(section.changes, is_shown));
    }
    std::vector<std::uint32_t>& changes = draft.document.changes;
    const std::size_t first = changes.size();
    changes.resize(first + count, no_block);
    for (const ChangeEntry& entry : entries)
        changes[first + entry.change] = static_cast<std::uint32_t>(draft.document.body.size());
}

} // namespace

void append_list(std::span<const RevisedSection> sections, Draft& draft) {
    const std::vector<ChangeEntry> all = change_entries(sections, draft.shown, draft.style);
    if (!all.empty()) put_legend(draft);
    note_changes(sections, all, draft);
    if (all.empty()) return;
    const SideGrid grid = list_grid(draft.style);
    Table table = list_table(grid, draft.style);
    for (std::size_t i = 0, count = 0; i < all.size(); i += count) {
        count = run_of(Entries(all).subspan(i),
                       [](const ChangeEntry& a, const ChangeEntry& b) { return a.change == b.change; });
        count = std::min(count, most_together);
        append_change(Entries(all).subspan(i, count), grid, draft.style, table);
    }
    put(std::move(table), draft);
}

} // namespace taisho
