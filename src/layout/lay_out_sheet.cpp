#include "base/utf8.h"
#include "layout/bands.h"
#include "layout/lay_out.h"
#include "layout/shown_table.h"
#include "text/characters.h"

#include <algorithm>
#include <optional>
#include <utility>

// Excel never makes a merged row taller by itself, so every height is computed from our own line breaking.
// What Excel does with the text differs a little: it breaks by its own rules and font metrics, so lines are
// counted at 97 % of the width that is left, and a line is 1.3 times the size high. Column widths are whole
// pixels of 1/96 inch.
//
// Where every table of the paper has the same header, naming the two sides, it stands above the first table
// alone and is repeated at the head of each page by Excel itself, which repeats rows from one place only.
// Tables with headers of their own carry them along.

namespace taisho {
namespace {

constexpr Length pixel = pt(0.75);
constexpr Length highest_row = pt(409.5); // ECMA-376 18.3.1.73; Excel's limit
constexpr Length indent_step = pt(7.5);   // one step of indent, the wider of what two programs make of it

Medium sheet_medium(const PageSetup& setup) {
    Medium medium;
    medium.width = {(setup.width - setup.left - setup.right).mpt / pixel.mpt * pixel.mpt};
    medium.height = setup.height - setup.top - setup.bottom;
    medium.padding_x = pt(2) + indent_step / 2, medium.padding_y = setup.cell_padding_y, medium.inset = pt(2);
    medium.usable = 970, medium.pitch = 1300;
    medium.manner = Manner::plain, medium.slice_above = highest_row, medium.whole_paragraph = highest_row;
    medium.grid = pixel;
    return medium;
}

Length in_pixels(Length height) { return pixel * ((height.mpt + pixel.mpt - 1) / pixel.mpt); }

// ---- bands in the order of the sheet ----

bool is_header(const Band& band, const Flow& flow) {
    const auto* table = std::get_if<SetTable>(&flow.blocks[band.block]);
    return table != nullptr && band.row < table->header_rows;
}

bool shares_header(const Document& document) {
    bool any = false;
    for (const Block& block : document.body) {
        const auto* table = std::get_if<Table>(&block.content);
        if (table != nullptr && !table->shared_header) return false;
        any = any || table != nullptr;
    }
    return any;
}

// Leaves the header to the first table; on later pages Excel repeats it.
void drop_other_headers(Flow& flow) {
    std::vector<Band> kept;
    std::optional<std::uint32_t> table;
    bool starts_page = false; // a header that was dropped did
    for (Band& band : flow.bands) {
        if (is_header(band, flow) && table.value_or(band.block) != band.block) {
            starts_page = starts_page || band.starts_page;
            continue;
        }
        if (is_header(band, flow)) table = band.block;
        band.starts_page = std::exchange(starts_page, false) || band.starts_page;
        kept.push_back(band);
    }
    for (Band& band : kept) { // Excel puts the header there, not we
        const auto* set = std::get_if<SetTable>(&flow.blocks[band.block]);
        if (set != nullptr && band.row >= set->header_rows) band.repeated -= set->header_height;
    }
    flow.bands = std::move(kept);
}

// The sheet breaks where the pages of the paper break, so that both can be leafed through side by side. Where
// a page begins inside a row, the sheet, which has other lines, goes its own way.
void follow_pages(const Flow& paper, std::vector<Band>& bands) {
    std::size_t at = 0;
    for (const PageRange& page : paper.pages) {
        const Band& wanted = paper.bands[page.first];
        if (wanted.first > 0) continue;
        const auto place = [](const Band& band) { return std::pair(band.block, band.row); };
        while (at < bands.size() && place(bands[at]) < place(wanted)) ++at;
        if (at < bands.size() && at > 0) bands[at].starts_page = true;
    }
}

Length header_height(const Flow& flow) {
    for (const Band& band : flow.bands) {
        if (is_header(band, flow)) return std::get<SetTable>(flow.blocks[band.block]).header_height;
    }
    return {};
}

// ---- the grid ----

// All left and right edges of all tables: the columns of the sheet.
std::vector<Length> grid_edges(const Flow& flow) {
    std::vector<Length> edges{Length{}, flow.medium.width};
    for (const SetBlock& block : flow.blocks) {
        if (const auto* table = std::get_if<SetTable>(&block))
            edges.insert(edges.end(), table->edges.begin(), table->edges.end());
    }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

std::uint16_t column_at(const std::vector<Length>& edges, Length x) {
    return static_cast<std::uint16_t>(std::ranges::lower_bound(edges, x) - edges.begin());
}

// ---- cells ----

void append_run(std::vector<SheetRun>& runs, SheetRun run) {
    const bool same =
        !runs.empty() && runs.back().family == run.family && runs.back().underline == run.underline;
    if (same) {
        runs.back().text += run.text;
    } else {
        runs.push_back(std::move(run));
    }
}

// Excel has no tab stops and shows nothing for a tab.
std::string with_blanks_for_tabs(std::string text) {
    if (text.find('\t') == std::string::npos) return text;
    std::string result;
    for (const char c : text) result += c == '\t' ? std::string_view("　") : std::string_view(&c, 1);
    return result;
}

// Bytes [begin, end) of a paragraph.
void append_runs(const Paragraph& paragraph, std::uint32_t begin, std::uint32_t end,
                 std::vector<SheetRun>& runs) {
    for (const Run& run : paragraph.runs) {
        const std::uint32_t from = std::max(run.begin, begin), to = std::min(run.end, end);
        if (from >= to) continue;
        append_run(runs,
                   {with_blanks_for_tabs(paragraph.text.substr(from, to - from)), run.family, run.changed});
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
        if (!runs.empty()) append_run(runs, {"\n", runs.back().family, false});
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
    if (set.cell->kind != CellKind::data || set.cell->row_span > 1) return VerticalAlign::middle;
    std::uint32_t shortest = set.lines, longest = set.lines;
    for (const SetCell& other : row.cells) {
        if (other.cell->kind != CellKind::data || other.cell->row_span > 1) continue;
        shortest = std::min(shortest, other.lines), longest = std::max(longest, other.lines);
    }
    const bool very_tall = row.height > highest_row; // may go on over a page
    return longest - shortest > 2 || very_tall ? set.cell->vertical : VerticalAlign::middle;
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
    cell.border = true;
    if (set.cell->fill == Fill::header) cell.grey = setup.header_grey;
    if (set.cell->fill == Fill::band) cell.grey = setup.band_grey;
    return cell;
}

// ---- rows ----

struct Builder {
    const Flow& flow;
    const PageSetup& setup;
    bool shared_header;
    std::vector<Length> edges;
    Sheet sheet;
    std::vector<std::uint32_t> rows; // the first one of each block
    std::vector<std::size_t> links;  // cells whose leads_to is a block until all rows are there

    std::uint32_t next_row() const { return static_cast<std::uint32_t>(sheet.heights.size()); }
    std::uint16_t last_column() const { return static_cast<std::uint16_t>(edges.size() - 2); }
};

// Adds rows of that height together: one, or several when Excel allows no row so tall.
void add_rows(Length height, Sheet& sheet) {
    const std::int32_t parts = (height.mpt + highest_row.mpt - 1) / highest_row.mpt;
    for (std::int32_t i = 0; i < std::max(parts, 1); ++i)
        sheet.heights.push_back(in_pixels(height / std::max(parts, 1)));
}

// Lines [first, last) of a paragraph, in as many rows as Excel's limit asks for. Behind the first table the
// sheet is one table: headings stand in it like its bands, below the header that Excel repeats.
void add_paragraph(const SetParagraph& set, std::uint32_t first, std::uint32_t last, Builder& builder) {
    const Length pitch = pitch_of(set.paragraph->style, builder.flow.medium);
    const bool in_table = builder.sheet.repeat_first >= 0;
    const auto most = static_cast<std::uint32_t>((highest_row - pt(6)).mpt / pitch.mpt);
    for (std::uint32_t line = first; line < last; line += most) {
        const std::uint32_t end = std::min(line + most, last);
        const auto lines = static_cast<std::int32_t>(end - line);
        SheetCell cell;
        append_runs(*set.paragraph, set.lines[line].begin, set.lines[end - 1].end, cell.runs);
        take_style(set.paragraph->style, cell);
        if (in_table && cell.align == Align::start) ++cell.indent;
        cell.first_row = cell.last_row = builder.next_row();
        cell.last_column = builder.last_column();
        cell.vertical = VerticalAlign::middle;
        cell.border = in_table;
        // LibreOffice would show no more than one line of a link.
        if (set.paragraph->target != no_block && set.lines.size() == 1) {
            cell.leads_to = set.paragraph->target;
            builder.links.push_back(builder.sheet.cells.size());
        }
        builder.sheet.heights.push_back(in_pixels(pitch * lines + (in_table ? pt(5) : pt(3))));
        builder.sheet.cells.push_back(std::move(cell));
    }
}

void add_table(const SetTable& set, std::size_t first, std::size_t last, Builder& builder) {
    const ShownTable shown =
        show_table(set, builder.flow.bands, first, last, {}, {!builder.shared_header, highest_row});
    std::vector<std::uint32_t> begins; // the first row of the sheet for each shown row
    for (const ShownRow& row : shown.rows) {
        begins.push_back(builder.next_row());
        add_rows(row.height, builder.sheet);
    }
    begins.push_back(builder.next_row());
    if (builder.shared_header && shown.rows.front().row < set.header_rows) {
        builder.sheet.repeat_first = static_cast<std::int32_t>(begins.front());
        builder.sheet.repeat_last = static_cast<std::int32_t>(begins[set.header_rows]) - 1;
    }
    for (const ShownCell& part : shown.cells) {
        SheetCell cell = table_cell(shown, part, builder.setup);
        const std::size_t column = part.cell->cell->column;
        cell.first_row = begins[part.first], cell.last_row = begins[part.last + 1] - 1;
        cell.first_column = column_at(builder.edges, set.edges[column]);
        const Length right = set.edges[column + part.cell->cell->column_span];
        cell.last_column = static_cast<std::uint16_t>(column_at(builder.edges, right) - 1);
        builder.sheet.cells.push_back(std::move(cell));
    }
}

// White space between blocks is a row of its own, as low as the space is.
void add_space(Length space, Sheet& sheet) {
    if (space >= pt(2)) sheet.heights.push_back(in_pixels(space));
}

void add_page(const PageRange& range, Builder& builder) {
    for (const SetParagraph* context : contexts_above(builder.flow, builder.flow.bands[range.first]))
        add_paragraph(*context, 0, static_cast<std::uint32_t>(context->lines.size()), builder);
    for (std::size_t i = range.first; i < range.last;) {
        const Band& band = builder.flow.bands[i];
        std::size_t end = i;
        while (end < range.last && builder.flow.bands[end].block == band.block) ++end;
        const bool in_table = builder.sheet.repeat_first >= 0;
        if (i > range.first && !in_table) add_space(band.space_before, builder.sheet);
        if (builder.rows[band.block] == no_row) builder.rows[band.block] = builder.next_row();
        if (const auto* paragraph = std::get_if<SetParagraph>(&builder.flow.blocks[band.block])) {
            add_paragraph(*paragraph, band.first, builder.flow.bands[end - 1].last, builder);
        } else {
            add_table(std::get<SetTable>(builder.flow.blocks[band.block]), i, end, builder);
        }
        i = end;
    }
}

// ECMA-376 18.3.1.63: the codes of the paper sizes that offices use.
int paper_code(const PageSetup& setup) {
    const Length shorter = std::min(setup.width, setup.height);
    if (shorter > mm(280)) return 8;  // A3
    if (shorter < mm(200)) return 13; // B5
    return 9;                         // A4
}

Sheet empty_sheet(const Document& document) {
    const PageSetup& setup = document.page;
    Sheet sheet;
    sheet.name = document.paper_number.empty() ? document.properties.title : document.paper_number;
    sheet.properties = document.properties, sheet.header_right = document.paper_number,
    sheet.fonts = document.sheet_fonts;
    sheet.landscape = setup.width > setup.height, sheet.paper = paper_code(setup);
    sheet.top = setup.top, sheet.right = setup.right, sheet.bottom = setup.bottom, sheet.left = setup.left;
    sheet.header_margin = setup.box_top, sheet.footer_margin = setup.number_from_bottom;
    sheet.header_size = setup.box_size, sheet.footer_size = setup.number_size;
    return sheet;
}

} // namespace

Sheet lay_out_sheet(const Document& document, const FontBook& fonts) {
    Diagnostics unused; // lines that had to be broken by force, which Excel will break in its own way
    Typesetter typesetter(fonts, document.typesetting, unused);
    const Flow paper = set_document(document, paper_medium(document.page), typesetter);
    Flow flow = set_document(document, sheet_medium(document.page), typesetter);
    follow_pages(paper, flow.bands);
    const bool shared = shares_header(document);
    if (shared) drop_other_headers(flow);
    flow.pages = paginate(flow.bands, {flow.medium.height - (shared ? header_height(flow) : Length{}),
                                       document.typesetting.whole_item});

    Builder builder{flow, document.page, shared, grid_edges(flow), empty_sheet(document), {}, {}};
    builder.rows.assign(flow.blocks.size(), no_row);
    for (std::size_t i = 0; i + 1 < builder.edges.size(); ++i) {
        builder.sheet.columns.push_back(
            static_cast<std::uint16_t>((builder.edges[i + 1] - builder.edges[i]).mpt / pixel.mpt));
    }
    for (const PageRange& range : flow.pages) {
        if (range.first > 0) builder.sheet.breaks.push_back(builder.next_row());
        add_page(range, builder);
    }
    for (const std::size_t link : builder.links) {
        std::uint32_t& leads_to = builder.sheet.cells[link].leads_to;
        leads_to = builder.rows[leads_to];
    }
    for (const std::uint32_t block : document.changes)
        builder.sheet.change_rows.push_back(block == no_block ? no_row : builder.rows[block]);
    return std::move(builder.sheet);
}

} // namespace taisho
