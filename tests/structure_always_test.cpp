// What must hold for the structure of every paper: nothing of the document is missing or said twice, tables
// are whole, headings leave no level out, and every change is spoken.

#include "base/utf8.h"
#include "document/compose.h"
#include "generated_papers.h"
#include "printed.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>
#include <utility>

namespace taisho::test {
namespace {

struct Tagged {
    Document document;
    Structure structure;
};

Tagged tagged(const Revisions& revisions, std::string_view style) {
    Tagged result{compose(revisions, style_named(style)), {}};
    result.structure = make_structure(result.document);
    return result;
}

using Places = std::map<Origin, const Paragraph*>;

// Every paragraph of the document that is shown, by its place.
Places places_of(const Document& document) {
    Places places;
    for (std::uint32_t block = 0; block < document.body.size(); ++block) {
        if (const auto* paragraph = std::get_if<Paragraph>(&document.body[block].content)) {
            places[{block, 0, 0, 0}] = paragraph;
            continue;
        }
        const std::vector<Row>& rows = std::get<Table>(document.body[block].content).rows;
        for (std::uint32_t row = 0; row < rows.size(); ++row) {
            for (const Cell& cell : rows[row].cells) {
                for (std::uint16_t i = 0; i < cell.paragraphs.size(); ++i)
                    places[{block, row, cell.column, i}] = &cell.paragraphs[i];
            }
        }
    }
    return places;
}

// ---- stretches ----

// Where the stretches of a paragraph leave a gap or overlap: the offset, or nothing.
std::string gap_in(const Paragraph& paragraph, const std::vector<Stretch>& stretches) {
    std::uint32_t end = 0;
    for (const Stretch& stretch : stretches) {
        if (stretch.begin != end || stretch.end < stretch.begin) return std::to_string(end);
        end = stretch.end;
    }
    return end == paragraph.text.size() ? "" : std::to_string(end);
}

void check_stretches(const Tagged& paper) {
    std::map<Origin, std::vector<Stretch>> by_place;
    for (const Stretch& stretch : paper.structure.stretches) by_place[stretch.at].push_back(stretch);
    for (const auto& [at, paragraph] : places_of(paper.document)) {
        CAPTURE(paragraph->text);
        REQUIRE(gap_in(*paragraph, by_place[at]) == "");
    }
}

// ---- elements ----

void check_parents(const Structure& structure) {
    for (std::uint32_t i = 1; i < structure.elements.size(); ++i) REQUIRE(structure.elements[i].parent < i);
    for (const Stretch& stretch : structure.stretches) {
        REQUIRE(stretch.element < structure.elements.size());
        REQUIRE(stretch.next_element > stretch.element);
        REQUIRE(stretch.next_element <= structure.elements.size());
    }
}

void check_headings(const Structure& structure) {
    int last = 0;
    for (const StructureElement& element : structure.elements) {
        if (element.type != StructureType::heading) continue;
        REQUIRE(element.level >= 1);
        REQUIRE(element.level <= std::min(last + 1, 6));
        last = element.level;
    }
}

// ---- changes ----

bool says(const Structure& structure, const StructureElement& span, std::string text) {
    const std::string white = " \n";
    text.erase(0, text.find_first_not_of(white));
    text.erase(text.find_last_not_of(white) + 1);
    text = one_line(text);
    return structure.words[span.spoken].find(text) != std::string::npos;
}

// Of a long text only the beginning is said in other words.
bool goes_on(const Structure& structure, const Stretch* before, const Stretch& stretch) {
    return before != nullptr && before->at == stretch.at && before->end == stretch.begin &&
           before->end - before->begin >= 3000 && structure.elements[before->element].spoken > 0;
}

// Every changed byte stands in a span that says so, and no other does. 「－」 is said as a word.
void check_changes(const Tagged& paper) {
    const Places places = places_of(paper.document);
    const Stretch* before = nullptr;
    for (const Stretch& stretch : paper.structure.stretches) {
        const Stretch* const above = std::exchange(before, &stretch);
        const auto found = places.find(stretch.at);
        if (found == places.end() || stretch.begin == stretch.end) continue;
        const Paragraph& paragraph = *found->second;
        const StructureElement& element = paper.structure.elements[stretch.element];
        for (const Run& run : paragraph.runs) {
            const bool meets = run.begin < stretch.end && stretch.begin < run.end;
            // The mark of an item that changes with its text leaves it to the text to say so.
            if (meets && element.type != StructureType::label) REQUIRE(run.is_changed() == element.changed);
        }
        if (!element.changed) continue;
        REQUIRE(element.type == StructureType::span);
        const std::string text = paragraph.text.substr(stretch.begin, stretch.end - stretch.begin);
        const bool spoken = says(paper.structure, element, text) ||
                            says(paper.structure, element, paper.document.spoken.no_value) ||
                            goes_on(paper.structure, above, stretch);
        REQUIRE(spoken);
    }
}

// ---- tables ----

std::vector<std::uint32_t> kids_of(const Structure& structure, std::uint32_t parent, StructureType type) {
    std::vector<std::uint32_t> kids;
    for (std::uint32_t i = parent + 1; i < structure.elements.size(); ++i) {
        if (structure.elements[i].parent == parent && structure.elements[i].type == type) kids.push_back(i);
    }
    return kids;
}

std::vector<std::uint32_t> rows_of(const Structure& structure, std::uint32_t table) {
    std::vector<std::uint32_t> rows;
    for (const StructureType group : {StructureType::table_head, StructureType::table_body}) {
        for (const std::uint32_t one : kids_of(structure, table, group)) {
            for (const std::uint32_t row : kids_of(structure, one, StructureType::table_row))
                rows.push_back(row);
        }
    }
    return rows;
}

bool is_cell(const StructureElement& element) {
    return element.type == StructureType::header_cell || element.type == StructureType::data_cell;
}

std::vector<std::uint32_t> cells_of(const Structure& structure, std::uint32_t row) {
    std::vector<std::uint32_t> cells;
    for (std::uint32_t i = row + 1; i < structure.elements.size(); ++i) {
        if (structure.elements[i].type == StructureType::table_row) break;
        if (structure.elements[i].parent == row && is_cell(structure.elements[i])) cells.push_back(i);
    }
    return cells;
}

struct PlacedCell {
    std::uint32_t element = 0;
    std::size_t row = 0, column = 0;
};

// The cells in their places. Each row must fill each column once, cells of rows above included.
std::vector<PlacedCell> placed_cells(const Structure& structure, std::uint32_t table) {
    std::vector<PlacedCell> placed;
    std::vector<std::size_t> free_from; // for each column, the first row in which it is free
    const std::vector<std::uint32_t> rows = rows_of(structure, table);
    REQUIRE_FALSE(rows.empty());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::size_t column = 0;
        for (const std::uint32_t cell : cells_of(structure, rows[row])) {
            const StructureElement& element = structure.elements[cell];
            while (column < free_from.size() && free_from[column] > row) ++column;
            placed.push_back({cell, row, column});
            REQUIRE(row + element.row_span <= rows.size());
            for (int i = 0; i < element.column_span; ++i, ++column) {
                if (row == 0) free_from.push_back(0);
                REQUIRE(column < free_from.size());
                REQUIRE(free_from[column] <= row);
                free_from[column] = row + element.row_span;
            }
        }
        for (const std::size_t until : free_from) REQUIRE(until > row);
    }
    return placed;
}

// Whether a header cell heads another cell by its scope: above it in one of its columns, or before it in one
// of its rows (ISO 32000-1 14.8.4.3.4).
bool heads(const Structure& structure, const PlacedCell& header, const PlacedCell& cell) {
    const StructureElement &one = structure.elements[header.element],
                           &other = structure.elements[cell.element];
    if (one.type != StructureType::header_cell) return false;
    const bool in_columns =
        header.column < cell.column + other.column_span && cell.column < header.column + one.column_span;
    const bool in_rows = header.row < cell.row + other.row_span && cell.row < header.row + one.row_span;
    return (one.scope == Scope::column && in_columns && header.row < cell.row) ||
           (one.scope == Scope::row && in_rows && header.column < cell.column);
}

// A cell names no header that stands somewhere else.
void check_reach(const Structure& structure, const std::vector<PlacedCell>& cells) {
    for (const PlacedCell& cell : cells) {
        const StructureElement& element = structure.elements[cell.element];
        if (element.type != StructureType::data_cell || element.header_count == 0) continue;
        for (const std::uint32_t name : structure.headers_of(element)) {
            const auto header = std::ranges::find(cells, name, &PlacedCell::element);
            REQUIRE(header != cells.end());
            REQUIRE(heads(structure, *header, cell));
        }
    }
}

// Whoever reads a cell hears what heads it: by names, or by a scope in its row or column.
void check_headers(const Structure& structure, std::uint32_t table) {
    std::set<std::uint32_t> headers, named;
    for (const std::uint32_t row : rows_of(structure, table)) {
        for (const std::uint32_t cell : cells_of(structure, row)) {
            const StructureElement& element = structure.elements[cell];
            if (element.type == StructureType::header_cell) headers.insert(cell);
            for (const std::uint32_t header : structure.headers_of(element)) named.insert(header);
        }
    }
    REQUIRE(std::ranges::includes(headers, named));
    for (const std::uint32_t header : headers) {
        const StructureElement& element = structure.elements[header];
        REQUIRE(element.scope != Scope::none);
        if (named.contains(header)) REQUIRE(element.has_id);
    }
}

void check_structure(const Tagged& paper) {
    check_stretches(paper);
    check_parents(paper.structure);
    check_headings(paper.structure);
    check_changes(paper);
    for (std::uint32_t i = 0; i < paper.structure.elements.size(); ++i) {
        if (paper.structure.elements[i].type != StructureType::table) continue;
        check_reach(paper.structure, placed_cells(paper.structure, i));
        check_headers(paper.structure, i);
    }
}

TEST_CASE("どの資料の構造も、全ての字を一度だけ読み、表と見出しと修正を正しく伝える") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Dice dice(seed + 920'000);
        Diagnostics diagnostics;
        const Revisions revisions = revise(read(generated_paper(5, dice)), diagnostics);
        for (const char* style : {"by-year", "stacked"}) {
            CAPTURE(seed);
            CAPTURE(style);
            check_structure(tagged(revisions, style));
        }
    }
}

TEST_CASE("どんな修正の構造も、そのとおり") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice(seed + 930'000);
        const Revisions revisions = random_revisions(dice);
        for (const char* style : {"by-year", "stacked"}) {
            CAPTURE(seed);
            CAPTURE(style);
            check_structure(tagged(revisions, style));
        }
    }
}

TEST_CASE("資料３と環境計画の構造も、そのとおり") {
    for (const auto& file : {real_paper, other_paper}) {
        Diagnostics diagnostics;
        const Revisions revisions = revise(read(read_bytes(file)), diagnostics);
        for (const char* style : {"by-year", "stacked"}) check_structure(tagged(revisions, style));
    }
}

} // namespace
} // namespace taisho::test
