#pragma once
// Small constructors that all of the document shares.

#include "document/document.h"
#include "revise/revisions.h"
#include "style/house_style.h"

#include <string>
#include <string_view>

namespace taisho {

Marked plain(const Text& text);
Marked plain(const Marked& marked); // without its marks
Marked joined(const Marked& first, std::string_view between, const Marked& second);

// A number or a title without the blanks behind it.
Marked trimmed(const Marked& marked);

// The title of the paper in the form of the style: {}　修正箇所一覧.
Text shown_title(const Text& title, const HouseStyle& style);

// As it is printed: number and title in one text.
Text whole_heading(const Heading& heading);

Paragraph make_paragraph(ParagraphKind kind, Role role, const Marked& text, const HouseStyle& style);
Paragraph make_paragraph(ParagraphKind kind, Role role, std::string_view text, const HouseStyle& style);

// A label in the face of labels and a text behind it in one paragraph, later lines below the text.
Paragraph labelled_paragraph(ParagraphKind kind, Role role, const Marked& label, const Marked& text,
                             const HouseStyle& style);

// Before the text and in its face; later lines begin below what stood there already.
void put_before(std::string_view words, Paragraph& paragraph);

// Lighter than what stands before: in the face of the text, not of headings.
void append_lightly(const std::string& words, const HouseStyle& style, Paragraph& paragraph);

// What is marked in a paragraph is so as of the side after, unless something else is said of it.
constexpr ChangeMark mark_of(Side side) {
    return side == Side::before ? ChangeMark::before : ChangeMark::after;
}

// Says what the marks of a text are, but for what moves.
void set_mark(ChangeMark mark, Paragraph& paragraph);
void set_mark(ChangeMark mark, Table& table);

// Says that what is marked is a new place or number, whatever the side.
void set_moved(Paragraph& paragraph);
void set_moved(Row& row);

Cell make_cell(CellKind kind, std::size_t column, std::vector<Paragraph> paragraphs);

// The name of a row. A longer one reads better from the left, as all longer texts.
Cell row_header_cell(std::size_t column, std::vector<Paragraph> paragraphs);

// A cell with a value; empty when the side does not exist. A dash alone is centred. Hard breaks stay or go as
// the style says (our R13).
Cell value_cell(std::size_t column, const TextPair& pair, Side side, const HouseStyle& style);
Cell value_cell(std::size_t column, const Marked& written, const HouseStyle& style);

// The label of a column with its note below.
std::vector<Paragraph> column_label(const Marked* label, const Marked* note, Role role,
                                    const HouseStyle& style);

} // namespace taisho
