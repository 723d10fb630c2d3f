#include "typeset/typesetter.h"

#include "text/phrases.h"
#include "typeset/adjust.h"
#include "typeset/list_marks.h"
#include "typeset/measure.h"
#include "typeset/spacing.h"

#include <algorithm>

namespace taisho {

Typesetter::Typesetter(const FontBook& fonts, const Typesetting& typesetting, Diagnostics& diagnostics)
    : fonts_(fonts), typesetting_(typesetting), diagnostics_(diagnostics),
      breaker_({typesetting.line_break, true, "ja"}) {}

// The key holds the text and where its families change; marks do not matter for the shape.
std::uint32_t Typesetter::find(const std::string& text, const std::vector<Run>& runs,
                               std::int32_t han_latin) {
    key_.assign(text);
    if (han_latin != 0) key_.append(1, '\0').append("spaced");
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (i > 0 && runs[i].family == runs[i - 1].family) continue;
        key_.push_back('\0');
        key_.append(std::to_string(runs[i].begin)).push_back(runs[i].family == Family::mincho ? 'm' : 'g');
    }
    const auto [entry, is_new] = index_.try_emplace(key_, static_cast<std::uint32_t>(texts_.size()));
    if (!is_new) return entry->second;

    ShapedText shaped{text, {}, {}};
    std::ranges::replace(shaped.utf8, '\t', ' '); // for its glyph
    for (std::size_t i = 0; i < runs.size();) {
        std::size_t last = i;
        while (last + 1 < runs.size() && runs[last + 1].family == runs[i].family) ++last;
        fonts_.shape(shaped.utf8, runs[i].begin, runs[last].end, runs[i].family, shaped.glyphs);
        i = last + 1;
    }
    shaped.utf8 = text;
    std::erase_if(shaped.glyphs,
                  [&](const Glyph& glyph) { return glyph.begin < glyph.end && text[glyph.begin] == '\n'; });
    apply_spacing(shaped, han_latin);
    align_list_marks(shaped);
    texts_.push_back(std::move(shaped));
    known_.emplace_back().breaks = breaker_.breaks(text);
    return entry->second;
}

namespace {

constexpr std::int32_t endless = 100'000'000; // wider than any line; what is longer need not be measured

std::size_t way_of(Manner manner) { return manner == Manner::plain ? 1 : 0; }

} // namespace

// One walk over the glyphs. Stretches lie between breaks that are at least poor; white and blanks at the ends
// of lines and white at those of stretches do not count.
Typesetter::Extent Typesetter::measure(const ShapedText& text, const std::vector<Break>& breaks,
                                       Manner manner) {
    Extent extent{0, 0};
    std::int32_t line = 0, stretch = 0;
    std::uint32_t end = 0;
    const bool plain = manner == Manner::plain;
    for (std::size_t i = 0; i < text.glyphs.size(); ++i) {
        const Glyph& glyph = text.glyphs[i];
        const Space& space = text.spaces[i];
        const std::int32_t before = plain ? 0 : space.before, after = plain ? 0 : space.after;
        const bool begins_line = i == 0 || glyph.begin > end; // a '\n' lies between
        const bool begins = begins_line || breaks[glyph.begin] >= Break::poor;
        if (begins_line) line = space.kind == CharClass::opening ? -before : 0;
        if (begins) stretch = -before;
        const std::int32_t advance = glyph.advance + (plain ? space.taken : 0);
        line = std::min(line + advance, endless), stretch = std::min(stretch + advance, endless);
        end = std::max(end, glyph.end);
        if (!is_blank(text, static_cast<std::uint32_t>(i)))
            extent.natural = std::max(extent.natural, line - after);
        extent.unbreakable = std::max(extent.unbreakable, stretch - after);
    }
    return extent;
}

const Typesetter::Extent& Typesetter::extent(std::uint32_t text, Manner manner) {
    Extent& known = known_[text].extents[way_of(manner)];
    if (known.natural >= 0) return known;
    known = measure(texts_[text], known_[text].breaks, manner);
    if (texts_[text].utf8.find('\t') == std::string::npos) return known;
    known.natural = 0; // where a tab ends is for the line to say
    for (const FittedLine& line : whole(text, manner).lines)
        known.natural = std::max(known.natural, line.width);
    return known;
}

// Most cells hold a few characters that fit as they are, so that is found out once for all of them.
const FittedText& Typesetter::whole(std::uint32_t text, Manner manner) {
    std::optional<FittedText>& whole = known_[text].whole[way_of(manner)];
    if (!whole) {
        FitTask task{texts_[text], known_[text].breaks, {}, endless, 0, typesetting_.tab * 1000};
        task.manner = manner;
        whole = fit_lines(task);
    }
    return *whole;
}

namespace {

// What the ends of the lines do to a reader: the worst of them, and how much phrases are disturbed.
struct Harm {
    int concession = 0;
    std::int32_t disturbance = 0;

    auto operator<=>(const Harm&) const = default;
};

Harm harm_of(const FittedText& fitted, const FitTask& task) {
    Harm harm;
    for (std::size_t i = 0; i + 1 < fitted.lines.size(); ++i) {
        const FittedLine& line = fitted.lines[i];
        harm.concession =
            std::max(harm.concession, static_cast<int>(Break::mandatory) - static_cast<int>(line.ended));
        if (line.end < task.costs.size()) harm.disturbance += task.costs[line.end];
    }
    return harm;
}

// A title of several lines is set in the measure, of those that need no more of them, that harms it least,
// and of these in the narrowest, so that its lines are about as long as each other.
FittedText fit_evenly(FitTask task) {
    constexpr std::int32_t step = 500; // 1/1000 em
    FittedText best = fit_lines(task);
    const std::size_t lines = best.lines.size();
    Harm least = harm_of(best, task);
    const std::int32_t narrowest = lines > 1 ? task.width / static_cast<std::int32_t>(lines + 1) : task.width;
    for (task.width -= step; task.width >= narrowest; task.width -= step) {
        FittedText narrower = fit_lines(task);
        if (narrower.lines.size() > lines) break;
        const Harm harm = harm_of(narrower, task);
        if (harm > least) continue;
        best = std::move(narrower), least = harm;
    }
    return best;
}

} // namespace

FittedText Typesetter::fit(const Paragraph& paragraph, std::uint32_t text, Length width, Length size,
                           Manner manner) {
    const auto em_width = static_cast<std::int32_t>(std::int64_t{std::max(width.mpt, 1)} * 1000 / size.mpt);
    if (extent(text, manner).natural <= em_width) return whole(text, manner);
    Known& known = known_[text];
    const bool title = paragraph.kind == ParagraphKind::title;
    const bool phrases = manner != Manner::plain && (em_width < narrow_line || title);
    if (phrases && known.phrase_costs.empty()) known.phrase_costs = phrase_costs(texts_[text].utf8);
    FitTask task{texts_[text], known.breaks,   known.phrase_costs,
                 em_width,     paragraph.hang, typesetting_.tab * 1000};
    task.manner = manner;
    task.justify = paragraph.style.align == Align::justify;
    task.title = title;
    task.hanging = typesetting_.hanging && manner == Manner::body;
    return title && manner != Manner::plain ? fit_evenly(task) : fit_lines(task);
}

namespace {

bool breaks_kinsoku(const FittedText& fitted) {
    return std::ranges::any_of(fitted.lines,
                               [](const FittedLine& line) { return line.ended <= Break::line_end; });
}

constexpr Length least_size = pt(8);

// The next smaller size that is tried, about a twentieth less.
Length smaller(Length size) { return {size.mpt - size.mpt / 20}; }

// 均等割付 of a text that stands in one line.
void spread(const ShapedText& text, std::int32_t width, SetParagraph& set) {
    FittedLine& line = set.lines.front();
    if (set.lines.size() != 1 || line.width >= width || line.first == line.last) return;
    set.adjustments = distribute(text, line.first, line.last, width - line.width);
    if (set.adjustments.empty()) return;
    line.adjustment = 0;
    line.width = width;
}

} // namespace

SetParagraph Typesetter::set(const Paragraph& paragraph, Length width, Manner manner) {
    const ParagraphStyle& style = paragraph.style;
    const Length area = width - style.indent;
    const bool stands_off = style.align == Align::justify && manner == Manner::body;
    const std::int32_t han_latin = stands_off ? typesetting_.han_latin : 0;
    const std::uint32_t text = find(paragraph.text, paragraph.runs, han_latin);
    SetParagraph result{&paragraph, text, area, style.size, {}, {}, {}};
    FittedText fitted = fit(paragraph, text, area, style.size, manner);
    for (Length size = style.size; manner != Manner::plain && breaks_kinsoku(fitted);) {
        size = smaller(size);
        if (size < least_size) break;
        FittedText tighter = fit(paragraph, text, area, size, manner);
        if (breaks_kinsoku(tighter)) continue;
        fitted = std::move(tighter), result.size = size;
    }
    result.lines = std::move(fitted.lines), result.adjustments = std::move(fitted.adjustments);
    for (const FittedLine& line : result.lines) {
        if (line.ended >= Break::poor) continue;
        const std::string broken = texts_[text].utf8.substr(line.begin, line.end - line.begin);
        add_warning(diagnostics_, Code::emergency_break, paragraph.at, {broken});
        break;
    }
    if (style.align == Align::distribute && manner != Manner::plain) {
        const Length over = style.spread == Length{} ? area : std::min(style.spread, area);
        const std::int64_t over_em = std::int64_t{over.mpt} * 1000 / result.size.mpt;
        spread(texts_[text], static_cast<std::int32_t>(over_em), result);
    }
    return result;
}

ParagraphWidths Typesetter::widths(const Paragraph& paragraph, Manner manner) {
    const Extent& known = extent(find(paragraph.text, paragraph.runs, 0), manner);
    const Length size = paragraph.style.size;
    return {from_em(known.natural, size), from_em(known.unbreakable, size)};
}

void Typesetter::report_no_room(const Paragraph& paragraph, std::size_t columns) {
    add_error(diagnostics_, Code::too_many_columns, paragraph.at, {std::to_string(columns)});
}

std::uint32_t Typesetter::shape(std::string_view text, Family family) {
    const std::string copy(text);
    return find(copy, {{0, static_cast<std::uint32_t>(copy.size()), family, ChangeMark::none}}, 0);
}

Length baseline_in_line(const ParagraphStyle& style) {
    return (style.pitch - style.size) / 2 + from_em(880, style.size);
}

Length line_start(const SetParagraph& set, const FittedLine& line) {
    const ParagraphStyle& style = set.paragraph->style;
    const Length used = from_em(line.indent + line.width, set.size);
    const Length free = std::max(set.width - used, Length{});
    const Length hang = from_em(line.indent, set.size);
    switch (style.align) {
    case Align::center:
    case Align::distribute: return style.indent + hang + free / 2;
    case Align::decimal: return style.indent + hang + std::max(free - set.inset, Length{});
    case Align::end: return style.indent + hang + free;
    case Align::start:
    case Align::justify: return style.indent + hang;
    }
    return {};
}

} // namespace taisho
