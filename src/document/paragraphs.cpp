#include "document/paragraphs.h"

#include "revise/mark.h"

#include <algorithm>
#include <utility>

namespace taisho {

const Marked* side_of(const TextPair& pair, SideName side) {
    const std::optional<Marked>& marked = side == SideName::before ? pair.before : pair.after;
    return marked ? &*marked : nullptr;
}

const Marked* any_side(const TextPair& pair) {
    const Marked* after = side_of(pair, SideName::after);
    return after != nullptr ? after : side_of(pair, SideName::before);
}

namespace {

// Stretches of one mark each, without gaps.
std::vector<Run> runs_of(const Marked& marked, Family family) {
    std::vector<Run> runs;
    const auto size = static_cast<std::uint32_t>(marked.text.utf8.size());
    std::uint32_t at = 0;
    const auto add = [&](std::uint32_t end, bool changed) {
        if (at < end) runs.push_back({at, end, family, changed});
        at = end;
    };
    for (const Range& range : marked.changed) add(range.begin, false), add(range.end, true);
    add(size, false);
    return runs;
}

} // namespace

Paragraph make_paragraph(ParagraphKind kind, Role role, const Marked& text, const HouseStyle& style) {
    Paragraph paragraph;
    paragraph.kind = kind;
    paragraph.text = text.text.utf8;
    paragraph.style = style.style(role);
    paragraph.runs = runs_of(text, paragraph.style.family);
    paragraph.at = text.text.at;
    return paragraph;
}

Paragraph make_paragraph(ParagraphKind kind, Role role, std::string_view text, const HouseStyle& style) {
    return make_paragraph(kind, role, Marked{{std::string(text), {}}, {}}, style);
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

Cell value_cell(std::size_t column, const TextPair& pair, SideName side, const HouseStyle& style) {
    const Marked* value = side_of(pair, side);
    if (value == nullptr) return make_cell(CellKind::data, column, {});
    Paragraph paragraph = make_paragraph(ParagraphKind::body, Role::cell, *value, style);
    const bool no_value = is_no_value(value->text.utf8);
    if (no_value) paragraph.style.align = Align::center;
    Cell cell = make_cell(CellKind::data, column, {std::move(paragraph)});
    if (no_value) cell.vertical = VerticalAlign::middle;
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

void append_title(const Revisions& revisions, const HouseStyle& style, Document& document) {
    const Marked title{revisions.title, {}};
    document.body.push_back({make_paragraph(ParagraphKind::title, Role::title, title, style), 0});
}

namespace {

Paragraph heading_paragraph(const Heading& heading, int level, Role role, const HouseStyle& style) {
    const Marked text{{heading.number.utf8 + heading.title.utf8, heading.title.at}, {}};
    Paragraph paragraph = make_paragraph(ParagraphKind::heading, role, text, style);
    paragraph.level = level;
    paragraph.hang = static_cast<std::uint32_t>(heading.number.utf8.size());
    paragraph.keep_with_next = true;
    return paragraph;
}

bool same_heading(const Heading& a, const Heading& b) {
    return a.number.utf8 == b.number.utf8 && a.title.utf8 == b.title.utf8 &&
           a.title.at.begin == b.title.at.begin;
}

} // namespace

// A heading is printed once for a run of items below it: from the first level that differs from what stands
// above. The white space stands above the first heading of an item and parts it from the item before.
void append_headings(const Revision& revision, const std::vector<Heading>& printed, std::uint32_t unit,
                     const HouseStyle& style, Document& document) {
    const auto same = static_cast<std::size_t>(
        std::ranges::mismatch(printed, revision.path, same_heading).in1 - printed.begin());
    Length space = style.style(Role::level).space_before;
    const auto append = [&](const Heading& heading, std::size_t depth, Role role) {
        Paragraph paragraph = heading_paragraph(heading, static_cast<int>(depth) + 2, role, style);
        paragraph.style.space_before = std::exchange(space, Length{});
        document.body.push_back({std::move(paragraph), unit});
    };
    for (std::size_t i = same; i < revision.path.size(); ++i) append(revision.path[i], i, Role::level);
    append(revision.heading, revision.path.size(), Role::item);
}

bool is_compared(const PassagePair& passage, const Revision& revision) {
    if (revision.kind == RevisionKind::revised) return has_change(passage.text) || has_change(passage.label);
    if (revision.kind == RevisionKind::added) return true; // all of it is new
    const auto is_goal = [](const FieldPair& field) { return std::holds_alternative<GoalPair>(field); };
    return std::ranges::none_of(revision.fields,
                                is_goal); // then the passages are all there is to delete or add
}

TextPair title_pair(const Revision& revision) {
    const Text& title = revision.heading.title;
    return revision.kind == RevisionKind::deleted ? only_before(title) : only_after(title);
}

} // namespace taisho
