#include "typeset/measure.h"

#include "typeset/adjust.h"

namespace taisho {

bool is_blank(const ShapedText& text, std::uint32_t glyph) {
    const CharClass kind = text.spaces[glyph].kind;
    return kind == CharClass::blank || kind == CharClass::wide_blank;
}

std::uint32_t skip_blanks(const ShapedText& text, std::uint32_t first, std::uint32_t last) {
    while (first < last && is_blank(text, first)) ++first;
    return first;
}

Break break_before(const FitTask& task, std::uint32_t i) {
    const Glyph& glyph = task.text.glyphs[i];
    return glyph.begin == glyph.end ? Break::none : task.breaks[glyph.begin];
}

LineWalk::LineWalk(const FitTask& task, std::uint32_t first) : task_(task) {
    if (task.manner == Manner::typeset && first < task.text.spaces.size() &&
        task.text.spaces[first].kind == CharClass::opening) {
        pen_ = -task.text.spaces[first].before;
    }
}

void LineWalk::take(std::uint32_t i) {
    const Glyph& glyph = task_.text.glyphs[i];
    const Space& space = task_.text.spaces[i];
    if (task_.text.utf8[glyph.begin] == '\t') {
        pen_ = (pen_ / task_.tab + 1) * task_.tab;
        return;
    }
    if (task_.manner == Manner::plain) {
        pen_ += glyph.advance + space.taken;
        if (!is_blank(task_.text, i)) seen_ = pen_;
        return;
    }
    if (!at_start_) slack_ += slack_before(task_.text, i);
    slack_ += slack_behind_;
    slack_behind_ = slack_after(task_.text, i);
    at_start_ = false;
    pen_ += glyph.advance;
    if (is_blank(task_.text, i)) return;
    white_ = space.after;
    seen_ = pen_ - white_;
}

} // namespace taisho
