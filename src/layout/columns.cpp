#include "layout/columns.h"

#include <algorithm>

namespace taisho {
namespace {

NaturalWidths::key_type shape_of(const Table& table) { return {table.group, table.tracks}; }

Length on_grid(Length width, const Medium& medium) { return {width.mpt / medium.grid.mpt * medium.grid.mpt}; }

std::int32_t shares_of(Track track) {
    switch (track) {
    case Track::label: return 0;
    case Track::share: return 1;
    case Track::fit: return 2;
    }
    return 0;
}

// One column that follows its content may take three tenths of the width, several of them six, and less where
// the others would become narrower than four characters; never less than an eighth.
Length widest_contents(const std::vector<Track>& tracks, const Medium& medium) {
    const auto contents = static_cast<std::int32_t>(std::ranges::count(tracks, Track::label));
    const auto others = static_cast<std::int32_t>(tracks.size()) - contents;
    const Length left = medium.width - (pt(42) + medium.padding_x * 2) * others;
    return std::clamp(left, medium.width / 8, scale(medium.width, contents > 1 ? 6 : 3, 10));
}

// The widths of the columns that follow their content; 0 for the others. Where they would take too much,
// all of them give way alike.
std::vector<Length> content_widths(const std::vector<Track>& tracks, const std::vector<Length>& natural,
                                   const Medium& medium) {
    std::vector<Length> widths(tracks.size());
    Length all{};
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (tracks[i] != Track::label) continue;
        widths[i] =
            std::min(scale(natural[i], 1000, medium.usable) + medium.padding_x * 2 + medium.grid - Length{1},
                     medium.width);
        all += widths[i];
    }
    const Length most = widest_contents(tracks, medium);
    for (Length& width : widths)
        width = on_grid(all > most ? scale(width, most.mpt, all.mpt) : width, medium);
    return widths;
}

} // namespace

void note_widths(const Table& table, Typesetter& typesetter, NaturalWidths& widths) {
    // A column that follows its content gets an em of air.
    std::vector<Length>& natural = widths.try_emplace(shape_of(table), table.tracks.size()).first->second;
    for (const Row& row : table.rows) {
        for (const Cell& cell : row.cells) {
            if (cell.column_span > 1 || table.tracks[cell.column] != Track::label) continue;
            for (const Paragraph& paragraph : cell.paragraphs) {
                const Length width = typesetter.widths(paragraph).natural + paragraph.style.size;
                natural[cell.column] = std::max(natural[cell.column], width);
            }
        }
    }
}

std::vector<Length> column_edges(const Table& table, const NaturalWidths& natural, const Medium& medium) {
    const std::vector<Track>& tracks = table.tracks;
    std::vector<Length> widths = content_widths(tracks, natural.at(shape_of(table)), medium);
    Length rest = medium.width;
    std::int32_t shares = 0;
    for (std::size_t i = 0; i < tracks.size(); ++i) rest -= widths[i], shares += shares_of(tracks[i]);
    std::vector<Length> edges{Length{}};
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (const std::int32_t mine = shares_of(tracks[i]); mine > 0) {
            widths[i] = mine == shares ? rest : on_grid(rest / shares * mine, medium);
            rest -= widths[i], shares -= mine;
        }
        edges.push_back(edges.back() + widths[i]);
    }
    return edges;
}

} // namespace taisho
