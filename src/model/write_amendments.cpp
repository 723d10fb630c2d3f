#include "model/write_paper.h"
#include "model/writing.h"

namespace taisho {
namespace {

void add_position(Element& element, const Position& position) {
    switch (position.side) {
    case Position::Side::last: break;
    case Position::Side::before: add_attribute(element, "before", position.of.utf8); break;
    case Position::Side::after: add_attribute(element, "after", position.of.utf8); break;
    }
}

void add_annotations(Element& element, const Annotations& annotations) {
    add_optional_child(element, "reason", annotations.reason);
    for (const Text& opinion : annotations.opinions) add_text_child(element, "opinion", opinion);
    for (const Text& remark : annotations.remarks) add_text_child(element, "remark", remark);
}

void add_if_given(Element& element, std::string_view name, const std::optional<Text>& text) {
    if (text) add_text_child(element, name, *text);
}

// ---- goals ----

Element edit_element(const ColumnRevision& revision) {
    Element element = make_element("column");
    add_attribute(element, "ref", revision.ref.utf8);
    add_if_given(element, "label", revision.label);
    add_if_given(element, "note", revision.note);
    return element;
}

Element edit_element(const ValueRevision& revision) {
    Element element = make_element("value");
    add_attribute(element, "column", revision.column.utf8);
    add_optional_attribute(element, "row", revision.row);
    add_text(element, revision.value.utf8);
    return element;
}

Element edit_element(const AddColumn& add) {
    Element element = make_element("addColumn");
    add_position(element, add.position);
    add_child(element, to_element(add.column));
    for (const Text& value : add.values) add_text_child(element, "value", value);
    return element;
}

Element edit_element(const DeleteColumn& removal) {
    Element element = make_element("deleteColumn");
    add_attribute(element, "ref", removal.ref.utf8);
    return element;
}

Element edit_element(const AddRow& add) {
    Element element = make_element("addRow");
    add_position(element, add.position);
    add_child(element, to_element(add.row));
    return element;
}

Element edit_element(const DeleteRow& removal) {
    Element element = make_element("deleteRow");
    add_attribute(element, "row", removal.row.utf8);
    return element;
}

void add_edit(Element& goal, const GoalEdit& edit) {
    if (const auto* rows = std::get_if<ReplaceRows>(&edit)) {
        for (const ValueRow& row : rows->rows) add_child(goal, to_element(row));
        return;
    }
    std::visit(
        [&](const auto& one) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, ReplaceRows>)
                add_child(goal, edit_element(one));
        },
        edit);
}

// ---- fields ----

Element revision_element(const PassageRevision& revision) {
    Element element = make_element(name_of(revision.kind));
    add_optional_attribute(element, "label", revision.label);
    add_text(element, revision.text.utf8);
    add_optional_child(element, "reason", revision.reason);
    return element;
}

Element revision_element(const GoalRevision& revision) {
    Element element = make_element("goal");
    add_attribute(element, "kind", revision.kind.utf8);
    add_optional_attribute(element, "label", revision.which);
    add_if_given(element, "label", revision.label);
    add_if_given(element, "statement", revision.statement);
    for (const GoalEdit& edit : revision.edits) add_edit(element, edit);
    add_optional_child(element, "reason", revision.reason);
    return element;
}

Element revision_element(const TableRevision& revision) {
    Element element = make_element("table");
    add_optional_attribute(element, "label", revision.label);
    for (const CellRevision& cell : revision.cells) {
        Element& cell_element = add_child(element, make_element("cell"));
        add_attribute(cell_element, "row", cell.row.utf8);
        add_attribute(cell_element, "column", cell.column.utf8);
        add_text(cell_element, cell.text.utf8);
    }
    add_optional_child(element, "reason", revision.reason);
    return element;
}

Element revision_element(const AddField& add) {
    Element element = make_element("add");
    add_position(element, add.position);
    add_child(element, to_element(add.field));
    add_optional_child(element, "reason", add.reason);
    return element;
}

Element revision_element(const DeleteField& removal) {
    Element element = make_element("delete");
    add_attribute(element, "field", removal.field.utf8);
    add_optional_child(element, "reason", removal.reason);
    return element;
}

Element revision_element(const ReplaceField& replacement) {
    Element element = make_element("replace");
    add_attribute(element, "field", replacement.which.utf8);
    add_child(element, to_element(replacement.field));
    add_optional_child(element, "reason", replacement.reason);
    return element;
}

} // namespace

Element to_element(const FieldRevision& revision) {
    return std::visit([](const auto& one) { return revision_element(one); }, revision);
}

namespace {

void add_revision(Element& element, const UnitRevision& revision) {
    add_if_given(element, "number", revision.number);
    add_if_given(element, "title", revision.title);
    add_if_given(element, "page", revision.page);
    for (const FieldRevision& field : revision.fields)
        add_child(element, to_element(field));
}

// ---- amendments ----

void add_unit_ref(Element& element, const UnitRef& unit) {
    add_attribute(element, unit.level ? "level" : "item", unit.id.utf8);
}

Element change_element(const Revise& change) {
    Element element = make_element(change.correction ? "correct" : "revise");
    add_unit_ref(element, change.unit);
    add_revision(element, change.revision);
    return element;
}

Element change_element(const Delete& change) {
    Element element = make_element("delete");
    add_unit_ref(element, change.unit);
    add_flag(element, "shift", change.shift);
    return element;
}

Element change_element(const Add& change) {
    Element element = make_element("add");
    add_optional_attribute(element, "level", change.level);
    add_position(element, change.position);
    add_flag(element, "shift", change.shift);
    for (const std::size_t unit : change.tree.top)
        add_child(element, to_element(change.tree.units[unit], change.tree));
    return element;
}

Element change_element(const Move& change) {
    Element element = make_element("move");
    add_unit_ref(element, change.unit);
    add_optional_attribute(element, "to", change.level);
    add_position(element, change.position);
    add_flag(element, "shift", change.shift);
    add_revision(element, change.revision);
    return element;
}

Element change_element(const Renumber& change) {
    Element element = make_element("renumber");
    add_unit_ref(element, change.unit);
    add_text_child(element, "number", change.number);
    return element;
}

Element change_element(const Merge& change) {
    Element element = make_element("merge");
    add_attribute(element, "into", change.into.utf8);
    add_flag(element, "shift", change.shift);
    for (const Text& item : change.from)
        add_attribute(add_child(element, make_element("from")), "item", item.utf8);
    add_revision(element, change.revision);
    return element;
}

Element change_element(const Split& change) {
    Element element = make_element("split");
    add_attribute(element, "item", change.item.utf8);
    add_flag(element, "shift", change.shift);
    add_revision(element, change.revision);
    for (const Unit& item : change.items) add_child(element, to_element(item, {}));
    return element;
}

Element change_element(const Rename& change) {
    Element element = make_element("rename");
    add_attribute(element, "from", change.from.utf8);
    add_attribute(element, "to", change.to.utf8);
    add_flag(element, "partOfWord", change.part_of_word);
    return element;
}

Element change_element(const Unchanged& change) {
    Element element = make_element("unchanged");
    add_unit_ref(element, change.unit);
    add_optional_attribute(element, "through", change.through);
    return element;
}

Element change_element(const RevisePlan& change) {
    Element element = make_element("revisePlan");
    add_years(element, change.no_years ? std::optional(YearRange{}) : change.years);
    add_if_given(element, "title", change.title);
    if (!change.body_names) return element;
    if (change.body_names->empty()) add_child(element, make_element("bodyNames"));
    add_body_names(element, *change.body_names);
    return element;
}

} // namespace

Element to_element(const Section& section) {
    Element element = make_element("section");
    add_optional_attribute(element, "arrangement", section.arrangement);
    add_optional_child(element, "number", section.heading.number);
    add_text_child(element, "title", section.heading.title);
    for (const Amendment& amendment : section.amendments) {
        Element change = std::visit([](const auto& one) { return change_element(one); }, amendment.change);
        add_annotations(change, amendment.annotations);
        add_child(element, std::move(change));
    }
    return element;
}

namespace {

Element reference_element(const PlanReference& reference) {
    Element element = make_element("plan");
    add_attribute(element, "href", reference.href.utf8);
    add_optional_attribute(element, "version", reference.version);
    for (const RecordedDigest& recorded : reference.digests) {
        Element& digest = add_child(element, make_element("digest"));
        add_attribute(digest, "of", recorded.unit.utf8);
        add_text(digest, recorded.digest.utf8);
    }
    return element;
}

Element agenda_element(const std::vector<Text>& agenda) {
    Element element = make_element("agenda");
    for (const Text& topic : agenda) add_text_child(element, "topic", topic);
    return element;
}

Element meta_element(const Paper& paper) {
    Element element = make_element("meta");
    const Meeting& meeting = paper.meeting;
    add_optional_child(element, "paperNumber", paper.number);
    if (!meeting.council.empty()) {
        Element& council = add_child(element, make_element("council"));
        add_optional_attribute(council, "round", meeting.round);
        add_text(council, meeting.council.utf8);
    }
    if (!meeting.date.empty()) {
        Element& date = add_child(element, make_element("date"));
        add_attribute(date, "iso", meeting.iso_date.utf8);
        add_text(date, meeting.date.utf8);
    }
    add_optional_child(element, "place", meeting.place);
    if (!meeting.agenda.empty()) add_child(element, agenda_element(meeting.agenda));
    add_text_child(element, "title", paper.title);
    add_optional_child(element, "department", paper.department);
    if (paper.cover) add_child(element, make_element("cover"));
    if (paper.contents) add_child(element, make_element("contents"));
    for (const Text& name : paper.templates)
        add_attribute(add_child(element, make_element("output")), "template", name.utf8);
    return element;
}

} // namespace

Element to_element(const Paper& paper) {
    Element element = make_element("amendmentPaper");
    add_child(element, meta_element(paper));
    add_child(element, paper.reference ? reference_element(*paper.reference) : to_element(paper.plan));
    Element& amendments = add_child(element, make_element("amendments"));
    add_optional_attribute(amendments, "newVersion", paper.new_version);
    for (const Section& section : paper.sections) add_child(amendments, to_element(section));
    return element;
}

std::string dump(const Paper& paper) { return write_xml(to_element(paper), 0) + "\n"; }

} // namespace taisho
