#include "xml/element.h"

#include "base/utf8.h"

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

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_latin(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// Appends `piece` to `text` without the line ends of the file. `open` says whether text may still be joined
// to what stands before, that is, no author's break lies between.
void append_folded(std::string& text, std::string_view piece) {
    for (std::size_t i = 0; i < piece.size();) {
        if (!is_blank(piece[i])) {
            text.push_back(piece[i++]);
            continue;
        }
        std::size_t end = i;
        while (end < piece.size() && is_blank(piece[end])) ++end;
        const std::string_view blanks = piece.substr(i, end - i);
        const bool has_line_end = blanks.find('\n') != std::string_view::npos;
        if (!has_line_end) text.append(blanks.size(), ' '); // a tab is a blank
        const bool between_latin =
            !text.empty() && is_latin(text.back()) && end < piece.size() && is_latin(piece[end]);
        if (has_line_end && between_latin) text.push_back(' ');
        i = end;
    }
}

} // namespace

Text attribute_of(const Element& element, std::string_view name) {
    const Attribute* attribute = find_attribute(element, name);
    return attribute != nullptr ? attribute->value : Text{{}, element.at};
}

bool has_attribute(const Element& element, std::string_view name) {
    return find_attribute(element, name) != nullptr;
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
        } else if (std::get<Element>(node.content).name == "br") {
            result.utf8.push_back('\n');
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
