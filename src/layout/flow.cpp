#include "layout/flow.h"

#include "layout/bands.h"
#include "layout/columns.h"
#include "layout/decimals.h"
#include "layout/spans.h"

#include <algorithm>

namespace taisho {

Length pitch_of(const ParagraphStyle& style, const Medium& medium) {
    return medium.pitch == 0 ? style.pitch : from_em(medium.pitch, style.size);
}

Length pitch_of(const SetRow& row, const Medium& medium) {
    Length pitch{};
    for (const SetCell& cell : row.cells) {
        for (const SetParagraph& set : cell.paragraphs)
            pitch = std::max(pitch, pitch_of(set.paragraph->style, medium));
    }
    return pitch;
}

Medium paper_medium(const PageSetup& setup) {
    Medium medium;
    medium.width = setup.width - setup.left - setup.right;
    medium.height = setup.height - setup.top - setup.bottom;
    medium.padding_x = setup.cell_padding_x, medium.padding_y = setup.cell_padding_y;
    medium.slice_above = medium.height / 2;
    medium.for_page_number = 5000;
    return medium;
}

namespace {

// ---- rows ----

SetCell set_cell(const Cell& cell, const std::vector<Length>& edges, const Medium& medium,
                 Typesetter& typesetter) {
    SetCell result{&cell, {}, {}, 0, {}};
    const Length outer = edges[cell.column + cell.column_span] - edges[cell.column];
    const Length inner = scale(outer - medium.padding_x * 2, medium.usable, 1000);
    const Manner manner = medium.manner == Manner::plain ? Manner::plain : Manner::cell;
    for (const Paragraph& paragraph : cell.paragraphs) {
        result.paragraphs.push_back(typesetter.set(paragraph, inner, manner));
        const std::size_t lines = result.paragraphs.back().lines.size();
        const Length height =
            stacked(pitch_of(paragraph.style, medium), std::ssize(result.paragraphs.back().lines));
        result.content_height = std::min(result.content_height + height, tallest);
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
        result.header_height = std::min(result.header_height + result.rows[i].height, tallest);
    const bool too_high = result.header_height > medium.height / 2; // nothing would fit below it
    if (too_high) result.header_rows = 0, result.header_height = {};
    return result;
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

namespace {

Length width_for(const Paragraph& paragraph, const Medium& medium) {
    const Length width = scale(medium.width - medium.inset * 2, medium.usable, 1000);
    if (paragraph.kind != ParagraphKind::contents) return width;
    return width - std::min(from_em(medium.for_page_number, paragraph.style.size), width / 2);
}

} // namespace

Flow set_document(const Document& document, const Medium& medium, Typesetter& typesetter) {
    NaturalWidths widths;
    for (const Block& block : document.body) {
        if (const auto* table = std::get_if<Table>(&block.content))
            note_widths(*table, medium.manner, typesetter, widths);
    }
    settle_widths(medium, widths);
    Flow flow{medium, {}, {}, {}, {}};
    for (const Block& block : document.body) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            flow.blocks.emplace_back(
                typesetter.set(*paragraph, width_for(*paragraph, medium), medium.manner));
        } else {
            flow.blocks.emplace_back(set_table(std::get<Table>(block.content), widths, medium, typesetter));
        }
    }
    for (const Context& context : document.contexts) {
        const Length width = width_for(context.paragraph, medium);
        flow.contexts.push_back({typesetter.set(context.paragraph, width, medium.manner), context.outer});
    }
    flow.bands = make_bands(document, flow);
    flow.pages = paginate(flow.bands, {medium.height, document.typesetting.whole_item});
    return flow;
}

} // namespace taisho
