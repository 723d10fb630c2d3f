#include "document/shown.h"

#include "compare/mark.h"

#include <algorithm>
#include <array>

namespace taisho {
namespace {

bool is_passage(const FieldPair& field) { return std::holds_alternative<PassagePair>(field); }

const Text& reason_of(const FieldPair& field) {
    return std::visit([](const auto& one) -> const Text& { return one.reason; }, field);
}

// The passages of a deleted item tell the reader what it was; they are compared only when they are all there
// is to delete.
FieldUse use_in_deleted(const FieldPair& field, const Revision& revision) {
    const bool context = is_passage(field) && !std::ranges::all_of(revision.fields, is_passage);
    return context ? FieldUse::context : FieldUse::compared;
}

bool is_told(const FieldPair& field) { return has_change(field) || !reason_of(field).empty(); }

bool is_goal(const FieldPair& field) { return std::holds_alternative<GoalPair>(field); }

// Goals are read against each other: beside one that changes, the others of the item are shown as they are.
FieldUse use_in_revised(const FieldPair& field, const Revision& revision) {
    if (is_told(field)) return FieldUse::compared;
    if (is_passage(field)) return FieldUse::context;
    const bool beside = is_goal(field) && std::ranges::any_of(revision.fields, [](const FieldPair& other) {
                            return is_goal(other) && is_told(other);
                        });
    return beside ? FieldUse::compared : FieldUse::omitted;
}

bool has_any(const TextPair& pair) { return any_side(pair) != nullptr; }

TextPair only_title(const Revision& revision) {
    const Text& title = revision.heading.title;
    if (has_both_sides(revision.kind)) return revision.title;
    return exists_on(revision, Side::before) ? only_before(title) : only_after(title);
}

} // namespace

namespace {

FieldUse usual_use(const FieldPair& field, const Revision& revision) {
    switch (revision.kind) {
    case RevisionKind::revised:
    case RevisionKind::corrected: return use_in_revised(field, revision);
    case RevisionKind::moved: return is_told(field) ? FieldUse::compared : FieldUse::left_out;
    case RevisionKind::deleted:
    case RevisionKind::merged: return use_in_deleted(field, revision);
    case RevisionKind::added:
    case RevisionKind::split: return FieldUse::compared; // all of it is new
    case RevisionKind::renumbered: break;
    case RevisionKind::unchanged: return FieldUse::compared; // where it is shown in full
    }
    return FieldUse::left_out;
}

} // namespace

FieldUse use_of(const FieldPair& field, const Revision& revision, const HouseStyle& style) {
    const FieldUse use = usual_use(field, revision);
    if (use != FieldUse::omitted && use != FieldUse::left_out) return use;
    switch (style.comparison.unchanged) {
    case UnchangedForm::word: return use;
    case UnchangedForm::omit: return FieldUse::nothing;
    case UnchangedForm::full: return FieldUse::compared;
    }
    return use;
}

bool is_footnote(const FieldPair& field) {
    const auto* passage = std::get_if<PassagePair>(&field);
    return passage != nullptr && passage->kind == PassageKind::footnote;
}

std::string missing_word(const Revision& revision, Side side, const HouseStyle& style) {
    const std::string other = whole_heading(revision.other).utf8;
    const std::array fillings{Filling{"{}", other}};
    if (revision.kind == RevisionKind::merged) return fill(style.words.merged, fillings);
    if (revision.kind == RevisionKind::split) return fill(style.words.split, fillings);
    return side == Side::before ? style.words.added : style.words.deleted;
}

namespace {

const std::string& word_for(PassageKind kind, const HouseStyle& style) {
    switch (kind) {
    case PassageKind::bodies: return style.words.bodies;
    case PassageKind::footnote: return style.words.footnote;
    case PassageKind::description:
    case PassageKind::passage: break;
    }
    return style.words.description;
}

Marked label_or(const TextPair& label, const std::string& word) {
    const Marked* text = any_side(label);
    return text != nullptr ? *text : Marked{{word, {}}, {}};
}

} // namespace

Marked name_of(const PassagePair& passage, const HouseStyle& style) {
    return label_or(passage.label, word_for(passage.kind, style));
}

Marked name_of(const FieldPair& field, const HouseStyle& style) {
    if (const auto* goal = std::get_if<GoalPair>(&field)) return label_or(goal->label, style.words.statement);
    if (const auto* table = std::get_if<TablePair>(&field)) return label_or(table->label, style.words.table);
    return name_of(std::get<PassagePair>(field), style);
}

std::string name_of(const Field& field, const HouseStyle& style) {
    if (!label_of(field).empty()) return label_of(field).utf8;
    if (std::holds_alternative<Goal>(field)) return style.words.statement;
    if (std::holds_alternative<FreeTable>(field)) return style.words.table;
    return word_for(std::get<Passage>(field).kind, style);
}

bool leaves_out(const Revision& revision, const HouseStyle& style) {
    return std::ranges::any_of(revision.fields, [&](const FieldPair& field) {
        return use_of(field, revision, style) == FieldUse::left_out;
    });
}

std::vector<NamedPair> heading_pairs(const Revision& revision, const HouseStyle& style) {
    const Words& words = style.words;
    std::vector<NamedPair> pairs;
    if (has_both_sides(revision.kind)) {
        for (const NamedPair& named :
             {NamedPair{words.place, revision.place, true}, NamedPair{words.number, revision.number, true},
              NamedPair{words.name, revision.title}, NamedPair{words.pages, revision.pages}}) {
            if (!has_change(named.pair)) continue;
            const auto side = [](const std::optional<Marked>& text) { // 「第２章　」 without its blank
                return text ? std::optional(trimmed(*text)) : std::nullopt;
            };
            pairs.push_back({named.name, {side(named.pair.before), side(named.pair.after)}, named.moved});
        }
    }
    const bool compares = std::ranges::any_of(revision.fields, [&](const FieldPair& field) {
        return use_of(field, revision, style) == FieldUse::compared;
    });
    if (!pairs.empty() || compares || leaves_out(revision, style)) return pairs;
    if (has_both_sides(revision.kind) && !words.omitted.empty()) { // what is left of an item that was split
        const Marked omitted{{words.omitted, {}}, {}};
        pairs.push_back({words.description, {omitted, omitted}});
    } else if (has_any(only_title(revision))) {
        pairs.push_back({words.name, only_title(revision)});
    }
    return pairs;
}

const std::string& name_of_rest(const Revision& revision, const HouseStyle& style) {
    const bool all = std::ranges::all_of(revision.fields, [&](const FieldPair& field) {
        return use_of(field, revision, style) == FieldUse::left_out;
    });
    return all ? style.words.description : style.words.rest;
}

Marked numbered_heading(const Revision& revision, Side side, const HouseStyle& style) {
    const Marked* number = side_of(revision.number, side);
    const Marked* title = side_of(revision.title, side);
    const Marked shown = title != nullptr ? *title : plain(revision.heading.title);
    const Marked heading = number != nullptr ? joined(*number, "", shown) : shown;
    const bool said = style.comparison.unchanged != UnchangedForm::omit;
    if (!said || style.words.omitted.empty()) return heading;
    return joined(trimmed(heading), "　", {{style.words.omitted, {}}, {}});
}

} // namespace taisho
