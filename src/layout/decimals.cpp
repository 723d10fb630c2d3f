#include "layout/decimals.h"

#include <algorithm>
#include <string_view>

// What stands behind the whole digits of a figure (.5％ of 12.5％) is its tail. The longest tail of a column
// reaches the right edge; shorter ones end before it by what they lack. Both widths of digits and points
// occur, also in one column; their glyphs are left alone.

namespace taisho {
namespace {

// U+FF10 to U+FF19 are EF BC 90 to EF BC 99 in UTF-8; ． is EF BC 8E, ， is EF BC 8C.
std::size_t digit_at(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] >= '0' && text[at] <= '9') return 1;
    const bool wide = text.substr(at).starts_with("\xef\xbc") && at + 2 < text.size() &&
                      text[at + 2] >= '\x90' && text[at + 2] <= '\x99';
    return wide ? 3 : 0;
}

std::size_t comma_at(std::string_view text, std::size_t at) {
    if (text.substr(at).starts_with(",")) return 1;
    return text.substr(at).starts_with("，") ? 3 : 0;
}

// The offset behind the whole digits of the first figure.
std::size_t end_of_whole(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && digit_at(text, at) == 0) ++at;
    while (at < text.size()) {
        const std::size_t comma = comma_at(text, at);
        const std::size_t digit = digit_at(text, at + comma);
        if (digit == 0) break;
        at += comma + digit;
    }
    return at;
}

// A figure that needs several lines stands at the right edge.
bool is_aligned(const SetParagraph& set) {
    return set.paragraph->style.align == Align::decimal && set.lines.size() == 1;
}

} // namespace

Length width_behind_point(const Paragraph& figure, Typesetter& typesetter) {
    const std::size_t point = end_of_whole(figure.text);
    if (point == figure.text.size()) return {};
    Paragraph tail;
    tail.style = figure.style;
    tail.text = figure.text.substr(point);
    tail.runs = {{0, static_cast<std::uint32_t>(tail.text.size()), figure.style.family, ChangeMark::none}};
    return typesetter.widths(tail, Manner::body).natural;
}

void align_decimals(SetTable& set, Typesetter& typesetter) {
    std::vector<Length> longest(set.table->tracks.size());
    const auto each = [&](const auto& visit) {
        for (SetRow& row : set.rows) {
            for (SetCell& cell : row.cells) {
                for (SetParagraph& paragraph : cell.paragraphs) {
                    if (is_aligned(paragraph)) visit(paragraph, longest[cell.cell->column]);
                }
            }
        }
    };
    each([&](SetParagraph& figure, Length& most) {
        figure.inset = width_behind_point(*figure.paragraph, typesetter);
        most = std::max(most, figure.inset);
    });
    each([](SetParagraph& figure, Length most) { figure.inset = most - figure.inset; });
}

} // namespace taisho
