#pragma once
// The rows of the table in which before | after stand side by side: a column of names, and one for each side.

#include "document/notes.h"
#include "document/paragraphs.h"

#include <vector>

namespace taisho {

// Without rows but its header.
Table by_year_table(const HouseStyle& style);

// A label across both sides.
Row band_row(const Marked& label, std::size_t columns, const HouseStyle& style);

// A band that names the rows below it, with the form in which it is said again on a later page.
Row naming_row(const Marked& label, std::uint8_t depth, std::size_t columns, const HouseStyle& style,
               Table& table);

std::vector<Paragraph> row_label(const Marked& text, const HouseStyle& style);
std::vector<Paragraph> row_label(std::string_view text, const HouseStyle& style);

Row pair_row(std::vector<Paragraph> label, const TextPair& pair, const HouseStyle& style);

// 修正理由, over both sides.
Row note_row(const Note& note, const HouseStyle& style);

// Where a side does not exist, its cells are one cell over all rows that says so. Bands lie across both
// sides, so each stretch of rows between them gets its own.
void join_missing(std::vector<Row>& rows, Side side, const std::string& word, const HouseStyle& style);

// The rows of a goal, below the band with its label.
std::vector<Row> goal_rows(const GoalPair& goal, const HouseStyle& style, Table& table);

std::vector<Row> passage_rows(const PassagePair& passage, const HouseStyle& style);

} // namespace taisho
