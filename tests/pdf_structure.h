#pragma once
// The structure tree of a PDF file as plain data (ISO 32000-1 14.7).

#include "pdf_content.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace taisho::test {

struct PdfAnnotationKid {
    std::int64_t object = 0;
};
using PdfKid = std::variant<std::size_t, ContentKey, PdfAnnotationKid>; // an element by its index

constexpr std::size_t no_element = static_cast<std::size_t>(-1);

struct PdfElement {
    std::int64_t object = 0;
    std::string written; // S as it stands in the file
    std::string type;    // the standard type that the role map makes of it; empty: none
    std::size_t parent = no_element;
    std::vector<PdfKid> kids;
    PdfValue value;
};

struct PdfStructure {
    std::vector<PdfElement> elements; // depth first: the order of reading
    std::vector<std::string> slips;
};

// Throws PdfError when the tree goes round or is deeper than 64.
PdfStructure structure_of(const PdfFile& file);

bool is_standard_type(const std::string& type);

// The entry of the attributes of an owner (/A, 14.7.5), with references resolved; null when there is none.
const PdfValue& attribute_of(const PdfFile& file, const PdfElement& element, std::string_view owner,
                             std::string_view key);

std::vector<std::size_t> child_elements(const PdfElement& element);

// A name for sentences: 「TD (object 12)」.
std::string named(const PdfElement& element);

// The text of each element that is no inline element, with that of the inline elements inside it, where there
// is any; in the order of the tree.
struct ElementText {
    std::string type, text;

    bool operator==(const ElementText&) const = default;
};
std::vector<ElementText> texts_of(const PdfStructure& structure, const PdfContent& content);

} // namespace taisho::test
