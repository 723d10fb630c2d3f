#include "layout/lay_out.h"
#include "layout/shown_table.h"

#include <algorithm>

// Excel never makes a merged row taller by itself, so every height is computed from our own line breaking. What Excel
// does with the text differs a little: it breaks by its own rules and font metrics, so lines are counted at 97 % of
// the width that is left, and a line is 1.3 times the size high. Column widths are whole pixels of 1/96 inch.
//
// Where every table of the paper has the same header, naming the two sides, it stands once at the head of the sheet
// and is repeated on each page by Excel itself; tables with headers of their own carry them along.

namespace taisho {
namespace {

constexpr Length pixel = pt(0.75);
constexpr Length highest_row = pt(409.5); // ECMA-376 18.3.1.73; Excel's limit
constexpr Length indent_step = pt(6.75);  // one step of Excel's indent

Medium sheet_medium(const PageSetup& setup) {
    Medium medium;
    medium.width = {(setup.width - setup.left - setup.right).mpt / pixel.mpt * pixel.mpt};
    medium.height = setup.height - setup.top - setup.bottom;
    medium.padding_x = pt(2), medium.padding_y = setup.cell_padding_y, medium.inset = pt(2);
    medium.usable = 970, medium.pitch = 1300;
    medium.hang_lists = false, medium.slice_rows = false;
    medium.grid = pixel;
    return medium;
}

Length in_pixels(Length height) { return pixel * ((height.mpt + pixel.mpt - 1) / pixel.mpt); }

// ---- the shared header ----

const Table* table_of(const Block& block) { return std::get_if<Table>(&block.content); }

bool shares_header(const Document& document) {
    const auto is_table = [](const Block& block) { return table_of(block) != nullptr; };
    const auto shares = [](const Block& block) { return table_of(block) == nullptr || table_of(block)->shared_header; };
    return std::ranges::any_of(document.body, is_table) && std::ranges::all_of(document.body, shares);
}

// The document with the header of its tables once, behind the title, and the note that stood above the first table
// before it. The header table is block 1 or 2 then.
Document with_header_on_top(const Document& document) {
    Document result = document;
    const auto first = std::ranges::find_if(document.body, [](const Block& block) { return table_of(block) != nullptr; });
    Table header = std::get<Table>(first->content);
    header.rows.resize(header.header_rows);
    std::vector<Block> top{{std::move(header), 0}};
    for (Block& block : result.body) {
        if (auto* table = std::get_if<Table>(&block.content)) {
            table->rows.erase(table->rows.begin(), table->rows.begin() + table->header_rows);
            table->header_rows = 0;
        }
    }
    const auto note = std::ranges::find_if(result.body, [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        return paragraph != nullptr && paragraph->kind == ParagraphKind::note;
    });
    const bool has_note = note != result.body.end() && note - result.body.begin() < first - document.body.begin();
    if (has_note) {
        top.insert(top.begin(), std::move(*note));
        result.body.erase(note);
    }
    result.body.insert(result.body.begin() + 1, std::make_move_iterator(top.begin()), std::make_move_iterator(top.end()));
    return result;
}

// A table of nothing but a header: what stands once on the sheet.
bool is_header_alone(const SetTable& set) { return set.table->rows.size() == set.table->header_rows; }

// The height that the header takes on every page.
Length repeated_height(const Flow& flow) {
    for (const SetBlock& block : flow.blocks) {
        const auto* table = std::get_if<SetTable>(&block);
        if (table != nullptr && is_header_alone(*table)) return table->header_height;
    }
    return {};
}

// ---- the grid ----

// All left and right edges of all tables: the columns of the sheet.
std::vector<Length> grid_edges(const Flow& flow) {
    std::vector<Length> edges{Length{}, flow.medium.width};
    for (const SetBlock& block : flow.blocks) {
        if (const auto* table = std::get_if<SetTable>(&block)) edges.insert(edges.end(), table->edges.begin(), table->edges.end());
    }
    std::ranges::sort(edges);
    const auto repeated = std::ranges::unique(edges);
    edges.erase(repeated.begin(), repeated.end());
    return edges;
}

std::uint16_t column_at(const std::vector<Length>& edges, Length x) {
    return static_cast<std::uint16_t>(std::ranges::lower_bound(edges, x) - edges.begin());
}

// ---- cells ----

void append_run(std::vector<SheetRun>& runs, SheetRun run) {
    const bool same = !runs.empty() && runs.back().family == run.family && runs.back().underline == run.underline;
    if (same) {
        runs.back().text += run.text;
    } else {
        runs.push_back(std::move(run));
    }
}

void append_runs(const Paragraph& paragraph, std::vector<SheetRun>& runs) {
    for (const Run& run : paragraph.runs) {
        append_run(runs, {paragraph.text.substr(run.begin, run.end - run.begin), run.family, run.changed});
    }
}

void take_style(const ParagraphStyle& style, SheetCell& cell) {
    cell.size = style.size;
    cell.align = style.align;
    cell.indent = static_cast<std::uint8_t>((style.indent.mpt + indent_step.mpt / 2) / indent_step.mpt);
}

SheetCell table_cell(const SetCell& set, const PageSetup& setup) {
    SheetCell cell;
    for (const SetParagraph& paragraph : set.paragraphs) {
        if (!cell.runs.empty()) append_run(cell.runs, {"\n", cell.runs.back().family, false});
        append_runs(*paragraph.paragraph, cell.runs);
    }
    if (!set.paragraphs.empty()) take_style(set.paragraphs.front().paragraph->style, cell);
    cell.vertical = set.cell->vertical;
    cell.border = true;
    if (set.cell->fill == Fill::header) cell.grey = setup.header_grey;
    if (set.cell->fill == Fill::band) cell.grey = setup.band_grey;
    return cell;
}

// ---- rows ----

struct Builder {
    const Flow& flow;
    const PageSetup& setup;
    std::vector<Length> edges;
    Sheet sheet;

    std::uint32_t next_row() const { return static_cast<std::uint32_t>(sheet.heights.size()); }
    std::uint16_t last_column() const { return static_cast<std::uint16_t>(edges.size() - 2); }
};

// Adds rows of that height together: one, or several when Excel allows no row so tall.
void add_rows(Length height, Sheet& sheet) {
    const std::int32_t parts = (height.mpt + highest_row.mpt - 1) / highest_row.mpt;
    for (std::int32_t i = 0; i < std::max(parts, 1); ++i) sheet.heights.push_back(in_pixels(height / std::max(parts, 1)));
}

void add_paragraph(const SetParagraph& set, Builder& builder) {
    const std::uint32_t row = builder.next_row();
    const auto lines = static_cast<std::int32_t>(set.lines.size());
    add_rows(pitch_of(set.paragraph->style, builder.flow.medium) * lines + pt(3), builder.sheet);
    SheetCell cell;
    append_runs(*set.paragraph, cell.runs);
    take_style(set.paragraph->style, cell);
    cell.first_row = row, cell.last_row = builder.next_row() - 1;
    cell.last_column = builder.last_column();
    cell.vertical = VerticalAlign::middle;
    builder.sheet.cells.push_back(std::move(cell));
}

void add_table(const SetTable& set, std::size_t first, std::size_t last, Builder& builder) {
    const ShownTable shown = show_table(set, builder.flow.bands, first, last, {});
    std::vector<std::uint32_t> begins; // the first row of the sheet for each shown row
    for (const ShownRow& row : shown.rows) {
        begins.push_back(builder.next_row());
        add_rows(row.height, builder.sheet);
    }
    begins.push_back(builder.next_row());
    if (set.table->shared_header && is_header_alone(set)) {
        builder.sheet.repeat_first = static_cast<std::int32_t>(begins.front());
        builder.sheet.repeat_last = static_cast<std::int32_t>(begins.back()) - 1;
    }
    for (const ShownCell& part : shown.cells) {
        SheetCell cell = table_cell(*part.cell, builder.setup);
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
    for (std::size_t i = range.first; i < range.last;) {
        const Band& band = builder.flow.bands[i];
        std::size_t end = i;
        while (end < range.last && builder.flow.bands[end].block == band.block) ++end;
        if (i > range.first) add_space(band.space_before, builder.sheet);
        if (const auto* paragraph = std::get_if<SetParagraph>(&builder.flow.blocks[band.block])) {
            if (band.first == 0) add_paragraph(*paragraph, builder);
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
    sheet.name = document.paper_number.empty() ? document.title : document.paper_number;
    sheet.title = document.title, sheet.header_right = document.paper_number, sheet.fonts = document.sheet_fonts;
    sheet.landscape = setup.width > setup.height, sheet.paper = paper_code(setup);
    sheet.top = setup.top, sheet.right = setup.right, sheet.bottom = setup.bottom, sheet.left = setup.left;
    sheet.header_margin = setup.box_top, sheet.footer_margin = setup.number_from_bottom;
    return sheet;
}

} // namespace

Sheet lay_out_sheet(const Document& document, const FontBook& fonts, Diagnostics& diagnostics) {
    Typesetter typesetter(fonts, diagnostics);
    const bool shared = shares_header(document);
    const Document own = shared ? with_header_on_top(document) : document;
    const Medium medium = sheet_medium(document.page);
    Flow flow = set_document(own, medium, typesetter);
    if (shared) flow.pages = paginate(flow.bands, medium.height - repeated_height(flow));
    Builder builder{flow, own.page, grid_edges(flow), empty_sheet(own)};
    for (std::size_t i = 0; i + 1 < builder.edges.size(); ++i) {
        builder.sheet.columns.push_back(static_cast<std::uint16_t>((builder.edges[i + 1] - builder.edges[i]).mpt / pixel.mpt));
    }
    for (const PageRange& range : flow.pages) {
        if (range.first > 0) builder.sheet.breaks.push_back(builder.next_row());
        add_page(range, builder);
    }
    return std::move(builder.sheet);
}

} // namespace taisho
