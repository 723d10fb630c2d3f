#pragma once
// An XML file as plain data: elements, attributes and texts, each with its place. pugixml is met behind
// read.h.

#include "base/source.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace taisho {

struct Attribute {
    std::string name;
    Span at; // the name
    Text value;
};

struct Element {
    std::string name;
    Span at;                           // the name in the start tag
    Span extent;                       // from the < of the start tag to behind the > of the end tag
    Span inside;                       // between the tags; empty, before the /, in <br/>
    std::vector<Attribute> attributes; // but for those that tell an editor where the schema is
    std::vector<struct Node> children; // texts and elements in the order of the file; no comments
};

struct Node {
    std::variant<Text, Element> content; // Text::utf8 is decoded, but white space is still as written
};

// The first child element with that name, or null.
const Element* find_child(const Element& parent, std::string_view name);
std::vector<const Element*> find_children(const Element& parent, std::string_view name);
std::vector<const Element*> child_elements(const Element& parent);

// The value of an attribute; an empty Text at the element when it is not given.
Text attribute_of(const Element& element, std::string_view name);
bool has_attribute(const Element& element, std::string_view name);

// The character that an element stands for in a text: '\n' for <br/>, '\t' for <tab/>, 0 for all others.
char character_of(const Element& element);

// The text directly inside an element, as it is to be printed: <br/> becomes '\n' and <tab/> '\t'; a line end
// of the XML file with the blanks around it is no content (between two Latin letters or digits it is one
// space); a tab of the file is a space; all else stays.
Text text_of(const Element& element);

// The text of a child element, or an empty Text at the parent when there is no such child.
Text child_text(const Element& parent, std::string_view name);

// The place of the character that is byte `offset` of a Text with white space as written (a text node or an
// attribute): character references in the file are counted as the one character they stand for.
Span locate(const Text& raw, std::size_t offset, const Sources& sources);

} // namespace taisho
