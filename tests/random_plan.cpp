#include "random_plan.h"

#include "text/fold.h"

#include <algorithm>
#include <set>

namespace taisho::test {
namespace {

using Index = std::size_t;

std::ptrdiff_t offset(Index index) { return static_cast<std::ptrdiff_t>(index); }

std::string random_text(Dice& dice) {
    static const std::vector<std::string> words = {
        "福祉",       "教育と",       "データ連携", "を行った", "「基本計画」の",
        "10校区",     "（全10校区）", "、",         "𠮷野地区", "葛󠄀城",
        "令和６年度", "５％増",       "R９",        "&",        "<b>",
        "\"引用\"",   "\n",           "\t",         "  ",       "　",
        "ＳＮＳ",     "が",           "ﾃﾞｰﾀ",       "―",        "'",
        "]]>",        "年に１度"};
    std::string text;
    for (Index i = 0, count = 1 + dice.below(5); i < count; ++i) text += dice.pick(words);
    if (text.find_first_not_of(" \n\t") == std::string::npos) text += "本文";
    return text;
}

// A title, label or number: without line breaks and tabs.
std::string random_line(Dice& dice) {
    std::string text = random_text(dice);
    std::erase_if(text, [](char c) { return c == '\n' || c == '\t'; });
    return text.find_first_not_of(' ') == std::string::npos ? "名前" : text;
}

Text line(Dice& dice) { return text(random_line(dice)); }
Text maybe_line(Dice& dice) { return dice.below(3) == 0 ? Text{} : line(dice); }

Passage random_passage(Dice& dice) {
    static const std::vector<PassageKind> kinds = {PassageKind::description, PassageKind::bodies,
                                                   PassageKind::passage, PassageKind::footnote};
    return {dice.pick(kinds), maybe_line(dice), text(random_text(dice)), {}};
}

bool has_column(const Goal& goal, const Column& column) {
    return std::ranges::any_of(goal.columns, [&](const Column& other) {
        return fold_width(other.label.utf8) == fold_width(column.label.utf8) ||
               (column.year && other.year == column.year);
    });
}

Column random_column(Dice& dice) {
    Column column;
    if (dice.below(4) == 0) {
        static const std::vector<ColumnKind> kinds = {ColumnKind::baseline, ColumnKind::target,
                                                      ColumnKind::note, ColumnKind::free};
        column.kind = dice.pick(kinds);
        column.label = line(dice);
    } else {
        static const std::vector<std::string> forms = {"R", "Ｒ", "令和"};
        const Index number = 1 + dice.below(12);
        column.label = text(dice.pick(forms) + std::to_string(number));
        column.year = 2018 + static_cast<int>(number);
    }
    if (dice.below(5) == 0) column.note = line(dice);
    return column;
}

void insert_column(Goal& goal, Dice& dice) {
    const Column column = random_column(dice);
    if (has_column(goal, column)) return;
    const Index at = dice.below(goal.columns.size() + 1);
    goal.columns.insert(goal.columns.begin() + offset(at), column);
    for (ValueRow& row : goal.rows)
        row.values.insert(row.values.begin() + offset(at), text(random_text(dice)));
}

void insert_row(Goal& goal, Dice& dice) {
    ValueRow row{goal.rows.empty() && dice.below(2) == 0 ? Text{} : line(dice), {}};
    const bool is_there = std::ranges::any_of(goal.rows, [&](const ValueRow& other) {
        return fold_width(other.label.utf8) == fold_width(row.label.utf8);
    });
    if (is_there) return;
    for (Index i = 0; i < goal.columns.size(); ++i) row.values.push_back(text(random_text(dice)));
    goal.rows.insert(goal.rows.begin() + offset(dice.below(goal.rows.size() + 1)), row);
}

Goal random_goal(Dice& dice) {
    static const std::vector<std::string> kinds = {"output", "outcome", "action", "table", "description"};
    Goal goal{text(dice.pick(kinds)), maybe_line(dice), {}, {}, {}, {}};
    if (dice.below(3) != 0) goal.statement = text(random_text(dice));
    while (goal.columns.empty()) insert_column(goal, dice);
    for (Index i = 0, count = dice.below(5); i < count; ++i) insert_column(goal, dice);
    for (Index i = 0, count = dice.below(3); i < count; ++i) insert_row(goal, dice);
    return goal;
}

FreeTable random_table(Dice& dice) {
    FreeTable table{maybe_line(dice), {}, {}};
    const Index rows = 1 + dice.below(4), columns = 1 + dice.below(4);
    for (Index i = 0; i < rows; ++i) {
        TableRow row{i == 0 && dice.below(2) == 0, {}};
        for (Index j = 0; j < columns; ++j)
            row.cells.push_back({dice.below(4) == 0 ? Text{} : text(random_text(dice)), 1, 1, false});
        if (columns > 1 && dice.below(4) == 0) row.cells.pop_back(), row.cells.back().column_span = 2;
        table.rows.push_back(row);
    }
    return table;
}

Field random_field(Dice& dice) {
    switch (dice.below(4)) {
    case 0: return random_table(dice);
    case 1: return random_passage(dice);
    default: return random_goal(dice);
    }
}

std::string fresh_id(const Plan& plan) { return "u" + std::to_string(plan.tree.units.size()); }

std::vector<Index> levels_of(const Plan& plan) {
    std::vector<Index> levels;
    for (const Index unit : reading_order(plan.tree)) {
        if (!is_item(plan.tree.units[unit])) levels.push_back(unit);
    }
    return levels;
}

std::optional<Index> random_level(const Plan& plan, Dice& dice) {
    const std::vector<Index> levels = levels_of(plan);
    const Index chosen = dice.below(levels.size() + 1);
    return chosen == levels.size() ? std::nullopt : std::optional(levels[chosen]);
}

void insert_unit(Plan& plan, Index unit, std::optional<Index> level, Dice& dice) {
    std::vector<Index>& siblings = children_of(plan.tree, level);
    siblings.insert(siblings.begin() + offset(dice.below(siblings.size() + 1)), unit);
    plan.tree.units[unit].parent = level;
}

void add_unit(Plan& plan, bool level, Dice& dice) {
    Unit unit{text(fresh_id(plan)), {maybe_line(dice), line(dice)}, maybe_line(dice), {}, Level{}, {}};
    if (!level) {
        Item item;
        for (Index i = 0, count = dice.below(4); i < count; ++i) item.fields.push_back(random_field(dice));
        unit.content = std::move(item);
    }
    const auto parent = random_level(plan, dice);
    plan.tree.units.push_back(std::move(unit));
    insert_unit(plan, plan.tree.units.size() - 1, parent, dice);
}

void detach(Plan& plan, Index unit) {
    std::erase(children_of(plan.tree, plan.tree.units[unit].parent), unit);
}

void move_unit(Plan& plan, Index unit, Dice& dice) {
    const auto level = random_level(plan, dice);
    if (level && is_within(plan.tree, *level, unit)) return;
    detach(plan, unit);
    insert_unit(plan, unit, level, dice);
}

// ---- edits of fields ----

void edit(Passage& passage, Dice& dice) {
    if (dice.below(4) == 0) passage.label = maybe_line(dice);
    passage.text = text(random_text(dice));
}

void edit(Goal& goal, Dice& dice) {
    switch (dice.below(9)) {
    case 0: goal.statement = dice.below(3) == 0 ? Text{} : text(random_text(dice)); break;
    case 1: goal.label = maybe_line(dice); break;
    case 2: insert_column(goal, dice); break;
    case 3: insert_row(goal, dice); break;
    case 4:
        if (goal.columns.size() > 1) {
            const Index at = dice.below(goal.columns.size());
            goal.columns.erase(goal.columns.begin() + offset(at));
            for (ValueRow& row : goal.rows) row.values.erase(row.values.begin() + offset(at));
        }
        break;
    case 5:
        if (!goal.rows.empty()) goal.rows.erase(goal.rows.begin() + offset(dice.below(goal.rows.size())));
        break;
    case 6: {
        Column& column = goal.columns[dice.below(goal.columns.size())];
        column.note = dice.below(2) == 0 ? std::nullopt : std::optional(line(dice));
        break;
    }
    case 7: std::swap(goal.rows.empty() ? goal.label : goal.rows.front().label, goal.label); break;
    default:
        for (ValueRow& row : goal.rows) row.values[dice.below(row.values.size())] = text(random_text(dice));
    }
    std::set<std::string> labels; // swapped labels may have become equal
    std::erase_if(goal.rows,
                  [&](const ValueRow& row) { return !labels.insert(fold_width(row.label.utf8)).second; });
}

void edit(FreeTable& table, Dice& dice) {
    if (dice.below(4) == 0) {
        table = random_table(dice);
    } else {
        TableRow& row = table.rows[dice.below(table.rows.size())];
        row.cells[dice.below(row.cells.size())].text = dice.below(3) == 0 ? Text{} : text(random_text(dice));
    }
}

void edit_fields(std::vector<Field>& fields, Dice& dice) {
    if (fields.empty() || dice.below(4) == 0) {
        fields.insert(fields.begin() + offset(dice.below(fields.size() + 1)), random_field(dice));
        return;
    }
    const Index at = dice.below(fields.size());
    switch (dice.below(5)) {
    case 0: fields.erase(fields.begin() + offset(at)); break;
    case 1: std::swap(fields[at], fields[dice.below(fields.size())]); break;
    default: std::visit([&](auto& field) { edit(field, dice); }, fields[at]);
    }
}

void edit_one(Plan& plan, Dice& dice) {
    const std::vector<Index> order = reading_order(plan.tree);
    if (order.empty() || dice.below(6) == 0) return add_unit(plan, dice.below(3) == 0, dice);
    const Index chosen = order[dice.below(order.size())];
    Unit& unit = plan.tree.units[chosen];
    switch (dice.below(7)) {
    case 0: detach(plan, chosen); break;
    case 1:
    case 2: move_unit(plan, chosen, dice); break;
    case 3: unit.heading = {maybe_line(dice), line(dice)}; break;
    case 4: unit.page = maybe_line(dice); break;
    default:
        if (is_item(unit)) edit_fields(fields_of(unit), dice);
    }
}

} // namespace

Plan random_plan(Dice& dice) {
    Plan plan;
    plan.title = line(dice);
    plan.version = text("2024");
    if (dice.below(2) == 0) plan.years = YearRange{2024, 2028, text("R6"), text("R10")};
    for (Index i = 0, count = dice.below(3); i < count; ++i) plan.body_names.push_back(line(dice));
    for (Index i = 0, count = 1 + dice.below(10); i < count; ++i) add_unit(plan, dice.below(3) == 0, dice);
    return plan;
}

Plan edited(const Plan& plan, Dice& dice) {
    Plan after = plan;
    for (Index i = 0, count = 1 + dice.below(12); i < count; ++i) edit_one(after, dice);
    if (dice.below(6) == 0) after.title = line(dice);
    if (dice.below(8) == 0) after.years.reset();
    if (dice.below(8) == 0) after.body_names = {line(dice)};
    if (dice.below(12) == 0) after.body_names.clear();
    return after;
}

} // namespace taisho::test
