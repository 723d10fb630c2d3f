#include "xml/read.h"

#include "base/utf8.h"
#include "xml/scan.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <pugixml.hpp>
#include <string>

// pugixml parses a copy of the file in place, so that the pointers it hands out are offsets into the file. It
// is lenient where an official paper must not be: what it lets pass (a DTD, unknown entities, two roots,
// repeated attributes, control characters) is checked here.

namespace taisho {
namespace {

constexpr int deepest = 64;

// A plan of ten thousand items has half as many. Everything that a parser makes a node of counts, so that the
// memory a file takes is bounded before it is parsed.
constexpr std::size_t most_nodes = 1'000'000;

struct Reading {
    std::uint16_t source;
    const char* buffer;
    std::string_view bytes; // the file as it is
    Diagnostics& diagnostics;

    Span span(const char* from, std::size_t length) const {
        const auto begin = static_cast<std::uint32_t>(from - buffer);
        return {source, begin, begin + static_cast<std::uint32_t>(length)};
    }
    Span span(std::size_t begin, std::size_t length) const { return span(buffer + begin, length); }
};

Code code_of(pugi::xml_parse_status status) {
    switch (status) {
    case pugi::status_end_element_mismatch: return Code::xml_end_tag;
    case pugi::status_bad_attribute: return Code::xml_attribute;
    case pugi::status_bad_doctype: return Code::xml_doctype;
    case pugi::status_no_document_element: return Code::xml_no_root;
    default: return Code::xml_broken;
    }
}

void report_parse_error(const Reading& reading, const pugi::xml_parse_result& result) {
    const auto offset = std::min(static_cast<std::size_t>(result.offset), reading.bytes.size());
    const Code code = code_of(result.status);
    if (code != Code::xml_end_tag) {
        add_error(reading.diagnostics, code, reading.span(offset, 1), {});
        return;
    }
    std::size_t tag = reading.bytes.rfind("</", offset); // the offset lies somewhere in the end tag
    if (tag == std::string_view::npos ||
        reading.bytes.substr(tag, offset - tag).find('>') != std::string_view::npos) {
        tag = offset;
    }
    const std::vector<OpenElement> open = open_elements(reading.bytes, tag);
    if (open.empty()) {
        add_error(reading.diagnostics, code, reading.span(tag, 2), {"?", ""});
        return;
    }
    const auto start = reading.bytes.begin() + static_cast<std::ptrdiff_t>(open.back().begin);
    const auto line = 1 + std::count(reading.bytes.begin(), start, '\n');
    add_error(reading.diagnostics, code, reading.span(tag, 2), {open.back().name, std::to_string(line)});
}

// The number of a reference such as #12354 or #x3042; nothing when it is none.
std::optional<char32_t> reference_number(std::string_view name) {
    name.remove_prefix(1);
    const int base = name.starts_with('x') ? 16 : 10;
    if (base == 16) name.remove_prefix(1);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number, base);
    if (name.empty() || error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    return number;
}

std::string name_of(char32_t character) {
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(character));
    return name;
}

bool is_good(char32_t character) { return is_text_character(character) || character == '\r'; }

// What stands behind an & at byte i: one of the five built-in names, or the number of a character.
void check_reference(const Reading& reading, std::size_t i) {
    constexpr std::size_t longest = 12;
    constexpr std::string_view built_in[] = {"amp", "lt", "gt", "quot", "apos"};
    const std::string_view rest = reading.bytes.substr(i + 1, longest);
    const std::size_t end = rest.find(';');
    const std::string_view name = rest.substr(0, end);
    const std::optional<char32_t> number = name.starts_with('#') ? reference_number(name) : std::nullopt;
    const bool known = number || std::ranges::find(built_in, name) != std::end(built_in);
    if (end == std::string_view::npos || !known) {
        add_error(reading.diagnostics, Code::xml_entity, reading.span(i, 1), {});
        return;
    }
    const bool scalar = number && *number <= 0x10ffff && (*number < 0xd800 || *number > 0xdfff);
    if (number && !(scalar && is_good(*number))) {
        add_error(reading.diagnostics, Code::xml_bad_character, reading.span(i, end + 2), {name_of(*number)});
    }
}

// XML 1.0, 2.5: -- may not stand inside a comment.
void check_comment(const Reading& reading, std::size_t i) {
    const std::size_t dashes = reading.bytes.find("--", i + 4);
    const bool ends = reading.bytes.substr(std::min(dashes, reading.bytes.size())).starts_with("-->");
    if (!ends) add_error(reading.diagnostics, Code::xml_comment, reading.span(dashes, 2), {});
}

// In CDATA and comments & is nothing special.
void check_references(const Reading& reading) {
    const std::string_view bytes = reading.bytes;
    for (std::size_t i = bytes.find_first_of("&<"); i != std::string_view::npos;
         i = bytes.find_first_of("&<", i + 1)) {
        const std::string_view rest = bytes.substr(i);
        if (rest[0] == '&') {
            check_reference(reading, i);
            continue;
        }
        const bool comment = rest.starts_with("<!--");
        if (comment) check_comment(reading, i);
        if (comment || rest.starts_with("<![CDATA[")) i = bytes.find(comment ? "-->" : "]]>", i);
        if (i == std::string_view::npos) return;
    }
}

void check_characters(const Reading& reading) {
    for (std::size_t i = 0; i < reading.bytes.size() && reading.diagnostics.size() < most_diagnostics;) {
        const auto [character, length] = decode(reading.bytes, i);
        // All that is refused is a control, U+202A to U+2069 or U+FDD0 and above: most characters of a paper
        // need no closer look.
        const bool good = (character >= 0x2100 && character < 0xfdd0) || is_good(character);
        if (!good) {
            add_error(reading.diagnostics, Code::xml_bad_character, reading.span(i, length),
                      {name_of(character)});
        }
        i += length;
    }
}

// A text or attribute value; in the file it goes on to the next `ending`.
Text text_at(const Reading& reading, const char* value, std::string_view ending) {
    const auto begin = static_cast<std::size_t>(value - reading.buffer);
    const std::size_t end = std::min(reading.bytes.find(ending, begin), reading.bytes.size());
    return {value, reading.span(begin, end - begin)};
}

// XML 1.0, 3.1: no name twice in one tag. Sorted, for a hostile tag may hold very many.
void check_repeated(const Reading& reading, const std::vector<Attribute>& attributes) {
    std::vector<const Attribute*> sorted;
    for (const Attribute& attribute : attributes) sorted.push_back(&attribute);
    std::ranges::stable_sort(sorted, {}, [](const Attribute* a) -> std::string_view { return a->name; });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i]->name == sorted[i - 1]->name)
            add_error(reading.diagnostics, Code::xml_attribute, sorted[i]->value.at, {});
    }
}

// Where an editor finds the schema (XML Schema 1.0, 4.3.2): it says nothing of the content.
bool is_for_editors(std::string_view attribute) {
    return attribute == "xmlns:xsi" || attribute == "xsi:noNamespaceSchemaLocation" ||
           attribute == "xsi:schemaLocation";
}

std::vector<Attribute> attributes_of(const Reading& reading, const pugi::xml_node& node) {
    std::vector<Attribute> attributes;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        const std::size_t quote = static_cast<std::size_t>(attribute.value() - reading.buffer) - 1;
        Text value = text_at(reading, attribute.value(), reading.bytes.substr(quote, 1));
        const std::string_view raw = reading.bytes.substr(value.at.begin, value.at.end - value.at.begin);
        if (raw.find('<') != std::string_view::npos)
            add_error(reading.diagnostics, Code::xml_attribute, value.at, {});
        const Span name = reading.span(attribute.name(), std::strlen(attribute.name()));
        attributes.push_back({attribute.name(), name, std::move(value)});
    }
    check_repeated(reading, attributes);
    std::erase_if(attributes, [](const Attribute& attribute) { return is_for_editors(attribute.name); });
    return attributes;
}

// The parser keeps no end tags: the end tag is the first behind all that the element holds, and what is kept
// of that says from where to look.
std::size_t end_of_content(const Reading& reading, const std::vector<Node>& children, std::size_t begin) {
    std::size_t at = begin;
    if (!children.empty()) {
        const auto* element = std::get_if<Element>(&children.back().content);
        at = element != nullptr ? element->extent.end : std::get<Text>(children.back().content).at.end;
    }
    std::optional<Markup> markup = next_markup(reading.bytes, at);
    while (markup && markup->kind != MarkupKind::end_tag) markup = next_markup(reading.bytes, markup->end);
    return markup ? markup->begin : reading.bytes.size();
}

Element convert(const Reading& reading, const pugi::xml_node& node, int depth) {
    Element element;
    element.name = node.name();
    element.at = element.extent = element.inside = reading.span(node.name(), std::strlen(node.name()));
    element.attributes = attributes_of(reading, node);
    if (depth > deepest) {
        add_error(reading.diagnostics, Code::xml_too_deep, element.at, {std::to_string(deepest)});
        return element;
    }
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_element) {
            element.children.push_back({convert(reading, child, depth + 1)});
        } else if (child.type() == pugi::node_pcdata) {
            element.children.push_back({text_at(reading, child.value(), "<")});
        } else if (child.type() == pugi::node_cdata) {
            element.children.push_back({text_at(reading, child.value(), "]]>")});
        }
    }
    const std::size_t begin = element.at.begin - 1;
    const Markup tag =
        next_markup(reading.bytes, begin).value_or(Markup{MarkupKind::empty_tag, begin, begin});
    if (tag.kind == MarkupKind::empty_tag) {
        element.extent = reading.span(begin, tag.end - begin);
        element.inside = reading.span(tag.end - 2, 0);
        return element;
    }
    const std::size_t end = end_of_content(reading, element.children, tag.end);
    const std::size_t close = std::min(reading.bytes.find('>', end), reading.bytes.size() - 1);
    element.inside = reading.span(tag.end, end - tag.end);
    element.extent = reading.span(begin, close + 1 - begin);
    return element;
}

// The encoding that the XML declaration names, in lower case.
std::string declared_encoding(std::string_view bytes) {
    if (!bytes.starts_with("<?xml")) return "utf-8";
    const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
    const std::size_t name = declaration.find("encoding");
    if (name == std::string_view::npos) return "utf-8";
    const std::size_t open = declaration.find_first_of("\"'", name);
    const std::size_t close = declaration.find_first_of("\"'", open + 1);
    if (open == std::string_view::npos || close == std::string_view::npos) return "utf-8";
    std::string encoding(declaration.substr(open + 1, close - open - 1));
    std::ranges::transform(encoding, encoding.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return encoding;
}

// XML 1.0, 4.3.3: what may stand there; anything else is not repeated in a message.
bool is_encoding_name(std::string_view name) {
    constexpr std::size_t longest = 40;
    return name.size() <= longest && std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
           });
}

bool check_encoding(const Reading& reading) {
    const std::string encoding = declared_encoding(reading.bytes);
    const std::optional<std::size_t> invalid = find_invalid(reading.bytes);
    const bool declared_well = encoding == "utf-8" || encoding == "us-ascii";
    if (!invalid && declared_well) return true;
    add_error(reading.diagnostics, Code::xml_not_utf8, reading.span(invalid.value_or(0), 1),
              {invalid && looks_like_shift_jis(reading.bytes) ? "Shift_JIS" : "",
               declared_well || !is_encoding_name(encoding) ? "" : encoding});
    return false;
}

} // namespace

std::optional<Element> read_xml(const Sources& sources, std::uint16_t source, Diagnostics& diagnostics) {
    const std::string& bytes = sources[source].bytes;
    std::string buffer = bytes;
    const Reading reading{source, buffer.data(), bytes, diagnostics};
    if (!check_encoding(reading)) return std::nullopt;
    if (const std::optional<Markup> beyond = first_beyond(bytes, most_nodes)) {
        const std::size_t name = beyond->begin + 1;
        const std::size_t end = std::min(bytes.find_first_of(" \t\r\n/>", name), bytes.size());
        add_error(diagnostics, Code::xml_too_many, reading.span(name, end - name),
                  {std::to_string(most_nodes)});
        return std::nullopt;
    }

    pugi::xml_document document;
    constexpr unsigned options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                                 pugi::parse_wconv_attribute | pugi::parse_doctype | pugi::parse_fragment;
    const pugi::xml_parse_result result =
        document.load_buffer_inplace(buffer.data(), buffer.size(), options, pugi::encoding_utf8);
    if (!result) {
        report_parse_error(reading, result);
        return std::nullopt;
    }
    const std::size_t errors_before = diagnostics.size();
    check_characters(reading);
    check_references(reading);
    std::optional<Element> root;
    for (const pugi::xml_node& node : document.children()) {
        if (node.type() == pugi::node_doctype) {
            add_error(diagnostics, Code::xml_doctype, reading.span(bytes.find("<!DOCTYPE"), 9), {});
        } else if (node.type() == pugi::node_element && !root) {
            root = convert(reading, node, 1);
        } else if (node.type() == pugi::node_element) {
            add_error(diagnostics, Code::xml_broken, reading.span(node.name(), 1), {});
        } else if (node.type() != pugi::node_comment) { // text before or behind the root
            const char* text = node.value() + std::strspn(node.value(), " \t\r\n");
            add_error(diagnostics, Code::xml_broken, reading.span(text, 1), {});
        }
    }
    if (!root && diagnostics.size() == errors_before)
        add_error(diagnostics, Code::xml_no_root, reading.span(std::size_t{0}, 1), {});
    if (diagnostics.size() != errors_before) return std::nullopt;
    return root;
}

} // namespace taisho
