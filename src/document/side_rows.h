#pragma once
// The rows of a table in which both sides stand beside each other, whatever its columns (side_grid.h).

#include "document/notes.h"
#include "document/paragraphs.h"
#include "document/side_grid.h"

#include <vector>

namespace taisho {

// Without rows but its header: the names of the sides.
Table sides_table(const SideGrid& grid, const HouseStyle& style);

// A label across so many columns.
Row band_row(const Marked& label, std::size_t columns, const HouseStyle& style);

// A band across `columns` that names the rows below it, with the form in which it is said again, across all
// columns of the table, on a later page. REQUIRES: the table has its tracks.
Row naming_row(const Marked& label, std::uint8_t depth, std::size_t columns, const HouseStyle& style,
               Table& table);

std::vector<Paragraph> row_label(const Marked& text, const HouseStyle& style);
std::vector<Paragraph> row_label(std::string_view text, const HouseStyle& style);

// What a row is called and what it says on both sides. Where the grid has no column of names, the name is a
// band above it.
std::vector<Row> pair_rows(const Marked& name, const TextPair& pair, const SideGrid& grid,
                           const HouseStyle& style);

// Both sides, below or beside a name that stands there already.
Row pair_row(std::vector<Paragraph> label, const TextPair& pair, const HouseStyle& style);
Row unnamed_pair_row(const TextPair& pair, const SideGrid& grid, const HouseStyle& style);

// 修正理由, over both sides.
Row note_row(const Note& note, const SideGrid& grid, const HouseStyle& style);

// Whether the notes are short enough for a column of a fifth of the page, as high as a third of it. Longer
// ones stand in rows below, where they have the whole width.
bool fit_in_column(const std::vector<Note>& notes, const HouseStyle& style);

// The same as a paragraph in the column of notes. Where there is one note, what
// says no more than the head of the column is left out.
std::vector<Paragraph> note_paragraphs(const std::vector<Note>& notes, const HouseStyle& style);

// Notes that stand beside the rows from `row` on, down to where the next begin.
struct NoteStretch {
    std::size_t row = 0; // of the table
    std::vector<Note> notes;
};

// The last column of a table. REQUIRES: grid.notes; the stretches begin in ascending rows below the header.
void append_note_cells(const std::vector<NoteStretch>& stretches, const SideGrid& grid,
                       const HouseStyle& style, Table& table);

// Where a side does not exist, its cells are one cell over all rows that says so. Bands lie across both
// sides, so each stretch of rows between them gets its own.
void join_missing(std::vector<Row>& rows, Side side, const std::string& word, const SideGrid& grid,
                  const HouseStyle& style);

// The rows of a goal, below the band with its label.
std::vector<Row> goal_rows(const GoalPair& goal, const HouseStyle& style, Table& table);

// The same when years run across, and how many columns a side needs for that. A column or row that one side
// does not have says so there.
std::vector<Row> across_rows(const GoalPair& goal, const Revision& revision, const SideGrid& grid,
                             const HouseStyle& style);
std::size_t columns_across(const GoalPair& goal);

std::vector<Row> passage_rows(const PassagePair& passage, const SideGrid& grid, const HouseStyle& style);

} // namespace taisho
