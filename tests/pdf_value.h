#pragma once
// Values of a PDF file (ISO 32000-1 7.3) as plain data, for tests. Nothing here knows how we write one.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace taisho::test {

// What stops the reading: a file that cannot be understood, or a feature that no file of ours has.
struct PdfError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct PdfValue;
struct PdfEntry;
struct PdfName {
    std::string name; // without the slash, #-escapes undone
};
struct PdfString {
    std::string bytes;
};
struct PdfReference {
    std::int64_t number = 0; // the generation is 0
};
using PdfArray = std::vector<PdfValue>;
using PdfDictionary = std::vector<PdfEntry>;

struct PdfValue {
    std::variant<std::monostate, bool, std::int64_t, double, PdfName, PdfString, PdfReference, PdfArray,
                 PdfDictionary>
        is;
};
struct PdfEntry {
    std::string key;
    PdfValue value;
};

// The content if it is of that kind, or null.
template <class Kind>
const Kind* as(const PdfValue& value) {
    return std::get_if<Kind>(&value.is);
}

bool is_null(const PdfValue& value);
bool is_number(const PdfValue& value);
bool is_name(const PdfValue& value, std::string_view name);

// For values whose kind is checked elsewhere: what is of another kind is empty, or the number given.
const std::string& name_in(const PdfValue& value);
const std::string& bytes_in(const PdfValue& value);
const PdfArray& array_in(const PdfValue& value);
const PdfDictionary& dictionary_in(const PdfValue& value);
std::int64_t integer_in(const PdfValue& value, std::int64_t otherwise);
double number_in(const PdfValue& value);
std::int64_t reference_in(const PdfValue& value); // 0: not a reference

// The entry as it is written, which may be a reference; null when there is none.
const PdfValue& entry_of(const PdfValue& dictionary, std::string_view key);

// A text string (7.9.2.2) as UTF-8: UTF-16BE with its mark, UTF-8 with its mark, or plain ASCII, which is
// what we write; else throws.
std::string text_in(const PdfValue& value);

} // namespace taisho::test
