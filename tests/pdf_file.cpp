#include "pdf_file.h"

#include "pdf_lexer.h"

#include <algorithm>
#include <libdeflate.h>
#include <memory>
#include <new>
#include <optional>
#include <set>

namespace taisho::test {
namespace {

using Slips = std::vector<std::string>;

// An object while its stream is not read yet: Length may be an object further down.
struct RawObject {
    std::int64_t number = 0;
    std::size_t begin = 0, end = 0; // in the file, from the number to behind endobj
    PdfValue value;
    std::size_t stream = 0; // where the bytes of the stream begin; 0: none
};

bool is_line_end(char byte) { return byte == '\n' || byte == '\r'; }

std::string numbered(std::int64_t number, const std::string& what) {
    return "object " + std::to_string(number) + ": " + what;
}

// ---- header, end, cross-reference table ----

void check_header(const std::string& bytes, Slips& slips) {
    if (!bytes.starts_with("%PDF-1.")) throw PdfError("no PDF");
    const bool ends = bytes.size() > 8 && bytes[7] >= '0' && bytes[7] <= '7' && is_line_end(bytes[8]);
    if (!ends) slips.push_back("A 6.1.2: the header is not %PDF-1.n on a line of its own");
    const std::size_t comment = bytes.find_first_not_of("\r\n", 8);
    const auto is_binary = [](char byte) { return static_cast<unsigned char>(byte) > 127; };
    const std::string four = comment == std::string::npos ? "" : bytes.substr(comment + 1, 4);
    if (four.size() < 4 || bytes[comment] != '%' || !std::ranges::all_of(four, is_binary))
        slips.push_back("A 6.1.2: no comment of four binary characters after the header");
}

std::size_t find_table(const std::string& bytes, Slips& slips) {
    const std::size_t end = bytes.rfind("%%EOF"), start = bytes.rfind("startxref");
    if (end == std::string::npos || start == std::string::npos) throw PdfError("no end of the file");
    const std::string rest = bytes.substr(end + 5);
    if (!rest.empty() && rest != "\n" && rest != "\r" && rest != "\r\n")
        slips.push_back("A 6.1.3: something follows the end of the file");
    PdfLexer lexer{bytes, start + 9};
    lexer.skip_blanks();
    const std::int64_t offset = lexer.plain_integer();
    lexer.skip_blanks();
    if (lexer.at < bytes.size() || offset >= static_cast<std::int64_t>(start))
        throw PdfError("bad startxref");
    return static_cast<std::size_t>(offset);
}

// One entry: twenty bytes, no more and no less (7.5.4).
void read_entry(PdfLexer& lexer, std::int64_t number, std::map<std::int64_t, std::size_t>& places) {
    const std::string_view entry = lexer.bytes.substr(lexer.at, 20);
    PdfLexer fields{entry};
    const std::int64_t offset = fields.plain_integer();
    fields.expect(" ");
    const std::int64_t generation = fields.plain_integer();
    fields.expect(" ");
    if (fields.at != 17 || entry.size() != 20) throw PdfError("an entry of the xref table is not 20 bytes");
    const std::string_view end = entry.substr(18);
    if (end != " \n" && end != " \r" && end != "\r\n")
        throw PdfError("an entry of the xref table has no end");
    const bool used = entry[17] == 'n';
    if (!used && entry[17] != 'f') throw PdfError("an entry of the xref table is neither n nor f");
    if (number == 0 && (used || generation != 65535)) throw PdfError("entry 0 of the xref table is not free");
    if (used && generation != 0) throw PdfError("an object of another generation");
    if (used) places[number] = static_cast<std::size_t>(offset);
    lexer.at += 20;
}

std::map<std::int64_t, std::size_t> read_table(PdfLexer& lexer, Slips& slips) {
    lexer.expect("xref");
    const std::size_t gap = lexer.at;
    lexer.skip_blanks();
    const std::string_view between = lexer.bytes.substr(gap, lexer.at - gap);
    if (between != "\n" && between != "\r" && between != "\r\n")
        slips.push_back("A 6.1.4: xref is not followed by one line end");
    std::map<std::int64_t, std::size_t> places;
    while (!lexer.next_is("trailer")) {
        const std::int64_t first = lexer.plain_integer();
        lexer.expect(" ");
        const std::int64_t count = lexer.plain_integer();
        lexer.skip_blanks();
        for (std::int64_t i = 0; i < count; ++i) read_entry(lexer, first + i, places);
    }
    lexer.expect("trailer");
    return places;
}

// ---- objects ----

// Whether what stands between two places is a single blank, and whether a line end stands before a place.
bool is_single_blank(std::string_view bytes, std::size_t begin) {
    return is_pdf_blank(bytes[begin]) && !is_pdf_blank(bytes[begin + 1]);
}
bool follows_line_end(std::string_view bytes, std::size_t at) { return at > 0 && is_line_end(bytes[at - 1]); }

void check_start(std::string_view bytes, std::int64_t number, std::size_t begin, Slips& slips) {
    PdfLexer lexer{bytes, begin};
    lexer.plain_integer();
    bool good = follows_line_end(bytes, begin) && is_single_blank(bytes, lexer.at);
    lexer.skip_blanks();
    lexer.plain_integer();
    good = good && is_single_blank(bytes, lexer.at);
    lexer.skip_blanks();
    lexer.expect("obj");
    if (!good || !is_line_end(bytes[lexer.at]))
        slips.push_back("A 6.1.9: " + numbered(number, "blanks around the number or obj"));
}

// After the keyword stream: where its bytes begin (6.1.7).
std::size_t begin_stream(PdfLexer& lexer, std::int64_t number) {
    if (lexer.next_is("\r\n")) return lexer.at + 2;
    if (lexer.next_is("\n")) return lexer.at + 1;
    lexer.slips.push_back("A 6.1.7: " + numbered(number, "stream is not followed by a line feed"));
    return lexer.at + 1;
}

RawObject read_object(const std::string& bytes, std::int64_t number, std::size_t begin, Slips& slips) {
    PdfLexer lexer{bytes, begin, true};
    if (begin >= bytes.size() || lexer.plain_integer() != number)
        throw PdfError(numbered(number, "is not where the xref table says"));
    lexer.at = begin;
    check_start(bytes, number, begin, slips);
    lexer.keyword(), lexer.keyword(), lexer.keyword(); // the number, 0, obj
    RawObject object{number, begin, 0, lexer.value(), 0};
    std::string word = lexer.keyword();
    if (word == "stream") {
        object.stream = begin_stream(lexer, number);
    } else if (word != "endobj") {
        throw PdfError(numbered(number, "no endobj"));
    } else if (!follows_line_end(bytes, lexer.at - 6) || !is_line_end(bytes[lexer.at])) {
        slips.push_back("A 6.1.9: " + numbered(number, "no line end before or after endobj"));
    }
    object.end = lexer.at;
    slips.insert(slips.end(), lexer.slips.begin(), lexer.slips.end());
    return object;
}

// ---- streams ----

std::string inflated(std::string_view deflated, std::int64_t number) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (!decompressor) throw std::bad_alloc();
    constexpr std::size_t most = std::size_t{1} << 28;
    for (std::string result(deflated.size() * 4 + 1024, '\0'); result.size() <= most;
         result.resize(result.size() * 4)) {
        std::size_t read = 0, written = 0;
        const libdeflate_result outcome =
            libdeflate_zlib_decompress_ex(decompressor.get(), deflated.data(), deflated.size(), result.data(),
                                          result.size(), &read, &written);
        if (outcome == LIBDEFLATE_INSUFFICIENT_SPACE) continue;
        if (outcome != LIBDEFLATE_SUCCESS || read != deflated.size()) break;
        result.resize(written);
        return result;
    }
    throw PdfError(numbered(number, "its stream cannot be inflated"));
}

void check_stream_keys(const RawObject& object, Slips& slips) {
    for (const char* key : {"F", "FFilter", "FDecodeParms"}) {
        if (!is_null(entry_of(object.value, key)))
            slips.push_back("A 6.1.7: " +
                            numbered(object.number, std::string("a stream with the key ") + key));
    }
    if (!is_null(entry_of(object.value, "DecodeParms")))
        throw PdfError(numbered(object.number, "parameters of a filter are not known here"));
}

std::string decoded(const RawObject& object, const PdfFile& file, std::string_view raw, Slips& slips) {
    check_stream_keys(object, slips);
    const PdfValue& filter = get(file, object.value, "Filter");
    const PdfArray filters = as<PdfArray>(filter) != nullptr ? array_in(filter)
                             : is_null(filter)               ? PdfArray{}
                                                             : PdfArray{filter};
    std::string bytes(raw);
    for (const PdfValue& one : filters) {
        if (!is_name(one, "FlateDecode"))
            throw PdfError("A 6.1.7: " + numbered(object.number, "another filter than FlateDecode"));
        bytes = inflated(bytes, object.number);
    }
    return bytes;
}

// From where a stream begins to the line end before endstream; Length must say the same (6.1.7).
std::string_view find_stream(const std::string& bytes, const RawObject& object, const PdfFile& file,
                             Slips& slips) {
    const std::int64_t length = integer_in(get(file, object.value, "Length"), -1);
    const std::size_t left = bytes.size() - object.stream;
    if (length >= 0 && static_cast<std::size_t>(length) < left) {
        PdfLexer lexer{bytes, object.stream + static_cast<std::size_t>(length)};
        const bool has_line_end = lexer.next_is("\r\n") || lexer.next_is("\n") || lexer.next_is("\r");
        lexer.skip_blanks();
        if (lexer.next_is("endstream") && lexer.at - object.stream - static_cast<std::size_t>(length) <= 2) {
            if (!has_line_end)
                slips.push_back("A 6.1.7: " + numbered(object.number, "no line end before endstream"));
            return std::string_view(bytes).substr(object.stream, static_cast<std::size_t>(length));
        }
    }
    slips.push_back("A 6.1.7: " + numbered(object.number, "Length is not that of its stream"));
    std::size_t end = bytes.find("endstream", object.stream);
    if (end == std::string::npos) throw PdfError(numbered(object.number, "no endstream"));
    if (end > object.stream && bytes[end - 1] == '\n') --end;
    if (end > object.stream && bytes[end - 1] == '\r') --end;
    return std::string_view(bytes).substr(object.stream, end - object.stream);
}

void read_stream(const std::string& bytes, RawObject& object, PdfFile& file) {
    const std::string_view raw = find_stream(bytes, object, file, file.slips);
    PdfObject& target = file.objects[object.number];
    target.has_stream = true;
    target.stream = decoded(object, file, raw, file.slips);
    PdfLexer lexer{bytes, static_cast<std::size_t>(raw.data() - bytes.data()) + raw.size()};
    lexer.skip_blanks();
    lexer.expect("endstream");
    const bool good = is_line_end(bytes[lexer.at]);
    if (lexer.keyword() != "endobj") throw PdfError(numbered(object.number, "no endobj"));
    if (!good || !is_line_end(bytes[lexer.at]))
        file.slips.push_back("A 6.1.9: " + numbered(object.number, "no line end before or after endobj"));
    object.end = lexer.at;
}

// Nothing may stand between the objects, and no object inside another.
void check_gaps(const std::string& bytes, std::vector<RawObject> objects, std::size_t table, Slips& slips) {
    std::ranges::sort(objects, {}, &RawObject::begin);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::size_t next = i + 1 < objects.size() ? objects[i + 1].begin : table;
        PdfLexer lexer{bytes, objects[i].end};
        lexer.skip_blanks();
        if (lexer.at != next)
            slips.push_back("PDF 7.5.3: " + numbered(objects[i].number, "something else follows it"));
    }
}

} // namespace

PdfFile read_pdf(const std::string& bytes) {
    PdfFile file;
    check_header(bytes, file.slips);
    const std::size_t table = find_table(bytes, file.slips);
    PdfLexer lexer{bytes, table, true};
    const std::map<std::int64_t, std::size_t> places = read_table(lexer, file.slips);
    file.trailer = lexer.value();
    file.slips.insert(file.slips.end(), lexer.slips.begin(), lexer.slips.end());
    std::vector<RawObject> objects;
    for (const auto& [number, place] : places) {
        objects.push_back(read_object(bytes, number, place, file.slips));
        file.objects[number].value = objects.back().value;
    }
    for (RawObject& object : objects) {
        if (object.stream != 0) read_stream(bytes, object, file);
    }
    check_gaps(bytes, std::move(objects), table, file.slips);
    return file;
}

const PdfValue& resolved(const PdfFile& file, const PdfValue& value) {
    static const PdfValue none{};
    if (as<PdfReference>(value) == nullptr) return value;
    const auto found = file.objects.find(reference_in(value));
    if (found == file.objects.end()) return none;
    if (as<PdfReference>(found->second.value) != nullptr) throw PdfError("a reference to a reference");
    return found->second.value;
}

const PdfValue& get(const PdfFile& file, const PdfValue& dictionary, std::string_view key) {
    return resolved(file, entry_of(resolved(file, dictionary), key));
}

const PdfObject* stream_of(const PdfFile& file, const PdfValue& value) {
    const auto found = file.objects.find(reference_in(value));
    return found != file.objects.end() && found->second.has_stream ? &found->second : nullptr;
}

const PdfValue& catalog_of(const PdfFile& file) { return get(file, file.trailer, "Root"); }

// ---- trees ----

namespace {

struct TreeReader {
    const PdfFile& file;
    const char* leaf_key; // Names or Nums
    PdfTree tree = {};
    std::set<std::int64_t> seen = {};

    static std::optional<TreeKey> key_of(const PdfValue& value) {
        if (as<PdfString>(value) != nullptr) return bytes_in(value);
        if (as<std::int64_t>(value) != nullptr) return integer_in(value, 0);
        return std::nullopt;
    }

    void slip(const char* what) {
        tree.slips.push_back(std::string("PDF 7.9.6: a tree of ") + leaf_key + " " + what);
    }

    void read_leaves(const PdfArray& pairs) {
        if (pairs.size() % 2 != 0) slip("has a key without a value");
        for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
            const std::optional<TreeKey> key = key_of(resolved(file, pairs[i]));
            if (!key || (key->index() == 1) != (std::string_view(leaf_key) == "Names")) {
                slip("has a key of another kind");
                continue;
            }
            if (!tree.leaves.empty() && !(tree.leaves.back().first < *key)) slip("is not sorted");
            tree.leaves.emplace_back(*key, pairs[i + 1]);
        }
    }

    void check_limits(const PdfValue& node, std::size_t first) {
        const PdfArray& limits = array_in(get(file, node, "Limits"));
        const bool good = limits.size() == 2 && first < tree.leaves.size() &&
                          key_of(limits[0]) == tree.leaves[first].first &&
                          key_of(limits[1]) == tree.leaves.back().first;
        if (!good) slip("has wrong Limits");
    }

    void read_node(const PdfValue& reference, bool is_root, int depth) {
        if (depth > 32 || (!is_root && !seen.insert(reference_in(reference)).second))
            throw PdfError("a tree that goes round");
        const PdfValue& node = resolved(file, reference);
        const PdfValue &kids = get(file, node, "Kids"), &leaves = get(file, node, leaf_key);
        const std::size_t first = tree.leaves.size();
        if (is_null(kids) == is_null(leaves)) slip("has a node with both Kids and leaves, or neither");
        for (const PdfValue& kid : array_in(kids)) read_node(kid, false, depth + 1);
        read_leaves(array_in(leaves));
        if (!is_root)
            check_limits(node, first);
        else if (!is_null(get(file, node, "Limits")))
            slip("has Limits at its root");
    }
};

} // namespace

PdfTree read_name_tree(const PdfFile& file, const PdfValue& root) {
    TreeReader reader{file, "Names"};
    reader.read_node(root, true, 0);
    return reader.tree;
}

PdfTree read_number_tree(const PdfFile& file, const PdfValue& root) {
    TreeReader reader{file, "Nums"};
    reader.read_node(root, true, 0);
    return reader.tree;
}

} // namespace taisho::test
