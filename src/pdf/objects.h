#pragma once
// A PDF file as plain data: numbered objects, written as PDF text (ISO 32000-1 7.3), and streams. Everything
// here is put together without PoDoFo; write_objects hands it over.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

struct ObjectReference {
    std::uint32_t number = 0; // the generation is always 0
};

// A key without its slash, and its value as PDF text.
struct DictionaryEntry {
    std::string key, value;
};

struct PdfObjectText {
    std::string text; // the whole object, if it is neither a dictionary by entries nor a stream
    std::vector<DictionaryEntry> entries; // without Length
    std::string stream;                   // as it stands in the file, after its filters
    bool has_stream = false;
};

struct PdfObjects {
    std::vector<PdfObjectText> objects; // object n is objects[n - 1]

    ObjectReference reserve();
    PdfObjectText& at(ObjectReference reference) { return objects[reference.number - 1]; }
    ObjectReference add_text(std::string text);
    ObjectReference add_stream(std::vector<DictionaryEntry> entries, std::string bytes);
};

// Writes a PDF 1.7 file with that file identifier (ISO 32000-1 14.4). The objects are given away one by one,
// so that the streams are never held twice. Returns false when the file cannot be written. REQUIRES: `info`
// was set by entries.
bool write_objects(PdfObjects objects, ObjectReference catalog, ObjectReference info,
                   std::uint64_t identifier, const std::filesystem::path& file);

} // namespace taisho
