#pragma once
// The pieces of which write_xml and patch_xml put elements together.

#include "xml/element.h"

#include <string>
#include <string_view>

namespace taisho {

// The value of an attribute between quotes of the kind `quote`. Tabs and line ends would be read as blanks,
// so they become references.
std::string escape_attribute(std::string_view value, char quote);

// <name a="1"> or <name a="1"/>.
std::string start_tag(const Element& element, bool is_empty);

// Whether the element is written on one line: it holds text or breaks of text.
bool is_inline(const Element& element);

// Whether both have the same attributes, in any order.
bool same_attributes(const Element& a, const Element& b);

// What stands between the tags of an element that is_inline; `write_child` gives the bytes of its child
// elements.
template <class WriteChild>
std::string inline_content(const Element& element, WriteChild write_child);

// The text of a node as it must be written behind `before`, the text_of all that precedes it in the element;
// goes on with `before`.
std::string inline_text(std::string& before, std::string_view raw);

template <class WriteChild>
std::string inline_content(const Element& element, WriteChild write_child) {
    std::string content, text;
    for (const Node& node : element.children) {
        if (const auto* raw = std::get_if<Text>(&node.content)) {
            content += inline_text(text, raw->utf8);
            continue;
        }
        const auto& child = std::get<Element>(node.content);
        if (const char character = character_of(child)) text.push_back(character);
        content += write_child(child);
    }
    return content;
}

} // namespace taisho
