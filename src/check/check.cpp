#include "check/check.h"

#include "check/check_parts.h"

#include <string>
#include <utility>
#include <vector>

namespace taisho {
namespace {

void check_fields(const Unit& unit, const Plan& plan, const BodyRegister& bodies, Diagnostics& diagnostics) {
    if (!is_item(unit)) return;
    for (const Field& field : fields_of(unit)) {
        if (const auto* goal = std::get_if<Goal>(&field)) check_goal(*goal, plan.years, diagnostics);
        const auto* passage = std::get_if<Passage>(&field);
        if (passage != nullptr && passage->kind == PassageKind::bodies)
            check_bodies(*passage, bodies, diagnostics);
    }
}

bool are_reversed(const std::optional<YearRange>& years) { return years && years->first > years->last; }

void add_reversed(const YearRange& years, Diagnostics& diagnostics) {
    add_error(diagnostics, Code::years_reversed, years.from.at, {years.from.utf8, years.to.utf8});
}

void append(Diagnostic one, Diagnostics& diagnostics) {
    if (one.severity == Severity::error)
        add_error(diagnostics, one.code, one.at, std::move(one.arguments));
    else
        add_warning(diagnostics, one.code, one.at, std::move(one.arguments));
}

// ---- the plan after the amendments ----

using Key = std::pair<Code, std::vector<std::string>>;

// Equal for the same slip in both plans. A year that was out of range before is no new slip when the range is
// another.
Key key_of(const Diagnostic& slip) {
    if (slip.code == Code::year_out_of_range) return {slip.code, {slip.arguments.front()}};
    return {slip.code, slip.arguments};
}

// A value that runs backwards can be meant; the others cannot.
Severity severity_of(const Diagnostic& found) {
    return found.code == Code::runs_backwards ? Severity::warning : Severity::error;
}

void append_new(const Diagnostics& before, Diagnostics found, Diagnostics& diagnostics) {
    std::set<Key> known;
    for (const Diagnostic& one : before) known.insert(key_of(one));
    for (Diagnostic& one : found) {
        if (known.contains(key_of(one))) continue;
        one.severity = severity_of(one);
        if (one.code == Code::target_not_last || one.code == Code::year_out_of_range)
            one.arguments.emplace_back("!"); // then the amendment can mend it
        append(std::move(one), diagnostics);
    }
}

bool have_same_years(const Plan& a, const Plan& b) {
    if (!a.years || !b.years) return a.years.has_value() == b.years.has_value();
    return a.years->first == b.years->first && a.years->last == b.years->last;
}

} // namespace

void check_plan(const Plan& plan, Diagnostics& diagnostics) {
    Diagnostics found;
    const BodyRegister bodies = registered_bodies(plan);
    if (are_reversed(plan.years)) add_reversed(*plan.years, found);
    const auto check_numbers = [&](std::optional<std::size_t> level) {
        for (const NumberingSlip& slip : find_numbering_slips(plan.tree, level)) {
            if (slip.code == Code::numbering_repeat || !plan.extract)
                add_numbering_slip(plan.tree, slip, found);
        }
    };
    check_numbers(std::nullopt);
    for (const std::size_t unit : reading_order(plan.tree)) {
        if (!is_item(plan.tree.units[unit])) check_numbers(unit);
        check_fields(plan.tree.units[unit], plan, bodies, found);
    }
    suggest_bodies(plan, found);
    for (Diagnostic& one : found) append(std::move(one), diagnostics);
}

void check_amended(const Plan& before, const Plan& after, const std::set<std::size_t>& amended,
                   Diagnostics& diagnostics) {
    const BodyRegister bodies_before = registered_bodies(before), bodies_after = registered_bodies(after);
    const bool all = !have_same_years(before, after) || bodies_before.names != bodies_after.names;
    Diagnostics found;
    if (are_reversed(after.years) && !are_reversed(before.years)) add_reversed(*after.years, found);
    for (const std::size_t unit : reading_order(after.tree)) {
        if (!all && !amended.contains(unit)) continue;
        Diagnostics known, now;
        if (unit < before.tree.units.size())
            check_fields(before.tree.units[unit], before, bodies_before, known);
        check_fields(after.tree.units[unit], after, bodies_after, now);
        append_new(known, std::move(now), found);
    }
    suggest_bodies(after, found);
    check_new_numbers(before, after, found);
    for (Diagnostic& one : found) append(std::move(one), diagnostics);
}

} // namespace taisho
