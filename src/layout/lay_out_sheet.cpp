#include "layout/bands.h"
#include "layout/follow_pages.h"
#include "layout/lay_out.h"
#include "layout/sheet_cells.h"
#include "layout/sheet_furniture.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

// Excel never makes a merged row taller by itself, so every height is computed from our own line breaking.
// What Excel does with the text differs a little: it breaks by its own rules and font metrics, so lines are
// counted at 97 % of the width that is left, and as far apart as the house style says (docs/traps.md). Column
// widths are whole pixels of 1/96 inch.
//
// Where every table of the paper has the same header, naming the two sides, it stands above the first table
// alone and is repeated at the head of each page by Excel itself, which repeats rows from one place only.
// Tables with headers of their own carry them along.
//
// A page of the sheet holds what the page of the paper holds. Where that is more than fits, all columns get
// wider: Excel then prints the sheet smaller, to one page in width, and each page holds more. If lines that
// are whole on paper are broken by the margin of the sheet's widths, its texts are set anew on a wider sheet,
// where they have the room. Only what would make the print too small goes on to a page of its own.

namespace taisho {
namespace {

constexpr Length pixel = pt(0.75);
constexpr std::int64_t safe_height = 98;     // percent of a page's height: printers round the heights of rows
constexpr std::int64_t smallest_print = 115; // percent by which a page may hold more

constexpr std::int32_t wide_sheet = 105; // percent: a little more than the margin of widths takes away

// Of a sheet that is by some percent larger than the page.
Medium sheet_medium(const Document& document, std::int32_t percent) {
    const PageSetup& setup = document.page;
    Medium medium;
    const Length width = scale(setup.width - setup.left - setup.right, percent, 100);
    medium.width = {width.mpt / pixel.mpt * pixel.mpt};
    medium.height = scale(setup.height - setup.top - setup.bottom, percent, 100);
    medium.padding_x = pt(2) + indent_step / 2, medium.padding_y = setup.cell_padding_y + pt(0.8),
    medium.inset = pt(2);
    medium.usable = 970, medium.pitch = document.sheet_fonts.line_pitch * 10;
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

std::vector<std::string_view> header_texts(const Table& table) {
    std::vector<std::string_view> texts;
    for (std::size_t row = 0; row < std::min<std::size_t>(table.header_rows, table.rows.size()); ++row) {
        for (const Cell& cell : table.rows[row].cells)
            for (const Paragraph& paragraph : cell.paragraphs) texts.push_back(paragraph.text);
    }
    return texts;
}

// Whether one header can stand for those of all tables: it may, and it says the same as they do. A list and a
// table of years name their columns differently.
bool shares_header(const Document& document) {
    const Table* first = nullptr;
    for (const Block& block : document.body) {
        const auto* table = std::get_if<Table>(&block.content);
        if (table == nullptr) continue;
        if (!table->shared_header) return false;
        if (first != nullptr && header_texts(*first) != header_texts(*table)) return false;
        if (first == nullptr) first = table;
    }
    return first != nullptr;
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

// ---- rows ----

struct Builder {
    const Flow& flow;
    const PageSetup& setup;
    bool shared_header;
    std::vector<Length> edges;
    Sheet sheet;
    std::vector<std::uint32_t> rows = {}; // the first one of each block
    std::vector<std::size_t> links = {};  // cells whose leads_to is a block until all rows are there
    bool row_headers = false;             // some table has them

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
// sheet is one table: headings stand in it below the header that Excel repeats, between its outer rules.
void add_paragraph(const SetParagraph& set, std::uint32_t first, std::uint32_t last, Builder& builder) {
    const Length pitch = pitch_of(set.paragraph->style, builder.flow.medium);
    const auto* last_block = std::get_if<SetParagraph>(&builder.flow.blocks.back());
    const bool legend_below = last_block == &set && set.paragraph->kind == ParagraphKind::label;
    const bool in_table = builder.sheet.repeat_first >= 0 && !legend_below;
    const auto most = static_cast<std::uint32_t>((highest_row - pt(6)).mpt / pitch.mpt);
    for (std::uint32_t line = first; line < last; line += most) {
        const std::uint32_t end = std::min(line + most, last);
        const auto lines = static_cast<std::int32_t>(end - line);
        SheetCell cell = paragraph_cell(set, line, end);
        if (in_table && cell.align == Align::start) ++cell.indent;
        cell.first_row = cell.last_row = builder.next_row();
        cell.last_column = builder.last_column();
        cell.border = cell.open.above = cell.open.below = in_table;
        // LibreOffice would show no more than one line of a link.
        if (set.paragraph->target != no_block && set.lines.size() == 1) {
            cell.leads_to = set.paragraph->target;
            builder.links.push_back(builder.sheet.cells.size());
        }
        const Length height = pitch * lines + (in_table ? pt(5) : pt(3));
        builder.sheet.heights.push_back(in_pixels(height));
        builder.sheet.cells.push_back(std::move(cell));
    }
}

bool has_row_headers(const ShownTable& shown) {
    return std::ranges::any_of(
        shown.cells, [](const ShownCell& part) { return part.cell->cell->kind == CellKind::row_header; });
}

// `first_row` is that of the first row shown.
void note_headers(const ShownTable& shown, std::uint32_t first_row, Builder& builder) {
    const bool columns = shown.rows.front().row < shown.set->header_rows, rows = has_row_headers(shown);
    builder.row_headers = builder.row_headers || rows;
    if (builder.shared_header || (!columns && !rows)) return;
    HeadedArea area{first_row, builder.next_row() - 1, column_at(builder.edges, shown.set->edges.front()),
                    static_cast<std::uint16_t>(column_at(builder.edges, shown.set->edges.back()) - 1),
                    HeaderCells::both};
    if (!columns || !rows) area.headers = columns ? HeaderCells::columns : HeaderCells::rows;
    builder.sheet.tables.push_back(area);
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
    note_headers(shown, begins.front(), builder);
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

// A row of white between the outer rules of the table.
void add_ruled_space(Length space, Builder& builder) {
    SheetCell cell;
    cell.first_row = cell.last_row = builder.next_row();
    cell.border = true, cell.open = {true, true, false, true};
    builder.sheet.heights.push_back(in_pixels(space));
    const std::uint16_t last = builder.last_column();
    if (last == 0) cell.open.right = false;
    builder.sheet.cells.push_back(cell);
    if (last == 0) return;
    cell.first_column = cell.last_column = last;
    cell.open.left = true, cell.open.right = false;
    builder.sheet.cells.push_back(std::move(cell));
}

// White space between blocks is a row of its own, as low as the space is.
void add_space(Length space, Builder& builder) {
    if (space < pt(2)) return;
    if (builder.sheet.repeat_first >= 0) return add_ruled_space(space, builder);
    builder.sheet.heights.push_back(in_pixels(space));
}

void add_page(const PageRange& range, Builder& builder) {
    for (const SetParagraph* context : contexts_above(builder.flow, builder.flow.bands[range.first]))
        add_paragraph(*context, 0, static_cast<std::uint32_t>(context->lines.size()), builder);
    for (std::size_t i = range.first; i < range.last;) {
        const Band& band = builder.flow.bands[i];
        std::size_t end = i;
        while (end < range.last && builder.flow.bands[end].block == band.block) ++end;
        if (i > range.first) add_space(band.space_before, builder);
        if (builder.rows[band.block] == no_row) builder.rows[band.block] = builder.next_row();
        if (const auto* paragraph = std::get_if<SetParagraph>(&builder.flow.blocks[band.block])) {
            add_paragraph(*paragraph, band.first, builder.flow.bands[end - 1].last, builder);
        } else {
            add_table(std::get<SetTable>(builder.flow.blocks[band.block]), i, end, builder);
        }
        i = end;
    }
    if (!builder.sheet.cells.empty()) builder.sheet.cells.back().open.below = false;
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
    sheet.properties = document.properties, sheet.fonts = document.sheet_fonts, sheet.marks = setup.marks,
    sheet.rule = setup.rule;
    const bool shows_number = setup.paper_number.form != PaperNumberForm::none;
    if (shows_number) sheet.paper_number = document.paper_number;
    sheet.landscape = setup.width > setup.height, sheet.paper = paper_code(setup);
    sheet.top = setup.top, sheet.right = setup.right, sheet.bottom = setup.bottom, sheet.left = setup.left;
    return sheet;
}

// ---- pages ----

// As long as the pages of the paper, whatever their height on the sheet.
std::vector<PageRange> wanted_pages(const std::vector<Band>& bands) {
    std::vector<PageRange> pages;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (i == 0 || bands[i].starts_page) pages.push_back({i, i});
        pages.back().last = i + 1;
    }
    return pages;
}

Builder build_rows(const Flow& flow, const Document& document, bool shared_header) {
    Builder builder{flow, document.page, shared_header, grid_edges(flow), empty_sheet(document)};
    builder.rows.assign(flow.blocks.size(), no_row);
    for (const PageRange& range : flow.pages) {
        if (range.first > 0) builder.sheet.breaks.push_back(builder.next_row());
        add_page(range, builder);
    }
    return builder;
}

Length height_of(const Sheet& sheet, std::size_t first, std::size_t last) {
    return std::accumulate(sheet.heights.begin() + static_cast<std::ptrdiff_t>(first),
                           sheet.heights.begin() + static_cast<std::ptrdiff_t>(last), Length{});
}

// How full the fullest page is, in percent, and at least 100.
std::int64_t fill_of(const Sheet& sheet, const Medium& medium) {
    const bool repeats = sheet.repeat_first >= 0;
    const auto header_end = static_cast<std::size_t>(sheet.repeat_last + 1);
    const Length header =
        repeats ? height_of(sheet, static_cast<std::size_t>(sheet.repeat_first), header_end) : Length{};
    std::int64_t fullest = 0;
    std::size_t first = 0;
    for (std::size_t page = 0; page <= sheet.breaks.size(); ++page) {
        const std::size_t end = page < sheet.breaks.size() ? sheet.breaks[page] : sheet.heights.size();
        const Length repeated = repeats && first >= header_end ? header : Length{};
        fullest = std::max<std::int64_t>(fullest, (height_of(sheet, first, end) + repeated).mpt);
        first = end;
    }
    const std::int64_t room = std::int64_t{medium.height.mpt} * safe_height;
    return std::max<std::int64_t>((fullest * 100 * 100 + room - 1) / room, 100);
}

// Columns that are wider by some percent than the page make Excel print the sheet smaller.
void set_columns(Builder& builder, std::int64_t percent) {
    const auto pixels = [&](Length edge) { return (edge.mpt * percent / 100 + pixel.mpt / 2) / pixel.mpt; };
    for (std::size_t i = 0; i + 1 < builder.edges.size(); ++i) {
        builder.sheet.columns.push_back(
            static_cast<std::uint16_t>(pixels(builder.edges[i + 1]) - pixels(builder.edges[i])));
    }
}

// Names of blocks become the rows at which they begin.
void resolve_links(const Document& document, Builder& builder) {
    for (const std::size_t link : builder.links) {
        std::uint32_t& leads_to = builder.sheet.cells[link].leads_to;
        leads_to = builder.rows[leads_to];
    }
    for (const std::uint32_t block : document.changes)
        builder.sheet.change_rows.push_back(block == no_block ? no_row : builder.rows[block]);
}

bool begins_with_title(const Document& document) {
    const auto* first =
        document.body.empty() ? nullptr : std::get_if<Paragraph>(&document.body.front().content);
    return first != nullptr && first->kind == ParagraphKind::title;
}

// As many rows as stay on the screen: a header that all tables share; where it stands too low or there is
// none, the title.
std::uint32_t rows_to_freeze(const Document& document, const Sheet& sheet) {
    constexpr Length third_of_screen = pixel * 260;
    if (!document.sheet_fonts.freeze) return 0;
    const auto header_end = static_cast<std::size_t>(sheet.repeat_last + 1);
    const bool near_top = sheet.repeat_first >= 0 && height_of(sheet, 0, header_end) <= third_of_screen;
    if (near_top) return static_cast<std::uint32_t>(header_end);
    return begins_with_title(document) && height_of(sheet, 0, 1) <= pt(60) ? 1 : 0;
}

// An A4 page is about as wide as a window.
void set_view(const Document& document, Sheet& sheet) {
    constexpr int window = 800;  // pixels
    constexpr int smallest = 10; // percent; Excel's limit
    sheet.frozen_rows = rows_to_freeze(document, sheet);
    const int width = std::accumulate(sheet.columns.begin(), sheet.columns.end(), 0);
    const int wished = document.sheet_fonts.zoom;
    sheet.zoom =
        wished > 0 ? std::max(wished, smallest) : std::clamp(window * 100 / std::max(width, 1), 100, 120);
}

// Below its header the whole sheet is one table.
void note_shared_header(Builder& builder) {
    const bool repeats = builder.sheet.repeat_first >= 0;
    if (!repeats) return;
    builder.sheet.tables = {{static_cast<std::uint32_t>(builder.sheet.repeat_first), builder.next_row() - 1,
                             0, builder.last_column(),
                             builder.row_headers ? HeaderCells::both : HeaderCells::columns}};
}

Sheet finish(Builder builder, const Document& document, std::int64_t percent, Typesetter& typesetter) {
    set_columns(builder, percent);
    resolve_links(document, builder);
    builder.sheet.cells = without_empty_areas(std::move(builder.sheet.cells));
    frame_cells(builder.sheet.cells, builder.sheet.heights.size(), builder.sheet.columns.size());
    note_shared_header(builder);
    set_view(document, builder.sheet);
    builder.sheet.head_and_foot = head_and_foot(document, builder.sheet.breaks.size() + 1, typesetter);
    return std::move(builder.sheet);
}

// The sheet with the pages of the paper, and how full they are.
struct Attempt {
    std::unique_ptr<Flow> flow;
    Builder built;            // of *flow
    std::int64_t fill = 100;  // percent
    std::int64_t print = 100; // percent by which the sheet must be printed smaller
};

Attempt attempt(const Document& document, const Flow& paper, std::int32_t percent, Typesetter& typesetter) {
    auto flow = std::make_unique<Flow>(set_document(document, sheet_medium(document, percent), typesetter));
    follow_pages(paper, *flow);
    const bool shared = shares_header(document);
    if (shared) drop_other_headers(*flow);
    flow->pages = wanted_pages(flow->bands);
    Builder built = build_rows(*flow, document, shared);
    const std::int64_t fill = fill_of(built.sheet, flow->medium);
    return {std::move(flow), std::move(built), fill, fill * percent / 100};
}

} // namespace

Sheet lay_out_sheet(const Document& document, const FontBook& fonts) {
    Diagnostics unused; // lines that had to be broken by force, which Excel will break in its own way
    Typesetter typesetter(fonts, document.typesetting, unused);
    const Flow paper = set_document(document, paper_medium(document.page), typesetter);
    Attempt usual = attempt(document, paper, 100, typesetter);
    if (usual.fill == 100) return finish(std::move(usual.built), document, 100, typesetter);
    Attempt wide = attempt(document, paper, wide_sheet, typesetter);
    Attempt& best = wide.print < usual.print ? wide : usual;
    if (best.print <= smallest_print) return finish(std::move(best.built), document, best.fill, typesetter);

    Flow& flow = *best.flow;
    const bool shared = shares_header(document);
    const Length room = scale(flow.medium.height, safe_height * smallest_print, 100 * 100);
    const Length header = shared ? header_height(flow) : Length{};
    flow.pages = paginate(flow.bands, {room - header, document.typesetting.whole_item});
    return finish(build_rows(flow, document, shared), document, smallest_print, typesetter);
}

} // namespace taisho
