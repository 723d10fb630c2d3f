#include "typeset/list_marks.h"

#include "base/utf8.h"
#include "text/characters.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace taisho {
namespace {

enum class Form : std::uint8_t { none, number, bracketed };

// The mark of a hard line.
struct Mark {
    Form form = Form::none;
    std::size_t last = 0;   // glyph; REQUIRES: form is not none
    std::int32_t width = 0; // 1/1000 em, from the edge to the text
};

Form form_of(std::string_view line) {
    if (list_mark_length(line) == 0) return Form::none;
    const std::size_t begin = line.find_first_not_of(" \t");
    std::string_view mark = line.substr(begin);
    while (mark.starts_with("　")) mark.remove_prefix(std::string_view("　").size());
    const char32_t first = decode(mark, 0).character;
    if (is_digit(first)) return Form::number;
    return is_opening(first) ? Form::bracketed : Form::none;
}

// The marks of all hard lines, in one walk over the glyphs.
std::vector<Mark> marks_of(const ShapedText& text) {
    std::vector<Mark> marks;
    const std::string_view utf8 = text.utf8;
    std::size_t glyph = 0;
    for (std::size_t begin = 0; begin <= utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
        const std::string_view line = utf8.substr(begin, end - begin);
        while (glyph < text.glyphs.size() && text.glyphs[glyph].begin < begin) ++glyph;
        Mark mark{form_of(line)};
        const bool stands = mark.form != Form::none && glyph < text.glyphs.size();
        if (stands && text.spaces[glyph].kind == CharClass::opening) mark.width = -text.spaces[glyph].before;
        const std::size_t behind = begin + (stands ? list_mark_length(line) : 0);
        for (; glyph < text.glyphs.size() && text.glyphs[glyph].begin < behind; ++glyph)
            mark.last = glyph, mark.width += text.glyphs[glyph].advance;
        marks.push_back(mark);
        begin = end + 1;
    }
    return marks;
}

void stand_off(const Mark& mark, std::int32_t width, ShapedText& text) {
    const auto white = static_cast<std::int16_t>(std::clamp(width - mark.width, 0, 10000));
    Glyph& glyph = text.glyphs[mark.last];
    glyph.advance = static_cast<std::int16_t>(glyph.advance + white);
    text.spaces[mark.last].taken = static_cast<std::int16_t>(text.spaces[mark.last].taken - white);
}

} // namespace

void align_list_marks(ShapedText& text) {
    if (text.utf8.find('\n') == std::string::npos) return;
    const std::vector<Mark> marks = marks_of(text);
    for (std::size_t begin = 0, end = 0; begin < marks.size(); begin = end) {
        std::int32_t widest = 0;
        for (end = begin; end < marks.size() && marks[end].form == marks[begin].form; ++end)
            widest = std::max(widest, marks[end].width);
        if (marks[begin].form == Form::none) continue;
        for (std::size_t i = begin; i < end; ++i) stand_off(marks[i], widest, text);
    }
}

} // namespace taisho
