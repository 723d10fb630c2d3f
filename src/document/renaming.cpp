#include "document/renaming.h"

#include "document/contents.h"
#include "document/contexts.h"
#include "document/headings.h"
#include "document/notes.h"
#include "document/paragraphs.h"
#include "document/shown.h"
#include "document/side_rows.h"

#include <algorithm>
#include <array>
#include <utility>

namespace taisho {
namespace {

constexpr std::size_t at_column = 0, field_column = 1, count_column = 2, column_count = 3;

Paragraph sentence(const Renaming& renaming, const HouseStyle& style) {
    std::size_t count = 0;
    for (const RenamedPlace& place : renaming.places) count += place.count;
    const std::string number = with_digits(std::to_string(count), style.numbering.digits);
    const std::array fillings{Filling{"{from}", renaming.from.utf8}, Filling{"{to}", renaming.to.utf8},
                              Filling{"{count}", number}};
    Paragraph paragraph =
        make_paragraph(ParagraphKind::heading, Role::item, fill(style.words.rename, fillings), style);
    paragraph.level = 2;
    paragraph.style.space_before = style.style(Role::level).space_before;
    paragraph.style.space_after = style.style(Role::note).space_before;
    paragraph.at = renaming.from.at;
    return paragraph;
}

Row header_row(const HouseStyle& style) {
    const auto cell = [&](std::size_t column, const std::string& word) {
        return make_cell(CellKind::column_header, column,
                         {make_paragraph(ParagraphKind::label, Role::column_header, word, style)});
    };
    Row row;
    row.cells = {cell(at_column, style.words.renamed_at), cell(field_column, style.words.renamed_field),
                 cell(count_column, style.words.renamed_count)};
    row.keep_with_next = true;
    return row;
}

bool same_path(const RenamedPlace& a, const RenamedPlace& b) {
    return std::ranges::equal(
        a.path, b.path, {}, [](const Heading& h) { return whole_heading(h).utf8; },
        [](const Heading& h) { return whole_heading(h).utf8; });
}

bool same_unit(const RenamedPlace& a, const RenamedPlace& b) {
    return same_path(a, b) && whole_heading(a.heading).utf8 == whole_heading(b.heading).utf8 &&
           a.heading.title.at.begin == b.heading.title.at.begin;
}

// 【４】基本目標４　（５）教育
Marked joined_path(const std::vector<Heading>& path) {
    Marked text;
    for (const Heading& heading : path)
        text = joined(text, text.text.empty() ? "" : "　", trimmed(plain(whole_heading(heading))));
    return text;
}

Cell place_cell(const RenamedPlace& place, std::size_t rows, const HouseStyle& style) {
    const Text heading = whole_heading(place.heading);
    const Marked name = heading.empty() ? Marked{{style.words.plan, {}}, {}} : plain(heading);
    Cell cell = value_cell(at_column, name, style);
    cell.paragraphs.front().hang = static_cast<std::uint32_t>(place.heading.number.utf8.size());
    cell.kind = CellKind::row_header; // it names the rows beside it, though it looks like them
    cell.row_span = static_cast<std::uint16_t>(rows);
    if (rows > 1) cell.vertical = VerticalAlign::middle;
    return cell;
}

Row place_row(const RenamedPlace& place, const HouseStyle& style) {
    const std::string field = place.field ? name_of(*place.field, style) : style.words.heading;
    const std::string number = with_digits(std::to_string(place.count), style.numbering.digits);
    Cell count = value_cell(count_column, Marked{{number, {}}, {}}, style);
    count.paragraphs.front().style.align = Align::center;
    Row row;
    row.cells = {value_cell(field_column, Marked{{field, {}}, {}}, style), std::move(count)};
    return row;
}

// The rows of one unit: its heading once beside its fields.
void append_unit(std::span<const RenamedPlace> places, const HouseStyle& style, Table& table) {
    constexpr std::size_t most_kept = 8; // rows that stay on one page for the heading's sake
    for (const RenamedPlace& place : places) {
        Row row = place_row(place, style);
        const bool first = &place == &places.front(), last = &place == &places.back();
        if (first) row.cells.insert(row.cells.begin(), place_cell(place, places.size(), style));
        row.keep_with_next = !last && places.size() <= most_kept;
        table.rows.push_back(std::move(row));
    }
}

Table table_of(const std::vector<RenamedPlace>& places, const HouseStyle& style) {
    Table table;
    table.tracks = {Track::fit, Track::label, Track::label};
    table.header_rows = 1;
    table.rows = {header_row(style)};
    for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
        const bool new_path = begin == 0 || !same_path(places[begin - 1], places[begin]);
        const Marked path = joined_path(places[begin].path);
        if (new_path && !path.text.empty())
            table.rows.push_back(naming_row(path, 1, column_count, style, table));
        while (end < places.size() && same_unit(places[begin], places[end])) ++end;
        append_unit(std::span(places).subspan(begin, end - begin), style, table);
        const bool ends_path = new_path && path.text.empty() && begin > 0;
        if (ends_path) table.rows[table.rows.size() - (end - begin)].depth = 1;
    }
    return table;
}

} // namespace

void append_renaming(const Renaming& renaming, Draft& draft) {
    Paragraph heading = sentence(renaming, draft.style);
    number_heading(heading, draft);
    put_heading(heading, {}, draft);
    const Text again{cut_to(heading.text, halves_of_line(heading.style, {}, draft.style)), heading.at};
    heading = make_paragraph(heading.kind, Role::item, plain(again), draft.style);
    heading.level = 2;
    open_context(std::move(heading), draft);
    if (!renaming.places.empty()) {
        keep_last(draft);
        Table table = table_of(renaming.places, draft.style);
        table.group = ++draft.table_groups;
        put(std::move(table), draft);
    }
    append_notes(notes_of(renaming.annotations, draft.style), draft);
}

} // namespace taisho
