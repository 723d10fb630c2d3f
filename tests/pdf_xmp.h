#pragma once
// The metadata of a PDF file as properties (XMP specification of 2005, its RDF/XML).

#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {

// How a value is written: as text, as one of the three arrays, or as a structure.
enum class XmpForm { text, alternatives, sequence, bag, structure };

struct XmpItem {
    std::string language; // xml:lang, in alternatives
    std::string text;
    std::vector<struct XmpProperty> fields; // of a structure
};

struct XmpProperty {
    std::string space, prefix, name; // the URI of its namespace; its prefix as written
    XmpForm form = XmpForm::text;
    std::vector<XmpItem> items; // one, unless it is an array
};

struct XmpPacket {
    std::vector<XmpProperty> properties;
    std::vector<std::string> slips;
};

// REQUIRES nothing: what is no XMP gives slips.
XmpPacket read_xmp(const std::string& stream);

// The property, or null.
const XmpProperty* find_property(const std::vector<XmpProperty>& properties, std::string_view space,
                                 std::string_view name);

// Its text: of alternatives the one for x-default, of a sequence its only item; else empty.
std::string text_of(const XmpProperty* property);

} // namespace taisho::test
