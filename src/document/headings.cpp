#include "document/headings.h"

#include "document/contents.h"
#include "document/contexts.h"
#include "document/paper_numbers.h"
#include "document/paragraphs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace taisho {
namespace {

Paragraph heading_paragraph(const Heading& heading, std::size_t level, Role role, const HouseStyle& style) {
    Paragraph paragraph = make_paragraph(ParagraphKind::heading, role, plain(whole_heading(heading)), style);
    paragraph.level = static_cast<int>(level);
    paragraph.hang = static_cast<std::uint32_t>(heading.number.utf8.size());
    paragraph.keep_with_next = true;
    return paragraph;
}

bool same_heading(const Heading& a, const Heading& b) {
    return a.number.utf8 == b.number.utf8 && a.title.utf8 == b.title.utf8 &&
           a.title.at.begin == b.title.at.begin;
}

std::string page_words(const Text& page, const HouseStyle& style) {
    if (page.empty()) return {};
    const std::array fillings{Filling{"{}", page.utf8}};
    return fill(style.words.page, fillings);
}

Role role_of(const Revision& revision) { return revision.item ? Role::item : Role::level; }

// The numbers of a run, or the titles of units without numbers.
Heading run_heading(const Heading& first, const Heading& last, const HouseStyle& style) {
    const bool numbers = !first.number.empty() && !last.number.empty();
    const auto name = [&](const Heading& heading) {
        return trimmed(plain(numbers ? heading.number : heading.title)).text.utf8;
    };
    return {{}, {name(first) + style.words.through + name(last), first.title.at}};
}

// Headings of one line stand directly below the section.
int level_of(const Revision& revision, const HouseStyle& style) {
    return style.comparison.headings == PathForm::line ? 2 : static_cast<int>(revision.path.size()) + 2;
}

// What follows belongs to the unit.
void open_heading(const Revision& revision, const Heading& heading, Draft& draft) {
    const Role role = role_of(revision);
    const std::size_t halves = halves_of_line(draft.style.style(role), {}, draft.style);
    Paragraph paragraph = make_paragraph(ParagraphKind::heading, role,
                                         heading_with_path(revision.path, heading, halves), draft.style);
    paragraph.level = level_of(revision, draft.style);
    open_context(std::move(paragraph), draft);
}

// The headings of the levels above, as far as they do not stand there already. Returns the white space that
// is still to stand above the unit: it parts the unit from the one before.
Length append_path(const Revision& revision, const Printed& printed, Draft& draft) {
    const auto same = static_cast<std::size_t>(
        std::ranges::mismatch(printed.path, revision.path, same_heading).in1 - printed.path.begin());
    Length space = draft.style.style(Role::level).space_before;
    for (std::size_t i = same; i < revision.path.size(); ++i) {
        Paragraph paragraph = heading_paragraph(revision.path[i], i + 2, Role::level, draft.style);
        paragraph.style.space_before = std::exchange(space, Length{});
        put_heading(std::move(paragraph), {}, draft);
    }
    return space;
}

// 【４】基本目標４　＞　（５）教育　＞　①福祉と教育の連携
Heading in_one_line(const std::vector<Heading>& path, const Heading& heading, const HouseStyle& style) {
    Heading line{{}, {{}, heading.title.at}};
    for (const Heading& level : path)
        line.title.utf8 += trimmed(plain(whole_heading(level))).text.utf8 + style.words.path;
    line.title.utf8 += whole_heading(heading).utf8;
    return line;
}

// The heading of the unit, below those of its levels or behind them in one line.
Paragraph begin_heading(const Revision& revision, const Heading& heading, const Printed& printed,
                        Draft& draft) {
    const HouseStyle& style = draft.style;
    const bool in_line = style.comparison.headings == PathForm::line;
    const Length space =
        in_line ? style.style(Role::level).space_before : append_path(revision, printed, draft);
    Paragraph paragraph =
        heading_paragraph(in_line ? in_one_line(revision.path, heading, style) : heading,
                          static_cast<std::size_t>(level_of(revision, style)), role_of(revision), style);
    paragraph.style.space_before = space;
    return paragraph;
}

} // namespace

void number_heading(Paragraph& heading, Draft& draft) {
    const Numbering& numbering = draft.style.numbering;
    ++draft.amendments;
    if (numbering.amendments == NumberForm::none || numbering.amendments == NumberForm::as_written) return;
    put_before(number_text(numbering.amendments, draft.amendments, numbering.digits), heading);
}

void append_title(const Text& title, Draft& draft) {
    put(make_paragraph(ParagraphKind::title, Role::title, plain(shown_title(title, draft.style)),
                       draft.style),
        draft);
}

void append_section(const Heading& heading, Draft& draft) {
    const Heading shown = section_heading(heading, ++draft.sections, draft.style.numbering);
    put_heading(heading_paragraph(shown, 1, Role::section, draft.style), {}, draft);
    draft.amendments = 0;
}

void append_headings(const Revision& revision, const Printed& printed, Draft& draft) {
    Paragraph paragraph = begin_heading(revision, revision.heading, printed, draft);
    if (revision.amended) number_heading(paragraph, draft);
    const bool corrected = revision.kind == RevisionKind::corrected;
    if (corrected) append_lightly(draft.style.words.corrected, draft.style, paragraph);
    const bool moved = revision.kind == RevisionKind::moved;
    if (moved) append_lightly(draft.style.words.moved, draft.style, paragraph);
    put_heading(std::move(paragraph), page_words(revision.page, draft.style), draft);
    open_heading(revision, revision.heading, draft);
}

void append_numbers_heading(std::span<const Revision* const> revisions, const Printed& printed,
                            Draft& draft) {
    const Revision& first = *revisions.front();
    const Heading heading = revisions.size() > 1
                                ? run_heading(first.heading, revisions.back()->heading, draft.style)
                                : first.heading;
    Paragraph paragraph = begin_heading(first, heading, printed, draft);
    if (std::ranges::any_of(revisions, [](const Revision* one) { return one->amended; }))
        number_heading(paragraph, draft);
    append_lightly(draft.style.words.renumbered, draft.style, paragraph);
    put_heading(std::move(paragraph), {}, draft);
    open_heading(first, heading, draft);
}

void append_omitted(const Revision& revision, const Printed& printed, Draft& draft) {
    const Heading heading =
        revision.through ? run_heading(revision.heading, *revision.through, draft.style) : revision.heading;
    Paragraph paragraph = begin_heading(revision, heading, printed, draft);
    if (printed.in_list) paragraph.style.space_before = {};
    paragraph.keep_with_next = false;
    if (!draft.style.words.omitted.empty())
        append_lightly("　" + draft.style.words.omitted, draft.style, paragraph);
    put_heading(std::move(paragraph), {}, draft);
}

} // namespace taisho
