#include "base/digest.h"
#include "model/write_paper.h"
#include "model/writing.h"

namespace taisho {

void add_text_child(Element& parent, std::string_view name, const Text& text) {
    Element child = make_element(name);
    add_text(child, text.utf8);
    add_child(parent, std::move(child));
}

void add_optional_child(Element& parent, std::string_view name, const Text& text) {
    if (!text.empty()) add_text_child(parent, name, text);
}

void add_optional_attribute(Element& element, std::string_view name, const Text& text) {
    if (!text.empty()) add_attribute(element, name, text.utf8);
}

void add_flag(Element& element, std::string_view name, bool yes) {
    if (yes) add_attribute(element, name, "yes");
}

void add_heading(Element& element, const Heading& heading, const Text& page) {
    add_optional_child(element, "number", heading.number);
    add_text_child(element, "title", heading.title);
    add_optional_child(element, "page", page);
}

void add_years(Element& element, const std::optional<YearRange>& years) {
    if (!years) return;
    add_attribute(element, "from", years->from.utf8);
    add_attribute(element, "to", years->to.utf8);
}

void add_body_names(Element& element, const std::vector<Text>& names) {
    if (names.empty()) return;
    Element register_of_bodies = make_element("bodyNames");
    for (const Text& name : names) add_text_child(register_of_bodies, "name", name);
    add_child(element, std::move(register_of_bodies));
}

Element to_element(const Column& column) {
    Element element = make_element("column");
    if (column.kind != ColumnKind::year) add_attribute(element, "kind", name_of(column.kind));
    add_text(element, column.label.utf8);
    if (column.note) add_text_child(element, "note", *column.note);
    return element;
}

Element to_element(const ValueRow& row) {
    Element element = make_element("row");
    add_optional_attribute(element, "label", row.label);
    for (const Text& value : row.values) add_text_child(element, "value", value);
    return element;
}

namespace {

Element field_element(const Passage& passage) {
    Element element = make_element(name_of(passage.kind));
    add_optional_attribute(element, "label", passage.label);
    add_text(element, passage.text.utf8);
    return element;
}

Element field_element(const Goal& goal) {
    Element element = make_element("goal");
    add_attribute(element, "kind", goal.kind.utf8);
    add_optional_attribute(element, "label", goal.label);
    add_optional_child(element, "statement", goal.statement);
    Element& columns = add_child(element, make_element("columns"));
    for (const Column& column : goal.columns) add_child(columns, to_element(column));
    for (const ValueRow& row : goal.rows) add_child(element, to_element(row));
    return element;
}

void add_span(Element& element, std::string_view name, std::uint16_t span) {
    if (span != 1) add_attribute(element, name, std::to_string(span));
}

Element field_element(const FreeTable& table) {
    Element element = make_element("table");
    add_optional_attribute(element, "label", table.label);
    for (const TableRow& row : table.rows) {
        Element& row_element = add_child(element, make_element("row"));
        add_flag(row_element, "header", row.header);
        for (const TableCell& cell : row.cells) {
            Element& cell_element = add_child(row_element, make_element("cell"));
            add_span(cell_element, "columnSpan", cell.column_span);
            add_span(cell_element, "rowSpan", cell.row_span);
            add_flag(cell_element, "header", cell.header);
            add_text(cell_element, cell.text.utf8);
        }
    }
    return element;
}

} // namespace

Element to_element(const Field& field) {
    return std::visit([](const auto& one) { return field_element(one); }, field);
}

namespace {

// A level or item without what is below it.
Element unit_element(const Unit& unit) {
    Element element = make_element(is_item(unit) ? "item" : "level");
    add_attribute(element, "id", unit.id.utf8);
    add_heading(element, unit.heading, unit.page);
    if (!is_item(unit)) return element;
    for (const Field& field : fields_of(unit)) add_child(element, to_element(field));
    return element;
}

} // namespace

Element to_element(const Unit& unit, const UnitTree& tree) {
    Element element = unit_element(unit);
    if (is_item(unit)) return element;
    for (const std::size_t child : std::get<Level>(unit.content).units)
        add_child(element, to_element(tree.units[child], tree));
    return element;
}

Element to_element(const Plan& plan) {
    Element element = make_element("plan");
    add_optional_attribute(element, "version", plan.version);
    add_years(element, plan.years);
    add_flag(element, "extract", plan.extract);
    add_optional_child(element, "title", plan.title);
    add_body_names(element, plan.body_names);
    for (const std::size_t unit : plan.tree.top)
        add_child(element, to_element(plan.tree.units[unit], plan.tree));
    return element;
}

std::string digest_of(const Unit& unit) { return digest_of(write_xml(unit_element(unit), 0)); }

} // namespace taisho
