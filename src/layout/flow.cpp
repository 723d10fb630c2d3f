#include "layout/flow.h"

#include "layout/columns.h"
#include "layout/decimals.h"
#include "layout/spans.h"

#include <algorithm>

namespace taisho {

Length pitch_of(const ParagraphStyle& style, const Medium& medium) {
    return medium.pitch == 0 ? style.pitch : from_em(medium.pitch, style.size);
}

Medium paper_medium(const PageSetup& setup) {
    Medium medium;
    medium.width = setup.width - setup.left - setup.right;
    medium.height = setup.height - setup.top - setup.bottom;
    medium.padding_x = setup.cell_padding_x, medium.padding_y = setup.cell_padding_y;
    medium.slice_above = medium.height / 2;
    return medium;
}

namespace {

// ---- rows ----

SetCell set_cell(const Cell& cell, const std::vector<Length>& edges, const Medium& medium,
                 Typesetter& typesetter) {
    SetCell result{&cell, {}, {}, 0, {}};
    const Length outer = edges[cell.column + cell.column_span] - edges[cell.column];
    const Length inner = scale(outer - medium.padding_x * 2, medium.usable, 1000);
    for (const Paragraph& paragraph : cell.paragraphs) {
        result.paragraphs.push_back(typesetter.set(paragraph, inner, medium.manner));
        const auto lines = static_cast<std::int32_t>(result.paragraphs.back().lines.size());
        result.content_height += pitch_of(paragraph.style, medium) * lines;
        result.lines += static_cast<std::uint32_t>(lines);
    }
    return result;
}

// Where the first baseline of a cell stands below its padding.
Length first_baseline(const SetCell& cell, const Medium& medium) {
    ParagraphStyle style = cell.paragraphs.front().paragraph->style;
    style.pitch = pitch_of(style, medium);
    return baseline_in_line(style);
}

bool begins_at_top(const SetCell& cell) {
    return cell.cell->vertical == VerticalAlign::top && !cell.paragraphs.empty();
}

// The first lines of the cells that begin at the top of a row have one baseline, whatever their sizes are
// (R41 of our rules).
void share_baseline(SetRow& row, const Medium& medium) {
    Length lowest{};
    for (const SetCell& cell : row.cells)
        if (begins_at_top(cell)) lowest = std::max(lowest, first_baseline(cell, medium));
    for (SetCell& cell : row.cells)
        if (begins_at_top(cell)) cell.drop = lowest - first_baseline(cell, medium);
}

SetRow set_row(const Row& row, const std::vector<Length>& edges, const Medium& medium,
               Typesetter& typesetter) {
    SetRow set;
    for (const Cell& cell : row.cells) set.cells.push_back(set_cell(cell, edges, medium, typesetter));
    share_baseline(set, medium);
    for (const SetCell& placed : set.cells) {
        if (placed.cell->row_span > 1) continue;
        set.height = std::max(set.height, placed.drop + placed.content_height + medium.padding_y * 2);
        set.lines = std::max(set.lines, placed.lines);
    }
    if (set.height <= medium.slice_above) return set;
    for (SetCell& cell : set.cells) cell.drop = {}; // a row that is cut goes on in steps from its upper edge
    return set;
}

// The first paragraph that stands in a column narrower than one of its characters, or null.
const Paragraph* find_without_room(const Table& table, const std::vector<Length>& edges,
                                   const Medium& medium) {
    for (const Row& row : table.rows) {
        for (const Cell& cell : row.cells) {
            const Length inner =
                edges[cell.column + cell.column_span] - edges[cell.column] - medium.padding_x * 2;
            for (const Paragraph& paragraph : cell.paragraphs) {
                if (inner < paragraph.style.size) return &paragraph;
            }
        }
    }
    return nullptr;
}

SetTable set_table(const Table& table, const NaturalWidths& widths, const Medium& medium,
                   Typesetter& typesetter) {
    SetTable result;
    result.table = &table;
    result.edges = column_edges(table, widths);
    result.padding_y = medium.padding_y;
    if (const Paragraph* paragraph = find_without_room(table, result.edges, medium)) {
        typesetter.report_no_room(*paragraph, table.tracks.size());
    }
    for (const Row& row : table.rows) result.rows.push_back(set_row(row, result.edges, medium, typesetter));
    for (const Row& row : table.continued)
        result.continued.push_back(set_row(row, result.edges, medium, typesetter));
    align_decimals(result, typesetter);
    settle_spans(result, medium);
    result.header_rows = table.header_rows;
    for (std::size_t i = 0; i < table.header_rows && i < result.rows.size(); ++i)
        result.header_height += result.rows[i].height;
    const bool too_high = result.header_height > medium.height / 2; // nothing would fit below it
    if (too_high) result.header_rows = 0, result.header_height = {};
    return result;
}

// ---- bands ----

// How many lines each band of `count` lines holds: never one line alone at either end.
std::vector<std::uint32_t> slices(std::uint32_t count) {
    if (count < 4) return {count};
    std::vector<std::uint32_t> result(count - 2, 1);
    result.front() = result.back() = 2;
    return result;
}

void append_paragraph_bands(const SetParagraph& set, const Band& model, const Medium& medium,
                            std::vector<Band>& bands) {
    std::uint32_t line = 0;
    Band band = model;
    const auto count = static_cast<std::uint32_t>(set.lines.size());
    const Length height = pitch_of(set.paragraph->style, medium) * static_cast<std::int32_t>(count);
    const bool whole = height <= medium.whole_paragraph;
    const std::vector<std::uint32_t> parts = whole ? std::vector{count} : slices(count);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        band.first = line, band.last = line += parts[i];
        band.height = pitch_of(set.paragraph->style, medium) * static_cast<std::int32_t>(parts[i]);
        band.keep_with_next = i + 1 == parts.size() && set.paragraph->keep_with_next;
        bands.push_back(band);
        band.space_before = {};
    }
}

// The pitch by which a row that is cut goes on: that of its first text. Cells of a table share one style.
Length pitch_of(const SetRow& row, const Medium& medium) {
    for (const SetCell& cell : row.cells) {
        if (!cell.paragraphs.empty()) return pitch_of(cell.paragraphs.front().paragraph->style, medium);
    }
    return {};
}

void append_row_bands(const SetRow& row, bool keep, const Band& model, const Medium& medium,
                      std::vector<Band>& bands) {
    Band band = model;
    const bool whole = row.height <= medium.slice_above || row.lines < 4;
    if (whole) {
        band.first = 0, band.last = row.lines, band.height = row.height, band.keep_with_next = keep;
        bands.push_back(band);
        return;
    }
    std::uint32_t line = 0;
    const Length pitch = pitch_of(row, medium);
    for (const std::uint32_t count : slices(row.lines)) {
        band.first = line, band.last = line += count;
        band.height = pitch * static_cast<std::int32_t>(count);
        const bool begins = band.first == 0, ends = band.last == row.lines;
        (begins ? band.height : band.repeated) += medium.padding_y;
        (ends ? band.height : band.closing) += medium.padding_y;
        bands.push_back(band);
        band.repeated = model.repeated, band.closing = {};
        band.space_before = {};
    }
}

// What stands above each row at the head of a page: the header and names_above, in one walk down the table.
// The names that hold at a row are a stack with growing depth.
std::vector<Length> repeated_heights(const SetTable& set) {
    std::vector<Length> heights(set.rows.size());
    const std::vector<Row>& rows = set.table->rows;
    std::vector<std::uint32_t> open; // rows
    for (std::uint32_t i = set.header_rows; i < set.rows.size(); ++i) {
        const std::uint8_t depth = rows[i].depth;
        while (depth > 0 && !open.empty() && rows[open.back()].depth >= depth) open.pop_back();
        heights[i] = set.header_height;
        for (const std::uint32_t name : open) {
            const auto form = rows[name].continued;
            if (form >= 0) heights[i] += set.continued[static_cast<std::size_t>(form)].height;
        }
        if (depth > 0) open.push_back(i);
    }
    return heights;
}

void append_table_bands(const SetTable& set, const Band& model, const Medium& medium,
                        std::vector<Band>& bands) {
    const std::vector<bool> held = held_by_spans(set, medium);
    const std::vector<Length> repeated = repeated_heights(set);
    for (std::size_t i = 0; i < set.rows.size(); ++i) {
        Band band = model;
        band.row = static_cast<std::uint32_t>(i);
        if (i > 0) band.space_before = {};
        const bool below_header = i >= set.header_rows;
        if (below_header) band.repeated = repeated[i];
        const bool keep = set.table->rows[i].keep_with_next || held[i];
        append_row_bands(set.rows[i], keep, band, medium, bands);
    }
}

std::vector<Band> make_bands(const Document& document, const std::vector<SetBlock>& blocks,
                             const Medium& medium) {
    std::vector<Band> bands;
    Length space_after{};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Band model;
        model.block = static_cast<std::uint32_t>(i), model.unit = document.body[i].unit;
        if (const auto* paragraph = std::get_if<SetParagraph>(&blocks[i])) {
            model.space_before = std::max(space_after, paragraph->paragraph->style.space_before);
            append_paragraph_bands(*paragraph, model, medium, bands);
            space_after = paragraph->paragraph->style.space_after;
        } else {
            const auto& table = std::get<SetTable>(blocks[i]);
            model.space_before = std::max(space_after, table.table->space_before);
            append_table_bands(table, model, medium, bands);
            space_after = {};
        }
    }
    return bands;
}

} // namespace

const SetRow& row_of(const SetTable& set, std::uint32_t index) {
    return index < set.rows.size() ? set.rows[index] : set.continued[index - set.rows.size()];
}

std::vector<std::uint32_t> names_above(const SetTable& set, std::uint32_t row) {
    const std::vector<Row>& rows = set.table->rows;
    std::vector<std::uint32_t> names;
    std::uint8_t depth = rows[row].depth == 0 ? 0xff : rows[row].depth; // only what is further out
    for (std::uint32_t i = row; i-- > set.header_rows && depth > 1;) {
        if (rows[i].depth == 0 || rows[i].depth >= depth) continue;
        depth = rows[i].depth;
        if (rows[i].continued < 0) continue;
        const auto form = static_cast<std::size_t>(rows[i].continued);
        names.insert(names.begin(), static_cast<std::uint32_t>(set.rows.size() + form));
    }
    return names;
}

Flow set_document(const Document& document, const Medium& medium, Typesetter& typesetter) {
    NaturalWidths widths;
    for (const Block& block : document.body) {
        if (const auto* table = std::get_if<Table>(&block.content)) note_widths(*table, typesetter, widths);
    }
    settle_widths(medium, widths);
    Flow flow{medium, {}, {}, {}};
    for (const Block& block : document.body) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            const Length width = scale(medium.width - medium.inset * 2, medium.usable, 1000);
            flow.blocks.emplace_back(typesetter.set(*paragraph, width, medium.manner));
        } else {
            flow.blocks.emplace_back(set_table(std::get<Table>(block.content), widths, medium, typesetter));
        }
    }
    flow.bands = make_bands(document, flow.blocks, medium);
    flow.pages = paginate(flow.bands, medium.height);
    return flow;
}

} // namespace taisho
