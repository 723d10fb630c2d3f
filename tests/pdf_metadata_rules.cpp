// Metadata (ISO 19005-2 6.6, ISO 14289-1 5 and 7.1): what the file says of itself, twice and alike.

#include "pdf_rules_parts.h"
#include "pdf_xmp.h"

#include <algorithm>
#include <map>
#include <set>

namespace taisho::test {
namespace {

constexpr std::string_view dc = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view xmp = "http://ns.adobe.com/xap/1.0/";
constexpr std::string_view pdf = "http://ns.adobe.com/pdf/1.3/";
constexpr std::string_view pdfa = "http://www.aiim.org/pdfa/ns/id/";
constexpr std::string_view pdfua = "http://www.aiim.org/pdfua/ns/id/";
constexpr std::string_view extension = "http://www.aiim.org/pdfa/ns/extension/";
constexpr std::string_view schema_fields = "http://www.aiim.org/pdfa/ns/schema#";
constexpr std::string_view property_fields = "http://www.aiim.org/pdfa/ns/property#";

using Forms = std::map<std::string, XmpForm, std::less<>>;

// The properties that need no description, and their forms (XMP specification of 2005, chapter 4).
const std::map<std::string, Forms, std::less<>> predefined = {
    {std::string(dc),
     {{"contributor", XmpForm::bag},
      {"coverage", XmpForm::text},
      {"creator", XmpForm::sequence},
      {"date", XmpForm::sequence},
      {"description", XmpForm::alternatives},
      {"format", XmpForm::text},
      {"identifier", XmpForm::text},
      {"language", XmpForm::bag},
      {"publisher", XmpForm::bag},
      {"relation", XmpForm::bag},
      {"rights", XmpForm::alternatives},
      {"source", XmpForm::text},
      {"subject", XmpForm::bag},
      {"title", XmpForm::alternatives},
      {"type", XmpForm::bag}}},
    {std::string(xmp),
     {{"BaseURL", XmpForm::text},
      {"CreateDate", XmpForm::text},
      {"CreatorTool", XmpForm::text},
      {"Identifier", XmpForm::bag},
      {"Label", XmpForm::text},
      {"MetadataDate", XmpForm::text},
      {"ModifyDate", XmpForm::text}}},
    {std::string(pdf),
     {{"Keywords", XmpForm::text}, {"PDFVersion", XmpForm::text}, {"Producer", XmpForm::text}}},
    {"http://ns.adobe.com/xap/1.0/mm/",
     {{"DocumentID", XmpForm::text}, {"InstanceID", XmpForm::text}, {"VersionID", XmpForm::text}}},
    {"http://ns.adobe.com/xap/1.0/rights/",
     {{"Marked", XmpForm::text}, {"UsageTerms", XmpForm::alternatives}, {"WebStatement", XmpForm::text}}},
    {std::string(pdfa),
     {{"amd", XmpForm::text},
      {"conformance", XmpForm::text},
      {"corr", XmpForm::text},
      {"part", XmpForm::text}}},
    {std::string(extension), {{"schemas", XmpForm::bag}}},
};

struct MetadataCheck {
    const PdfFile& file;
    XmpPacket packet = {};
    Breaches breaches = {};
    std::map<std::string, std::set<std::string>, std::less<>> described = {}; // names by namespace

    void broken(const std::string& clause, const std::string& what) {
        breaches.push_back(clause + ": the metadata: " + what);
    }

    std::string text(std::string_view space, std::string_view name) const {
        return text_of(find_property(packet.properties, space, name));
    }

    // ---- the extension schema (6.6.2.3) ----

    // Every field of a description, no other, under the one prefix that is allowed.
    void check_fields(const std::vector<XmpProperty>& fields, std::string_view space,
                      const std::string& prefix, const std::map<std::string, XmpForm>& wanted) {
        for (const auto& [name, form] : wanted) {
            const XmpProperty* field = find_property(fields, space, name);
            if (field == nullptr || field->form != form || (form == XmpForm::text && text_of(field).empty()))
                broken("A 6.6.2.3", "an extension schema without " + name);
        }
        for (const XmpProperty& field : fields) {
            if (field.space != space || !wanted.contains(field.name))
                broken("A 6.6.2.3", "an extension schema with " + field.name);
            if (field.prefix != prefix) broken("A 6.6.2.3", "another prefix than " + prefix);
        }
    }

    void read_described_property(const std::string& space, const std::vector<XmpProperty>& fields) {
        check_fields(fields, property_fields, "pdfaProperty",
                     {{"name", XmpForm::text},
                      {"valueType", XmpForm::text},
                      {"category", XmpForm::text},
                      {"description", XmpForm::text}});
        const auto field = [&](const char* name) {
            return text_of(find_property(fields, property_fields, name));
        };
        if (field("category") != "internal" && field("category") != "external")
            broken("A 6.6.2.3", "an unknown category");
        static const std::set<std::string> types = {"Boolean", "Date", "Integer", "Real",
                                                    "Text",    "URI",  "URL"};
        if (!types.contains(field("valueType"))) broken("A 6.6.2.3", "an unknown type of value");
        described[space].insert(field("name"));
    }

    void read_extensions() {
        const XmpProperty* schemas = find_property(packet.properties, extension, "schemas");
        if (schemas == nullptr) return;
        if (schemas->prefix != "pdfaExtension") broken("A 6.6.2.3", "another prefix than pdfaExtension");
        for (const XmpItem& schema : schemas->items) {
            check_fields(schema.fields, schema_fields, "pdfaSchema",
                         {{"schema", XmpForm::text},
                          {"namespaceURI", XmpForm::text},
                          {"prefix", XmpForm::text},
                          {"property", XmpForm::sequence}});
            const std::string space = text_of(find_property(schema.fields, schema_fields, "namespaceURI"));
            const XmpProperty* properties = find_property(schema.fields, schema_fields, "property");
            if (properties == nullptr) continue;
            for (const XmpItem& property : properties->items) read_described_property(space, property.fields);
        }
    }

    // ---- properties ----

    void check_property(const XmpProperty& property) {
        const auto space = predefined.find(property.space);
        if (space != predefined.end()) {
            const auto form = space->second.find(property.name);
            if (form != space->second.end() && form->second == property.form) return;
            broken("A 6.6.2.3", property.prefix + ":" + property.name + " is unknown or of another form");
            return;
        }
        const auto names = described.find(property.space);
        if (names == described.end() || !names->second.contains(property.name))
            broken("A 6.6.2.3", property.prefix + ":" + property.name + " is described nowhere");
    }

    void check_identification() {
        if (text(pdfa, "part") != "2" || text(pdfa, "conformance") != "A")
            broken("A 6.6.4", "not part 2, level A of PDF/A");
        if (text(pdfua, "part") != "1") broken("UA 5", "not part 1 of PDF/UA");
        for (const XmpProperty& property : packet.properties) {
            const bool bad = (property.space == pdfa && property.prefix != "pdfaid") ||
                             (property.space == pdfua && property.prefix != "pdfuaid");
            if (bad) broken("A 6.6.4", "another prefix than that of the identification");
        }
        if (text(dc, "title").empty()) broken("UA 7.1", "no dc:title for x-default");
    }

    // ---- Info ----

    // The digits of a date up to its zone: 「D:20240801」 and 「2024-08-01」 are one.
    static std::string digits_of(const std::string& date) {
        const std::size_t time = date.find('T');
        const std::size_t zone =
            time == std::string::npos ? date.find_first_of("Z+") : date.find_first_of("Z+-", time);
        std::string digits;
        for (const char byte : date.substr(0, zone)) {
            if (byte >= '0' && byte <= '9') digits += byte;
        }
        return digits;
    }

    void check_info() {
        struct Pair {
            const char* key;
            std::string_view space, name;
        };
        static const std::vector<Pair> pairs = {
            {"Title", dc, "title"},        {"Author", dc, "creator"},       {"Subject", dc, "description"},
            {"Keywords", pdf, "Keywords"}, {"Creator", xmp, "CreatorTool"}, {"Producer", pdf, "Producer"}};
        const PdfValue& info = get(file, file.trailer, "Info");
        for (const Pair& pair : pairs) {
            const PdfValue& value = get(file, info, pair.key);
            if (!is_null(value) && text_in(value) != text(pair.space, pair.name))
                broken("A 6.6.3", std::string("Info says another ") + pair.key);
        }
        for (const auto& [key, name] : {std::pair{"CreationDate", "CreateDate"}, {"ModDate", "ModifyDate"}}) {
            const PdfValue& value = get(file, info, key);
            if (!is_null(value) && digits_of(text_in(value)) != digits_of(text(xmp, name)))
                broken("A 6.6.3", std::string("Info says another ") + key);
        }
    }
};

} // namespace

Breaches metadata_breaches(const PdfFile& file) {
    const PdfObject* stream = stream_of(file, entry_of(catalog_of(file), "Metadata"));
    if (stream == nullptr) return {"A 6.6.2.1: no metadata"};
    MetadataCheck check{file, read_xmp(stream->stream)};
    if (!is_name(get(file, stream->value, "Type"), "Metadata") ||
        !is_name(get(file, stream->value, "Subtype"), "XML"))
        check.broken("A 6.6.2.1", "not of the type Metadata, XML");
    if (!is_null(entry_of(stream->value, "Filter"))) check.broken("A 6.6.2.1", "with a filter");
    check.breaches.insert(check.breaches.end(), check.packet.slips.begin(), check.packet.slips.end());
    check.read_extensions();
    for (const XmpProperty& property : check.packet.properties) check.check_property(property);
    check.check_identification();
    check.check_info();
    return check.breaches;
}

} // namespace taisho::test
