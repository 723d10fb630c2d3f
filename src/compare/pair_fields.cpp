#include "compare/mark.h"
#include "compare/pair.h"
#include "text/fold.h"

#include <algorithm>
#include <functional>
#include <limits>

// Two lists are paired in two steps. First it is found out which entries belong together, by rules from the
// surest to the weakest: written in the same place, then the same name, then the same kind. Then the pairs
// are put into the order of `after`, and what only `before` has goes behind its predecessor, before what is
// new.

namespace taisho {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

// For each entry of `after` the entry of `before` that belongs to it, or none.
using Matches = std::vector<std::size_t>;

bool is_free(const Matches& matches, std::size_t before) {
    return std::ranges::find(matches, before) == matches.end();
}

// Matches what is not matched yet by one rule, the first with the first.
template <class T, class Rule>
void match_by(const std::vector<T>& before, const std::vector<T>& after, Rule rule, Matches& matches) {
    std::vector<std::size_t> unmatched;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (is_free(matches, i)) unmatched.push_back(i);
    }
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (matches[j] != none) continue;
        const auto found =
            std::ranges::find_if(unmatched, [&](std::size_t i) { return rule(before[i], after[j]); });
        if (found == unmatched.end()) continue;
        matches[j] = *found;
        unmatched.erase(found);
    }
}

template <class T>
using Pairs = std::vector<std::pair<const T*, const T*>>;

template <class T>
Pairs<T> in_order(const std::vector<T>& before, const std::vector<T>& after, const Matches& matches) {
    Pairs<T> pairs;
    std::size_t next = 0;
    const auto append_unmatched = [&](std::size_t end) {
        for (; next < end; ++next) {
            if (is_free(matches, next)) pairs.emplace_back(&before[next], nullptr);
        }
    };
    for (std::size_t j = 0; j < after.size(); ++j) {
        const auto following = std::find_if(matches.begin() + static_cast<std::ptrdiff_t>(j), matches.end(),
                                            [](std::size_t match) { return match != none; });
        append_unmatched(following == matches.end() ? before.size() : *following);
        const bool paired = matches[j] != none;
        pairs.emplace_back(paired ? &before[matches[j]] : nullptr, &after[j]);
        if (paired) next = std::max(next, matches[j] + 1);
    }
    append_unmatched(before.size());
    return pairs;
}

bool same_place(Span a, Span b) {
    return a.source != no_source && a.source == b.source && a.begin == b.begin;
}

bool same_text(const Text& a, const Text& b) { return fold_width(a.utf8) == fold_width(b.utf8); }

// ---- goals ----

Pairs<Column> pair_columns(const std::vector<Column>& before, const std::vector<Column>& after) {
    Matches matches(after.size(), none);
    match_by(
        before, after, [](const Column& b, const Column& a) { return same_place(b.at, a.at); }, matches);
    match_by(
        before, after, [](const Column& b, const Column& a) { return b.year && b.year == a.year; }, matches);
    match_by(
        before, after,
        [](const Column& b, const Column& a) { return b.kind == a.kind && same_text(b.label, a.label); },
        matches);
    match_by(
        before, after,
        [](const Column& b, const Column& a) {
            return b.kind == a.kind && (b.kind == ColumnKind::baseline || b.kind == ColumnKind::target);
        },
        matches);
    return in_order(before, after, matches);
}

// A row whose name was changed is known by its values.
bool share_most_values(const ValueRow& before, const ValueRow& after) {
    std::size_t same = 0;
    const std::size_t count = std::min(before.values.size(), after.values.size());
    for (std::size_t i = 0; i < count; ++i) same += before.values[i].utf8 == after.values[i].utf8 ? 1U : 0U;
    return same * 2 > std::max(before.values.size(), after.values.size());
}

Pairs<ValueRow> pair_rows(const std::vector<ValueRow>& before, const std::vector<ValueRow>& after) {
    Matches matches(after.size(), none);
    match_by(
        before, after, [](const ValueRow& b, const ValueRow& a) { return same_text(b.label, a.label); },
        matches);
    match_by(before, after, share_most_values, matches);
    if (before.size() == 1 && after.size() == 1) matches.front() = 0;
    return in_order(before, after, matches);
}

const Text* value_at(const Goal* goal, const ValueRow* row, const Column* column) {
    if (goal == nullptr || row == nullptr || column == nullptr) return nullptr;
    const auto index = static_cast<std::size_t>(column - goal->columns.data());
    return index < row->values.size() ? &row->values[index] : nullptr;
}

const Text* filled(const Text* text) { return text != nullptr && !text->empty() ? text : nullptr; }

const Text* note_of(const Column* column) {
    return column != nullptr && column->note ? &*column->note : nullptr;
}

template <class T>
const Text* label_in(const T* entry) {
    return entry != nullptr ? filled(&entry->label) : nullptr;
}

// One side is null when the goal does not exist there.
GoalPair pair_goals(const Goal* before, const Goal* after) {
    static const Goal nothing{};
    const Goal& b = before != nullptr ? *before : nothing;
    const Goal& a = after != nullptr ? *after : nothing;
    GoalPair pair{(after != nullptr ? *after : *before).kind,
                  pair_texts(label_in(before), label_in(after)),
                  pair_texts(filled(&b.statement), filled(&a.statement)),
                  {},
                  {},
                  {}};
    const Pairs<Column> columns = pair_columns(b.columns, a.columns);
    for (const auto& [cb, ca] : columns) {
        pair.columns.push_back({ca != nullptr ? ca->kind : cb->kind, pair_texts(label_in(cb), label_in(ca)),
                                pair_texts(note_of(cb), note_of(ca))});
    }
    for (const auto& [rb, ra] : pair_rows(b.rows, a.rows)) {
        RowPair row{pair_texts(label_in(rb), label_in(ra)), {}};
        for (const auto& [cb, ca] : columns)
            row.values.push_back(pair_texts(value_at(before, rb, cb), value_at(after, ra, ca)));
        pair.rows.push_back(std::move(row));
    }
    return pair;
}

PassagePair pair_passages(const Passage* before, const Passage* after) {
    return {
        (after != nullptr ? after : before)->kind,
        pair_texts(label_in(before), label_in(after)),
        pair_texts(before != nullptr ? &before->text : nullptr, after != nullptr ? &after->text : nullptr),
        {}};
}

// ---- fields ----

bool same_type(const Field& a, const Field& b) { return a.index() == b.index(); }

// Whether so much of two texts is common that a reader sees one changed text and not two.
bool is_similar(const Text& before, const Text& after) {
    const TextPair pair = mark_changes(before, after);
    return pair.before->changed.size() != 1 ||
           pair.before->changed.front() != Range{0, static_cast<std::uint32_t>(before.utf8.size())};
}

// The weakest rule. A description or 実施主体 is the only one of its kind as a rule, and a goal is known by
// its kind; of running texts, footnotes and tables there are many.
bool same_by_kind(const Field& before, const Field& after) {
    if (!same_type(before, after) || kind_of(before) != kind_of(after)) return false;
    const auto* b = std::get_if<Passage>(&before);
    if (b == nullptr) return std::holds_alternative<Goal>(before);
    const bool only_one = b->kind == PassageKind::description || b->kind == PassageKind::bodies;
    return only_one || is_similar(b->text, std::get<Passage>(after).text);
}

// Of running texts and footnotes without a label there are many; what they say tells them apart.
bool is_named(const Field& field) {
    const auto* passage = std::get_if<Passage>(&field);
    return passage == nullptr || !passage->label.empty() || passage->kind == PassageKind::description ||
           passage->kind == PassageKind::bodies;
}

bool has_same_text(const Field& before, const Field& after) {
    const auto *b = std::get_if<Passage>(&before), *a = std::get_if<Passage>(&after);
    return b != nullptr && a != nullptr && b->text.utf8 == a->text.utf8;
}

constexpr std::size_t most_compared = 400; // pairs of texts

} // namespace

std::vector<std::pair<const Field*, const Field*>> match_fields(const std::vector<Field>& before,
                                                                const std::vector<Field>& after) {
    Matches matches(after.size(), none);
    const auto at_place = [](const Field& b, const Field& a) {
        return same_type(b, a) && same_place(place_of(b), place_of(a));
    };
    const auto by_name = [](const Field& b, const Field& a) {
        return same_type(b, a) && kind_of(b) == kind_of(a) && same_text(label_of(b), label_of(a));
    };
    const auto by_label = [](const Field& b, const Field& a) {
        return same_type(b, a) && !label_of(b).empty() && same_text(label_of(b), label_of(a));
    };
    const auto same_words = [&](const Field& b, const Field& a) {
        return by_name(b, a) && has_same_text(b, a);
    };
    const auto by_own_name = [&](const Field& b, const Field& a) { return by_name(b, a) && is_named(b); };
    match_by(before, after, at_place, matches);
    match_by(before, after, same_words, matches);
    match_by(before, after, by_own_name, matches);
    if (before.size() * after.size() <= most_compared) match_by(before, after, same_by_kind, matches);
    match_by(before, after, by_name, matches);
    match_by(before, after, by_label, matches);
    return in_order(before, after, matches);
}

FieldPair pair_field(const Field* before, const Field* after) {
    return std::visit(
        [&]<class Kind>(const Kind&) -> FieldPair {
            const Kind* b = before != nullptr ? std::get_if<Kind>(before) : nullptr;
            const Kind* a = after != nullptr ? std::get_if<Kind>(after) : nullptr;
            if constexpr (std::is_same_v<Kind, Goal>) return pair_goals(b, a);
            if constexpr (std::is_same_v<Kind, Passage>) return pair_passages(b, a);
            if constexpr (std::is_same_v<Kind, FreeTable>) return pair_tables(b, a);
        },
        after != nullptr ? *after : *before);
}

TextPair pair_texts(const Text* before, const Text* after) {
    if (before != nullptr && after != nullptr) return mark_changes(*before, *after);
    if (before != nullptr) return only_before(*before);
    if (after != nullptr) return only_after(*after);
    return {};
}

std::vector<FieldPair> pair_fields(const std::vector<Field>* before, const std::vector<Field>* after) {
    static const std::vector<Field> nothing;
    std::vector<FieldPair> pairs;
    for (const auto& [fb, fa] :
         match_fields(before != nullptr ? *before : nothing, after != nullptr ? *after : nothing))
        pairs.push_back(pair_field(fb, fa));
    return pairs;
}

} // namespace taisho
