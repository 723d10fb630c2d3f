#include "pdf/metadata.h"

#include "base/utf8.h"
#include "pdf/syntax.h"

namespace taisho {
namespace {

// As the document information has it, too.
std::string escaped(std::string_view text) {
    std::string xml;
    for (const char c : cut_to_string(text)) {
        switch (c) {
        case '&': xml += "&amp;"; break;
        case '<': xml += "&lt;"; break;
        case '>': xml += "&gt;"; break;
        case '\n':
        case '\t': xml += ' '; break;
        default: xml.push_back(c);
        }
    }
    return xml;
}

// A property whose value has one language, and it is not said which.
std::string alternative(std::string_view name, std::string_view value) {
    std::string xml("<");
    xml.append(name).append("><rdf:Alt><rdf:li xml:lang=\"x-default\">").append(escaped(value));
    return xml.append("</rdf:li></rdf:Alt></").append(name).append(">\n");
}

std::string sequence(std::string_view name, std::string_view value) {
    std::string xml("<");
    xml.append(name).append("><rdf:Seq><rdf:li>").append(escaped(value));
    return xml.append("</rdf:li></rdf:Seq></").append(name).append(">\n");
}

constexpr std::string_view packet_begin =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";

constexpr std::string_view standards =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "</rdf:Description>\n";

constexpr std::string_view extension_schema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

} // namespace

std::string xmp_packet(const Properties& properties) {
    std::string xml(packet_begin);
    xml.append(standards).append(extension_schema);
    xml += "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
           " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
           "<dc:language><rdf:Bag><rdf:li>ja-JP</rdf:li></rdf:Bag></dc:language>\n";
    xml += alternative("dc:title", properties.title);
    if (!properties.author.empty()) xml += sequence("dc:creator", properties.author);
    if (!properties.subject.empty()) xml += alternative("dc:description", properties.subject);
    if (!properties.date.empty()) xml += sequence("dc:date", properties.date);
    xml.append("<pdf:Producer>").append(producer).append("</pdf:Producer>\n");
    return xml + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

std::vector<DictionaryEntry> document_information(const Properties& properties) {
    std::vector<DictionaryEntry> entries = {{"Title", pdf_text(one_line(properties.title))}};
    if (!properties.author.empty()) entries.push_back({"Author", pdf_text(one_line(properties.author))});
    if (!properties.subject.empty()) entries.push_back({"Subject", pdf_text(one_line(properties.subject))});
    entries.push_back({"Producer", "(" + std::string(producer) + ")"});
    return entries;
}

} // namespace taisho
