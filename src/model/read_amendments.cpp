#include "model/reading.h"

#include <algorithm>

namespace taisho {
namespace {

Annotations read_annotations(const Element& element) {
    Annotations annotations{child_text(element, "reason"), {}, {}};
    for (const Element* opinion : find_children(element, "opinion"))
        annotations.opinions.push_back(text_of(*opinion));
    for (const Element* remark : find_children(element, "remark"))
        annotations.remarks.push_back(text_of(*remark));
    return annotations;
}

UnitRef read_unit_ref(const Element& element) {
    const bool level = has_attribute(element, "level");
    return {attribute_of(element, level ? "level" : "item"), level};
}

Position read_position(const Element& element) {
    if (has_attribute(element, "before")) return {Position::Side::before, attribute_of(element, "before")};
    if (has_attribute(element, "after")) return {Position::Side::after, attribute_of(element, "after")};
    return {};
}

// ---- goals, passages and tables ----

std::optional<GoalEdit> read_goal_edit(const Element& element, Diagnostics& diagnostics) {
    const std::string& name = element.name;
    if (name == "column") {
        return ColumnRevision{attribute_of(element, "ref"), optional_child(element, "label"),
                              optional_child(element, "note")};
    }
    if (name == "value") {
        return ValueRevision{attribute_of(element, "column"), attribute_of(element, "row"), text_of(element)};
    }
    if (name == "addColumn") {
        AddColumn add{read_position(element), {}, {}};
        if (const Element* column = find_child(element, "column"))
            add.column = read_column(*column, diagnostics);
        for (const Element* value : find_children(element, "value")) add.values.push_back(text_of(*value));
        return add;
    }
    if (name == "deleteColumn") return DeleteColumn{attribute_of(element, "ref")};
    if (name == "addRow") {
        const Element* row = find_child(element, "row");
        return AddRow{read_position(element), row != nullptr ? read_row(*row) : ValueRow{}};
    }
    if (name == "deleteRow") return DeleteRow{attribute_of(element, "row")};
    return std::nullopt;
}

GoalRevision read_goal_revision(const Element& element, Diagnostics& diagnostics) {
    GoalRevision revision{attribute_of(element, "kind"),
                          attribute_of(element, "label"),
                          optional_child(element, "label"),
                          optional_child(element, "statement"),
                          {},
                          child_text(element, "reason"),
                          element.at};
    std::optional<std::size_t> whole; // where the rows that replace all others were begun
    for (const Element* child : child_elements(element)) {
        if (child->name == "row") {
            if (!whole) whole = revision.edits.size(), revision.edits.emplace_back(ReplaceRows{});
            std::get<ReplaceRows>(revision.edits[*whole]).rows.push_back(read_row(*child));
        } else if (auto edit = read_goal_edit(*child, diagnostics)) {
            revision.edits.push_back(std::move(*edit));
        }
    }
    return revision;
}

TableRevision read_table_revision(const Element& element) {
    TableRevision revision{attribute_of(element, "label"), {}, child_text(element, "reason"), element.at};
    for (const Element* cell : find_children(element, "cell")) {
        revision.cells.push_back({attribute_of(*cell, "row"), attribute_of(*cell, "column"), text_of(*cell)});
    }
    return revision;
}

// The one field inside <add> or <replace>; a missing one is reported by the shape.
std::optional<Field> read_inner_field(const Element& element, Diagnostics& diagnostics) {
    for (const Element* child : child_elements(element)) {
        if (auto field = read_field(*child, diagnostics)) return field;
    }
    return std::nullopt;
}

std::optional<FieldRevision> read_field_revision(const Element& element, Diagnostics& diagnostics) {
    const Text reason = child_text(element, "reason");
    if (const auto kind = passage_kind(element.name))
        return PassageRevision{*kind, attribute_of(element, "label"), text_of(element), reason, element.at};
    if (element.name == "goal") return read_goal_revision(element, diagnostics);
    if (element.name == "table") return read_table_revision(element);
    if (element.name == "delete") return DeleteField{attribute_of(element, "field"), reason};
    if (element.name == "add") {
        auto field = read_inner_field(element, diagnostics);
        if (field) return AddField{read_position(element), std::move(*field), reason};
    }
    if (element.name == "replace") {
        auto field = read_inner_field(element, diagnostics);
        if (field) return ReplaceField{attribute_of(element, "field"), std::move(*field), reason};
    }
    return std::nullopt;
}

// ---- amendments ----

Add read_add(const Element& element, Diagnostics& diagnostics) {
    Add add{attribute_of(element, "level"), read_position(element), {}, is_yes(element, "shift")};
    for (const Element* child : child_elements(element)) {
        if (child->name == "item" || child->name == "level")
            read_unit(*child, std::nullopt, add.tree, diagnostics);
    }
    return add;
}

Merge read_merge(const Element& element, Diagnostics& diagnostics) {
    Merge merge{
        attribute_of(element, "into"), {}, read_revision(element, diagnostics), is_yes(element, "shift")};
    for (const Element* from : find_children(element, "from"))
        merge.from.push_back(attribute_of(*from, "item"));
    return merge;
}

Split read_split(const Element& element, Diagnostics& diagnostics) {
    UnitTree items;
    for (const Element* item : find_children(element, "item"))
        read_unit(*item, std::nullopt, items, diagnostics);
    return {attribute_of(element, "item"), read_revision(element, diagnostics), std::move(items.units),
            is_yes(element, "shift")};
}

RevisePlan read_revise_plan(const Element& element, Diagnostics& diagnostics) {
    RevisePlan change{optional_child(element, "title"), std::nullopt, false, std::nullopt};
    const bool given = has_attribute(element, "from") || has_attribute(element, "to");
    change.no_years = given && attribute_of(element, "from").empty() && attribute_of(element, "to").empty();
    if (!change.no_years) change.years = read_years(element, diagnostics);
    if (find_child(element, "bodyNames") != nullptr) change.body_names = read_body_names(element);
    return change;
}

// Ids and names are not empty: what names nothing would be passed over in silence. Only the plan's years and
// a row without a label may be written so.
void check_named(const Element& element, Diagnostics& diagnostics) {
    constexpr std::string_view names[] = {"item",    "level", "before", "after",  "into",
                                          "through", "field", "ref",    "column", "kind"};
    for (const Attribute& attribute : element.attributes) {
        const bool named = std::ranges::find(names, attribute.name) != std::end(names) ||
                           (attribute.name == "to" && element.name == "move") ||
                           (attribute.name == "from" && element.name == "rename");
        if (named && attribute.value.empty())
            add_error(diagnostics, Code::missing_attribute, attribute.value.at,
                      {element.name, attribute.name, "!"});
    }
    for (const Element* child : child_elements(element)) check_named(*child, diagnostics);
}

bool has_text(const Element& element) {
    return std::ranges::any_of(element.children, [](const Node& node) {
        const auto* text = std::get_if<Text>(&node.content);
        return text != nullptr && text->utf8.find_first_not_of(" \t\r\n") != std::string::npos;
    });
}

using AnyChange = decltype(Amendment::change);

std::optional<AnyChange> read_change(const Element& element, Diagnostics& diagnostics) {
    const std::string& name = element.name;
    if (name == "revise" || name == "correct")
        return Revise{read_unit_ref(element), read_revision(element, diagnostics), name == "correct"};
    if (name == "delete") return Delete{read_unit_ref(element), is_yes(element, "shift")};
    if (name == "add") return read_add(element, diagnostics);
    if (name == "move") {
        return Move{read_unit_ref(element), attribute_of(element, "to"), read_position(element),
                    read_revision(element, diagnostics), is_yes(element, "shift")};
    }
    if (name == "renumber") return Renumber{read_unit_ref(element), child_text(element, "number")};
    if (name == "merge") return read_merge(element, diagnostics);
    if (name == "split") return read_split(element, diagnostics);
    if (name == "rename") {
        return Rename{attribute_of(element, "from"), attribute_of(element, "to"),
                      is_yes(element, "partOfWord")};
    }
    if (name == "unchanged") return Unchanged{read_unit_ref(element), attribute_of(element, "through")};
    if (name == "revisePlan") return read_revise_plan(element, diagnostics);
    return std::nullopt;
}

} // namespace

UnitRevision read_revision(const Element& element, Diagnostics& diagnostics) {
    UnitRevision revision{optional_child(element, "number"),
                          optional_child(element, "title"),
                          optional_child(element, "page"),
                          {}};
    for (const Element* child : child_elements(element)) {
        if (auto field = read_field_revision(*child, diagnostics))
            revision.fields.push_back(std::move(*field));
    }
    return revision;
}

Section read_section(const Element& element, Diagnostics& diagnostics) {
    Section section{read_heading(element), {}, attribute_of(element, "arrangement")};
    check_named(element, diagnostics);
    bool empty = !has_text(element); // but for what is misspelt, which is reported already
    for (const Element* child : child_elements(element)) {
        empty = empty && (child->name == "number" || child->name == "title");
        if (auto change = read_change(*child, diagnostics))
            section.amendments.push_back({std::move(*change), read_annotations(*child), child->at});
    }
    if (empty) add_error(diagnostics, Code::no_amendments, element.at, {section.heading.title.utf8});
    return section;
}

} // namespace taisho
