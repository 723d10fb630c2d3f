// The door to PoDoFo 0.9.8, which numbers the objects, writes them, the cross-reference table and the
// trailer. Three things of it are avoided (each was measured): its write mode "compact" omits the line end
// after `obj` that PDF/A wants; its cross-reference streams have a wrong size; its page list is quadratic, so
// the page tree is ours.

#include "pdf/objects.h"
#include "pdf/syntax.h"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <podofo/podofo.h>

namespace taisho {

ObjectReference PdfObjects::reserve() {
    objects.emplace_back();
    return {static_cast<std::uint32_t>(objects.size())};
}

ObjectReference PdfObjects::add_text(std::string text) {
    const ObjectReference reference = reserve();
    at(reference).text = std::move(text);
    return reference;
}

ObjectReference PdfObjects::add_stream(std::vector<DictionaryEntry> entries, std::string bytes) {
    const ObjectReference reference = reserve();
    PdfObjectText& object = at(reference);
    object.entries = std::move(entries);
    object.stream = std::move(bytes);
    object.has_stream = true;
    return reference;
}

namespace {

PoDoFo::PdfVariant raw(const std::string& text) {
    return PoDoFo::PdfVariant(PoDoFo::PdfData(text.data(), text.size()));
}

PoDoFo::PdfReference to_podofo(ObjectReference reference) { return {reference.number, 0}; }

void hand_over(PdfObjectText object, PoDoFo::PdfVecObjects& target) {
    if (!object.text.empty()) {
        target.CreateObject(raw(object.text));
        return;
    }
    PoDoFo::PdfObject* const created = target.CreateObject();
    if (object.has_stream) {
        // No filter is given: these bytes are the filtered ones. PoDoFo drops the key Filter then, so it
        // comes after.
        PoDoFo::PdfStream* const stream = created->GetStream();
        stream->BeginAppend(PoDoFo::TVecFilters());
        stream->Append(object.stream.data(), object.stream.size());
        stream->EndAppend();
    }
    for (const DictionaryEntry& entry : object.entries) {
        created->GetDictionary().AddKey(PoDoFo::PdfName(entry.key), PoDoFo::PdfObject(raw(entry.value)));
    }
}

void write_file(PdfObjects objects, ObjectReference catalog, ObjectReference info, std::ofstream& stream) {
    PoDoFo::PdfVecObjects vector;
    vector.SetAutoDelete(true);
    vector.Reserve(objects.objects.size());
    for (PdfObjectText& object : objects.objects) hand_over(std::move(object), vector);
    assert(vector.GetSize() == objects.objects.size());
    objects = {};

    PoDoFo::PdfObject trailer;
    trailer.GetDictionary().AddKey("Root", to_podofo(catalog));
    trailer.GetDictionary().AddKey("Info", to_podofo(info));
    PoDoFo::PdfWriter writer(&vector, &trailer);
    writer.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
    writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
    PoDoFo::PdfOutputDevice device(static_cast<const std::ostream*>(&stream));
    writer.Write(&device);
}

// PoDoFo makes the file identifier from the document information alone, so that files of one title would
// share it. It is exchanged for ours in the trailer, which is the last of the file and has no offset behind
// it that could change.
bool set_identifier(const std::filesystem::path& path, std::uint64_t identifier) {
    constexpr std::streamoff most = 512; // of the trailer
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(0, std::ios::end);
    const std::streamoff size = file.tellg(), begin = std::max<std::streamoff>(size - most, 0);
    std::string trailer(static_cast<std::size_t>(size - begin), '\0');
    file.seekg(begin);
    file.read(trailer.data(), static_cast<std::streamsize>(trailer.size()));
    std::string digits;
    for (int shift = 48; shift >= 0; shift -= 16)
        append_hex16(digits, static_cast<std::uint32_t>(identifier >> shift));
    digits += digits; // 16 bytes
    std::size_t at = trailer.rfind("/ID");
    for (int i = 0; i < 2 && at != std::string::npos; ++i) {
        at = trailer.find('<', at);
        if (at != std::string::npos) trailer.replace(at + 1, digits.size(), digits), ++at;
    }
    file.seekp(begin);
    file.write(trailer.data(), static_cast<std::streamsize>(trailer.size()));
    file.close();
    return !file.fail() && at != std::string::npos;
}

} // namespace

bool write_objects(PdfObjects objects, ObjectReference catalog, ObjectReference info,
                   std::uint64_t identifier, const std::filesystem::path& file) {
    // Both print to stderr if left on.
    PoDoFo::PdfError::EnableDebug(false);
    PoDoFo::PdfError::EnableLogging(false);
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    if (!stream) return false;
    try {
        write_file(std::move(objects), catalog, info, stream);
    } catch (const PoDoFo::PdfError&) { return false; }
    // PoDoFo's change of locale on a full disk leaves a buffer whose close() throws; flush() only fails.
    if (!stream.flush()) return false;
    stream.close();
    return !stream.fail() && set_identifier(file, identifier);
}

} // namespace taisho
