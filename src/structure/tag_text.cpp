// Texts and lists. A list is told from the text: lines that begin with marks, two of them at least, so that a
// single ■ before a paragraph makes no list. A mark of another kind begins a list inside the item above it
// until a mark of an outer kind comes; a line that begins with a blank goes on with its item.

#include "base/utf8.h"
#include "structure/tagging.h"
#include "text/characters.h"
#include "text/value.h"

#include <algorithm>

namespace taisho {
namespace {

// ---- spans ----

bool is_spoken_dash(const Tagging& tagging, const Paragraph& paragraph) {
    return !tagging.document.spoken.no_value.empty() && is_no_value(paragraph.text);
}

void add_stretch(Tagging& tagging, const Origin& at, std::uint32_t begin, std::uint32_t end,
                 std::uint32_t element) {
    Structure& structure = tagging.structure;
    const auto next = static_cast<std::uint32_t>(structure.elements.size());
    structure.stretches.push_back({at, begin, end, element, next});
}

// What is said in place of a changed text: 修正部分、６校区.
std::string spoken_change(const std::string& word, std::string_view text) {
    constexpr std::string_view white = " \n";
    text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
    text.remove_suffix(text.size() - (text.find_last_not_of(white) + 1));
    std::string spoken = word;
    if (!text.empty() && !is_comma_or_stop(decode(text, 0).character)) spoken += "、";
    return spoken + one_line(text);
}

// Where a changed text is so long that only its beginning is said in other words: its reader is told, and
// then goes through it as through any text. Bytes; never inside a character with its marks.
std::uint32_t end_of_spoken(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    constexpr std::uint32_t most = 3000;
    if (end - begin <= most) return end;
    std::uint32_t cut = begin + most;
    const auto begins_character = [&] {
        return (text[cut] & 0xc0) != 0x80 && !is_combining(decode(text, cut).character);
    };
    while (cut < end && !begins_character()) ++cut;
    return cut;
}

// Blanks that stand for words of the other side say nothing.
bool is_only_padding(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    for (std::size_t at = begin; at < end; at += decode(text, at).length)
        if (!is_padding(decode(text, at).character)) return false;
    return begin < end;
}

void add_span(Tagging& tagging, const Paragraph& paragraph, const Origin& at, std::uint32_t begin,
              std::uint32_t end, ChangeMark mark, std::uint32_t owner) {
    const bool changed = mark != ChangeMark::none;
    const Spoken& words = tagging.document.spoken;
    const bool dash = is_spoken_dash(tagging, paragraph);
    const std::string text = dash ? words.no_value : paragraph.text.substr(begin, end - begin);
    const bool said = changed && !words.change.empty();
    const std::uint32_t span = add_element(tagging, StructureType::span, owner);
    const std::uint32_t spoken = said   ? word_number(tagging, spoken_change(words.change, text))
                                 : dash ? word_number(tagging, text)
                                        : 0;
    StructureElement& element = tagging.structure.elements[span];
    element.changed = changed, element.spoken = spoken;
    element.stroke = stroke_of(mark, tagging.document.page.marks);
    add_stretch(tagging, at, begin, end, span);
}

// The rest of a changed text whose beginning has said that it is one.
void add_silent_span(Tagging& tagging, const Origin& at, std::uint32_t begin, std::uint32_t end,
                     ChangeMark mark, std::uint32_t owner) {
    const std::uint32_t span = add_element(tagging, StructureType::span, owner);
    tagging.structure.elements[span].changed = true;
    tagging.structure.elements[span].stroke = stroke_of(mark, tagging.document.page.marks);
    add_stretch(tagging, at, begin, end, span);
}

// ---- lists ----

struct Line {
    std::uint32_t begin = 0, end = 0; // bytes, with the line feed
    std::uint32_t mark = 0;           // bytes of the mark, with the blanks around it; 0: none
    char32_t kind = 0;                // marks of one list have one kind
    bool goes_on = false;             // begins with a blank: belongs to the item above
};

char32_t kind_of_character(char32_t c) {
    if (is_digit(c)) return U'1';
    if (is_hiragana(c)) return U'あ';
    if (is_katakana(c) && c != U'・') return U'ア';
    if (is_latin_letter(c)) return (c >= U'a' && c <= U'z') || (c >= U'ａ' && c <= U'ｚ') ? U'a' : U'A';
    if ((c >= U'①' && c <= U'⑳') || (c >= U'㉑' && c <= U'㊿')) return U'①';
    if (c >= U'⑴' && c <= U'⒇') return U'⑴';
    if (c >= U'Ⅰ' && c <= U'Ⅿ') return U'Ⅰ';
    if (c >= U'ⅰ' && c <= U'ⅿ') return U'ⅰ';
    return c;
}

// （１） and １． are of two kinds: a bracket is added to what it holds.
char32_t kind_of_mark(std::string_view mark) {
    std::size_t at = 0;
    while (at < mark.size() && (mark[at] == ' ' || mark[at] == '\t' || mark.substr(at).starts_with("　")))
        at += decode(mark, at).length;
    if (at >= mark.size()) return 0;
    const auto first = decode(mark, at);
    if (!is_opening(first.character)) return kind_of_character(first.character);
    constexpr char32_t bracketed = 0x110000; // beyond all characters
    const std::size_t behind = at + first.length;
    return bracketed + (behind < mark.size() ? kind_of_character(decode(mark, behind).character) : 0);
}

ListNumbering numbering_of(char32_t kind) {
    constexpr char32_t bracketed = 0x110000;
    switch (kind >= bracketed ? kind - bracketed : kind) {
    case U'1':
    case U'①':
    case U'⑴':
    case U'あ':
    case U'ア': return ListNumbering::decimal; // the nearest there is to kana: they count
    case U'A': return ListNumbering::upper_alpha;
    case U'a': return ListNumbering::lower_alpha;
    case U'Ⅰ': return ListNumbering::upper_roman;
    case U'ⅰ': return ListNumbering::lower_roman;
    case U'○':
    case U'◯':
    case U'◎': return ListNumbering::circle;
    case U'■':
    case U'□':
    case U'◆':
    case U'◇': return ListNumbering::square;
    default: return ListNumbering::disc;
    }
}

// The lines of a paragraph. A label before the text of the first line (`hang` bytes) is a line of its own
// without a mark.
std::vector<Line> lines_of(const std::string& text, std::uint32_t hang) {
    std::vector<Line> lines;
    if (hang > 0) lines.push_back({0, hang});
    for (std::size_t begin = hang; begin < text.size();) {
        const std::size_t feed = text.find('\n', begin);
        const std::size_t end = feed == std::string::npos ? text.size() : feed + 1;
        const std::string_view line = std::string_view(text).substr(begin, std::min(feed, end) - begin);
        Line found{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        found.mark = static_cast<std::uint32_t>(list_mark_length(line));
        if (found.mark > 0) found.kind = kind_of_mark(line.substr(0, found.mark));
        found.goes_on = found.mark == 0 && (line.starts_with(' ') || line.starts_with("　"));
        lines.push_back(found);
        begin = end;
    }
    return lines;
}

// The end of the list that begins with line `first`, or `first` if there is none. Its outermost marks are of
// the first line's kind, and there are two of them at least: so ■ before a text and one list below it are a
// text and a list. A paragraph has few kinds of marks, so few lines begin a search in vain.
std::size_t end_of_list(const std::vector<Line>& lines, std::size_t first) {
    std::size_t end = first, items = 0;
    for (; end < lines.size() && (lines[end].mark > 0 || (lines[end].goes_on && end > first)); ++end)
        if (lines[end].mark > 0 && lines[end].kind == lines[first].kind) ++items;
    return items >= 2 ? end : first;
}

// The lists that are open, outermost first.
struct OpenList {
    char32_t kind = 0;
    std::uint32_t list = 0, body = 0;
};

// The mark of an item. Where it has changed together with the text behind it, that is said once, of the text.
void tag_label(Tagging& tagging, const Paragraph& paragraph, const Origin& at, const Line& line,
               std::uint32_t label) {
    const std::uint32_t end = line.begin + line.mark;
    const auto run = std::ranges::upper_bound(paragraph.runs, end - 1, {}, &Run::end);
    const bool goes_on = run != paragraph.runs.end() && run->is_changed() && run->end > end;
    if (goes_on && run->begin <= line.begin) {
        add_stretch(tagging, at, line.begin, end, label);
    } else {
        tag_text(tagging, paragraph, at, line.begin, end, label);
    }
}

void tag_list(Tagging& tagging, const Paragraph& paragraph, const Origin& at, std::span<const Line> lines,
              std::uint32_t parent) {
    constexpr std::size_t deepest = 8;
    std::vector<OpenList> open;
    for (const Line& line : lines) {
        if (line.mark == 0) {
            tag_text(tagging, paragraph, at, line.begin, line.end, open.back().body);
            continue;
        }
        const auto same = std::ranges::find(open, line.kind, &OpenList::kind);
        if (same != open.end()) {
            open.erase(same + 1, open.end());
        } else if (open.size() < deepest) {
            const std::uint32_t above = open.empty() ? parent : open.back().body;
            open.push_back({line.kind, add_element(tagging, StructureType::list, above), 0});
            tagging.structure.elements[open.back().list].numbering = numbering_of(line.kind);
        }
        const std::uint32_t item = add_element(tagging, StructureType::list_item, open.back().list);
        const std::uint32_t label = add_element(tagging, StructureType::label, item);
        tag_label(tagging, paragraph, at, line, label);
        open.back().body = add_element(tagging, StructureType::list_body, item);
        tag_text(tagging, paragraph, at, line.begin + line.mark, line.end, open.back().body);
    }
}

// Lists, and the texts between them as P's.
void tag_parts(Tagging& tagging, const Paragraph& paragraph, const Origin& at, const std::vector<Line>& lines,
               std::uint32_t parent) {
    for (std::size_t i = 0, end = 0; i < lines.size(); i = end) {
        end = end_of_list(lines, i);
        if (end > i) {
            tag_list(tagging, paragraph, at, std::span(lines).subspan(i, end - i), parent);
            continue;
        }
        while (end < lines.size() && (end == i || end_of_list(lines, end) == end)) ++end;
        const std::uint32_t text = add_element(tagging, StructureType::paragraph, parent);
        tag_text(tagging, paragraph, at, lines[i].begin, lines[end - 1].end, text);
    }
}

// The lines of a paragraph that has lists in it; none otherwise.
std::vector<Line> listed_lines(const Paragraph& paragraph) {
    if (paragraph.text.find('\n') == std::string::npos) return {};
    std::vector<Line> lines = lines_of(paragraph.text, paragraph.hang);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (end_of_list(lines, i) > i) return lines;
    return {};
}

} // namespace

void tag_text(Tagging& tagging, const Paragraph& paragraph, const Origin& at, std::uint32_t begin,
              std::uint32_t end, std::uint32_t owner) {
    const std::vector<Run>& runs = paragraph.runs;
    const auto first = std::ranges::upper_bound(runs, begin, {}, &Run::end) - runs.begin();
    for (auto i = static_cast<std::size_t>(first); i < runs.size() && runs[i].begin < end; ++i) {
        const std::uint32_t from = std::max(runs[i].begin, begin);
        const ChangeMark mark = runs[i].mark;
        while (i + 1 < runs.size() && runs[i + 1].begin < end && runs[i + 1].mark == mark) ++i;
        const std::uint32_t to = std::min(runs[i].end, end);
        const bool changed = mark != ChangeMark::none && !is_only_padding(paragraph.text, from, to);
        if (changed || is_spoken_dash(tagging, paragraph)) {
            const std::uint32_t spoken = end_of_spoken(paragraph.text, from, to);
            add_span(tagging, paragraph, at, from, spoken, mark, owner);
            if (spoken < to) add_silent_span(tagging, at, spoken, to, mark, owner);
        } else {
            add_stretch(tagging, at, from, to, owner);
        }
    }
}

void tag_blocks(Tagging& tagging, const Paragraph& paragraph, const Origin& at, std::uint32_t parent) {
    const std::vector<Line> lines = listed_lines(paragraph);
    if (!lines.empty()) return tag_parts(tagging, paragraph, at, lines, parent);
    tag_inside(tagging, paragraph, at, add_element(tagging, StructureType::paragraph, parent));
}

void tag_inside(Tagging& tagging, const Paragraph& paragraph, const Origin& at, std::uint32_t owner) {
    const std::vector<Line> lines = listed_lines(paragraph);
    if (!lines.empty()) return tag_parts(tagging, paragraph, at, lines, owner);
    tag_text(tagging, paragraph, at, 0, static_cast<std::uint32_t>(paragraph.text.size()), owner);
}

} // namespace taisho
