#include "document/compose.h"

#include "document/arrangements.h"
#include "document/change_entries.h"
#include "document/contents.h"
#include "document/cover.h"
#include "document/document_digits.h"
#include "document/headings.h"
#include "document/padding.h"
#include "document/properties.h"
#include "document/renaming.h"
#include "document/running.h"
#include "text/numbering.h"

#include <algorithm>

namespace taisho {
namespace {

// What stands above a unit that follows this one: a level's own heading stands above what it holds.
Printed printed_after(const Revision& revision, bool with_heading) {
    Printed printed{revision.path, false};
    if (with_heading && !revision.item) printed.path.push_back(revision.heading);
    return printed;
}

void append_compared(const Revision& revision, Printed& printed, Draft& draft) {
    append_headings(revision, printed, draft);
    switch (draft.arrangement) {
    case Arrangement::by_year:
    case Arrangement::side_by_side: append_beside(revision, draft); break;
    case Arrangement::stacked: append_stacked(revision, draft); break;
    case Arrangement::list: break; // has no headings, see append_list
    }
    printed = printed_after(revision, true);
}

// All that stays as it is, a unit at a time.
void append_in_full(const std::vector<Revision>& run, Printed& printed, Draft& draft) {
    for (const Revision& unit : run) {
        if (!unit.fields.empty()) append_compared(unit, printed, draft);
        append_in_full(unit.run, printed, draft);
    }
}

void append_unchanged(const Revision& revision, Printed& printed, Draft& draft) {
    const Comparison& comparison = draft.style.comparison;
    if (comparison.unchanged == UnchangedForm::omit) return;
    if (comparison.unchanged == UnchangedForm::full) return append_in_full(revision.run, printed, draft);
    const bool each = comparison.runs == UnchangedRuns::each && !revision.run.empty();
    const std::span<const Revision> lines = each ? std::span(revision.run) : std::span(&revision, 1);
    for (const Revision& line : lines) {
        append_omitted(line, printed, draft);
        printed = {line.path, true};
    }
}

void append_revision(const Revision& revision, Printed& printed, Draft& draft) {
    if (revision.kind == RevisionKind::unchanged)
        append_unchanged(revision, printed, draft);
    else
        append_compared(revision, printed, draft);
}

const Revision* renumbered(const Change& change) {
    const auto* revision = std::get_if<Revision>(&change);
    return revision != nullptr && revision->kind == RevisionKind::renumbered ? revision : nullptr;
}

bool same_level(const Revision& a, const Revision& b) {
    return std::ranges::equal(a.path, b.path, [](const Heading& left, const Heading& right) {
        return left.number.utf8 == right.number.utf8 && left.title.utf8 == right.title.utf8 &&
               left.title.at.begin == right.title.at.begin;
    });
}

// ④ behind ③: where a number is left out, ③～⑤ would say too much.
bool follows(const Revision& before, const Revision& after) {
    const auto a = parse_heading_number(before.heading.number.utf8);
    const auto b = parse_heading_number(after.heading.number.utf8);
    return !a || !b || b->value == a->value + 1;
}

// The units from `first` on of which nothing but the number changes and that stand on one level, one behind
// the other.
std::vector<const Revision*> numbers_from(const std::vector<Change>& changes, std::size_t first) {
    std::vector<const Revision*> run;
    for (std::size_t i = first; i < changes.size(); ++i) {
        const Revision* revision = renumbered(changes[i]);
        if (revision == nullptr) break;
        if (!run.empty() && !(same_level(*run.front(), *revision) && follows(*run.back(), *revision))) break;
        run.push_back(revision);
    }
    return run;
}

void append_numbers(const std::vector<const Revision*>& run, Printed& printed, Draft& draft) {
    append_numbers_heading(run, printed, draft);
    switch (draft.arrangement) {
    case Arrangement::by_year:
    case Arrangement::side_by_side: append_numbers_beside(run, draft); break;
    case Arrangement::stacked: append_numbers_stacked(run, draft); break;
    case Arrangement::list: break;
    }
    printed = printed_after(*run.front(), false);
}

Arrangement arrangement_of(const RevisedSection& section, const HouseStyle& style) {
    return arrangement_named(section.arrangement.utf8).value_or(style.arrangement);
}

void append_changes(const std::vector<Change>& changes, Draft& draft) {
    Printed printed; // headings stand anew under each section
    for (std::size_t i = 0; i < changes.size();) {
        const auto first = static_cast<std::uint32_t>(draft.document.body.size());
        const std::vector<const Revision*> run = numbers_from(changes, i);
        if (!run.empty()) {
            append_numbers(run, printed, draft);
        } else if (const auto* revision = std::get_if<Revision>(&changes[i])) {
            append_revision(*revision, printed, draft);
        } else {
            append_renaming(std::get<Renaming>(changes[i]), draft);
            printed = {};
        }
        const std::size_t shown = std::max<std::size_t>(run.size(), 1);
        const bool any = first < draft.document.body.size();
        if (is_shown(changes[i])) draft.shown += static_cast<std::uint32_t>(shown);
        draft.document.changes.insert(draft.document.changes.end(), shown, any ? first : no_block);
        i += shown;
        ++draft.unit, draft.context = -1;
    }
}

// Sections of one list stand in one table, unless each has its heading.
std::size_t end_of_list(const std::vector<RevisedSection>& sections, std::size_t first, const Draft& draft) {
    std::size_t end = first + 1;
    if (draft.style.comparison.list_sections == ListSections::heading) return end;
    while (end < sections.size() && arrangement_of(sections[end], draft.style) == Arrangement::list) ++end;
    return end;
}

void append_sections(const std::vector<RevisedSection>& sections, Draft& draft) {
    for (std::size_t i = 0, end = 0; i < sections.size(); i = end) {
        end = i + 1;
        draft.arrangement = arrangement_of(sections[i], draft.style);
        const bool list = draft.arrangement == Arrangement::list;
        const bool headed = !list || draft.style.arrangement != Arrangement::list ||
                            draft.style.comparison.list_sections == ListSections::heading;
        if (headed) append_section(sections[i].heading, draft);
        if (!list) {
            append_changes(sections[i].changes, draft);
            continue;
        }
        if (!headed) end = end_of_list(sections, i, draft);
        append_list(std::span(sections).subspan(i, end - i), draft);
        ++draft.unit, draft.context = -1;
    }
}

Document compose_as_they_are(const Revisions& revisions, const HouseStyle& style) {
    Draft draft{style,
                {properties_of(revisions, style),
                 style.spoken,
                 revisions.number.utf8,
                 with_facts(style.page, revisions),
                 style.numbering.digits,
                 style.sheet_fonts,
                 style.typesetting,
                 {},
                 {},
                 {}}};
    draft.arrangement = style.arrangement;
    draft.legend_due = true;
    draft.lists_headings = style.contents.always || revisions.contents;
    const bool has_cover = style.cover.always || revisions.cover;
    if (has_cover)
        append_cover(revisions, draft);
    else
        append_title(revisions.title, draft);
    const std::size_t below_title = draft.document.body.size();
    // The cover and the contents stay with the title, not with the first item.
    if (has_cover || draft.lists_headings) ++draft.unit;
    append_sections(revisions.sections, draft);
    put_legend_below(draft);
    insert_contents(below_title, draft);
    if (has_cover && below_title < draft.document.body.size())
        draft.document.body[below_title].starts_page = true;
    if (style.numbering.in_text) set_digits(style.numbering.digits, draft.document);
    return std::move(draft.document);
}

} // namespace

Document compose(const Revisions& revisions, const HouseStyle& style) {
    return style.comparison.padding ? compose_as_they_are(padded(revisions), style)
                                    : compose_as_they_are(revisions, style);
}

} // namespace taisho
