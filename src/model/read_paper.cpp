#include "model/read_paper.h"

#include "model/paper_shape.h"
#include "model/reading.h"
#include "text/dates.h"

namespace taisho {
namespace {

// A meeting on another day than the one that is printed would be announced wrongly by every list made from
// the properties of the outputs.
void check_date(const Meeting& meeting, Diagnostics& diagnostics) {
    const std::optional<Date> date = parse_iso_date(meeting.iso_date.utf8);
    if (!date) add_error(diagnostics, Code::no_such_day, meeting.iso_date.at, {meeting.iso_date.utf8});
    const std::optional<PrintedDate> printed = parse_printed_date(meeting.date.utf8);
    if (!printed) add_error(diagnostics, Code::not_a_date, meeting.date.at, {meeting.date.utf8});
    if (!date || !printed) return;
    if (printed->date != *date) {
        add_error(diagnostics, Code::dates_differ, meeting.date.at,
                  {meeting.date.utf8, meeting.iso_date.utf8});
        return;
    }
    const std::string weekday(weekday_of(*date));
    if (!printed->weekday.empty() && printed->weekday != weekday)
        add_error(diagnostics, Code::weekday_differs, meeting.date.at,
                  {meeting.iso_date.utf8, weekday, printed->weekday});
}

Meeting read_meeting(const Element& meta, Diagnostics& diagnostics) {
    Meeting meeting;
    if (const Element* council = find_child(meta, "council")) {
        meeting.council = text_of(*council);
        meeting.round = attribute_of(*council, "round");
    }
    if (const Element* date = find_child(meta, "date")) {
        meeting.date = text_of(*date);
        meeting.iso_date = attribute_of(*date, "iso");
        if (!has_slip_within(*date, diagnostics)) check_date(meeting, diagnostics);
    }
    meeting.place = child_text(meta, "place");
    if (const Element* agenda = find_child(meta, "agenda"))
        for (const Element* topic : find_children(*agenda, "topic"))
            meeting.agenda.push_back(text_of(*topic));
    return meeting;
}

void read_meta(const Element& meta, Paper& paper, Diagnostics& diagnostics) {
    paper.number = child_text(meta, "paperNumber");
    paper.meeting = read_meeting(meta, diagnostics);
    paper.title = child_text(meta, "title");
    paper.department = child_text(meta, "department");
    paper.cover = find_child(meta, "cover") != nullptr;
    paper.contents = find_child(meta, "contents") != nullptr;
    for (const Element* output : find_children(meta, "output"))
        paper.templates.push_back(attribute_of(*output, "template"));
}

// With href, <plan> holds nothing but what was recorded of the plan in the other file.
PlanReference read_reference(const Element& element, Diagnostics& diagnostics) {
    PlanReference reference{attribute_of(element, "href"), attribute_of(element, "version"), {}};
    for (const Element* child : child_elements(element)) {
        if (child->name == "digest") {
            reference.digests.push_back({attribute_of(*child, "of"), text_of(*child)});
        } else {
            add_error(diagnostics, Code::href_and_content, child->at, {child->name});
        }
    }
    return reference;
}

} // namespace

std::optional<Paper> read_paper(const Element& root, Diagnostics& diagnostics) {
    if (root.name == "plan") { // the shape would not know what it is
        add_error(diagnostics, Code::wrong_root, root.at, {root.name, "amendmentPaper", "!"});
        return std::nullopt;
    }
    if (!check_shape(root, "amendmentPaper", paper_shapes(), diagnostics)) return std::nullopt;
    Paper paper;
    paper.plan.damaged = find_child(root, "plan") == nullptr; // reported by the shape
    if (const Element* meta = find_child(root, "meta")) read_meta(*meta, paper, diagnostics);
    if (const Element* plan = find_child(root, "plan")) {
        if (has_attribute(*plan, "href")) {
            paper.reference = read_reference(*plan, diagnostics);
        } else {
            paper.plan = plan_from(*plan, diagnostics);
        }
    }
    if (const Element* amendments = find_child(root, "amendments")) {
        paper.new_version = attribute_of(*amendments, "newVersion");
        for (const Element* section : find_children(*amendments, "section"))
            paper.sections.push_back(read_section(*section, diagnostics));
    }
    return paper;
}

} // namespace taisho
