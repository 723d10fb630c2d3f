#pragma once
// A reader of the PDF files we write, for tests: a classic cross-reference table, no encryption, no object
// streams, no earlier versions in the same file. It knows ISO 32000-1 and nothing of src/pdf, so that a
// misunderstanding of ours cannot stand on both sides. What it cannot understand it throws as PdfError; what
// it can, but PDF/A forbids, it notes in PdfFile::slips.

#include "pdf_value.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace taisho::test {

struct PdfObject {
    PdfValue value; // of a stream, its dictionary
    bool has_stream = false;
    std::string stream; // after its filters
};

struct PdfFile {
    std::map<std::int64_t, PdfObject> objects; // by number
    PdfValue trailer;
    std::vector<std::string> slips; // sentences as those of pdf_rules.h
};

PdfFile read_pdf(const std::string& bytes);

// The value behind a reference; a missing object is null.
const PdfValue& resolved(const PdfFile& file, const PdfValue& value);

// The entry of a dictionary, which may be a reference itself, with its own reference resolved.
const PdfValue& get(const PdfFile& file, const PdfValue& dictionary, std::string_view key);

// The stream that a value refers to, or null.
const PdfObject* stream_of(const PdfFile& file, const PdfValue& value);

const PdfValue& catalog_of(const PdfFile& file);

// A name tree or number tree (7.9.6, 7.9.7) with what is wrong in its order and its Limits.
using TreeKey = std::variant<std::int64_t, std::string>;
struct PdfTree {
    std::vector<std::pair<TreeKey, PdfValue>> leaves;
    std::vector<std::string> slips;
};
PdfTree read_name_tree(const PdfFile& file, const PdfValue& root);
PdfTree read_number_tree(const PdfFile& file, const PdfValue& root);

} // namespace taisho::test
