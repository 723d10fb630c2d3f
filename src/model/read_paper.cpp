#include "model/read_paper.h"

#include "model/paper_shape.h"
#include "model/reading.h"

namespace taisho {
namespace {

void read_meta(const Element& meta, Paper& paper) {
    paper.number = child_text(meta, "paperNumber");
    paper.title = child_text(meta, "title");
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
    if (const Element* meta = find_child(root, "meta")) read_meta(*meta, paper);
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
