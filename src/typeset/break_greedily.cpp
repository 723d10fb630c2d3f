#include "typeset/choose_breaks.h"
#include "typeset/measure.h"

#include <algorithm>
#include <array>
#include <optional>

// A line is walked along until nothing more could fit, and the last place of each kind that fits is kept; so
// is the first good place behind the edge that reduced white would bring in (追い込み, JLREQ 3.8.2).
//
// When the end of the text fits, with white reduced if need be, it is taken. Else a justified line takes the
// place behind the edge if its white need be reduced by no more than half, or if the line would otherwise
// stay too empty; any other line takes the last good place. When there is none, a line is reduced, then
// tracked (up to a tenth), and then concessions are made in the order of Break.

namespace taisho {
namespace {

constexpr std::size_t kinds = static_cast<std::size_t>(Break::mandatory) + 1;

struct Place {
    std::uint32_t at = 0;
    std::int32_t width = 0, white = 0, slack = 0;
    std::int32_t least = 0; // as LineWalk::least
};

struct Places {
    std::array<std::optional<Place>, kinds> fitting; // the last of each kind
    std::optional<Place> pulled;                     // good, fits when white is reduced
    std::optional<Place> tracked;                    // good, fits when everything is
    std::optional<Place> hung;                       // good, behind a comma or stop beyond the edge
    std::uint32_t any = 0;                           // at least one character
    bool to_the_end = false;                         // the rest of the hard line fits

    const std::optional<Place>& of(Break kind) const { return fitting[static_cast<std::size_t>(kind)]; }
};

bool ends_with_comma_or_stop(const ShapedText& text, std::uint32_t at) {
    const CharClass kind = text.spaces[at - 1].kind;
    return kind == CharClass::comma || kind == CharClass::full_stop;
}

void note(const FitTask& task, Place place, Break kind, std::int32_t width, Places& places) {
    if (place.width <= width) {
        places.fitting[static_cast<std::size_t>(kind)] = place;
        return;
    }
    if (kind < Break::poor || task.manner == Manner::plain) return;
    const std::int32_t reduced = place.width - place.slack;
    if (reduced <= width && !places.pulled) places.pulled = place;
    if (place.least <= width && !places.tracked) places.tracked = place;
    constexpr std::int32_t body = 500;
    const bool hangs = task.hanging && task.justify && ends_with_comma_or_stop(task.text, place.at);
    if (hangs && place.width - body <= width && !places.hung) places.hung = place;
}

Places find_places(const FitTask& task, const HardLine& hard, std::uint32_t first, std::int32_t width) {
    Places places;
    LineWalk walk(task, first);
    walk.take(first);
    for (std::uint32_t i = first + 1; i < hard.last; ++i) {
        const Break kind = break_before(task, i);
        if (kind != Break::none) {
            if (places.any == 0) places.any = i;
            note(task, {i, walk.width(), walk.white(), walk.slack(), walk.least()}, kind, width, places);
        }
        if (walk.least() > width && places.any != 0) return places;
        walk.take(i);
    }
    const std::int32_t slack = task.manner == Manner::plain ? 0 : walk.slack();
    places.to_the_end = walk.width() - slack <= width || places.any == 0;
    const Place end{hard.last, walk.width(), walk.white(), walk.slack(), walk.least()};
    if (!places.to_the_end) note(task, end, Break::allowed, width, places);
    return places;
}

// The last good place that fits. A poor one only when the good one before it would leave the line less than
// 60 % full.
std::optional<LineEnd> good_place(const Places& places, std::int32_t width) {
    const auto& allowed = places.of(Break::allowed);
    const auto& poor = places.of(Break::poor);
    const bool short_line = allowed && allowed->width * 5 < width * 3;
    if (poor && (!allowed || (short_line && poor->at > allowed->at))) return LineEnd{poor->at, Break::poor};
    if (allowed) return LineEnd{allowed->at, Break::allowed};
    return std::nullopt;
}

// Whether a justified line is better reduced so that it ends at `pulled` than expanded from `fitting`.
bool is_better_pulled(const Place& pulled, const Place& fitting, std::int32_t width, std::uint32_t first) {
    const std::int32_t hole = width - fitting.width;
    if (hole <= fitting.white) return false; // the white at its end fills it
    const std::int32_t excess = pulled.width - width;
    if (excess * 2 <= pulled.slack) return true;
    const auto gaps = static_cast<std::int32_t>(fitting.at - first);
    return hole > gaps * 125; // an eighth of an em in each gap would show
}

LineEnd concession(const Places& places, const HardLine& hard) {
    for (auto kind = static_cast<std::size_t>(Break::word); kind > 0; --kind) {
        const auto& place = places.fitting[kind];
        if (place) return {place->at, static_cast<Break>(kind)};
    }
    if (places.any == 0 || places.any == hard.last) return {hard.last, Break::mandatory};
    return {places.any, Break::line_start};
}

LineEnd find_end(const FitTask& task, const HardLine& hard, std::uint32_t first, std::int32_t width) {
    const Places places = find_places(task, hard, first, width);
    if (places.to_the_end) return {hard.last, Break::mandatory};
    const std::optional<LineEnd> good = good_place(places, width);
    if (!good) {
        if (places.pulled) return {places.pulled->at, Break::allowed};
        if (places.tracked) return {places.tracked->at, Break::allowed};
        return concession(places, hard);
    }
    if (!task.justify) return *good;
    const Place& fitting = *places.of(good->kind);
    if (places.pulled && is_better_pulled(*places.pulled, fitting, width, first))
        return {places.pulled->at, Break::allowed};
    if (places.hung && width > fitting.width + fitting.white) return {places.hung->at, Break::allowed};
    return *good;
}

// ---- last lines ----

std::int32_t width_of(const FitTask& task, std::uint32_t first, std::uint32_t last) {
    LineWalk walk(task, first);
    for (std::uint32_t i = first; i < last; ++i) walk.take(i);
    return walk.width();
}

// The nearest place before `end` for a break of at least that kind that leaves `least` of the line before it.
std::optional<LineEnd> earlier_end(const FitTask& task, std::uint32_t begin, std::uint32_t end,
                                   std::uint32_t last, std::int32_t width, Break kind, std::int32_t least) {
    std::optional<LineEnd> nearest;
    LineWalk walk(task, begin);
    for (std::uint32_t at = begin; at < end; ++at) {
        const Break here = at > begin && !is_blank(task.text, at) ? break_before(task, at) : Break::none;
        if (here >= kind && walk.width() >= least) nearest = {at, here};
        walk.take(at);
    }
    if (!nearest || width_of(task, nearest->at, last) > width) return std::nullopt;
    return nearest;
}

// One character is no line (JLREQ 3.5.4): the break before the last line moves back, by as little as can be.
void repair_tail(const FitTask& task, const HardLine& hard, std::vector<LineEnd>& ends) {
    if (ends.size() < 2) return;
    const std::uint32_t last_begin = ends[ends.size() - 2].at;
    if (!is_lonely(task.text, last_begin, hard.last)) return;
    const std::uint32_t begin = ends.size() > 2 ? ends[ends.size() - 3].at : hard.first;
    const std::int32_t width = task.width - hard.hang;
    const std::int32_t wished = task.justify ? width * 4 / 5 : width / 2;
    for (const auto& [kind, least] : {std::pair{Break::allowed, wished}, {Break::poor, width / 4}}) {
        const auto end = earlier_end(task, begin, last_begin, hard.last, width, kind, least);
        if (!end) continue;
        ends[ends.size() - 2] = *end;
        return;
    }
}

} // namespace

std::vector<LineEnd> break_greedily(const FitTask& task, const HardLine& hard) {
    std::vector<LineEnd> ends;
    for (std::uint32_t begin = hard.first; begin < hard.last; begin = ends.back().at) {
        const bool soft = begin != hard.first;
        const std::uint32_t first = soft ? skip_blanks(task.text, begin, hard.last - 1) : begin;
        ends.push_back(find_end(task, hard, first, task.width - (soft ? hard.hang : 0)));
    }
    repair_tail(task, hard, ends);
    return ends;
}

} // namespace taisho
