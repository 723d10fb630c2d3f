#include "layout/follow_pages.h"

#include "layout/shown_table.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>
#include <utility>

// A page of paper may begin inside a row that is taller than half a page. The same row on the sheet has more
// or fewer lines, and other lines in each cell. What tells where it is to be cut is the text of the cell that
// is longest on paper: the byte with which its part on the new page begins is looked for among the lines of
// the same cell on the sheet.

namespace taisho {
namespace {

using Paragraphs = std::span<const SetParagraph>;

std::uint32_t lines_of(const SetParagraph& set) { return static_cast<std::uint32_t>(set.lines.size()); }

// A line of some paragraphs that stand below each other.
struct TextPlace {
    std::size_t paragraph = 0;
    std::uint32_t byte = 0;
};

std::optional<TextPlace> begin_of_line(Paragraphs paragraphs, std::uint32_t line) {
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        if (line < lines_of(paragraphs[i])) return TextPlace{i, paragraphs[i].lines[line].begin};
        line -= lines_of(paragraphs[i]);
    }
    return std::nullopt;
}

// The line that begins nearest to a place, counted over all paragraphs.
std::uint32_t nearest_line(Paragraphs paragraphs, const TextPlace& place) {
    std::uint32_t above = 0;
    for (std::size_t i = 0; i < place.paragraph; ++i) above += lines_of(paragraphs[i]);
    const std::vector<FittedLine>& lines = paragraphs[place.paragraph].lines;
    const auto next = std::ranges::lower_bound(lines, place.byte, {}, &FittedLine::begin);
    if (next == lines.begin()) return above;
    const bool before = next == lines.end() || place.byte - std::prev(next)->begin < next->begin - place.byte;
    return above + static_cast<std::uint32_t>((before ? std::prev(next) : next) - lines.begin());
}

// The longest text of the row that is cut with it; null where there is none.
const SetCell* longest_cell(const SetRow& row) {
    const SetCell* longest = nullptr;
    for (const SetCell& cell : row.cells) {
        const bool cut = cell.cell->row_span == 1 && !is_label(cell);
        if (cut && (longest == nullptr || cell.lines > longest->lines)) longest = &cell;
    }
    return longest;
}

// The paragraphs of the cell in that column. Cells are named by columns: one over several rows may have been
// taken apart in one medium and not in the other.
Paragraphs paragraphs_in(const SetRow& row, std::size_t column) {
    for (const SetCell& cell : row.cells)
        if (cell.cell->column == column) return cell.paragraphs;
    return {};
}

// A row or a paragraph as both media have set it.
struct Both {
    Paragraphs paper, sheet;
    std::uint32_t sheet_lines = 0;
    Length pitch, padding; // of the sheet's
};

Both both_of(const Flow& paper, const Flow& sheet, const Band& wanted) {
    if (const auto* on_paper = std::get_if<SetParagraph>(&paper.blocks[wanted.block])) {
        const auto& set = std::get<SetParagraph>(sheet.blocks[wanted.block]);
        const Length pitch = pitch_of(set.paragraph->style, sheet.medium);
        return {{on_paper, 1}, {&set, 1}, lines_of(set), pitch, Length{}};
    }
    const auto& table = std::get<SetTable>(sheet.blocks[wanted.block]);
    const SetRow& on_paper = std::get<SetTable>(paper.blocks[wanted.block]).rows[wanted.row];
    const SetRow& row = table.rows[wanted.row];
    const SetCell* longest = longest_cell(on_paper);
    const Paragraphs here = longest != nullptr ? Paragraphs(longest->paragraphs) : Paragraphs();
    const Paragraphs there = longest != nullptr ? paragraphs_in(row, longest->cell->column) : Paragraphs();
    return {here, there, row.lines, pitch_of(row, sheet.medium), table.padding_y};
}

// The line of the sheet's row or paragraph with which the page is to begin. Where it can be helped, no line
// stands alone.
std::uint32_t line_for(const Both& both, const Band& wanted) {
    const std::optional<TextPlace> place = begin_of_line(both.paper, wanted.first);
    const bool found = place && place->paragraph < both.sheet.size();
    const std::uint32_t line = found ? nearest_line(both.sheet, *place) : both.sheet_lines;
    const std::uint32_t least = both.sheet_lines < 4 ? 1 : 2;
    return std::clamp(line, least, std::max(least, both.sheet_lines - std::min(least, both.sheet_lines)));
}

struct Parts {
    Band upper, lower;
};

// Cuts a band before a line of it. The lower part begins a page.
Parts cut(const Band& band, std::uint32_t line, const Both& both) {
    Parts parts{band, band};
    parts.upper.last = parts.lower.first = line;
    parts.upper.keep = Keep::free, parts.upper.closing = both.padding;
    const auto height = [&](std::uint32_t lines) {
        return both.pitch * static_cast<std::int32_t>(lines) + both.padding;
    };
    parts.lower.height = height(band.last - line);
    parts.upper.height = std::max(band.height - parts.lower.height, height(line - band.first));
    if (band.first == 0) parts.lower.repeated += both.padding;
    parts.lower.space_before = {}, parts.lower.starts_page = true;
    return parts;
}

std::pair<std::uint32_t, std::uint32_t> place_of(const Band& band) { return {band.block, band.row}; }

} // namespace

void follow_pages(const Flow& paper, Flow& sheet) {
    std::vector<Band> followed;
    followed.reserve(sheet.bands.size() + paper.pages.size());
    std::size_t page = 1;              // the next one to be found
    std::optional<std::uint32_t> line; // with which it begins, if that is inside of the row at hand
    for (Band band : sheet.bands) {
        for (; page < paper.pages.size(); ++page) {
            const Band& wanted = paper.bands[paper.pages[page].first];
            if (place_of(band) < place_of(wanted)) break;
            const bool inside = place_of(band) == place_of(wanted) && wanted.first > 0;
            if (inside && !line) line = line_for(both_of(paper, sheet, wanted), wanted);
            if (inside && *line >= band.last) break;
            if (!inside || *line <= band.first) {
                band.starts_page = true;
            } else {
                const Parts parts = cut(band, *line, both_of(paper, sheet, wanted));
                followed.push_back(parts.upper);
                band = parts.lower;
            }
            line.reset();
        }
        followed.push_back(band);
    }
    sheet.bands = std::move(followed);
}

} // namespace taisho
