#include "merge/add_values.h"
#include "merge/added_rows.h"
#include "merge/drafting.h"
#include "merge/locate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace taisho {
namespace {

// What is looked for once and asked for often.
struct Adding {
    Drafting& drafting;
    std::map<std::string, Text> labels = {};                         // by kind of field
    std::map<std::string, std::string> keys = {};                    // of fields, by unit and name
    std::map<std::string, std::optional<std::size_t>> levels = {};   // by path
    std::map<std::optional<std::size_t>, std::size_t> followed = {}; // amendments, by level
    std::map<std::string, std::size_t> last_id = {};                 // by what it begins with
};

Text text_of(std::string_view text) { return {std::string(text), {}}; }

void report(Code code, const EditedRow& row, DataColumn column, Adding& adding) {
    report_added(code, row, column, adding.drafting.workbook, adding.drafting.diagnostics);
}

// ---- fields ----

bool is_of_goal(const AddedField& added) {
    return std::ranges::any_of(added.rows, [](const EditedRow* row) {
        const auto part = part_of(*row);
        return part == Part::value || part == Part::statement || part == Part::note;
    });
}

// What the first field of each kind is called in the plan: ●業績目標.
std::map<std::string, Text> labels_in(const Plan& plan) {
    std::map<std::string, Text> labels;
    for (const Unit& unit : plan.tree.units) {
        if (!is_item(unit)) continue;
        for (const Field& field : fields_of(unit)) labels.emplace(kind_of(field), label_of(field));
    }
    return labels;
}

Text label_like(const Field& field, const Adding& adding) {
    const auto label = adding.labels.find(std::string(kind_of(field)));
    return label == adding.labels.end() ? Text() : label->second;
}

constexpr std::array<std::pair<std::string_view, PassageKind>, 4> passage_kinds = {
    {{"内容", PassageKind::description},
     {"実施主体", PassageKind::bodies},
     {"文", PassageKind::passage},
     {"注", PassageKind::footnote}}};

Field new_passage(const AddedField& added, std::string_view text, const Adding& adding) {
    Passage passage;
    passage.kind = PassageKind::passage;
    const auto found = std::ranges::find(passage_kinds, fold_name(added.name),
                                         [](const auto& entry) { return fold_name(entry.first); });
    if (found != passage_kinds.end()) passage.kind = found->second;
    passage.text = text_of(text);
    passage.label = found == passage_kinds.end() ? text_of(added.name) : label_like(passage, adding);
    return passage;
}

Field new_goal(const AddedField& added, Adding& adding) {
    Goal goal;
    const std::string name = fold_name(added.name);
    goal.kind = text_of(name == "業績目標" ? "output" : name == "成果目標" ? "outcome" : added.name);
    const Text label = label_like(goal, adding);
    goal.label = label.empty() ? text_of(added.name) : label;
    goal.statement = text_of(added.indicator);
    add_values(added, GoalIs::fresh, goal, adding.drafting);
    return goal;
}

// Footnotes stay last.
void append(Field field, Unit& unit) {
    const auto is_footnote = [](const Field& one) { return kind_of(one) == name_of(PassageKind::footnote); };
    std::vector<Field>& fields = fields_of(unit);
    std::size_t at = fields.size();
    while (at > 0 && !is_footnote(field) && is_footnote(fields[at - 1])) --at;
    fields.insert(fields.begin() + static_cast<std::ptrdiff_t>(at), std::move(field));
}

// A new goal, or a passage for each row. Cells of a table cannot be told without those around them.
void append_field(const AddedField& added, Unit& unit, Adding& adding) {
    const bool is_full = fields_of(unit).size() >= most_fields; // more could not be read again
    if (added.name.empty() || is_full)
        return report(Code::added_row_incomplete, *added.rows.front(), DataColumn::field, adding);
    if (is_of_goal(added)) return append(new_goal(added, adding), unit);
    for (const EditedRow* row : added.rows) {
        if (part_of(*row) == Part::text)
            append(new_passage(added, row->text(DataColumn::text), adding), unit);
        else
            report(Code::added_row_incomplete, *row, DataColumn::part, adding);
    }
}

// The fields of 修正後 by what the table calls them, alone and with their indicator.
std::map<std::string, std::string> keys_in(const DataTable& data) {
    std::map<std::string, std::string> keys;
    std::uint32_t last = no_index;
    for (const DataRow& row : data.rows) {
        if (row.field == no_index || row.field == last || row.side != Side::after) continue;
        last = row.field;
        const DataField& field = data.fields[row.field];
        const std::string name = std::to_string(row.unit) + "\n" + fold_name(field.name);
        keys.emplace(name, field.key);
        keys.emplace(name + "\n" + fold_name(field.indicator), field.key);
    }
    return keys;
}

std::optional<std::size_t> field_called(const AddedField& added, std::uint32_t index, const Unit& unit,
                                        const Adding& adding) {
    std::string name = std::to_string(index) + "\n" + fold_name(added.name);
    if (!added.indicator.empty()) name += "\n" + fold_name(added.indicator);
    const auto key = adding.keys.find(name);
    return key == adding.keys.end() ? std::nullopt : find_field(unit, key->second);
}

void add_to_unit(const AddedUnit& added, Adding& adding) {
    Drafting& drafting = adding.drafting;
    const std::string& id = drafting.names.paper.units[added.unit].id;
    Unit* unit = drafting.unit(id);
    if (unit == nullptr || !is_item(*unit))
        return report(Code::added_row_incomplete, *added.first, DataColumn::item, adding);
    for (const EditedRow* row : added.own) report(Code::added_row_exists, *row, DataColumn::part, adding);
    drafting.touched.insert(drafting.units.at(id));
    for (const AddedField& field : added.fields) {
        const auto index = field_called(field, added.unit, *unit, adding);
        Goal* goal = index ? std::get_if<Goal>(&fields_of(*unit)[*index]) : nullptr;
        if (goal != nullptr)
            add_values(field, GoalIs::known, *goal, drafting);
        else if (index)
            report(Code::added_row_exists, *field.rows.front(), DataColumn::text, adding);
        else
            append_field(field, *unit, adding);
    }
}

// ---- new items ----

// The levels by their headings from the outermost on; the top by none.
std::map<std::string, std::optional<std::size_t>> levels_in(const Plan& plan) {
    std::map<std::string, std::optional<std::size_t>> levels{{"", std::nullopt}};
    for (const std::size_t level : reading_order(plan.tree)) {
        const Unit& unit = plan.tree.units[level];
        if (is_item(unit)) continue;
        std::string path;
        for (const Heading& heading : headings_above(plan.tree, level))
            path += heading.number.utf8 + heading.title.utf8 + "＞";
        levels.emplace(fold_name(path + unit.heading.number.utf8 + unit.heading.title.utf8), level);
    }
    return levels;
}

std::string unused_id(const std::string& level, Adding& adding) {
    const std::string stem = level.empty() ? "new" : level + "-new";
    for (;;) {
        const std::string id = stem + std::to_string(++adding.last_id[stem]);
        if (adding.drafting.units.emplace(id, no_index).second) return id;
    }
}

Unit new_item(const AddedUnit& added, const std::string& level, Adding& adding) {
    Unit item;
    item.id = text_of(unused_id(level, adding));
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
    for (const AddedField& field : added.fields) append_field(field, item, adding);
    return item;
}

// Behind the last amendment of a unit on the same level, else behind all. Nothing when there is none.
std::optional<std::size_t> amendment_before(std::optional<std::size_t> level, Adding& adding) {
    const Drafting& drafting = adding.drafting;
    if (drafting.all.empty()) return std::nullopt;
    const auto [entry, is_new] = adding.followed.emplace(level, drafting.all.size() - 1);
    if (!is_new) return entry->second;
    std::optional<std::size_t> last;
    for (const std::size_t sibling : children_of(drafting.now.tree, level)) {
        const auto found = drafting.amendments.find(sibling);
        if (found != drafting.amendments.end()) last = std::max(last, std::optional(found->second));
    }
    return entry->second = last.value_or(entry->second);
}

void add_item(const AddedUnit& added, Adding& adding) {
    Drafting& drafting = adding.drafting;
    const auto place = adding.levels.find(fold_name(added.first->text(DataColumn::path)));
    const auto follows =
        place == adding.levels.end() ? std::nullopt : amendment_before(place->second, adding);
    if (!follows) return report(Code::added_row_no_level, *added.first, DataColumn::path, adding);
    const UnitTree& tree = drafting.now.tree;
    const std::string level = place->second ? tree.units[*place->second].id.utf8 : std::string();
    Add add{text_of(level), {}, {}, false};
    add.tree.units.push_back(new_item(added, level, adding));
    add.tree.top = {0};
    Annotations annotations;
    for (const EditedRow* row : added.own) {
        if (part_of(*row) == Part::reason) annotations.reason = text_of(row->text(DataColumn::text));
    }
    drafting.behind[*follows].push_back({std::move(add), annotations, {}});
}

} // namespace

void add_rows(const std::vector<const EditedRow*>& rows, Drafting& drafting) {
    if (rows.empty()) return;
    const DataTable& data = drafting.names.paper;
    Adding adding{drafting, labels_in(drafting.paper.plan), keys_in(data), levels_in(drafting.now)};
    for (const AddedUnit& added : sort_added(rows, drafting.workbook, data, drafting.diagnostics)) {
        if (added.unit == no_index)
            add_item(added, adding);
        else
            add_to_unit(added, adding);
    }
}

} // namespace taisho
