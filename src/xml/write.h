#pragma once
// The way back from elements to a file.

#include "xml/element.h"

namespace taisho {

// An element that was not read from a file.
Element make_element(std::string_view name);
void add_attribute(Element& element, std::string_view name, std::string_view value);
Element& add_child(Element& parent, Element child);     // the child where it now stands
void add_text(Element& element, std::string_view text); // '\n' becomes <br/>, '\t' <tab/>

// Whether two elements say the same: name, attributes in any order, child elements in order and text_of. What
// is only for the eye (comments, line ends of the file and the blanks around them) does not count.
bool same_content(const Element& a, const Element& b);

// The element as XML without the declaration: two blanks per depth from `depth` on, elements that hold text
// on one line; no line end behind it.
std::string write_xml(const Element& element, int depth);

// The whole file in which `before` stands, changed so that it says `after` there, and otherwise as it
// was: comments, blanks, line ends, the order of attributes and the way characters are written stay
// wherever the content is the same. Children are told apart by name and the attribute id; an element with an
// id that has come from elsewhere below `before` is carried over with its comments.
// REQUIRES: `before` was read from source.bytes and has the same name as `after`.
std::string patch_xml(const SourceFile& source, const Element& before, const Element& after);

} // namespace taisho
