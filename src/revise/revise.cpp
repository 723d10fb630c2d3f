#include "amend/apply.h"
#include "check/check.h"
#include "compare/pair.h"
#include "model/write_paper.h"
#include "revise/revisions.h"
#include "xml/write.h"

#include <algorithm>

namespace taisho {
namespace {

// What a paper changes, seen from both plans: units[i] of both is the same level or item.
struct Comparison {
    const Plan& before;
    const Applied& applied;
    std::set<std::size_t> shown; // units that have a revision of their own

    const Unit* old_unit(std::size_t unit) const {
        return unit < before.tree.units.size() ? &before.tree.units[unit] : nullptr;
    }
    const Unit& new_unit(std::size_t unit) const { return applied.plan.tree.units[unit]; }
};

const Text* filled(const Text& text) { return text.empty() ? nullptr : &text; }

void set_reason(FieldPair& pair, const Text& reason) {
    std::visit([&](auto& field) { field.reason = reason; }, pair);
}

bool is_at(const Field* field, Span at) {
    return field != nullptr && place_of(*field).source == at.source && place_of(*field).begin == at.begin;
}

std::vector<FieldPair> compare_fields(const Unit* before, const Unit* after,
                                      const std::vector<FieldReason>& reasons) {
    static const std::vector<Field> nothing;
    const auto fields = [](const Unit* unit) -> const std::vector<Field>& {
        return unit != nullptr && is_item(*unit) ? fields_of(*unit) : nothing;
    };
    std::vector<FieldPair> pairs;
    for (const auto& [fb, fa] : match_fields(fields(before), fields(after))) {
        pairs.push_back(pair_field(fb, fa));
        const auto reason = std::ranges::find_if(reasons, [&, b = fb, a = fa](const FieldReason& r) {
            return is_at(b, r.field) || is_at(a, r.field);
        });
        if (reason != reasons.end()) set_reason(pairs.back(), reason->reason);
    }
    return pairs;
}

// A unit of which either side may not exist, below its headings as they were, or as they are when it is new.
Revision revision_of(RevisionKind kind, const Comparison& comparison, std::size_t unit, const Unit* before,
                     const Unit* after, const std::vector<FieldReason>& reasons) {
    const Unit& any = before != nullptr ? *before : *after;
    const UnitTree& tree = before != nullptr ? comparison.before.tree : comparison.applied.plan.tree;
    Revision revision;
    revision.kind = kind;
    revision.item = is_item(any);
    revision.id = any.id;
    revision.path = headings_above(tree, unit);
    revision.heading = any.heading;
    revision.page = any.page;
    revision.number = pair_texts(before != nullptr ? filled(before->heading.number) : nullptr,
                                 after != nullptr ? filled(after->heading.number) : nullptr);
    revision.title = pair_texts(before != nullptr ? &before->heading.title : nullptr,
                                after != nullptr ? &after->heading.title : nullptr);
    const bool new_page = before != nullptr && after != nullptr && before->page.utf8 != after->page.utf8;
    if (new_page) revision.pages = pair_texts(filled(before->page), filled(after->page));
    revision.fields = compare_fields(before, after, reasons);
    return revision;
}

Revision both_sides(RevisionKind kind, const Comparison& comparison, std::size_t unit, const Effect& effect) {
    const Unit* before = comparison.old_unit(unit);
    return revision_of(kind, comparison, unit, before, &comparison.new_unit(unit), effect.reasons);
}

Revision only_old(RevisionKind kind, const Comparison& comparison, std::size_t unit) {
    return revision_of(kind, comparison, unit, comparison.old_unit(unit), nullptr, {});
}

Revision only_new(RevisionKind kind, const Comparison& comparison, std::size_t unit) {
    return revision_of(kind, comparison, unit, nullptr, &comparison.new_unit(unit), {});
}

// All levels above in one text, as a reader writes a place.
Text place_text(const std::vector<Heading>& path, Span at) {
    Text place{{}, at};
    for (const Heading& heading : path)
        place.utf8.append(place.empty() ? "" : "　").append(heading.number.utf8 + heading.title.utf8);
    return place;
}

bool changes(const Revision& revision) {
    return has_change(revision.number) || has_change(revision.title) || has_change(revision.pages) ||
           std::ranges::any_of(revision.fields, [](const FieldPair& field) { return has_change(field); });
}

// A comparison does not show everything: fields that have changed places, a cell that has become a heading.
bool says_the_same(const Unit& before, const Unit& after) {
    if (!is_item(before)) return true;
    const auto same = [](const Field& b, const Field& a) {
        return same_content(to_element(b), to_element(a));
    };
    return std::ranges::equal(fields_of(before), fields_of(after), same);
}

using Changes = std::vector<Change>;

constexpr std::string_view register_label = "実施主体の名簿";

// ---- one function for each kind ----

void show(const Revise& change, const Amendment& amendment, const Effect& effect,
          const Comparison& comparison, Changes& result, Diagnostics& diagnostics) {
    const RevisionKind kind = change.correction ? RevisionKind::corrected : RevisionKind::revised;
    Revision revision = both_sides(kind, comparison, *effect.unit, effect);
    const bool could_be_read = !has_errors(diagnostics);
    if (could_be_read && !changes(revision) &&
        says_the_same(*comparison.old_unit(*effect.unit), comparison.new_unit(*effect.unit)))
        add_error(diagnostics, Code::nothing_changes, amendment.at, {change.unit.id.utf8});
    result.emplace_back(std::move(revision));
}

void show(const Delete&, const Amendment&, const Effect& effect, const Comparison& comparison,
          Changes& result, Diagnostics&) {
    result.emplace_back(only_old(RevisionKind::deleted, comparison, *effect.unit));
    for (const std::size_t below : effect.others) {
        if (comparison.old_unit(below) != nullptr)
            result.emplace_back(only_old(RevisionKind::deleted, comparison, below));
    }
}

void show(const Add&, const Amendment&, const Effect& effect, const Comparison& comparison, Changes& result,
          Diagnostics&) {
    result.emplace_back(only_new(RevisionKind::added, comparison, *effect.unit));
    for (const std::size_t below : effect.others)
        result.emplace_back(only_new(RevisionKind::added, comparison, below));
}

void show(const Move&, const Amendment& amendment, const Effect& effect, const Comparison& comparison,
          Changes& result, Diagnostics&) {
    Revision revision = both_sides(RevisionKind::moved, comparison, *effect.unit, effect);
    const Text before = place_text(revision.path, amendment.at);
    revision.new_path = headings_above(comparison.applied.plan.tree, *effect.unit);
    const Text after = place_text(revision.new_path, amendment.at);
    revision.place = pair_texts(&before, &after);
    result.emplace_back(std::move(revision));
}

void show(const Renumber& change, const Amendment& amendment, const Effect& effect,
          const Comparison& comparison, Changes& result, Diagnostics& diagnostics) {
    Revision revision = both_sides(RevisionKind::renumbered, comparison, *effect.unit, effect);
    if (!has_change(revision.number))
        add_error(diagnostics, Code::nothing_changes, amendment.at, {change.unit.id.utf8});
    result.emplace_back(std::move(revision));
}

void show(const Merge&, const Amendment&, const Effect& effect, const Comparison& comparison, Changes& result,
          Diagnostics&) {
    const bool is_new = comparison.old_unit(*effect.unit) == nullptr; // then it is shown as added
    if (!is_new) result.emplace_back(both_sides(RevisionKind::revised, comparison, *effect.unit, effect));
    for (const std::size_t from : effect.others) {
        Revision revision = only_old(RevisionKind::merged, comparison, from);
        revision.other = comparison.new_unit(*effect.unit).heading;
        result.emplace_back(std::move(revision));
    }
}

void show(const Split&, const Amendment&, const Effect& effect, const Comparison& comparison, Changes& result,
          Diagnostics&) {
    result.emplace_back(both_sides(RevisionKind::revised, comparison, *effect.unit, effect));
    for (const std::size_t item : effect.others) {
        Revision revision = only_new(RevisionKind::split, comparison, item);
        revision.other = comparison.old_unit(*effect.unit)->heading;
        result.emplace_back(std::move(revision));
    }
}

void show(const Rename& change, const Amendment&, const Effect& effect, const Comparison& comparison,
          Changes& result, Diagnostics&) {
    Renaming renaming{change.from, change.to, {}, {}};
    const UnitTree& tree = comparison.applied.plan.tree;
    for (const Replacement& replacement : effect.replacements) {
        RenamedPlace place{{}, {}, std::nullopt, replacement.count};
        if (replacement.unit) {
            const Unit& unit = tree.units[*replacement.unit];
            place.path = headings_above(tree, *replacement.unit);
            place.heading = unit.heading;
            if (replacement.field) place.field = fields_of(unit)[*replacement.field];
        } else if (replacement.field) {
            place.field = Passage{PassageKind::bodies, Text{std::string(register_label), {}}, {}, {}};
        }
        renaming.places.push_back(std::move(place));
    }
    result.emplace_back(std::move(renaming));
}

// A unit that stays as it is, and all that stands below it.
Revision unchanged_unit(const Comparison& comparison, std::size_t unit) {
    Revision revision = both_sides(RevisionKind::unchanged, comparison, unit, {});
    const UnitTree& tree = comparison.applied.plan.tree;
    revision.path = headings_above(tree, unit);
    revision.heading = comparison.new_unit(unit).heading;
    if (revision.item) return revision;
    for (const std::size_t below : children_of(tree, unit))
        if (comparison.old_unit(below) != nullptr) revision.run.push_back(unchanged_unit(comparison, below));
    return revision;
}

void show(const Unchanged&, const Amendment&, const Effect& effect, const Comparison& comparison,
          Changes& result, Diagnostics&) {
    const Unit& first = comparison.new_unit(*effect.unit);
    Revision revision;
    revision.kind = RevisionKind::unchanged;
    revision.item = is_item(first);
    revision.id = first.id;
    revision.path = headings_above(comparison.applied.plan.tree, *effect.unit);
    revision.heading = first.heading;
    if (!effect.others.empty()) revision.through = comparison.new_unit(effect.others.back()).heading;
    revision.run.push_back(unchanged_unit(comparison, *effect.unit));
    for (const std::size_t other : effect.others) revision.run.push_back(unchanged_unit(comparison, other));
    result.emplace_back(std::move(revision));
}

PassagePair plan_passage(std::string_view label, const Text& before, const Text& after) {
    const Text name{std::string(label), after.at};
    return {PassageKind::passage, pair_texts(&name, &name), pair_texts(filled(before), filled(after)), {}};
}

Text years_text(const std::optional<YearRange>& years) {
    return years ? Text{years->from.utf8 + "～" + years->to.utf8, years->from.at} : Text{};
}

Text names_text(const std::vector<Text>& names) {
    Text text;
    for (const Text& name : names) {
        if (text.empty()) text.at = name.at;
        text.utf8.append(text.empty() ? "" : "、").append(name.utf8);
    }
    return text;
}

void show(const RevisePlan& change, const Amendment& amendment, const Effect&, const Comparison& comparison,
          Changes& result, Diagnostics& diagnostics) {
    const Plan &before = comparison.before, &after = comparison.applied.plan;
    Revision revision;
    revision.item = false;
    revision.heading.title = before.title;
    revision.title = pair_texts(filled(before.title), filled(after.title));
    if (change.years || change.no_years)
        revision.fields.emplace_back(
            plan_passage("計画期間", years_text(before.years), years_text(after.years)));
    if (change.body_names)
        revision.fields.emplace_back(
            plan_passage(register_label, names_text(before.body_names), names_text(after.body_names)));
    if (!changes(revision)) add_error(diagnostics, Code::nothing_changes, amendment.at, {before.title.utf8});
    result.emplace_back(std::move(revision));
}

// Numbers that moved up or down because of the amendment, unless the unit is shown anyway.
void show_shifted(const Effect& effect, Comparison& comparison, Changes& result) {
    for (const std::size_t unit : effect.shifted) {
        const bool is_there = comparison.applied.amended.contains(unit); // it may have been deleted since
        if (!is_there || comparison.old_unit(unit) == nullptr) continue;
        if (!comparison.shown.insert(unit).second) continue;
        Revision revision = both_sides(RevisionKind::renumbered, comparison, unit, {});
        if (has_change(revision.number)) result.emplace_back(std::move(revision));
    }
}

void show_one(const Amendment& amendment, const Effect& effect, Comparison& comparison, Changes& result,
              Diagnostics& diagnostics) {
    const bool needs_no_unit = std::holds_alternative<Rename>(amendment.change) ||
                               std::holds_alternative<RevisePlan>(amendment.change);
    if (!effect.unit && !needs_no_unit) return; // what it names could not be found
    const std::size_t first = result.size();
    const bool with_all_below =
        std::holds_alternative<Delete>(amendment.change) || std::holds_alternative<Add>(amendment.change);
    std::visit([&](const auto& change) { show(change, amendment, effect, comparison, result, diagnostics); },
               amendment.change);
    Change& named = result[with_all_below ? first : result.size() - 1];
    std::visit([&](auto& change) { change.annotations = amendment.annotations; }, named);
    if (auto* revision = std::get_if<Revision>(&named)) revision->amended = true;
    show_shifted(effect, comparison, result);
}

} // namespace

Revisions revise(const Paper& paper, Diagnostics& diagnostics) {
    check_plan(paper.plan, diagnostics);
    const Applied applied = apply(paper.plan, paper.sections, diagnostics);
    check_amended(paper.plan, applied.plan, applied.amended, diagnostics);
    Comparison comparison{paper.plan, applied, {}};
    for (const Effect& effect : applied.effects) {
        if (effect.unit) comparison.shown.insert(*effect.unit);
        comparison.shown.insert(effect.others.begin(), effect.others.end());
    }
    Revisions revisions{paper.number,   paper.title, paper.meeting,     paper.department, paper.cover,
                        paper.contents, {},          paper.plan.version};
    std::size_t next = 0;
    for (const Section& section : paper.sections) {
        RevisedSection& revised =
            revisions.sections.emplace_back(RevisedSection{section.heading, {}, section.arrangement});
        for (const Amendment& amendment : section.amendments)
            show_one(amendment, applied.effects[next++], comparison, revised.changes, diagnostics);
    }
    return revisions;
}

} // namespace taisho
