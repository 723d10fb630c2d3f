#include "xml/write.h"

#include "xml/folding.h"
#include "xml/markup.h"

#include <algorithm>

namespace taisho {

Element make_element(std::string_view name) {
    Element element;
    element.name = name;
    return element;
}

void add_attribute(Element& element, std::string_view name, std::string_view value) {
    element.attributes.push_back({std::string(name), {}, {std::string(value), {}}});
}

Element& add_child(Element& parent, Element child) {
    parent.children.push_back({std::move(child)});
    return std::get<Element>(parent.children.back().content);
}

void add_text(Element& element, std::string_view text) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\t", begin), text.size());
        if (end > begin) element.children.push_back({Text{std::string(text.substr(begin, end - begin)), {}}});
        if (end < text.size()) add_child(element, make_element(text[end] == '\n' ? "br" : "tab"));
        begin = end + 1;
    }
}

namespace {

std::vector<const Attribute*> sorted_attributes(const Element& element) {
    std::vector<const Attribute*> sorted;
    for (const Attribute& attribute : element.attributes) sorted.push_back(&attribute);
    std::ranges::sort(sorted, {}, [](const Attribute* a) -> std::string_view { return a->name; });
    return sorted;
}

} // namespace

bool same_attributes(const Element& a, const Element& b) {
    if (a.attributes.size() != b.attributes.size()) return false;
    return std::ranges::equal(sorted_attributes(a), sorted_attributes(b),
                              [](const Attribute* x, const Attribute* y) {
                                  return x->name == y->name && x->value.utf8 == y->value.utf8;
                              });
}

bool same_content(const Element& a, const Element& b) {
    if (a.name != b.name || !same_attributes(a, b) || text_of(a).utf8 != text_of(b).utf8) return false;
    return std::ranges::equal(child_elements(a), child_elements(b),
                              [](const Element* x, const Element* y) { return same_content(*x, *y); });
}

// ---- pieces ----

namespace {

void append_escaped(std::string& out, char c) {
    switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&apos;"; break;
    case '\t': out += "&#9;"; break;
    case '\n': out += "&#10;"; break;
    case '\r': out += "&#13;"; break;
    default: out.push_back(c);
    }
}

} // namespace

std::string escape_attribute(std::string_view value, char quote) {
    std::string out;
    for (const char c : value) {
        const bool is_plain = c == '>' || ((c == '"' || c == '\'') && c != quote);
        if (is_plain) {
            out.push_back(c);
        } else {
            append_escaped(out, c);
        }
    }
    return out;
}

std::string start_tag(const Element& element, bool is_empty) {
    std::string tag = "<" + element.name;
    for (const Attribute& attribute : element.attributes) {
        tag.append(" ").append(attribute.name).append("=\"");
        tag.append(escape_attribute(attribute.value.utf8, '"')).append("\"");
    }
    return tag + (is_empty ? "/>" : ">");
}

bool is_inline(const Element& element) {
    return std::ranges::any_of(element.children, [](const Node& node) {
        const auto* child = std::get_if<Element>(&node.content);
        return child == nullptr || character_of(*child) != 0;
    });
}

std::string inline_text(std::string& before, std::string_view raw) {
    const std::size_t known = before.size();
    append_folded(before, raw);
    const std::string_view piece = std::string_view(before).substr(known);
    std::string out;
    for (const char c : piece) {
        if (c == '"' || c == '\'') {
            out.push_back(c);
        } else {
            append_escaped(out, c);
        }
    }
    // A parser takes blanks alone, between tags, for layout.
    const bool is_all_blank = !piece.empty() && std::ranges::all_of(piece, is_blank);
    if (is_all_blank) out.replace(0, 1, "&#32;");
    return out;
}

// ---- elements ----

namespace {

std::string write_inline(const Element& element) {
    if (element.children.empty()) return start_tag(element, true);
    return start_tag(element, false) + inline_content(element, write_inline) + "</" + element.name + ">";
}

} // namespace

std::string write_xml(const Element& element, int depth) {
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    if (element.children.empty() || is_inline(element)) return indent + write_inline(element);
    std::string out = indent + start_tag(element, false) + "\n";
    for (const Element* child : child_elements(element)) out += write_xml(*child, depth + 1) + "\n";
    return out + indent + "</" + element.name + ">";
}

} // namespace taisho
