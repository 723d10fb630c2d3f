#include "xml/element.h"

#include "base/utf8.h"
#include "xml/folding.h"

#include <algorithm>

namespace taisho {

const Element* find_child(const Element& parent, std::string_view name) {
    for (const Node& node : parent.children) {
        const auto* element = std::get_if<Element>(&node.content);
        if (element != nullptr && element->name == name) return element;
    }
    return nullptr;
}

std::vector<const Element*> find_children(const Element& parent, std::string_view name) {
    std::vector<const Element*> found;
    for (const Node& node : parent.children) {
        const auto* element = std::get_if<Element>(&node.content);
        if (element != nullptr && element->name == name) found.push_back(element);
    }
    return found;
}

std::vector<const Element*> child_elements(const Element& parent) {
    std::vector<const Element*> found;
    for (const Node& node : parent.children) {
        if (const auto* element = std::get_if<Element>(&node.content)) found.push_back(element);
    }
    return found;
}

namespace {

const Attribute* find_attribute(const Element& element, std::string_view name) {
    const auto found = std::ranges::find(element.attributes, name, &Attribute::name);
    return found == element.attributes.end() ? nullptr : &*found;
}

} // namespace

Text attribute_of(const Element& element, std::string_view name) {
    const Attribute* attribute = find_attribute(element, name);
    return attribute != nullptr ? attribute->value : Text{{}, element.at};
}

bool has_attribute(const Element& element, std::string_view name) {
    return find_attribute(element, name) != nullptr;
}

char character_of(const Element& element) {
    if (element.name == "br") return '\n';
    return element.name == "tab" ? '\t' : '\0';
}

Text text_of(const Element& element) {
    Text result{{}, element.at};
    bool placed = false;
    for (const Node& node : element.children) {
        if (const auto* text = std::get_if<Text>(&node.content)) {
            append_folded(result.utf8, text->utf8);
            if (!placed) result.at = text->at;
            result.at.end = text->at.end;
            placed = true;
        } else if (const char character = character_of(std::get<Element>(node.content))) {
            result.utf8.push_back(character);
        }
    }
    return result;
}

Text child_text(const Element& parent, std::string_view name) {
    const Element* child = find_child(parent, name);
    return child != nullptr ? text_of(*child) : Text{{}, parent.at};
}

Span locate(const Text& raw, std::size_t offset, const Sources& sources) {
    if (raw.at.source >= sources.size()) return raw.at;
    const std::string_view bytes = sources[raw.at.source].bytes;
    std::size_t at = raw.at.begin;
    const bool verbatim = bytes.substr(0, at).ends_with("<![CDATA["); // & is a character like any other there
    const auto step = [&] { // bytes that the character at `at` takes in the file
        if (bytes[at] == '&' && !verbatim) return bytes.find(';', at) + 1 - at;
        if (bytes.substr(at, 2) == "\r\n") return std::size_t{2};
        return std::size_t{decode(bytes, at).length};
    };
    for (std::size_t i = 0; i < offset && at < raw.at.end; i += decode(raw.utf8, i).length) at += step();
    if (at >= raw.at.end) return raw.at;
    return {raw.at.source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + step())};
}

} // namespace taisho
