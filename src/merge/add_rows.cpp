#include "merge/added_rows.h"
#include "merge/drafting.h"
#include "merge/locate.h"

#include "base/utf8.h"
#include "text/fold.h"
#include "text/value.h"

#include <algorithm>
#include <array>
#include <utility>

namespace taisho {
namespace {

constexpr std::string_view no_value = "―";

Text text_of(std::string_view text) { return {std::string(text), {}}; }

void report(Code code, const EditedRow& row, DataColumn column, Drafting& drafting) {
    report_added(code, row, column, drafting.workbook, drafting.diagnostics);
}

// ---- goals ----

std::optional<std::size_t> column_called(const Goal& goal, std::string_view label) {
    const std::optional<int> year = parse_fiscal_year(label);
    for (std::size_t i = 0; i < goal.columns.size(); ++i) {
        const Column& column = goal.columns[i];
        if (year ? column.year == year : fold_name(column.label.utf8) == fold_name(label)) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> row_called(const Goal& goal, std::string_view label) {
    if (label.empty() && goal.rows.size() == 1) return 0;
    for (std::size_t i = 0; i < goal.rows.size(); ++i) {
        if (fold_name(goal.rows[i].label.utf8) == fold_name(label)) return i;
    }
    return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, ColumnKind>, 3> column_kinds = {
    {{"現状値", ColumnKind::baseline}, {"目標値", ColumnKind::target}, {"備考", ColumnKind::note}}};

ColumnKind column_kind(const EditedRow& row) {
    for (const DataColumn column : {DataColumn::column_kind, DataColumn::column}) {
        for (const auto& [word, kind] : column_kinds) {
            if (fold_name(row.text(column)) == word) return kind;
        }
    }
    return parse_fiscal_year(row.text(DataColumn::column)) ? ColumnKind::year : ColumnKind::free;
}

// A year stands behind the years before it; anything else comes last.
std::size_t place_for(const Goal& goal, const Column& column) {
    std::size_t behind = goal.columns.size();
    if (!column.year) return behind;
    for (std::size_t i = goal.columns.size(); i-- > 0;) {
        if (goal.columns[i].year && *goal.columns[i].year > *column.year) behind = i;
        if (goal.columns[i].year && *goal.columns[i].year < *column.year) return i + 1;
    }
    return behind;
}

std::size_t insert_column(const EditedRow& row, Goal& goal) {
    Column column;
    column.kind = column_kind(row);
    column.label = text_of(row.text(DataColumn::column));
    if (column.kind == ColumnKind::year) column.year = parse_fiscal_year(column.label.utf8);
    const std::string_view note = row.text(DataColumn::note);
    if (!note.empty()) column.note = text_of(note);
    const std::size_t at = place_for(goal, column);
    goal.columns.insert(goal.columns.begin() + static_cast<std::ptrdiff_t>(at), column);
    for (ValueRow& values : goal.rows)
        values.values.insert(values.values.begin() + static_cast<std::ptrdiff_t>(at), text_of(no_value));
    return at;
}

std::size_t append_row(const EditedRow& row, Goal& goal) {
    const std::vector<Text> values(goal.columns.size(), text_of(no_value));
    goal.rows.push_back({text_of(row.text(DataColumn::row)), values});
    return goal.rows.size() - 1;
}

void add_value(const EditedRow& row, Goal& goal, std::set<std::pair<std::string, std::string>>& fresh,
               Drafting& drafting) {
    const std::string_view label = row.text(DataColumn::column);
    if (label.empty()) return report(Code::added_row_incomplete, row, DataColumn::column, drafting);
    auto column = column_called(goal, label);
    auto line = row_called(goal, row.text(DataColumn::row));
    if (!column) {
        column = insert_column(row, goal);
        fresh.emplace(fold_name(goal.columns[*column].label.utf8), "");
    }
    if (!line) {
        line = append_row(row, goal);
        fresh.emplace("", fold_name(goal.rows[*line].label.utf8));
    }
    const std::string column_name = fold_name(goal.columns[*column].label.utf8);
    const std::string row_name = fold_name(goal.rows[*line].label.utf8);
    const bool is_new = fresh.contains({column_name, ""}) || fresh.contains({"", row_name});
    const bool first = fresh.emplace(column_name, "=" + row_name).second;
    if (!is_new || !first) return report(Code::added_row_exists, row, DataColumn::text, drafting);
    const std::string_view value = row.text(DataColumn::text);
    goal.rows[*line].values[*column] = text_of(value.empty() ? no_value : value);
}

void add_note(const EditedRow& row, Goal& goal, Drafting& drafting) {
    const auto column = column_called(goal, row.text(DataColumn::column));
    if (!column) return report(Code::added_row_incomplete, row, DataColumn::column, drafting);
    if (goal.columns[*column].note) return report(Code::added_row_exists, row, DataColumn::text, drafting);
    goal.columns[*column].note = text_of(row.text(DataColumn::text));
}

void add_statement(const EditedRow& row, Goal& goal, Drafting& drafting) {
    if (!goal.statement.empty()) return report(Code::added_row_exists, row, DataColumn::text, drafting);
    goal.statement = text_of(row.text(DataColumn::text));
}

void add_to_goal(const AddedField& added, Goal& goal, Drafting& drafting) {
    std::set<std::pair<std::string, std::string>> fresh; // columns, rows and cells that were not there
    for (const EditedRow* row : added.rows) {
        switch (part_of(*row).value_or(Part::text)) {
        case Part::value: add_value(*row, goal, fresh, drafting); break;
        case Part::note: add_note(*row, goal, drafting); break;
        case Part::statement: add_statement(*row, goal, drafting); break;
        case Part::number:
        case Part::title:
        case Part::page:
        case Part::text:
        case Part::cell:
        case Part::reason:
        case Part::opinion:
        case Part::remark:
        case Part::phrase: report(Code::added_row_incomplete, *row, DataColumn::part, drafting);
        }
    }
}

// ---- fields ----

bool is_of_goal(const AddedField& added) {
    return std::ranges::any_of(added.rows, [](const EditedRow* row) {
        const auto part = part_of(*row);
        return part == Part::value || part == Part::statement || part == Part::note;
    });
}

// What a field of that kind is called elsewhere in the plan: ●業績目標.
Text label_like(const Field& field, const Plan& plan) {
    for (const Unit& unit : plan.tree.units) {
        if (!is_item(unit)) continue;
        for (const Field& other : fields_of(unit)) {
            if (kind_of(other) == kind_of(field)) return label_of(other);
        }
    }
    return {};
}

constexpr std::array<std::pair<std::string_view, PassageKind>, 4> passage_kinds = {
    {{"内容", PassageKind::description},
     {"実施主体", PassageKind::bodies},
     {"文", PassageKind::passage},
     {"注", PassageKind::footnote}}};

Field new_passage(const AddedField& added, Drafting& drafting) {
    Passage passage;
    passage.kind = PassageKind::passage;
    const auto found = std::ranges::find(passage_kinds, fold_name(added.name),
                                         [](const auto& entry) { return fold_name(entry.first); });
    if (found != passage_kinds.end()) passage.kind = found->second;
    passage.text = text_of(added.rows.front()->text(DataColumn::text));
    passage.label =
        found == passage_kinds.end() ? text_of(added.name) : label_like(passage, drafting.paper.plan);
    for (std::size_t i = 1; i < added.rows.size(); ++i)
        report(Code::added_row_exists, *added.rows[i], DataColumn::text, drafting);
    return passage;
}

Field new_goal(const AddedField& added, Drafting& drafting) {
    Goal goal;
    const std::string name = fold_name(added.name);
    goal.kind = text_of(name == "業績目標" ? "output" : name == "成果目標" ? "outcome" : added.name);
    const Text label = label_like(goal, drafting.paper.plan);
    goal.label = label.empty() ? text_of(added.name) : label;
    goal.statement = text_of(added.indicator);
    add_to_goal(added, goal, drafting);
    return goal;
}

void append_field(const AddedField& added, Unit& unit, Drafting& drafting) {
    if (added.name.empty())
        return report(Code::added_row_incomplete, *added.rows.front(), DataColumn::field, drafting);
    Field field = is_of_goal(added) ? new_goal(added, drafting) : new_passage(added, drafting);
    std::vector<Field>& fields = fields_of(unit);
    std::size_t at = fields.size(); // footnotes stay last
    while (at > 0 && kind_of(fields[at - 1]) == name_of(PassageKind::footnote)) --at;
    fields.insert(fields.begin() + static_cast<std::ptrdiff_t>(at), std::move(field));
}

// The key of the field that the rows belong to, by what the table calls it.
std::optional<std::string> field_key(const AddedField& added, std::uint32_t unit, const DataTable& data) {
    for (const DataRow& row : data.rows) {
        if (row.unit != unit || row.field == no_index || row.side != Side::after) continue;
        const DataField& field = data.fields[row.field];
        const bool named =
            added.indicator.empty() || fold_name(field.indicator) == fold_name(added.indicator);
        if (fold_name(field.name) == fold_name(added.name) && named) return field.key;
    }
    return std::nullopt;
}

void add_to_unit(const AddedUnit& added, Drafting& drafting) {
    const std::string& id = drafting.data.units[added.unit].id;
    Unit* unit = drafting.unit(id);
    if (unit == nullptr || !is_item(*unit)) {
        report(Code::added_row_incomplete, *added.first, DataColumn::item, drafting);
        return;
    }
    for (const EditedRow* row : added.own) report(Code::added_row_exists, *row, DataColumn::part, drafting);
    drafting.touched.insert(drafting.units.at(id));
    for (const AddedField& field : added.fields) {
        const auto key = field_key(field, added.unit, drafting.data);
        const auto index = key ? find_field(*unit, *key) : std::nullopt;
        Goal* goal = index ? std::get_if<Goal>(&fields_of(*unit)[*index]) : nullptr;
        if (goal != nullptr)
            add_to_goal(field, *goal, drafting);
        else if (index)
            report(Code::added_row_exists, *field.rows.front(), DataColumn::text, drafting);
        else
            append_field(field, *unit, drafting);
    }
}

// ---- new items ----

std::string path_text(const Plan& plan, std::size_t level) {
    std::string path;
    for (const Heading& heading : headings_above(plan.tree, level))
        path += heading.number.utf8 + heading.title.utf8 + "＞";
    const Heading& own = plan.tree.units[level].heading;
    return path + own.number.utf8 + own.title.utf8;
}

struct FoundLevel {
    bool found = false;
    std::optional<std::size_t> level; // none: the top
};

FoundLevel level_called(std::string_view path, const Plan& plan) {
    if (path.empty()) return {true, std::nullopt};
    for (const std::size_t unit : reading_order(plan.tree)) {
        if (!is_item(plan.tree.units[unit]) && fold_name(path_text(plan, unit)) == fold_name(path))
            return {true, unit};
    }
    return {};
}

std::string unused_id(const std::string& level, Drafting& drafting) {
    const std::string stem = level.empty() ? "new" : level + "-new";
    for (std::size_t i = 1;; ++i) {
        const std::string id = stem + std::to_string(i);
        if (drafting.units.emplace(id, no_index).second) return id;
    }
}

Unit new_item(const AddedUnit& added, const std::string& level, Drafting& drafting) {
    Unit item;
    item.id = text_of(unused_id(level, drafting));
    item.heading.title = text_of(added.first->text(DataColumn::item));
    item.heading.number = text_of(added.first->text(DataColumn::item_number));
    item.content = Item{};
    for (const EditedRow* row : added.own) {
        const Text text = text_of(row->text(DataColumn::text));
        const auto part = part_of(*row);
        if (part == Part::number) item.heading.number = text;
        if (part == Part::title) item.heading.title = text;
        if (part == Part::page) item.page = text;
    }
    for (const AddedField& field : added.fields) append_field(field, item, drafting);
    return item;
}

// Behind the last amendment of a unit on the same level, else behind all.
std::size_t amendment_before(const std::vector<std::size_t>& siblings, const Drafting& drafting) {
    std::size_t last = 0;
    bool any = false;
    for (const std::size_t sibling : siblings) {
        const auto found = drafting.amendments.find(sibling);
        if (found == drafting.amendments.end()) continue;
        last = any ? std::max(last, found->second) : found->second;
        any = true;
    }
    if (any) return last;
    for (const Section& section : drafting.paper.sections) last += section.amendments.size();
    return last - 1;
}

void add_item(const AddedUnit& added, Drafting& drafting) {
    const FoundLevel place = level_called(added.first->text(DataColumn::path), drafting.now);
    if (!place.found) return report(Code::added_row_no_level, *added.first, DataColumn::path, drafting);
    const UnitTree& tree = drafting.now.tree;
    const std::string level = place.level ? tree.units[*place.level].id.utf8 : std::string();
    const std::vector<std::size_t>& siblings = children_of(tree, place.level);
    Add add{text_of(level), {}, {}, false};
    add.tree.units.push_back(new_item(added, level, drafting));
    add.tree.top = {0};
    Annotations annotations;
    for (const EditedRow* row : added.own) {
        if (part_of(*row) == Part::reason) annotations.reason = text_of(row->text(DataColumn::text));
    }
    drafting.behind[amendment_before(siblings, drafting)].push_back({std::move(add), annotations, {}});
}

} // namespace

void add_rows(const std::vector<const EditedRow*>& rows, Drafting& drafting) {
    for (const AddedUnit& added : sort_added(rows, drafting.workbook, drafting.data, drafting.diagnostics)) {
        if (added.unit == no_index)
            add_item(added, drafting);
        else
            add_to_unit(added, drafting);
    }
}

} // namespace taisho
