#pragma once
// What a file says of itself: the document information (ISO 32000-1 14.3.3) and the same as XMP (ISO
// 16684-1), which also says which standards it keeps.

#include "document/document.h"
#include "pdf/objects.h"

#include <string>

namespace taisho {

inline constexpr std::string_view producer = "Taisho";

// The XMP packet: PDF/A-2a (ISO 19005-2 6.6.4), PDF/UA-1 (ISO 14289-1 5) with the extension schema that
// PDF/A wants for it (ISO 19005-2 6.6.2.3), and the properties as they stand in the document information.
std::string xmp_packet(const Properties& properties);

// The entries of the document information. The date of a paper is that of a meeting, not of a file, so it is
// in the subject and in dc:date only; a time at which the file was made would make every run another file.
std::vector<DictionaryEntry> document_information(const Properties& properties);

} // namespace taisho
