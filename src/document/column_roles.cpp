#include "document/column_roles.h"

#include "text/fold.h"
#include "text/value.h"

#include <algorithm>
#include <string_view>

namespace taisho {
namespace {

// The head of a year may lie above several columns.
void note_head(const MarkedCell& cell, std::vector<ColumnRole>& roles) {
    if (!parse_fiscal_year(cell.text.text.utf8)) return;
    const std::size_t end = std::min<std::size_t>(cell.column + cell.column_span, roles.size());
    for (std::size_t c = cell.column; c < end; ++c) roles[c].year = true;
}

// Figures with and without one unit may stand in a column (0 below 12％), those of two units may not.
bool holds_figures(const ColumnRole& role) {
    const bool bare = std::ranges::find(role.units, "") != role.units.end();
    return role.figures && !role.words && role.units.size() <= (bare ? 2U : 1U);
}

bool are_alike(const ColumnRole& one, const ColumnRole& other) {
    const bool figures = holds_figures(one) && holds_figures(other) && one.units == other.units;
    return figures || (one.year && other.year);
}

} // namespace

void note_value(std::string_view text, ColumnRole& role) {
    if (text.empty() || is_no_value(text)) return;
    for (const std::string_view yen : {"￥", "¥"})
        if (text.starts_with(yen)) text.remove_prefix(yen.size());
    const Value value = parse_value(text);
    const std::string unit = fold_width(value.unit);
    const bool figure = value.kind == ValueKind::number && value.op == Operator::exact &&
                        value.basis.empty() && fold_width(text).ends_with(unit);
    (figure ? role.figures : role.words) = true;
    if (!figure) return;
    role.points = role.points || value.number.places > 0;
    const bool is_new = std::ranges::find(role.units, unit) == role.units.end();
    if (is_new && role.units.size() < 3) role.units.push_back(unit);
}

void note_columns(const MarkedTable& table, std::vector<ColumnRole>& roles) {
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (const MarkedCell& cell : table.rows[r]) {
            if (cell.column >= roles.size()) continue;
            ColumnRole& role = roles[cell.column];
            if (r < table.header_rows) {
                note_head(cell, roles);
            } else if (cell.header) {
                role.names = true;
            } else {
                role.data = true;
                if (cell.column_span == 1) note_value(cell.text.text.utf8, role);
            }
        }
    }
}

// Neighbours of one role share: years, and figures of one unit.
std::vector<Track> tracks_of(const std::vector<ColumnRole>& roles) {
    std::vector<Track> tracks;
    for (const ColumnRole& role : roles)
        tracks.push_back(role.names && !role.data ? Track::label : Track::fit);
    for (std::size_t c = 1; c < roles.size(); ++c) {
        const bool both_fit = tracks[c] == Track::fit && tracks[c - 1] != Track::label;
        if (both_fit && are_alike(roles[c - 1], roles[c])) tracks[c] = tracks[c - 1] = Track::share;
    }
    return tracks;
}

void align_figure(const ColumnRole& role, Paragraph& paragraph) {
    if (!holds_figures(role)) return;
    const bool by_point = role.points || role.units.size() > 1;
    paragraph.style.align = by_point ? Align::decimal : Align::end;
}

} // namespace taisho
