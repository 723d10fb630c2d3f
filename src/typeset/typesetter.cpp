#include "typeset/typesetter.h"

#include <algorithm>

namespace taisho {

Typesetter::Typesetter(const FontBook& fonts, const Typesetting& typesetting, Diagnostics& diagnostics)
    : fonts_(fonts), diagnostics_(diagnostics), breaker_({typesetting.line_break, true, "ja"}) {}

// The key holds the text and where its families change; marks do not matter for the shape.
std::uint32_t Typesetter::find(const std::string& text, const std::vector<Run>& runs) {
    key_.assign(text);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (i > 0 && runs[i].family == runs[i - 1].family) continue;
        key_.push_back('\0');
        key_.append(std::to_string(runs[i].begin)).push_back(runs[i].family == Family::mincho ? 'm' : 'g');
    }
    const auto [entry, is_new] = known_.try_emplace(key_, static_cast<std::uint32_t>(texts_.size()));
    if (!is_new) return entry->second;

    ShapedText shaped{text, {}};
    for (std::size_t i = 0; i < runs.size();) {
        std::size_t last = i;
        while (last + 1 < runs.size() && runs[last + 1].family == runs[i].family) ++last;
        fonts_.shape(text, runs[i].begin, runs[last].end, runs[i].family, shaped.glyphs);
        i = last + 1;
    }
    std::erase_if(shaped.glyphs,
                  [&](const Glyph& glyph) { return glyph.begin < glyph.end && text[glyph.begin] == '\n'; });
    texts_.push_back(std::move(shaped));
    breaks_.push_back(breaker_.breaks(text));
    return entry->second;
}

SetParagraph Typesetter::set(const Paragraph& paragraph, Length width, Manner manner) {
    const Length area = width - paragraph.style.indent;
    SetParagraph result{&paragraph, find(paragraph.text, paragraph.runs), area, {}};
    const auto em_width =
        static_cast<std::int32_t>(std::int64_t{std::max(area.mpt, 1)} * 1000 / paragraph.style.size.mpt);
    const ShapedText& shaped = texts_[result.text];
    const bool hang_lists = manner == Manner::typeset;
    result.lines = fit_lines({shaped.utf8, shaped.glyphs, breaks_[result.text], em_width,
                              hang_lists ? paragraph.hang : 0, hang_lists});
    for (const FittedLine& line : result.lines) {
        if (!line.emergency) continue;
        const std::string broken = shaped.utf8.substr(line.begin, line.end - line.begin);
        add_warning(diagnostics_, Code::emergency_break, paragraph.at, {broken});
        break;
    }
    return result;
}

ParagraphWidths Typesetter::widths(const Paragraph& paragraph) {
    const std::uint32_t index = find(paragraph.text, paragraph.runs);
    std::int32_t natural = 0, unbreakable = 0, line = 0, stretch = 0;
    std::uint32_t end = 0;
    for (const Glyph& glyph : texts_[index].glyphs) {
        if (glyph.begin > end) line = stretch = 0; // a '\n' lies between
        if (glyph.begin < glyph.end && breaks_[index][glyph.begin] >= Break::poor) stretch = 0;
        line += glyph.advance, stretch += glyph.advance;
        end = std::max(end, glyph.end);
        natural = std::max(natural, line), unbreakable = std::max(unbreakable, stretch);
    }
    const Length size = paragraph.style.size;
    return {from_em(natural, size), from_em(unbreakable, size)};
}

void Typesetter::report_no_room(const Paragraph& paragraph, std::size_t columns) {
    add_error(diagnostics_, Code::too_many_columns, paragraph.at, {std::to_string(columns)});
}

std::uint32_t Typesetter::shape(std::string_view text, Family family) {
    const std::string copy(text);
    return find(copy, {{0, static_cast<std::uint32_t>(copy.size()), family, false}});
}

Length baseline_in_line(const ParagraphStyle& style) {
    return (style.pitch - style.size) / 2 + from_em(880, style.size);
}

Length line_start(const SetParagraph& set, const FittedLine& line) {
    const ParagraphStyle& style = set.paragraph->style;
    const Length used = from_em(line.indent + line.width, style.size);
    const Length free = std::max(set.width - used, Length{});
    const Length hang = from_em(line.indent, style.size);
    switch (style.align) {
    case Align::center:
    case Align::distribute: return style.indent + hang + free / 2;
    case Align::decimal:
    case Align::end: return style.indent + hang + free;
    case Align::start:
    case Align::justify: return style.indent + hang;
    }
    return {};
}

} // namespace taisho
