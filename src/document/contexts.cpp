#include "document/contexts.h"

#include "base/utf8.h"
#include "text/characters.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace taisho {
namespace {

constexpr std::size_t longest_level = 24; // half widths of a level's number or title above an item

// Unlike on a terminal, ① and … are as wide as a letter of the line.
std::size_t width_of(char32_t c) {
    if (is_combining(c)) return 0;
    const bool half_kana = c >= 0xff61 && c <= 0xff9f;
    return c < 0x80 || half_kana ? 1 : 2;
}

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        width += width_of(next.character), at += next.length;
    }
    return width;
}

// The bytes of the text that go into that width.
std::size_t bytes_within(std::string_view text, std::size_t halves) {
    std::size_t end = 0, width = 0;
    while (end < text.size()) {
        const Decoded next = decode(text, end);
        width += width_of(next.character);
        if (width > halves) break;
        end += next.length;
    }
    return end;
}

char32_t last_character(const std::string& text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) --at;
    return decode(text, at).character;
}

// Numbers such as 第１章 and １ would run into each other; 【４】（５）① does not.
bool needs_blank(const std::string& before, const std::string& after) {
    if (before.empty() || after.empty()) return false;
    const char32_t last = last_character(before);
    return !is_closing(last) && !is_comma_or_stop(last) && !is_opening(decode(after, 0).character);
}

std::string name_of_level(const Heading& level) {
    const Text& name = level.number.empty() ? level.title : level.number;
    return trimmed({{cut_to(name.utf8, longest_level), {}}, {}}).text.utf8;
}

} // namespace

std::string cut_to(std::string_view text, std::size_t halves) {
    constexpr std::string_view mark = "…";
    if (bytes_within(text, halves) == text.size()) return std::string(text);
    return std::string(text.substr(0, bytes_within(text, halves - width_of(mark)))).append(mark);
}

std::size_t halves_of_line(const ParagraphStyle& paragraph, Length taken, const HouseStyle& style) {
    const PageSetup& page = style.page;
    const Length line = page.width - page.left - page.right - paragraph.indent - taken;
    const Length usable = scale(std::max(line, Length{}), 95, 100);
    const auto halves =
        static_cast<std::size_t>(usable.mpt) * 2 / static_cast<std::size_t>(std::max(paragraph.size.mpt, 1));
    const std::size_t word = width_of(style.words.continued);
    return std::max<std::size_t>(halves, word + 8) - word;
}

// The innermost levels, as far as they leave half of the line to the heading.
Marked heading_with_path(const std::vector<Heading>& path, const Heading& heading, std::size_t halves) {
    std::string text = trimmed(plain(whole_heading(heading))).text.utf8;
    std::string above;
    for (std::size_t i = path.size(); i-- > 0;) {
        std::string level = name_of_level(path[i]);
        if (needs_blank(level, above.empty() ? text : above)) level += "　";
        if (width_of(level) + width_of(above) > halves / 2) break;
        above = level + above;
    }
    return {{cut_to(above + text, halves), heading.title.at}, {}};
}

void open_context(Paragraph paragraph, Draft& draft) {
    const HouseStyle& style = draft.style;
    if (style.words.continued.empty()) return;
    append_lightly(style.words.continued, style, paragraph);
    paragraph.style.space_before = {};
    paragraph.hang = 0;
    paragraph.keep_with_next = false;
    draft.document.contexts.push_back({std::move(paragraph), draft.context});
    draft.context = static_cast<std::int32_t>(draft.document.contexts.size()) - 1;
}

} // namespace taisho
