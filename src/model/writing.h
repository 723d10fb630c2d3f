#pragma once
// What the writers of the plan and of the amendments share. Internal to the room.

#include "model/write_paper.h"
#include "xml/write.h"

namespace taisho {

// <name>text</name>
void add_text_child(Element& parent, std::string_view name, const Text& text);
// The same, unless the text is empty.
void add_optional_child(Element& parent, std::string_view name, const Text& text);
// name="text", unless the text is empty.
void add_optional_attribute(Element& element, std::string_view name, const Text& text);
void add_flag(Element& element, std::string_view name, bool yes);

void add_heading(Element& element, const Heading& heading, const Text& page);
void add_years(Element& element, const std::optional<YearRange>& years);
void add_body_names(Element& element, const std::vector<Text>& names);

Element to_element(const Column& column);
Element to_element(const ValueRow& row);
Element to_element(const Section& section);

} // namespace taisho
