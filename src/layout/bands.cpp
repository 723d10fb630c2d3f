#include "layout/bands.h"

#include "layout/shown_table.h"
#include "layout/spans.h"

#include <algorithm>

namespace taisho {
namespace {

// How many lines each band of `count` lines holds: never one line alone at either end.
std::vector<std::uint32_t> slices(std::uint32_t count) {
    if (count < 4) return {count};
    std::vector<std::uint32_t> result(count - 2, 1);
    result.front() = result.back() = 2;
    return result;
}

// ---- what is said again ----

// The height of each context with those above it.
std::vector<Length> context_heights(const Flow& flow) {
    std::vector<Length> heights;
    for (const SetContext& context : flow.contexts) {
        const Length above = context.outer >= 0 ? heights[static_cast<std::size_t>(context.outer)] : Length{};
        heights.push_back(above + height_of(context.set, flow.medium));
    }
    return heights;
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

struct Bands {
    const Flow& flow;
    std::vector<Length> context_heights;
    std::vector<Band> all;

    const Medium& medium() const { return flow.medium; }
};

// What is said again leaves at least half of the page to what is new; if it would not, the headings are left
// out.
void add_context(Band& band, Bands& bands) {
    if (band.context < 0) return;
    const Length repeated = band.repeated + bands.context_heights[static_cast<std::size_t>(band.context)];
    if (repeated > bands.medium().height / 2) {
        band.context = -1;
    } else {
        band.repeated = repeated;
    }
}

void append(Band band, Bands& bands) {
    add_context(band, bands);
    bands.all.push_back(band);
}

// ---- paragraphs ----

Keep keep_of(const Paragraph& paragraph) {
    if (!paragraph.keep_with_next) return Keep::free;
    switch (paragraph.kind) {
    case ParagraphKind::title:
    case ParagraphKind::heading:
    case ParagraphKind::label: return Keep::heading;
    case ParagraphKind::body:
    case ParagraphKind::footnote:
    case ParagraphKind::contents: return Keep::lines;
    case ParagraphKind::note:
    case ParagraphKind::mark: return Keep::rows;
    }
    return Keep::rows;
}

void append_paragraph(const SetParagraph& set, const Band& model, Bands& bands) {
    const Medium& medium = bands.medium();
    const Length pitch = pitch_of(set.paragraph->style, medium);
    const auto count = static_cast<std::uint32_t>(set.lines.size());
    const bool whole = stacked(pitch, count) <= medium.whole_paragraph;
    const Keep keep = keep_of(*set.paragraph);
    std::uint32_t line = 0;
    Band band = model;
    for (const std::uint32_t lines : whole ? std::vector{count} : slices(count)) {
        band.first = line, band.last = line += lines;
        band.height = pitch * static_cast<std::int32_t>(lines);
        const bool cuts_heading = line < count && keep == Keep::heading;
        band.keep = line == count || cuts_heading ? keep : Keep::free;
        append(band, bands);
        band.space_before = {};
    }
}

// ---- rows ----

// The lines of the longest label that stands beside each part of the row, unless it is as long as a text.
std::uint32_t label_lines(const SetRow& row) {
    std::uint32_t lines = 0;
    for (const SetCell& cell : row.cells) {
        if (is_label(cell) && cell.lines <= row.lines / 4) lines = std::max(lines, cell.lines);
    }
    return lines;
}

void mark_lonely(const SetCell& cell, std::vector<bool>& lonely) {
    std::size_t begin = 0;
    for (const SetParagraph& paragraph : cell.paragraphs) {
        const std::size_t end = begin + paragraph.lines.size();
        if (begin + 1 < end) lonely[begin + 1] = lonely[end - 1] = true;
        begin = end;
    }
}

// Before which of its lines a row would be cut so that a line stands alone on a page, or a label finds no
// room beside its part.
std::vector<bool> lonely_cuts(const SetRow& row) {
    std::vector<bool> lonely(row.lines);
    for (const SetCell& cell : row.cells) {
        if (cell.cell->row_span == 1 && !is_label(cell)) mark_lonely(cell, lonely);
    }
    const std::uint32_t label = label_lines(row);
    for (std::uint32_t line = 1; line < label; ++line) lonely[line] = lonely[row.lines - line] = true;
    return lonely;
}

bool is_whole(const SetRow& row, const Medium& medium) {
    return row.height <= medium.slice_above || row.lines < 4;
}

void append_cut_row(const SetRow& row, Keep keep, const Band& model, Bands& bands) {
    const Length pitch = pitch_of(row, bands.medium()), padding = bands.medium().padding_y;
    const std::vector<bool> lonely = lonely_cuts(row);
    std::uint32_t line = 0;
    Band band = model;
    for (const std::uint32_t count : slices(row.lines)) {
        band.first = line, band.last = line += count;
        band.height = pitch * static_cast<std::int32_t>(count);
        const bool begins = band.first == 0, ends = band.last == row.lines;
        (begins ? band.height : band.repeated) += padding;
        (ends ? band.height : band.closing) += padding;
        band.keep = ends ? keep : lonely[line] ? Keep::lines : Keep::free;
        append(band, bands);
        band.repeated = model.repeated, band.closing = {};
        band.space_before = {};
    }
}

void append_row(const SetRow& row, Keep keep, Band band, Bands& bands) {
    if (!is_whole(row, bands.medium())) {
        append_cut_row(row, keep, band, bands);
        return;
    }
    band.last = row.lines, band.height = row.height, band.keep = keep;
    append(band, bands);
}

bool is_naming(const Row& row) {
    const auto is_band = [](const Cell& cell) { return cell.kind == CellKind::band; };
    return row.keep_with_next && std::ranges::all_of(row.cells, is_band);
}

Keep keep_of(const SetTable& set, std::size_t row, bool held) {
    const Row& one = set.table->rows[row];
    const bool heads = row < set.table->header_rows || is_naming(one);
    if (heads && row + 1 < set.rows.size()) return Keep::heading;
    const std::size_t after_next = row + 2; // the next stands alone below all that is said again
    const bool leaves_one = after_next == set.rows.size() ||
                            (after_next < set.rows.size() && is_naming(set.table->rows[after_next]));
    return one.keep_with_next || held || leaves_one ? Keep::rows : Keep::free;
}

void append_table(const SetTable& set, const Band& model, Bands& bands) {
    const std::vector<bool> held = held_by_spans(set, bands.medium());
    const std::vector<Length> repeated = repeated_heights(set);
    for (std::size_t i = 0; i < set.rows.size(); ++i) {
        Band band = model;
        band.row = static_cast<std::uint32_t>(i);
        if (i > 0) band.space_before = {};
        if (i >= set.header_rows) band.repeated = repeated[i];
        append_row(set.rows[i], keep_of(set, i, held[i]), band, bands);
    }
}

} // namespace

Length height_of(const SetParagraph& context, const Medium& medium) {
    const ParagraphStyle& style = context.paragraph->style;
    return pitch_of(style, medium) * static_cast<std::int32_t>(context.lines.size()) + style.space_after;
}

std::vector<const SetParagraph*> contexts_above(const Flow& flow, const Band& band) {
    std::vector<const SetParagraph*> above;
    for (std::int32_t i = band.context; i >= 0; i = flow.contexts[static_cast<std::size_t>(i)].outer)
        above.push_back(&flow.contexts[static_cast<std::size_t>(i)].set);
    std::ranges::reverse(above);
    return above;
}

std::vector<Band> make_bands(const Document& document, const Flow& flow) {
    Bands bands{flow, context_heights(flow), {}};
    Length space_after{};
    for (std::size_t i = 0; i < flow.blocks.size(); ++i) {
        const std::size_t first = bands.all.size();
        Band model;
        model.block = static_cast<std::uint32_t>(i);
        model.unit = document.body[i].unit, model.context = document.body[i].context;
        if (const auto* paragraph = std::get_if<SetParagraph>(&flow.blocks[i])) {
            model.space_before = std::max(space_after, paragraph->paragraph->style.space_before);
            append_paragraph(*paragraph, model, bands);
            space_after = paragraph->paragraph->style.space_after;
        } else {
            const auto& table = std::get<SetTable>(flow.blocks[i]);
            model.space_before = std::max(space_after, table.table->space_before);
            append_table(table, model, bands);
            space_after = {};
        }
        if (first < bands.all.size()) bands.all[first].starts_page = document.body[i].starts_page;
    }
    return std::move(bands.all);
}

} // namespace taisho
