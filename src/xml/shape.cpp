#include "xml/shape.h"

#include "base/suggest.h"

#include <algorithm>

namespace taisho {
namespace {

const Shape& shape_of(std::string_view key, std::span<const Shape> shapes) {
    static const Shape anything{};
    const auto found = std::ranges::find(shapes, key, &Shape::key);
    return found != shapes.end() ? *found : anything;
}

template <class Entries>
std::vector<std::string_view> names_of(const Entries& entries) {
    std::vector<std::string_view> names;
    for (const auto& entry : entries) names.push_back(entry.name);
    return names;
}

std::string joined(const std::vector<std::string_view>& names) {
    std::string text;
    for (const std::string_view name : names) text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

bool knows(const auto& entries, std::string_view name) {
    return std::ranges::any_of(entries, [&](const auto& entry) { return entry.name == name; });
}

void check_attributes(const Element& element, const Shape& shape, Diagnostics& diagnostics) {
    for (const Attribute& attribute : element.attributes) {
        if (knows(shape.attributes, attribute.name)) continue;
        const std::vector<std::string_view> known = names_of(shape.attributes);
        add_error(diagnostics, Code::unknown_attribute, attribute.at,
                  {element.name, attribute.name, nearest(attribute.name, known), joined(known)});
    }
    for (const AttributeShape& wanted : shape.attributes) {
        if (wanted.occurs == Occurs::once && !has_attribute(element, wanted.name)) {
            add_error(diagnostics, Code::missing_attribute, element.at,
                      {element.name, std::string(wanted.name)});
        }
    }
}

void check_children(const Element& element, const Shape& shape, Diagnostics& diagnostics) {
    for (const ChildShape& wanted : shape.children) {
        if (wanted.occurs == Occurs::any) continue;
        const std::vector<const Element*> found = find_children(element, wanted.name);
        if (wanted.occurs == Occurs::once && found.empty()) {
            add_error(diagnostics, Code::missing_element, element.at,
                      {element.name, std::string(wanted.name)});
        }
        if (found.size() > 1) {
            add_error(diagnostics, Code::repeated_element, found[1]->at,
                      {element.name, std::string(wanted.name)});
        }
    }
}

constexpr const char* blanks = " \t\r\n";

bool has_text(const Text& text) { return text.utf8.find_first_not_of(blanks) != std::string::npos; }

// The place of a text without the blanks before it, which may be the end of the line above.
Span visible_part(const Text& text) {
    Span at = text.at;
    at.begin += static_cast<std::uint32_t>(text.utf8.find_first_not_of(blanks));
    return at;
}

// Nothing to print: blanks and line breaks alone.
bool is_empty(const Element& element) {
    return std::ranges::none_of(element.children, [](const Node& node) {
        const auto* text = std::get_if<Text>(&node.content);
        return text != nullptr ? has_text(*text) : std::get<Element>(node.content).name != "br";
    });
}

void check_element(const Element& element, const Shape& shape, std::span<const Shape> shapes,
                   Diagnostics& diagnostics) {
    check_attributes(element, shape, diagnostics);
    check_children(element, shape, diagnostics);
    if (shape.filled && is_empty(element))
        add_error(diagnostics, Code::empty_element, element.at, {element.name});
    for (const Node& node : element.children) {
        const auto* text = std::get_if<Text>(&node.content);
        if (text != nullptr) {
            if (!shape.text && has_text(*text)) {
                add_error(diagnostics, Code::unexpected_text, visible_part(*text),
                          {element.name, joined(names_of(shape.children))});
            }
            continue;
        }
        const auto& child = std::get<Element>(node.content);
        const auto found = std::ranges::find(shape.children, child.name, &ChildShape::name);
        if (found == shape.children.end()) {
            const std::vector<std::string_view> known = names_of(shape.children);
            add_error(diagnostics, Code::unknown_element, child.at,
                      {element.name, child.name, nearest(child.name, known), joined(known)});
            continue;
        }
        check_element(child, shape_of(found->shape.empty() ? found->name : found->shape, shapes), shapes,
                      diagnostics);
    }
}

} // namespace

bool check_shape(const Element& root, std::string_view root_key, std::span<const Shape> shapes,
                 Diagnostics& diagnostics) {
    if (root.name != root_key) {
        add_error(diagnostics, Code::wrong_root, root.at, {root.name, std::string(root_key)});
        return false;
    }
    check_element(root, shape_of(root_key, shapes), shapes, diagnostics);
    return true;
}

} // namespace taisho
