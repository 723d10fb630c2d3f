#include "check/check_parts.h"
#include "text/numbering.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace taisho {
namespace {

// What has been seen of one series of numbers on one level.
struct Series {
    HeadingNumber last;
    std::size_t last_unit = 0;
    std::map<int, std::size_t> units; // by number
};

std::optional<NumberingSlip> next_slip(const Series& series, const HeadingNumber& number, std::size_t unit) {
    if (const auto same = series.units.find(number.value); same != series.units.end())
        return NumberingSlip{Code::numbering_repeat, same->second, unit, {}};
    if (number.value <= series.last.value + 1) return std::nullopt; // smaller: it begins again
    HeadingNumber missing = series.last;
    ++missing.value;
    return NumberingSlip{Code::numbering_gap, series.last_unit, unit,
                         write_heading_number(missing).value_or("")};
}

// Levels and items of one level are numbered apart from each other.
void append_slips(const UnitTree& tree, const std::vector<std::size_t>& siblings,
                  std::vector<NumberingSlip>& slips) {
    std::vector<std::string_view> printed;
    for (const std::size_t unit : siblings) printed.push_back(tree.units[unit].heading.number.utf8);
    const std::vector<std::optional<HeadingNumber>> numbers = parse_heading_numbers(printed);
    std::map<std::string, Series> all;
    for (std::size_t i = 0; i < siblings.size(); ++i) {
        if (!numbers[i]) continue;
        const auto [known, is_first] = all.try_emplace(series_of(*numbers[i]));
        Series& series = known->second;
        const std::optional<NumberingSlip> slip =
            is_first ? std::nullopt : next_slip(series, *numbers[i], siblings[i]);
        if (slip) slips.push_back(*slip);
        series.last = *numbers[i], series.last_unit = siblings[i];
        series.units.emplace(numbers[i]->value, siblings[i]);
    }
}

std::string trimmed(std::string text) {
    constexpr std::string_view blanks[] = {" ", "　", "\t", "\n"};
    const auto at_end = [&](std::string_view blank) { return text.ends_with(blank); };
    for (auto blank = std::ranges::find_if(blanks, at_end); blank != std::end(blanks);
         blank = std::ranges::find_if(blanks, at_end)) {
        text.resize(text.size() - blank->size());
    }
    return text;
}

// ---- before and after ----

struct Stand {
    std::optional<std::size_t> level; // below which
    std::size_t index = 0;            // among the units there
    bool operator==(const Stand&) const = default;
};

// Where each unit stands in the plan, and between which there are gaps.
struct Numbering {
    std::map<std::size_t, Stand> stands;
    std::set<std::pair<std::size_t, std::size_t>> gaps, repeats;           // units
    std::set<std::pair<std::optional<std::size_t>, std::size_t>> gap_ends; // levels and indices, as in Stand
};

std::vector<std::optional<std::size_t>> levels_of(const UnitTree& tree) {
    std::vector<std::optional<std::size_t>> levels = {std::nullopt};
    for (const std::size_t unit : reading_order(tree)) {
        if (!is_item(tree.units[unit])) levels.emplace_back(unit);
    }
    return levels;
}

Numbering numbering_of(const UnitTree& tree) {
    Numbering numbering;
    for (const std::optional<std::size_t> level : levels_of(tree)) {
        const std::vector<std::size_t>& units = children_of(tree, level);
        for (std::size_t i = 0; i < units.size(); ++i) numbering.stands[units[i]] = {level, i};
        for (const NumberingSlip& slip : find_numbering_slips(tree, level)) {
            const bool gap = slip.code == Code::numbering_gap;
            (gap ? numbering.gaps : numbering.repeats).emplace(slip.first, slip.second);
            if (gap) numbering.gap_ends.emplace(level, numbering.stands.at(slip.second).index);
        }
    }
    return numbering;
}

// The stands of two units before the amendments, if they were on one level and in this order.
std::optional<std::pair<Stand, Stand>> stands_before(const Numbering& before, const NumberingSlip& slip) {
    const auto first = before.stands.find(slip.first), second = before.stands.find(slip.second);
    if (first == before.stands.end() || second == before.stands.end()) return std::nullopt;
    const bool in_order =
        first->second.level == second->second.level && first->second.index < second->second.index;
    if (!in_order) return std::nullopt;
    return std::pair(first->second, second->second);
}

// An extract leaves units out. Only where the units that stood between two had no gap is it known that the
// amendments have made one.
bool stood_without_gap(const Numbering& before, const Stand& first, const Stand& second) {
    const auto end = before.gap_ends.upper_bound({first.level, first.index});
    return end == before.gap_ends.end() || *end > std::pair(second.level, second.index);
}

bool is_known(const Numbering& before, const NumberingSlip& slip, bool extract) {
    const std::pair units(slip.first, slip.second);
    if (slip.code == Code::numbering_repeat) return before.repeats.contains(units);
    if (before.gaps.contains(units)) return true;
    if (!extract) return false;
    const auto stands = stands_before(before, slip);
    return !stands || !stood_without_gap(before, stands->first, stands->second);
}

} // namespace

std::vector<NumberingSlip> find_numbering_slips(const UnitTree& tree, std::optional<std::size_t> level) {
    std::vector<std::size_t> levels, items;
    for (const std::size_t unit : children_of(tree, level)) {
        (is_item(tree.units[unit]) ? items : levels).push_back(unit);
    }
    std::vector<NumberingSlip> slips;
    append_slips(tree, levels, slips), append_slips(tree, items, slips);
    return slips;
}

void add_numbering_slip(const UnitTree& tree, const NumberingSlip& slip, Diagnostics& diagnostics) {
    const Unit &first = tree.units[slip.first], &second = tree.units[slip.second];
    const std::string before = trimmed(first.heading.number.utf8),
                      after = trimmed(second.heading.number.utf8);
    const Span at = second.heading.number.at;
    if (slip.code == Code::numbering_repeat)
        add_warning(diagnostics, slip.code, at, {after});
    else
        add_warning(diagnostics, slip.code, at, {before, after, trimmed(slip.missing)});
}

// After a deletion nobody misses the number: the sentence then only names the two that do not follow.
void check_new_numbers(const Plan& before, const Plan& after, Diagnostics& diagnostics) {
    const Numbering known = numbering_of(before.tree);
    for (const std::optional<std::size_t> level : levels_of(after.tree)) {
        for (NumberingSlip& slip : find_numbering_slips(after.tree, level)) {
            if (is_known(known, slip, before.extract)) continue;
            const auto stands = stands_before(known, slip);
            const bool taken_away = stands && stands->first.index + 1 < stands->second.index;
            if (taken_away) slip.missing.clear();
            add_numbering_slip(after.tree, slip, diagnostics);
            if (taken_away && diagnostics.back().code == Code::numbering_gap)
                diagnostics.back().arguments.emplace_back("!"); // advice: shift
        }
    }
}

} // namespace taisho
