#include "typeset/measure.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "typeset/adjust.h"

#include <algorithm>

namespace taisho {

bool is_blank(const ShapedText& text, std::uint32_t glyph) {
    const CharClass kind = text.spaces[glyph].kind;
    return kind == CharClass::blank || kind == CharClass::wide_blank;
}

std::uint32_t skip_blanks(const ShapedText& text, std::uint32_t first, std::uint32_t last) {
    while (first < last && is_blank(text, first)) ++first;
    return first;
}

bool is_lonely(const ShapedText& text, std::uint32_t first, std::uint32_t last) {
    int characters = 0;
    for (std::uint32_t i = first; i < last && characters < 2; ++i) {
        const Glyph& glyph = text.glyphs[i];
        if (is_blank(text, i)) continue;
        const char32_t c = decode(text.utf8, glyph.begin).character;
        characters += is_closing(c) || is_comma_or_stop(c) || is_combining(c) ? 0 : 1;
    }
    return characters < 2;
}

Break break_before(const FitTask& task, std::uint32_t i) { return task.breaks[task.text.glyphs[i].begin]; }

namespace {

constexpr std::int32_t em = 1000;
constexpr std::int32_t farthest = 1'000'000'000; // blanks at the end of a line may be very many

} // namespace

LineWalk::LineWalk(const FitTask& task, std::uint32_t first) : task_(task) {
    if (task.manner != Manner::plain && first < task.text.spaces.size() &&
        task.text.spaces[first].kind == CharClass::opening) {
        pen_ = -task.text.spaces[first].before;
    }
}

void LineWalk::take(std::uint32_t i) {
    const Glyph& glyph = task_.text.glyphs[i];
    const Space& space = task_.text.spaces[i];
    if (task_.text.utf8[glyph.begin] == '\t') {
        const bool stops = task_.manner != Manner::plain; // elsewhere it becomes a wide blank
        pen_ = std::min(stops ? (pen_ / task_.tab + 1) * task_.tab : pen_ + em, farthest);
        slack_ = slack_behind_ = 0, gives_ = false;
        return;
    }
    if (task_.manner == Manner::plain) {
        pen_ = std::min(pen_ + glyph.advance + space.taken, farthest);
        if (!is_blank(task_.text, i)) seen_ = pen_;
        return;
    }
    if (!at_start_ && gives_) slack_ += slack_before(task_.text, i);
    slack_ += slack_behind_;
    slack_behind_ = gives_ ? slack_after(task_.text, i) : 0;
    at_start_ = false;
    pen_ = std::min(pen_ + glyph.advance, farthest);
    if (is_blank(task_.text, i)) return;
    white_ = space.after;
    seen_ = pen_ - white_;
}

} // namespace taisho
