#include "check/check_parts.h"
#include "text/fold.h"
#include "text/value.h"

#include <algorithm>
#include <string_view>

namespace taisho {
namespace {

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// ---- years ----

void check_years(const Goal& goal, const YearRange& years, Diagnostics& diagnostics) {
    for (const Column& column : goal.columns) {
        const bool is_year = column.kind == ColumnKind::year && column.year.has_value();
        if (!is_year || (*column.year >= years.first && *column.year <= years.last)) continue;
        add_warning(diagnostics, Code::year_out_of_range, column.label.at,
                    {column.label.utf8, years.from.utf8, years.to.utf8});
    }
}

// ---- 前年度比 ----

// The column a year is counted from: the year before it, or the baseline.
std::optional<std::size_t> column_before(const Goal& goal, std::size_t column) {
    for (std::size_t c = column; c-- > 0;) {
        const ColumnKind kind = goal.columns[c].kind;
        if (kind == ColumnKind::year || kind == ColumnKind::baseline) return c;
    }
    return std::nullopt;
}

void check_bases(const Goal& goal, const ValueRow& row, Diagnostics& diagnostics) {
    const std::size_t count = std::min(goal.columns.size(), row.values.size());
    for (std::size_t c = 0; c < count; ++c) {
        const Text& printed = row.values[c];
        const bool may_count = goal.columns[c].kind == ColumnKind::year && has(printed.utf8, "前年");
        if (!may_count || !has(parse_value(printed.utf8).basis, "前年")) continue;
        const std::optional<std::size_t> base = column_before(goal, c);
        if (base && parse_value(row.values[*base].utf8).kind != ValueKind::none) continue;
        add_warning(diagnostics, Code::no_base_year, printed.at, {printed.utf8});
    }
}

// ---- 目標値 ----

// 中間目標 belongs to a year in the middle.
bool names_target(const Text& text) { return has(text.utf8, "目標") && !has(text.utf8, "中間"); }

// The text that calls the column the target; none when nothing does.
const Text* target_of(const Column& column) {
    if (column.note && names_target(*column.note)) return &*column.note;
    return names_target(column.label) ? &column.label : nullptr;
}

// Where every year is called a target, each has its own.
void check_target(const Goal& goal, Diagnostics& diagnostics) {
    std::vector<const Column*> years;
    for (const Column& column : goal.columns) {
        if (column.kind == ColumnKind::year) years.push_back(&column);
    }
    if (std::ranges::all_of(years, [](const Column* year) { return target_of(*year) != nullptr; })) return;
    for (const Column* column : years) {
        const Text* target = target_of(*column);
        if (target == nullptr || column == years.back()) continue;
        add_warning(diagnostics, Code::target_not_last, target->at,
                    {column->label.utf8, target->utf8, years.back()->label.utf8});
    }
}

// ---- values that run backwards ----

struct Step {
    std::size_t column = 0;
    Value value;
};

// Numbers that say how much there is, in the unit of the last of them: 50件 before 20％ is no beginning of
// it.
std::vector<Step> numbers_of(const Goal& goal, const ValueRow& row) {
    std::vector<Step> steps;
    for (std::size_t c = 0; c < std::min(goal.columns.size(), row.values.size()); ++c) {
        const ColumnKind kind = goal.columns[c].kind;
        const bool is_counted = kind == ColumnKind::year || kind == ColumnKind::baseline;
        if (!is_counted || has(row.values[c].utf8, "比")) continue; // 前年度比５％増 says no amount
        Value value = parse_value(row.values[c].utf8);
        const bool is_amount =
            value.op == Operator::exact || value.op == Operator::at_least || value.op == Operator::about;
        if (value.kind != ValueKind::number || !is_amount || !value.basis.empty()) continue;
        value.unit = fold_width(value.unit);
        steps.push_back({c, std::move(value)});
    }
    if (steps.empty()) return steps;
    const std::string unit = steps.back().value.unit;
    std::erase_if(steps, [&](const Step& step) { return step.value.unit != unit; });
    return steps;
}

void check_direction(const Goal& goal, const ValueRow& row, Diagnostics& diagnostics) {
    const std::vector<Step> steps = numbers_of(goal, row);
    if (steps.size() < 3) return;
    const int direction = compare(steps.front().value.number, steps.back().value.number);
    const auto turns = [&](const Step& a, const Step& b) {
        return direction * compare(a.value.number, b.value.number) < 0;
    };
    const auto turn = std::ranges::adjacent_find(steps, turns);
    if (turn == steps.end()) return;
    const std::size_t from = turn->column, to = std::next(turn)->column;
    add_warning(diagnostics, Code::runs_backwards, row.values[to].at,
                {row.values[from].utf8, row.values[to].utf8,
                 goal.columns[from].label.utf8 + "→" + goal.columns[to].label.utf8});
}

} // namespace

void check_goal(const Goal& goal, const std::optional<YearRange>& years, Diagnostics& diagnostics) {
    if (years && years->first <= years->last) check_years(goal, *years, diagnostics);
    check_target(goal, diagnostics);
    for (const ValueRow& row : goal.rows) {
        check_bases(goal, row, diagnostics);
        check_direction(goal, row, diagnostics);
    }
}

} // namespace taisho
