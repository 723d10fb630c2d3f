#include "model/read_paper.h"

#include "model/paper_shape.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <map>

namespace taisho {
namespace {

Heading read_heading(const Element& element) {
    return {child_text(element, "number"), child_text(element, "title")};
}

std::optional<Text> optional_child(const Element& element, std::string_view name) {
    const Element* child = find_child(element, name);
    return child != nullptr ? std::optional(text_of(*child)) : std::nullopt;
}

constexpr std::array<std::pair<std::string_view, ColumnKind>, 5> column_kinds = {
    {{"baseline", ColumnKind::baseline},
     {"year", ColumnKind::year},
     {"target", ColumnKind::target},
     {"note", ColumnKind::note},
     {"free", ColumnKind::free}}};

ColumnKind read_column_kind(const Element& element, Diagnostics& diagnostics) {
    const Text word = attribute_of(element, "kind");
    if (word.empty() && !has_attribute(element, "kind")) return ColumnKind::year;
    for (const auto& [name, kind] : column_kinds) {
        if (word.utf8 == name) return kind;
    }
    add_error(diagnostics, Code::bad_keyword, word.at,
              {"kind", word.utf8, "baseline, year, target, note, free"});
    return ColumnKind::free;
}

Column read_column(const Element& element, Diagnostics& diagnostics) {
    Column column{read_column_kind(element, diagnostics),
                  {},
                  text_of(element),
                  optional_child(element, "note"),
                  element.at};
    if (column.kind == ColumnKind::year) {
        column.year = parse_fiscal_year(column.label.utf8);
        if (!column.year) add_error(diagnostics, Code::not_a_year, column.label.at, {column.label.utf8});
    }
    return column;
}

ValueRow read_row(const Element& element) {
    ValueRow row{attribute_of(element, "label"), {}};
    for (const Element* value : find_children(element, "value")) row.values.push_back(text_of(*value));
    return row;
}

void check_repeated_columns(const std::vector<Column>& columns, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool same_year = columns[i].year && columns[i].year == columns[j].year;
            const bool same_label = fold_width(columns[i].label.utf8) == fold_width(columns[j].label.utf8);
            if (!same_year && !same_label) continue;
            add_error(diagnostics, Code::repeated_column, columns[i].label.at, {columns[i].label.utf8});
            break;
        }
    }
}

Goal read_goal(const Element& element, Diagnostics& diagnostics) {
    Goal goal{attribute_of(element, "kind"),
              attribute_of(element, "label"),
              child_text(element, "statement"),
              {},
              {},
              element.at};
    if (const Element* columns = find_child(element, "columns")) {
        for (const Element* column : find_children(*columns, "column")) {
            goal.columns.push_back(read_column(*column, diagnostics));
        }
    }
    check_repeated_columns(goal.columns, diagnostics);
    for (const Element* row : find_children(element, "row")) {
        goal.rows.push_back(read_row(*row));
        const std::size_t count = goal.rows.back().values.size();
        if (count == goal.columns.size() || goal.columns.empty()) continue;
        add_error(diagnostics, Code::value_count, row->at,
                  {std::to_string(count), std::to_string(goal.columns.size())});
    }
    return goal;
}

std::optional<PassageKind> passage_kind(std::string_view name) {
    for (const PassageKind kind : {PassageKind::description, PassageKind::bodies, PassageKind::passage}) {
        if (name == name_of(kind)) return kind;
    }
    return std::nullopt;
}

Item read_item(const Element& element, std::vector<std::size_t> path, Diagnostics& diagnostics) {
    Item item{attribute_of(element, "id"), read_heading(element), std::move(path), {}};
    for (const Element* child : child_elements(element)) {
        if (const auto kind = passage_kind(child->name)) {
            item.fields.emplace_back(Passage{*kind, attribute_of(*child, "label"), text_of(*child)});
        } else if (child->name == "goal") {
            item.fields.emplace_back(read_goal(*child, diagnostics));
        }
    }
    return item;
}

void read_levels(const Element& parent, const std::vector<std::size_t>& path, Plan& plan,
                 Diagnostics& diagnostics) {
    for (const Element* child : child_elements(parent)) {
        if (child->name == "item") {
            plan.items.push_back(read_item(*child, path, diagnostics));
        } else if (child->name == "level") {
            plan.levels.push_back({attribute_of(*child, "id"), read_heading(*child), path});
            std::vector<std::size_t> deeper = path;
            deeper.push_back(plan.levels.size() - 1);
            read_levels(*child, deeper, plan, diagnostics);
        }
    }
}

Plan read_plan(const Element& element, Diagnostics& diagnostics) {
    Plan plan{child_text(element, "title"), {}, {}};
    read_levels(element, {}, plan, diagnostics);
    return plan;
}

GoalRevision read_goal_revision(const Element& element) {
    GoalRevision revision{attribute_of(element, "kind"),
                          attribute_of(element, "label"),
                          optional_child(element, "label"),
                          optional_child(element, "statement"),
                          {},
                          {},
                          {},
                          element.at};
    for (const Element* column : find_children(element, "column")) {
        revision.columns.push_back({attribute_of(*column, "ref"), optional_child(*column, "label"),
                                    optional_child(*column, "note")});
    }
    for (const Element* value : find_children(element, "value")) {
        revision.values.push_back(
            {attribute_of(*value, "column"), attribute_of(*value, "row"), text_of(*value)});
    }
    for (const Element* row : find_children(element, "row")) revision.rows.push_back(read_row(*row));
    return revision;
}

Revise read_revise(const Element& element) {
    Revise revise{attribute_of(element, "item"), {}};
    for (const Element* child : child_elements(element)) {
        if (const auto kind = passage_kind(child->name)) {
            revise.fields.emplace_back(
                PassageRevision{*kind, attribute_of(*child, "label"), text_of(*child)});
        } else if (child->name == "goal") {
            revise.fields.emplace_back(read_goal_revision(*child));
        }
    }
    return revise;
}

Add read_add(const Element& element, const Plan& plan, Diagnostics& diagnostics) {
    const Text id = attribute_of(element, "level");
    std::vector<std::size_t> path;
    const auto level = std::ranges::find(plan.levels, id.utf8,
                                         [](const Level& l) -> const std::string& { return l.id.utf8; });
    if (level != plan.levels.end()) {
        path = level->path;
        path.push_back(static_cast<std::size_t>(level - plan.levels.begin()));
    } else if (has_attribute(element, "level")) {
        add_error(diagnostics, Code::unknown_level, id.at, {id.utf8});
    }
    const Element* item = find_child(element, "item");
    return {item != nullptr ? read_item(*item, std::move(path), diagnostics) : Item{}};
}

std::vector<Section> read_sections(const Element& amendments, const Plan& plan, Diagnostics& diagnostics) {
    std::vector<Section> sections;
    for (const Element* element : find_children(amendments, "section")) {
        Section section{read_heading(*element), {}};
        for (const Element* child : child_elements(*element)) {
            if (child->name == "revise") section.amendments.push_back({read_revise(*child), child->at});
            if (child->name == "delete")
                section.amendments.push_back({Delete{attribute_of(*child, "item")}, child->at});
            if (child->name == "add")
                section.amendments.push_back({read_add(*child, plan, diagnostics), child->at});
        }
        const auto is_heading = [](const Element* child) {
            return child->name == "number" || child->name == "title";
        };
        if (std::ranges::all_of(child_elements(*element), is_heading)) { // a misspelt one is reported already
            add_error(diagnostics, Code::no_amendments, element->at, {section.heading.title.utf8});
        }
        sections.push_back(std::move(section));
    }
    return sections;
}

void check_ids(const Paper& paper, Diagnostics& diagnostics) {
    std::map<std::string, Span> seen;
    const auto check = [&](const Text& id) {
        if (id.empty() || seen.emplace(id.utf8, id.at).second) return;
        add_error(diagnostics, Code::repeated_id, id.at, {id.utf8});
    };
    for (const Level& level : paper.plan.levels) check(level.id);
    for (const Item& item : paper.plan.items) check(item.id);
    for (const Section& section : paper.sections) {
        for (const Amendment& amendment : section.amendments) {
            if (const auto* add = std::get_if<Add>(&amendment.change)) check(add->item.id);
        }
    }
}

} // namespace

std::optional<Paper> read_paper(const Element& root, Diagnostics& diagnostics) {
    const bool is_paper = check_shape(root, "amendmentPaper", paper_shapes(), diagnostics);
    if (!is_paper) return std::nullopt;
    Paper paper;
    if (const Element* meta = find_child(root, "meta")) {
        paper.number = child_text(*meta, "paperNumber");
        paper.title = child_text(*meta, "title");
        for (const Element* output : find_children(*meta, "output")) {
            paper.templates.push_back(attribute_of(*output, "template"));
        }
    }
    if (const Element* plan = find_child(root, "plan")) paper.plan = read_plan(*plan, diagnostics);
    if (const Element* amendments = find_child(root, "amendments")) {
        paper.sections = read_sections(*amendments, paper.plan, diagnostics);
    }
    check_ids(paper, diagnostics);
    return paper;
}

} // namespace taisho
