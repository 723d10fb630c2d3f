#include "revise/apply.h"
#include "revise/mark.h"
#include "revise/revisions.h"

#include "text/fold.h"

#include <algorithm>
#include <map>

namespace taisho {
namespace {

bool changes(const std::optional<Marked>& side) { return side && !side->changed.empty(); }

// A pair of texts of which either side may not exist.
TextPair pair_up(const Text* before, const Text* after) {
    if (before != nullptr && after != nullptr) return mark_changes(*before, *after);
    if (before != nullptr) return only_before(*before);
    if (after != nullptr) return only_after(*after);
    return {};
}

template <class T>
const T* address(const std::optional<T>& value) {
    return value ? &*value : nullptr;
}

// The entries of two lists that belong together, in the order of `after` with what only `before` has put in
// behind its predecessor. `same` tells which entries belong together.
template <class T, class Same>
std::vector<std::pair<const T*, const T*>> align(const std::vector<T>& before, const std::vector<T>& after,
                                                 Same same) {
    std::vector<std::pair<const T*, const T*>> pairs;
    std::size_t next = 0; // first entry of `before` that is not placed yet
    for (const T& entry : after) {
        const auto found = std::find_if(before.begin() + static_cast<std::ptrdiff_t>(next), before.end(),
                                        [&](const T& candidate) { return same(candidate, entry); });
        if (found == before.end()) {
            pairs.emplace_back(nullptr, &entry);
            continue;
        }
        const auto at = static_cast<std::size_t>(found - before.begin());
        for (; next < at; ++next) pairs.emplace_back(&before[next], nullptr);
        pairs.emplace_back(&before[next++], &entry);
    }
    for (; next < before.size(); ++next) pairs.emplace_back(&before[next], nullptr);
    return pairs;
}

bool same_column(const Column& a, const Column& b) {
    if (a.at.source == b.at.source && a.at.begin == b.at.begin) return true;
    if (a.year || b.year) return a.year == b.year;
    return a.kind == b.kind && fold_width(a.label.utf8) == fold_width(b.label.utf8);
}

bool same_row(const ValueRow& a, const ValueRow& b) {
    return fold_width(a.label.utf8) == fold_width(b.label.utf8);
}

const Text* value_at(const Goal* goal, const ValueRow* row, const Column* column) {
    if (goal == nullptr || row == nullptr || column == nullptr) return nullptr;
    const auto index = static_cast<std::size_t>(column - goal->columns.data());
    return index < row->values.size() ? &row->values[index] : nullptr;
}

const Text* filled(const Text* text) { return text != nullptr && !text->empty() ? text : nullptr; }

// One side is null when the goal does not exist there.
GoalPair pair_goals(const Goal* before, const Goal* after) {
    static const Goal none{};
    const Goal& b = before != nullptr ? *before : none;
    const Goal& a = after != nullptr ? *after : none;
    const auto side = [](const Goal* goal, const Text& text) {
        return goal != nullptr ? filled(&text) : nullptr;
    };

    GoalPair pair{pair_up(side(before, b.label), side(after, a.label)),
                  pair_up(side(before, b.statement), side(after, a.statement)),
                  {},
                  {}};
    const auto columns = align(b.columns, a.columns, same_column);
    for (const auto& [cb, ca] : columns) {
        const Text* label_before = cb != nullptr ? &cb->label : nullptr;
        const Text* label_after = ca != nullptr ? &ca->label : nullptr;
        pair.columns.push_back({ca != nullptr ? ca->kind : cb->kind, pair_up(label_before, label_after),
                                pair_up(cb != nullptr ? address(cb->note) : nullptr,
                                        ca != nullptr ? address(ca->note) : nullptr)});
    }
    for (const auto& [rb, ra] : align(b.rows, a.rows, same_row)) {
        RowPair row{pair_up(filled(rb != nullptr ? &rb->label : nullptr),
                            filled(ra != nullptr ? &ra->label : nullptr)),
                    {}};
        for (const auto& [cb, ca] : columns)
            row.values.push_back(pair_up(value_at(before, rb, cb), value_at(after, ra, ca)));
        pair.rows.push_back(std::move(row));
    }
    return pair;
}

PassagePair pair_passages(const Passage* before, const Passage* after) {
    const Passage& any = after != nullptr ? *after : *before;
    return {any.kind,
            pair_up(before != nullptr ? filled(&before->label) : nullptr,
                    after != nullptr ? filled(&after->label) : nullptr),
            pair_up(before != nullptr ? &before->text : nullptr, after != nullptr ? &after->text : nullptr)};
}

FieldPair pair_fields(const Field* before, const Field* after) {
    const Field& any = after != nullptr ? *after : *before;
    if (std::holds_alternative<Goal>(any)) {
        return pair_goals(before != nullptr ? &std::get<Goal>(*before) : nullptr,
                          after != nullptr ? &std::get<Goal>(*after) : nullptr);
    }
    return pair_passages(before != nullptr ? &std::get<Passage>(*before) : nullptr,
                         after != nullptr ? &std::get<Passage>(*after) : nullptr);
}

bool same_field(const Field& a, const Field& b) {
    if (a.index() != b.index()) return false;
    if (const auto* goal = std::get_if<Goal>(&a)) return goal->kind.utf8 == std::get<Goal>(b).kind.utf8;
    return std::get<Passage>(a).kind == std::get<Passage>(b).kind;
}

std::vector<FieldPair> pair_items(const Item* before, const Item* after) {
    static const std::vector<Field> none;
    std::vector<FieldPair> pairs;
    for (const auto& [fb, fa] : align(before != nullptr ? before->fields : none,
                                      after != nullptr ? after->fields : none, same_field)) {
        pairs.push_back(pair_fields(fb, fa));
    }
    return pairs;
}

Revision make_revision(RevisionKind kind, const Plan& plan, const Item* before, const Item* after) {
    const Item& any = before != nullptr ? *before : *after;
    Revision revision{kind, {}, any.heading, pair_items(before, after)};
    for (const std::size_t level : any.path) revision.path.push_back(plan.levels[level].heading);
    return revision;
}

bool changes(const Revision& revision) {
    const auto goal_changes = [](const GoalPair& goal) {
        const auto column = [](const ColumnPair& c) { return has_change(c.label) || has_change(c.note); };
        const auto row = [](const RowPair& r) {
            return has_change(r.label) || std::ranges::any_of(r.values, has_change);
        };
        return has_change(goal.label) || has_change(goal.statement) ||
               std::ranges::any_of(goal.columns, column) || std::ranges::any_of(goal.rows, row);
    };
    return std::ranges::any_of(revision.fields, [&](const FieldPair& field) {
        if (const auto* goal = std::get_if<GoalPair>(&field)) return goal_changes(*goal);
        const auto& passage = std::get<PassagePair>(field);
        return has_change(passage.label) || has_change(passage.text);
    });
}

// Finds the items that amendments name, and remembers which were amended already.
struct Ledger {
    const Plan& plan;
    std::map<std::string, std::size_t> by_id;
    std::map<std::string, Span> amended;

    explicit Ledger(const Plan& the_plan) : plan(the_plan) {
        for (std::size_t i = 0; i < plan.items.size(); ++i) by_id.emplace(plan.items[i].id.utf8, i);
    }

    // The ids that there are, for the message; a long plan is not listed whole.
    std::string known_ids() const {
        constexpr std::size_t most = 12;
        std::string ids;
        for (std::size_t i = 0; i < std::min(plan.items.size(), most); ++i) {
            ids.append(ids.empty() ? "" : ", ").append(plan.items[i].id.utf8);
        }
        return plan.items.size() > most ? ids + ", …" : ids;
    }

    const Item* take(const Text& id, Diagnostics& diagnostics) {
        const auto found = by_id.find(id.utf8);
        if (found == by_id.end()) {
            if (!id.empty()) add_error(diagnostics, Code::unknown_item, id.at, {id.utf8, known_ids()});
            return nullptr;
        }
        if (!amended.emplace(id.utf8, id.at).second)
            add_error(diagnostics, Code::amended_twice, id.at, {id.utf8});
        return &plan.items[found->second];
    }
};

std::optional<Revision> revise_one(const Amendment& amendment, Ledger& ledger, Diagnostics& diagnostics) {
    if (const auto* add = std::get_if<Add>(&amendment.change)) {
        return make_revision(RevisionKind::added, ledger.plan, nullptr, &add->item);
    }
    if (const auto* removal = std::get_if<Delete>(&amendment.change)) {
        const Item* item = ledger.take(removal->item, diagnostics);
        if (item == nullptr) return std::nullopt;
        return make_revision(RevisionKind::deleted, ledger.plan, item, nullptr);
    }
    const auto& change = std::get<Revise>(amendment.change);
    const Item* before = ledger.take(change.item, diagnostics);
    if (before == nullptr) return std::nullopt;
    const Item after = apply(*before, change, diagnostics);
    Revision revision = make_revision(RevisionKind::revised, ledger.plan, before, &after);
    if (!has_errors(diagnostics) &&
        !changes(revision)) { // else it may be that what changes could not be read
        add_error(diagnostics, Code::nothing_changes, amendment.at, {change.item.utf8});
    }
    return revision;
}

} // namespace

bool has_change(const TextPair& pair) {
    return pair.before.has_value() != pair.after.has_value() || changes(pair.before) || changes(pair.after);
}

Revisions revise(const Paper& paper, Diagnostics& diagnostics) {
    Revisions revisions{paper.number, paper.title, {}};
    Ledger ledger(paper.plan);
    for (const Section& section : paper.sections) {
        RevisedSection revised{section.heading, {}};
        for (const Amendment& amendment : section.amendments) {
            if (auto revision = revise_one(amendment, ledger, diagnostics))
                revised.revisions.push_back(std::move(*revision));
        }
        revisions.sections.push_back(std::move(revised));
    }
    return revisions;
}

} // namespace taisho
