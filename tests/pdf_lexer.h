#pragma once
// Reads values and operators from the bytes of a PDF file, of a content stream or of a CMap (ISO 32000-1 7.2,
// 7.3, 7.8.2). Strict: throws PdfError at what cannot be read. What can be read but is forbidden in PDF/A
// (a hexadecimal string of odd length) goes into `slips`.

#include "pdf_value.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {

bool is_pdf_blank(char byte);

struct PdfLexer {
    std::string_view bytes;
    std::size_t at = 0;
    bool references = false; // whether 「5 0 R」 is a reference: in a file, not in a content stream
    std::vector<std::string> slips = {};

    void skip_blanks(); // and comments
    bool is_at_end();   // after blanks
    bool next_is(std::string_view word) const;
    void expect(std::string_view word); // no blanks before it
    PdfValue value();
    std::string keyword();        // endobj, Tj
    std::int64_t plain_integer(); // digits alone, no blanks before them
};

// An operator with what stands before it.
struct PdfOperation {
    std::string name;
    std::vector<PdfValue> operands;
};

struct PdfOperations {
    std::vector<PdfOperation> all;
    std::vector<std::string> slips;
};
PdfOperations operations_in(std::string_view content);

} // namespace taisho::test
