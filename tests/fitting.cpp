#include "fitting.h"

#include "support.h"
#include "text/phrases.h"
#include "typeset/list_marks.h"
#include "typeset/spacing.h"

#include <algorithm>
#include <utility>

namespace taisho::test {

Fitted fit(const std::string& text, const Setting& setting) {
    static const LineBreaker breaker({});
    Fitted fitted{{text, {}, {}}, breaker.breaks(text), {}, {}};
    std::vector<Glyph>& glyphs = fitted.text.glyphs;
    std::string shown_text = text;
    std::ranges::replace(shown_text, '\t', ' ');
    fonts().shape(shown_text, 0, static_cast<std::uint32_t>(text.size()), Family::mincho, glyphs);
    std::erase_if(glyphs,
                  [&](const Glyph& glyph) { return glyph.begin < glyph.end && text[glyph.begin] == '\n'; });
    apply_spacing(fitted.text, 0);
    align_list_marks(fitted.text);
    const std::vector<std::uint8_t> costs = phrase_costs(text);
    FitTask task{fitted.text, fitted.breaks, costs, setting.width, setting.hang};
    task.manner = setting.manner, task.justify = setting.justify, task.hanging = setting.hanging;
    FittedText result = fit_lines(task);
    fitted.lines = std::move(result.lines), fitted.adjustments = std::move(result.adjustments);
    return fitted;
}

std::string shown(const Fitted& fitted) {
    std::string result;
    for (const FittedLine& line : fitted.lines) {
        if (&line != &fitted.lines.front()) result += '|';
        result.append(static_cast<std::size_t>(line.indent) / 500, '_');
        for (std::uint32_t i = line.first; i < line.last; ++i) {
            const Glyph& glyph = fitted.text.glyphs[i];
            result += fitted.text.utf8.substr(glyph.begin, glyph.end - glyph.begin);
        }
        if (line.ended < Break::poor) result += '!';
    }
    return result;
}

std::int32_t seen_width(const Fitted& fitted, const FittedLine& line) {
    std::int32_t width = -line.head;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        width += fitted.text.glyphs[i].advance;
        if (line.adjustment >= 0)
            width += fitted.adjustments[static_cast<std::size_t>(line.adjustment) + (i - line.first)];
    }
    return line.first < line.last ? width - fitted.text.spaces[line.last - 1].after : 0;
}

} // namespace taisho::test
