#include "layout/sheet_cells.h"

#include "base/utf8.h"
#include "text/characters.h"

#include <algorithm>
#include <utility>

namespace taisho {
namespace {

void append_run(std::vector<SheetRun>& runs, SheetRun run) {
    const bool same = !runs.empty() && runs.back().family == run.family && runs.back().mark == run.mark;
    if (same) {
        runs.back().text += run.text;
    } else {
        runs.push_back(std::move(run));
    }
}

// Excel has no tab stops and shows nothing for a tab. Blanks that stand for words are those that people type.
std::string with_usual_blanks(std::string text) {
    constexpr std::string_view unusual[] = {"\t", "\u2003", "\u2002"}, usual[] = {"　", "　", " "};
    for (std::size_t i = 0; i < std::size(unusual); ++i) {
        for (std::size_t at = text.find(unusual[i]); at != std::string::npos;
             at = text.find(unusual[i], at + usual[i].size()))
            text.replace(at, unusual[i].size(), usual[i]);
    }
    return text;
}

// Bytes [begin, end) of a paragraph.
void append_runs(const Paragraph& paragraph, std::uint32_t begin, std::uint32_t end,
                 std::vector<SheetRun>& runs) {
    for (const Run& run : paragraph.runs) {
        const std::uint32_t from = std::max(run.begin, begin), to = std::min(run.end, end);
        if (from >= to) continue;
        append_run(runs, {with_usual_blanks(paragraph.text.substr(from, to - from)), run.family, run.mark});
    }
}

// Lines [first, last) of a cell, counted over its paragraphs; each paragraph begins a line of its own.
void append_lines(const SetCell& cell, std::uint32_t first, std::uint32_t last, std::vector<SheetRun>& runs) {
    std::uint32_t before = 0;
    for (const SetParagraph& set : cell.paragraphs) {
        const auto count = static_cast<std::uint32_t>(set.lines.size());
        const std::uint32_t from = std::clamp(first, before, before + count) - before;
        const std::uint32_t to = std::clamp(last, before, before + count) - before;
        before += count;
        if (from == to) continue;
        if (!runs.empty()) append_run(runs, {"\n", runs.back().family, ChangeMark::none});
        append_runs(*set.paragraph, set.lines[from].begin, set.lines[to - 1].end, runs);
    }
}

void take_style(const ParagraphStyle& style, SheetCell& cell) {
    cell.size = style.size;
    cell.align = style.align;
    cell.indent = static_cast<std::uint8_t>((style.indent.mpt + indent_step.mpt / 2) / indent_step.mpt);
}

// 修　正　前: Excel would spread a text over a whole column only, so wide blanks stand for the white between
// the characters of a label, as people set it there by hand.
void spread_with_blanks(const SetCell& set, SheetCell& cell) {
    cell.align = Align::center;
    if (set.lines != 1 || cell.runs.size() != 1) return;
    const SetParagraph& paragraph = set.paragraphs.front();
    std::vector<std::string> characters;
    const std::string& text = cell.runs.front().text;
    for (std::size_t i = 0; i < text.size(); i += decode(text, i).length) {
        const char32_t c = decode(text, i).character;
        if (!is_han(c) && !is_hiragana(c) && !is_katakana(c)) return; // a number stays one
        characters.push_back(text.substr(i, decode(text, i).length));
    }
    const auto gaps = static_cast<std::int32_t>(characters.size()) - 1;
    const ParagraphStyle& style = paragraph.paragraph->style;
    const Length free = style.spread - from_em(paragraph.lines.front().width, style.size);
    if (gaps < 1 || free < Length{}) return;
    std::string blanks;
    for (std::int32_t i = (free.mpt + style.size.mpt * gaps / 2) / (style.size.mpt * gaps); i > 0; --i)
        blanks += "　";
    std::string spread = characters.front();
    for (std::size_t i = 1; i < characters.size(); ++i) spread += blanks + characters[i];
    cell.runs.front().text = std::move(spread);
}

// Excel knows no padding. A text stands off its left rule by an indent, and off the upper one by being
// centred. Only where texts of very different lengths stand side by side do all of them begin at the top, so
// that they can be read against each other.
VerticalAlign vertical_of(const SetCell& set, const SetRow& row) {
    if (set.cell->row_span > 1) return set.cell->vertical;
    if (set.cell->kind != CellKind::data) return VerticalAlign::middle;
    std::uint32_t shortest = set.lines, longest = set.lines;
    for (const SetCell& other : row.cells) {
        if (other.cell->kind != CellKind::data || other.cell->row_span > 1) continue;
        shortest = std::min(shortest, other.lines), longest = std::max(longest, other.lines);
    }
    const bool very_tall = row.height > highest_row; // may go on over a page
    return longest - shortest > 2 || very_tall ? set.cell->vertical : VerticalAlign::middle;
}

} // namespace

SheetCell paragraph_cell(const SetParagraph& set, std::uint32_t first, std::uint32_t last) {
    SheetCell cell;
    append_runs(*set.paragraph, set.lines[first].begin, set.lines[last - 1].end, cell.runs);
    take_style(set.paragraph->style, cell);
    cell.vertical = VerticalAlign::middle;
    return cell;
}

SheetCell table_cell(const ShownTable& shown, const ShownCell& part, const PageSetup& setup) {
    const SetCell& set = *part.cell;
    const ShownRow& row = shown.rows[part.first];
    const bool all = shows_all(shown, part);
    SheetCell cell;
    append_lines(set, all ? 0 : row.first, all ? set.lines : row.last, cell.runs);
    if (!set.paragraphs.empty()) take_style(set.paragraphs.front().paragraph->style, cell);
    if (cell.align == Align::distribute) spread_with_blanks(set, cell);
    const bool at_rule =
        cell.align == Align::start || cell.align == Align::end || cell.align == Align::decimal;
    if (at_rule && !cell.runs.empty()) ++cell.indent;
    cell.vertical = vertical_of(set, row_of(*shown.set, row.row));
    cell.border = true, cell.in_frame = set.cell->framed;
    if (set.cell->fill == Fill::header) cell.fill = setup.header_fill;
    if (set.cell->fill == Fill::band) cell.fill = setup.band_fill;
    return cell;
}

namespace {

// One cell of an area, with those of its rules that are the area's.
SheetCell part_of(const SheetCell& area, std::uint32_t row, std::uint32_t column) {
    SheetCell part = area;
    part.first_row = part.last_row = row;
    part.first_column = part.last_column = static_cast<std::uint16_t>(column);
    part.open.above = area.open.above || row > area.first_row;
    part.open.below = area.open.below || row < area.last_row;
    part.open.left = area.open.left || column > area.first_column;
    part.open.right = area.open.right || column < area.last_column;
    return part;
}

void append_parts(const SheetCell& area, std::vector<SheetCell>& parts) {
    for (std::uint32_t row = area.first_row; row <= area.last_row; ++row) {
        for (std::uint32_t column = area.first_column; column <= area.last_column; ++column)
            parts.push_back(part_of(area, row, column));
    }
}

} // namespace

std::vector<SheetCell> without_empty_areas(std::vector<SheetCell> cells) {
    std::vector<SheetCell> parts;
    parts.reserve(cells.size());
    for (SheetCell& cell : cells) {
        if (cell.runs.empty())
            append_parts(cell, parts);
        else
            parts.push_back(std::move(cell));
    }
    const auto place = [](const SheetCell& cell) { return std::pair(cell.first_row, cell.first_column); };
    if (!std::ranges::is_sorted(parts, {}, place)) std::ranges::sort(parts, {}, place);
    return parts;
}

void frame_cells(std::vector<SheetCell>& cells, std::size_t rows, std::size_t columns) {
    const auto is_framed = [](const SheetCell& cell) { return cell.in_frame; };
    if (std::ranges::none_of(cells, is_framed)) return;
    std::vector<bool> framed((rows + 2) * (columns + 2), false); // with a margin of one field around
    const auto field = [&](std::size_t row, std::size_t column) { return row * (columns + 2) + column; };
    for (const SheetCell& cell : cells) {
        for (std::size_t r = cell.first_row; cell.in_frame && r <= cell.last_row; ++r)
            for (std::size_t c = cell.first_column; c <= cell.last_column; ++c)
                framed[field(r + 1, c + 1)] = true;
    }
    for (SheetCell& cell : cells) { // both neighbours of a side draw it, so that they agree
        if (!cell.border) continue;
        const std::size_t top = cell.first_row + std::size_t{1}, bottom = cell.last_row + std::size_t{1};
        const std::size_t left = cell.first_column + std::size_t{1},
                          right = cell.last_column + std::size_t{1};
        cell.framed = {
            framed[field(top - 1, left)] != cell.in_frame, framed[field(bottom + 1, left)] != cell.in_frame,
            framed[field(top, left - 1)] != cell.in_frame, framed[field(top, right + 1)] != cell.in_frame};
    }
}

} // namespace taisho
