#include "layout/lay_out.h"
#include "style/measure.h"

#include <numeric>

#include <cstdlib>

namespace taisho {
namespace {

// 12.345 pt as 12.345, without floating point.
std::string shown(Length length) {
    const std::int32_t magnitude = std::abs(length.mpt);
    std::string fraction = std::to_string(magnitude % 1000);
    fraction.insert(0, 3 - fraction.size(), '0');
    return (length.mpt < 0 ? "-" : "") + std::to_string(magnitude / 1000) + "." + fraction;
}

std::string shown(const Pages& pages, const PlacedText& placed) {
    const ShapedText& text = pages.texts[placed.text];
    const std::uint32_t begin = text.glyphs[placed.first].begin, end = text.glyphs[placed.last - 1].end;
    return text.utf8.substr(begin, end - begin);
}

// What is not black, whole and of one thickness for all is told besides.
std::string line_of(const PlacedRule& rule) {
    return shown(rule.x1) + "," + shown(rule.y1) + " " + shown(rule.x2) + "," + shown(rule.y2) +
           (rule.colour != black ? " " + shown_colour(rule.colour) : "") +
           (rule.width >= pt(1.5) ? " bold" : "") + (rule.dashed ? " dashed" : "");
}

// 福祉的支援方針 bold #c00000
std::string shown(const Pages& pages, const Page& page, const Emphasis& one) {
    PlacedText placed = page.texts[one.text];
    placed.first = one.first, placed.last = one.last;
    return shown(pages, placed) + (one.bold ? " bold" : "") +
           (one.colour != black ? " " + shown_colour(one.colour) : "");
}

std::string with_marks(const std::vector<SheetRun>& runs) {
    std::string text;
    for (const SheetRun& run : runs) text += run.mark != ChangeMark::none ? "_" + run.text + "_" : run.text;
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
        text.replace(at, 1, "⏎");
    return text;
}

} // namespace

namespace {

// By how much a line is wider or narrower than it would be by itself, 1/1000 em.
std::string adjusted(const Page& page, const PlacedText& placed) {
    const auto first = page.adjustments.begin() + placed.adjustment;
    return std::to_string(std::accumulate(first, first + (placed.last - placed.first), 0));
}

} // namespace

std::string dump(const Pages& pages) {
    std::string text = "pages " + shown(pages.width) + " x " + shown(pages.height) + "\n";
    for (const Page& page : pages.pages) {
        text += "page " + std::to_string(page.number) + "\n";
        for (const PlacedFill& fill : page.fills) {
            text += "  fill " + shown(fill.x) + "," + shown(fill.y) + " " + shown(fill.width) + " x " +
                    shown(fill.height) +
                    (shown_colour(fill.colour).starts_with('#') ? " colour " : " grey ") +
                    shown_colour(fill.colour) + "\n";
        }
        for (const PlacedText& placed : page.texts) {
            text += std::string(placed.artifact ? "  artifact " : "  text ") + shown(placed.x) + "," +
                    shown(placed.y) + " " + shown(placed.size) + " ";
            if (placed.adjustment >= 0) text += "adjusted " + adjusted(page, placed) + " ";
            text += shown(pages, placed) + "\n";
        }
        for (const PlacedRule& rule : page.underlines) text += "  underline " + line_of(rule) + "\n";
        for (const Emphasis& one : page.emphases) text += "  emphasis " + shown(pages, page, one) + "\n";
        for (const PlacedRule& rule : page.rules) text += "  rule " + line_of(rule) + "\n";
    }
    return text;
}

std::string dump(const Sheet& sheet) {
    std::string text = "sheet “" + sheet.name + "”\ncolumns";
    for (const std::uint16_t width : sheet.columns) text += " " + std::to_string(width);
    text += "\nrepeat " + std::to_string(sheet.repeat_first) + " to " + std::to_string(sheet.repeat_last) +
            "\nbreaks";
    for (const std::uint32_t row : sheet.breaks) text += " " + std::to_string(row);
    text += "\nchanges";
    for (const std::uint32_t row : sheet.change_rows)
        text += " " + (row == no_row ? std::string("none") : std::to_string(row));
    text += "\n";
    for (std::size_t row = 0, cell = 0; row < sheet.heights.size(); ++row) {
        text += "row " + std::to_string(row) + " " + shown(sheet.heights[row]) + "\n";
        for (; cell < sheet.cells.size() && sheet.cells[cell].first_row == row; ++cell) {
            const SheetCell& c = sheet.cells[cell];
            text += "  " + std::to_string(c.first_column) + ".." + std::to_string(c.last_column) +
                    " to row " + std::to_string(c.last_row) + ": " + with_marks(c.runs) +
                    (c.leads_to != no_row ? " → row " + std::to_string(c.leads_to) : "") + "\n";
        }
    }
    return text;
}

} // namespace taisho
