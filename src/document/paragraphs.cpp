#include "document/paragraphs.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/value.h"

#include <algorithm>
#include <array>
#include <utility>

namespace taisho {

Marked plain(const Text& text) { return {text, {}}; }

Marked plain(const Marked& marked) { return {marked.text, {}}; }

Marked joined(const Marked& first, std::string_view between, const Marked& second) {
    Marked whole = first;
    whole.text.utf8 += between;
    const auto shift = static_cast<std::uint32_t>(whole.text.utf8.size());
    whole.text.utf8 += second.text.utf8;
    for (const Range& range : second.changed) {
        const Range moved{range.begin + shift, range.end + shift};
        const bool touches = !whole.changed.empty() && whole.changed.back().end == moved.begin;
        if (touches) {
            whole.changed.back().end = moved.end;
        } else {
            whole.changed.push_back(moved);
        }
    }
    return whole;
}

Marked trimmed(const Marked& marked) {
    constexpr std::string_view wide_blank = "　";
    Marked result = marked;
    std::string& text = result.text.utf8;
    while (text.ends_with(' ') || text.ends_with('\t') || text.ends_with(wide_blank)) {
        text.resize(text.size() - (text.ends_with(wide_blank) ? wide_blank.size() : 1));
    }
    const auto size = static_cast<std::uint32_t>(text.size());
    for (Range& range : result.changed) range.end = std::min(range.end, size);
    std::erase_if(result.changed, [](const Range& range) { return range.begin >= range.end; });
    return result;
}

Text whole_heading(const Heading& heading) {
    return {heading.number.utf8 + heading.title.utf8, heading.title.at};
}

namespace {

// Stretches of one mark each, without gaps.
std::vector<Run> runs_of(const Marked& marked, Family family, const Marks& marks) {
    std::vector<Run> runs;
    const auto size = static_cast<std::uint32_t>(marked.text.utf8.size());
    const Family family_of_changes = marks.gothic ? Family::gothic : family;
    std::uint32_t at = 0;
    const auto add = [&](std::uint32_t end, Family face, ChangeMark mark) {
        if (at < end) runs.push_back({at, end, face, mark});
        at = end;
    };
    for (const Range& range : marked.changed) {
        add(range.begin, family, ChangeMark::none);
        add(range.end, family_of_changes, ChangeMark::after);
    }
    add(size, family, ChangeMark::none);
    return runs;
}

// The first `end` bytes in another face.
void set_family(Paragraph& paragraph, std::uint32_t end, Family family) {
    std::vector<Run> runs;
    for (const Run& run : paragraph.runs) {
        const std::uint32_t cut = std::clamp(end, run.begin, run.end);
        if (run.begin < cut) runs.push_back({run.begin, cut, family, run.mark});
        if (cut < run.end) runs.push_back({cut, run.end, run.family, run.mark});
    }
    paragraph.runs = std::move(runs);
}

} // namespace

Text shown_title(const Text& title, const HouseStyle& style) {
    const std::array fillings{Filling{"{}", title.utf8}};
    return {fill(style.words.title, fillings), title.at};
}

Paragraph make_paragraph(ParagraphKind kind, Role role, const Marked& text, const HouseStyle& style) {
    Paragraph paragraph;
    paragraph.kind = kind;
    paragraph.text = text.text.utf8;
    paragraph.style = style.style(role);
    paragraph.runs = runs_of(text, paragraph.style.family, style.page.marks);
    paragraph.at = text.text.at;
    return paragraph;
}

Paragraph make_paragraph(ParagraphKind kind, Role role, std::string_view text, const HouseStyle& style) {
    return make_paragraph(kind, role, Marked{{std::string(text), {}}, {}}, style);
}

Paragraph labelled_paragraph(ParagraphKind kind, Role role, const Marked& label, const Marked& text,
                             const HouseStyle& style) {
    constexpr std::string_view between = "　";
    Paragraph paragraph = make_paragraph(kind, role, joined(label, between, text), style);
    paragraph.at = text.text.at;
    const auto end_of_label = static_cast<std::uint32_t>(label.text.utf8.size());
    paragraph.hang = end_of_label + static_cast<std::uint32_t>(between.size());
    set_family(paragraph, end_of_label, style.style(Role::field_label).family);
    return paragraph;
}

void put_before(std::string_view words, Paragraph& paragraph) {
    const auto size = static_cast<std::uint32_t>(words.size());
    if (size == 0) return;
    paragraph.text.insert(0, words);
    for (Run& run : paragraph.runs) run.begin += size, run.end += size;
    paragraph.runs.insert(paragraph.runs.begin(), {0, size, paragraph.style.family, ChangeMark::none});
    paragraph.hang += size;
}

void append_lightly(const std::string& words, const HouseStyle& style, Paragraph& paragraph) {
    if (words.empty()) return;
    const auto begin = static_cast<std::uint32_t>(paragraph.text.size());
    paragraph.text += words;
    const auto end = static_cast<std::uint32_t>(paragraph.text.size());
    paragraph.runs.push_back({begin, end, style.style(Role::body).family, ChangeMark::none});
}

namespace {

bool is_blank_for_words(const Paragraph& paragraph, const Run& run) {
    for (std::size_t at = run.begin; at < run.end; at += decode(paragraph.text, at).length)
        if (!is_padding(decode(paragraph.text, at).character)) return false;
    return run.begin < run.end;
}

} // namespace

// Blanks that stand for words have the look of words that are there: a line through nothing would be a dash.
void set_mark(ChangeMark mark, Paragraph& paragraph) {
    for (Run& run : paragraph.runs) {
        const bool word =
            run.is_changed() && run.mark != ChangeMark::moved && !is_blank_for_words(paragraph, run);
        if (word) run.mark = mark;
    }
}

void set_moved(Paragraph& paragraph) {
    for (Run& run : paragraph.runs)
        if (run.is_changed()) run.mark = ChangeMark::moved;
}

void set_moved(Row& row) {
    for (Cell& cell : row.cells)
        for (Paragraph& paragraph : cell.paragraphs) set_moved(paragraph);
}

void set_mark(ChangeMark mark, Table& table) {
    for (Row& row : table.rows) {
        for (Cell& cell : row.cells)
            for (Paragraph& paragraph : cell.paragraphs) set_mark(mark, paragraph);
    }
}

Cell make_cell(CellKind kind, std::size_t column, std::vector<Paragraph> paragraphs) {
    Cell cell;
    cell.kind = kind;
    cell.column = static_cast<std::uint16_t>(column);
    cell.paragraphs = std::move(paragraphs);
    switch (kind) {
    case CellKind::column_header: cell.fill = Fill::header, cell.vertical = VerticalAlign::middle; break;
    case CellKind::row_header: cell.fill = Fill::band, cell.vertical = VerticalAlign::middle; break;
    case CellKind::band: cell.fill = Fill::band, cell.vertical = VerticalAlign::middle; break;
    case CellKind::data: break;
    }
    return cell;
}

Cell row_header_cell(std::size_t column, std::vector<Paragraph> paragraphs) {
    constexpr std::size_t most = 8; // characters that are centred
    for (Paragraph& paragraph : paragraphs)
        if (count_characters(paragraph.text) > most) paragraph.style.align = Align::start;
    return make_cell(CellKind::row_header, column, std::move(paragraphs));
}

namespace {

// Whether the lines on both sides of a hard break are one sentence that was broken for a cell of another
// width.
bool can_be_joined(std::string_view text, std::size_t at) {
    const std::string_view next = text.substr(at + 1);
    const bool empty = next.empty() || next.front() == '\n' || at == 0 || text[at - 1] == '\n';
    return !empty && list_mark_length(next) == 0;
}

bool is_word_byte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Without the hard breaks that only suited a cell of another width. Lines of a list stay lines.
Marked rejoined(const Marked& marked) {
    const std::string& text = marked.text.utf8;
    Marked result{{{}, marked.text.at}, marked.changed};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n' || !can_be_joined(text, i)) {
            result.text.utf8.push_back(text[i]);
            continue;
        }
        if (is_word_byte(text[i - 1]) && is_word_byte(text[i + 1])) {
            result.text.utf8.push_back(' ');
            continue;
        }
        const auto gone = static_cast<std::uint32_t>(result.text.utf8.size());
        for (Range& range : result.changed) {
            if (range.begin > gone) --range.begin;
            if (range.end > gone) --range.end;
        }
    }
    std::erase_if(result.changed, [](const Range& range) { return range.begin >= range.end; });
    return result;
}

} // namespace

Cell value_cell(std::size_t column, const Marked& written, const HouseStyle& style) {
    const Marked value = style.typesetting.hard_breaks ? written : rejoined(written);
    Paragraph paragraph = make_paragraph(ParagraphKind::body, Role::cell, value, style);
    const bool no_value = is_no_value(value.text.utf8);
    if (no_value) paragraph.style.align = Align::center;
    Cell cell = make_cell(CellKind::data, column, {std::move(paragraph)});
    if (no_value) cell.vertical = VerticalAlign::middle;
    return cell;
}

Cell value_cell(std::size_t column, const TextPair& pair, Side side, const HouseStyle& style) {
    const Marked* value = side_of(pair, side);
    if (value == nullptr) return make_cell(CellKind::data, column, {});
    Cell cell = value_cell(column, *value, style);
    set_mark(mark_of(side), cell.paragraphs.front());
    return cell;
}

std::vector<Paragraph> column_label(const Marked* label, const Marked* note, Role role,
                                    const HouseStyle& style) {
    std::vector<Paragraph> paragraphs;
    for (const Marked* text : {label, note}) {
        if (text != nullptr) paragraphs.push_back(make_paragraph(ParagraphKind::label, role, *text, style));
    }
    return paragraphs;
}

} // namespace taisho
