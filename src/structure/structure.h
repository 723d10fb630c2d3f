#pragma once
// The logical structure of a paper (ISO 32000-1 14.7 and 14.8): what its parts are and in which order they
// are read, whatever page they stand on. It is made from the document alone, so nothing that can be read
// aloud depends on how the page was set; an output ties the marks on its pages to it by Origin and offset.

#include "document/document.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

// The standard structure types in use (14.8.4).
enum class StructureType : std::uint8_t {
    document,
    heading, // H1 to H6, by StructureElement::level
    paragraph,
    note,
    list,
    list_item,
    label, // Lbl: the mark of an item
    list_body,
    table,
    caption,
    table_head,
    table_body,
    table_row,
    header_cell,
    data_cell,
    span,
    contents,
    contents_item,
    reference,
    link, // leads to StructureElement::target
};

enum class Scope : std::uint8_t { none, row, column };

// ListNumbering (14.8.5.5).
enum class ListNumbering : std::uint8_t {
    none,
    disc,
    circle,
    square,
    decimal,
    upper_roman,
    lower_roman,
    upper_alpha,
    lower_alpha
};

struct StructureElement {
    StructureType type = StructureType::document;
    std::uint8_t level = 0; // of a heading, 1 to 6
    Scope scope = Scope::none;
    ListNumbering numbering = ListNumbering::none;
    bool changed = false;         // of a span: differs between the two sides
    Stroke stroke = Stroke::none; // of a span: the line that says so
    bool has_id = false;          // others name it, or its type demands one
    std::uint16_t row_span = 1, column_span = 1;
    std::uint16_t header_count = 0;
    std::uint32_t first_header = 0; // of Structure::headers
    std::uint32_t parent = 0;       // the root names itself
    std::uint32_t spoken = 0; // of Structure::words: what is read aloud in its place; 0: what stands there
    std::uint32_t target = no_block; // of a link: the block it leads to
};

// Bytes [begin, end) of the paragraph at `at` are content of `element`. Of the elements below it, those
// before `next_element` are read before this stretch. An empty cell has an empty stretch: a reader that
// passes over cells without content would take the next cell for it.
struct Stretch {
    Origin at;
    std::uint32_t begin = 0, end = 0;
    std::uint32_t element = 0;
    std::uint32_t next_element = 0;
};

// The name of an element's type in a PDF file: Document, H2, TD.
std::string_view tag_of(const StructureElement& element);

// An entry of the bookmarks: a heading of the paper.
struct Bookmark {
    int depth = 1;
    std::uint32_t block = 0;
    std::string title; // one line
};

struct Structure {
    std::vector<StructureElement> elements; // the root first, each before those below it, in reading order
    std::vector<Stretch> stretches;         // ascending by place and offset
    std::vector<std::uint32_t> headers; // of cells that need more than scopes: header cells, outer ones first
    std::vector<std::string> words;     // words[0] is empty
    std::vector<Bookmark> bookmarks;    // in reading order

    std::span<const std::uint32_t> headers_of(const StructureElement& cell) const {
        return {headers.data() + cell.first_header, cell.header_count};
    }
};

// Headings are numbered without gaps, whatever levels the plan has; below H6 they stay H6. Tables name the
// headers of each cell where its row and column alone do not tell them. A changed text and a dash for "no
// value" are spans with words of their own.
Structure make_structure(const Document& document);

// The structure as text, a line per element with its content, for inspection and goldens.
std::string dump(const Structure& structure, const Document& document);

} // namespace taisho
