#include "pdf_xmp.h"

#include "xml/read.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace taisho::test {
namespace {

constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
using Namespaces = std::map<std::string, std::string, std::less<>>; // URIs by prefix

struct Qualified {
    std::string space, prefix, local;
};

struct Reader {
    XmpPacket packet = {};

    void slip(const std::string& what) { packet.slips.push_back("A 6.6.2.1: the metadata " + what); }

    Namespaces inner(Namespaces spaces, const Element& element) const {
        for (const Attribute& attribute : element.attributes) {
            if (attribute.name.starts_with("xmlns:")) spaces[attribute.name.substr(6)] = attribute.value.utf8;
        }
        return spaces;
    }

    Qualified qualified(const std::string& name, const Namespaces& spaces) {
        const std::size_t colon = name.find(':');
        if (colon == std::string::npos) {
            slip("has a name without a namespace: " + name);
            return {"", "", name};
        }
        const std::string prefix = name.substr(0, colon);
        const auto found = spaces.find(prefix);
        if (found == spaces.end()) slip("has an unknown prefix: " + prefix);
        return {found != spaces.end() ? found->second : "", prefix, name.substr(colon + 1)};
    }

    bool is_rdf(const Element& element, const Namespaces& spaces, std::string_view name) {
        const Qualified parts = qualified(element.name, inner(spaces, element));
        return parts.space == rdf && parts.local == name;
    }

    static std::string plain_text(const Element& element) {
        std::string text;
        for (const Node& node : element.children) {
            if (const auto* piece = std::get_if<Text>(&node.content)) text += piece->utf8;
        }
        return text;
    }

    // ---- values ----

    static XmpForm form_of(const Qualified& name) {
        if (name.local == "Alt") return XmpForm::alternatives;
        return name.local == "Seq" ? XmpForm::sequence : XmpForm::bag;
    }

    XmpItem read_item(const Element& element, const Namespaces& spaces) {
        XmpItem item{attribute_of(element, "xml:lang").utf8, "", {}};
        if (attribute_of(element, "rdf:parseType").utf8 == "Resource")
            item.fields = read_fields(element, spaces);
        else if (!taisho::child_elements(element).empty())
            slip("has a structure without parseType");
        else
            item.text = plain_text(element);
        return item;
    }

    std::vector<XmpProperty> read_fields(const Element& element, const Namespaces& outer) {
        const Namespaces spaces = inner(outer, element);
        std::vector<XmpProperty> fields;
        for (const Element* child : taisho::child_elements(element))
            fields.push_back(read_property(*child, spaces));
        return fields;
    }

    XmpProperty read_property(const Element& element, const Namespaces& outer) {
        const Namespaces spaces = inner(outer, element);
        const Qualified name = qualified(element.name, spaces);
        XmpProperty property{name.space, name.prefix, name.local, XmpForm::text, {}};
        const std::vector<const Element*> children = taisho::child_elements(element);
        const bool is_resource = attribute_of(element, "rdf:parseType").utf8 == "Resource";
        if (children.empty() || is_resource) {
            property.form = is_resource ? XmpForm::structure : XmpForm::text;
            property.items.push_back(read_item(element, spaces));
            return property;
        }
        const Qualified array = qualified(children[0]->name, inner(spaces, *children[0]));
        const std::set<std::string> arrays = {"Alt", "Seq", "Bag"};
        if (children.size() != 1 || array.space != rdf || !arrays.contains(array.local)) {
            slip("has a value that is no array: " + name.local);
            return property;
        }
        property.form = form_of(array);
        for (const Element* item : taisho::child_elements(*children[0])) {
            if (!is_rdf(*item, spaces, "li")) slip("has an array with something else than li");
            property.items.push_back(read_item(*item, spaces));
        }
        return property;
    }

    // ---- the packet ----

    void read_description(const Element& element, const Namespaces& outer) {
        const Namespaces spaces = inner(outer, element);
        if (!is_rdf(element, outer, "Description")) slip("has something else than descriptions");
        if (!has_attribute(element, "rdf:about")) slip("has a description without rdf:about");
        for (const Attribute& attribute : element.attributes) {
            if (attribute.name.starts_with("xmlns") || attribute.name.starts_with("xml:")) continue;
            const Qualified name = qualified(attribute.name, spaces);
            if (name.space == rdf) continue;
            packet.properties.push_back(
                {name.space, name.prefix, name.local, XmpForm::text, {{"", attribute.value.utf8, {}}}});
        }
        for (XmpProperty& property : read_fields(element, outer)) packet.properties.push_back(property);
    }

    void read_root(const Element& root) {
        const Namespaces spaces = inner({}, root);
        const bool wrapped = qualified(root.name, spaces).space == "adobe:ns:meta/";
        const std::vector<const Element*> children = taisho::child_elements(root);
        if (wrapped && children.size() != 1) slip("has not one RDF");
        const Element& body = wrapped && !children.empty() ? *children[0] : root;
        if (!is_rdf(body, spaces, "RDF")) slip("has no RDF");
        const Namespaces inside = inner(spaces, body);
        for (const Element* description : taisho::child_elements(body))
            read_description(*description, inside);
        check_twice();
    }

    void check_twice() {
        std::set<std::pair<std::string, std::string>> seen;
        for (const XmpProperty& property : packet.properties) {
            if (!seen.emplace(property.space, property.name).second) slip("has " + property.name + " twice");
        }
    }

    // What stands between the two processing instructions of the packet.
    std::optional<std::string> body_of(const std::string& stream) {
        const std::string head = "<?xpacket begin=";
        const std::size_t head_end = stream.find("?>"), tail = stream.rfind("<?xpacket end=");
        if (!stream.starts_with(head) || head_end == std::string::npos || tail == std::string::npos ||
            tail < head_end) {
            slip("is not between the marks of a packet");
            return std::nullopt;
        }
        const std::string header = stream.substr(0, head_end);
        if (header.find("bytes=") != std::string::npos || header.find("encoding=") != std::string::npos)
            slip("has a packet with bytes or encoding");
        if (header.find("W5M0MpCehiHzreSzNTczkc9d") == std::string::npos) slip("has a packet without its id");
        const char mode = tail + 15 < stream.size() ? stream[tail + 15] : '?';
        if (mode != 'w' && mode != 'r') slip("has a packet without its end");
        return stream.substr(head_end + 2, tail - head_end - 2);
    }
};

} // namespace

XmpPacket read_xmp(const std::string& stream) {
    Reader reader;
    const std::optional<std::string> body = reader.body_of(stream);
    if (!body) return reader.packet;
    Diagnostics diagnostics;
    const Sources sources{{"metadata", *body}};
    const std::optional<Element> root = read_xml(sources, 0, diagnostics);
    if (root && diagnostics.empty())
        reader.read_root(*root);
    else
        reader.slip("is not well-formed XML");
    return reader.packet;
}

const XmpProperty* find_property(const std::vector<XmpProperty>& properties, std::string_view space,
                                 std::string_view name) {
    const auto found = std::ranges::find_if(properties, [&](const XmpProperty& property) {
        return property.space == space && property.name == name;
    });
    return found != properties.end() ? &*found : nullptr;
}

std::string text_of(const XmpProperty* property) {
    if (property == nullptr) return {};
    if (property->form == XmpForm::alternatives) {
        const auto found = std::ranges::find(property->items, "x-default", &XmpItem::language);
        return found != property->items.end() ? found->text : "";
    }
    return property->items.size() == 1 ? property->items[0].text : "";
}

} // namespace taisho::test
