#include "pdf_value.h"

#include "base/utf8.h"

#include <algorithm>

namespace taisho::test {
namespace {

template <class Kind>
const Kind& content_or_empty(const PdfValue& value) {
    static const Kind empty{};
    const Kind* content = as<Kind>(value);
    return content != nullptr ? *content : empty;
}

} // namespace

bool is_null(const PdfValue& value) { return as<std::monostate>(value) != nullptr; }

bool is_number(const PdfValue& value) {
    return as<std::int64_t>(value) != nullptr || as<double>(value) != nullptr;
}

bool is_name(const PdfValue& value, std::string_view name) {
    return as<PdfName>(value) != nullptr && name_in(value) == name;
}

const std::string& name_in(const PdfValue& value) { return content_or_empty<PdfName>(value).name; }
const std::string& bytes_in(const PdfValue& value) { return content_or_empty<PdfString>(value).bytes; }
const PdfArray& array_in(const PdfValue& value) { return content_or_empty<PdfArray>(value); }
const PdfDictionary& dictionary_in(const PdfValue& value) { return content_or_empty<PdfDictionary>(value); }

std::int64_t integer_in(const PdfValue& value, std::int64_t otherwise) {
    const std::int64_t* integer = as<std::int64_t>(value);
    return integer != nullptr ? *integer : otherwise;
}

double number_in(const PdfValue& value) {
    const double* real = as<double>(value);
    return real != nullptr ? *real : static_cast<double>(integer_in(value, 0));
}

std::int64_t reference_in(const PdfValue& value) { return content_or_empty<PdfReference>(value).number; }

const PdfValue& entry_of(const PdfValue& dictionary, std::string_view key) {
    static const PdfValue none{};
    const PdfDictionary& entries = dictionary_in(dictionary);
    const auto found = std::ranges::find(entries, key, &PdfEntry::key);
    return found != entries.end() ? found->value : none;
}

std::string text_in(const PdfValue& value) {
    const std::string& bytes = bytes_in(value);
    if (bytes.starts_with("\xfe\xff")) {
        const FromUtf16 text = from_utf16(std::string_view(bytes).substr(2), ByteOrder::big);
        if (!text.whole) throw PdfError("PDF 7.9.2.2: a text string is not good UTF-16");
        return text.text;
    }
    if (bytes.starts_with("\xef\xbb\xbf")) {
        if (find_invalid(bytes)) throw PdfError("PDF 7.9.2.2: a text string is not good UTF-8");
        return bytes.substr(3);
    }
    const auto is_ascii = [](char byte) { return (byte >= ' ' && byte <= '~') || byte == '\n'; };
    if (!std::ranges::all_of(bytes, is_ascii)) throw PdfError("PDF 7.9.2.2: a text string is not Unicode");
    return bytes;
}

} // namespace taisho::test
